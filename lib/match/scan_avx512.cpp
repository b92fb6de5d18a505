// The loops over words for processors with AVX-512: eight words at a time.
// Tested by tests/unit/match/scan_kernel_test.cpp.
#include "match/scan_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#include "match/word_bytes.hpp"

#if defined(__clang__)
#pragma clang attribute push(                                                \
    __attribute__((                                                          \
        target("avx2,bmi,bmi2,popcnt,avx512f,avx512bw,avx512vl,avx512dq"))), \
    apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,bmi,bmi2,popcnt,avx512f,avx512bw,avx512vl,avx512dq")
// The intrinsics of g++ 12 take an undefined vector on purpose.
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

namespace framescope {
namespace {

using Vector = __m512i;
constexpr std::uint32_t kLanes = 8;

inline Vector Fill(std::uint64_t value) {
  return _mm512_set1_epi64(static_cast<long long>(value));
}
inline Vector Fold(Vector hash) {
  return _mm512_xor_si512(hash, _mm512_srli_epi64(hash, 32));
}
// Which lanes have the bit with the number in `at`.
inline __mmask8 BitsAt(const std::uint64_t* bits, Vector at) {
  const __m256i words =
      _mm512_i64gather_epi32(_mm512_srli_epi64(at, 5), bits, 4);
  const __m256i place =
      _mm256_and_si256(_mm512_cvtepi64_epi32(at), _mm256_set1_epi32(31));
  return _mm256_test_epi32_mask(words,
                                _mm256_sllv_epi32(_mm256_set1_epi32(1), place));
}

void Read(std::string_view text, const Span* words, std::uint32_t size,
          std::uint64_t* bytes, std::uint64_t* hashes) {
  std::uint32_t inside = size;
  while (inside > 0 && words[inside - 1].begin + 8 > text.size()) --inside;
  std::uint32_t i = 0;
  for (; i + kLanes <= inside; i += kLanes) {
    const Vector spans = _mm512_loadu_si512(words + i);
    const Vector begin = _mm512_and_si512(spans, Fill(0xFFFFFFFF));
    const Vector length = _mm512_min_epu64(
        _mm512_sub_epi64(_mm512_srli_epi64(spans, 32), begin), Fill(8));
    const Vector bits = _mm512_slli_epi64(length, 3);
    const Vector raw = _mm512_i64gather_epi64(begin, text.data(), 1);
    // A shift by 64 leaves nothing, as it should here.
    const Vector all = Fill(~std::uint64_t{0});
    Vector value = _mm512_andnot_si512(_mm512_sllv_epi64(all, bits),
                                       _mm512_or_si512(raw, Fill(kLower)));
    const Vector stem = _mm512_sub_epi64(bits, Fill(16));
    const auto ends = static_cast<__mmask8>(
        _mm512_cmpeq_epi64_mask(_mm512_srlv_epi64(value, stem), Fill(kEnding)) &
        _mm512_cmpgt_epi64_mask(bits, Fill(16)));
    value = _mm512_mask_andnot_epi64(value, ends, _mm512_sllv_epi64(all, stem),
                                     value);
    _mm512_storeu_si512(bytes + i, value);
    if (unsigned lanes = _mm512_test_epi64_mask(value, Fill(kNotAscii))) {
      for (; lanes != 0; lanes &= lanes - 1) {
        const auto k = i + static_cast<std::uint32_t>(__builtin_ctz(lanes));
        bytes[k] = BytesInside(text, words[k]);
      }
      value = _mm512_loadu_si512(bytes + i);
    }
    const Vector seven = _mm512_and_si512(value, Fill(kSeven));
    const Vector low = _mm512_mul_epu32(seven, Fill(kLowFactor));
    const Vector high =
        _mm512_mul_epu32(_mm512_srli_epi64(seven, 32), Fill(kHighFactor));
    _mm512_storeu_si512(hashes + i, Fold(_mm512_add_epi64(low, high)));
  }
  kPortableScan.read(text, words + i, size - i, bytes + i, hashes + i);
}

std::uint32_t Pick(const ScanBits& bits, const std::uint64_t* bytes,
                   const std::uint64_t* hashes, std::uint32_t size,
                   std::uint32_t first, std::uint32_t* out) {
  std::uint32_t count = 0, i = 0;
  __m256i numbers = _mm256_add_epi32(_mm256_set1_epi32(static_cast<int>(first)),
                                     _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
  for (; i + kLanes <= size; i += kLanes) {
    const Vector value = _mm512_loadu_si512(bytes + i);
    const Vector hash = _mm512_loadu_si512(hashes + i);
    const Vector head = Fold(_mm512_mul_epu32(value, Fill(kLowFactor)));
    const auto mask = static_cast<__mmask8>(
        BitsAt(bits.words, _mm512_and_si512(hash, Fill(bits.word_mask))) |
        BitsAt(bits.heads, _mm512_and_si512(head, Fill(bits.head_mask))) |
        _mm512_test_epi64_mask(value, Fill(kNotAscii)));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + count),
                        _mm256_maskz_compress_epi32(mask, numbers));
    count += static_cast<std::uint32_t>(__builtin_popcount(mask));
    numbers = _mm256_add_epi32(numbers, _mm256_set1_epi32(kLanes));
  }
  return count + kPortableScan.pick(bits, bytes + i, hashes + i, size - i,
                                    first + i, out + count);
}

}  // namespace

const ScanKernel kAvx512Scan = {"avx512", Read, Pick};

}  // namespace framescope

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#endif  // __x86_64__
