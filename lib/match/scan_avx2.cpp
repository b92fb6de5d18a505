// The loops over words for processors with AVX2: four words at a time.
// Tested by tests/unit/match/scan_kernel_test.cpp.
#include "match/scan_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#include <array>

#include "match/word_bytes.hpp"

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt"))), \
                             apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,bmi,bmi2,popcnt")
#endif

namespace framescope {
namespace {

using Vector = __m256i;
constexpr std::uint32_t kLanes = 4;

inline Vector Fill(std::uint64_t value) {
  return _mm256_set1_epi64x(static_cast<long long>(value));
}
inline Vector Load(const void* from) {
  return _mm256_loadu_si256(static_cast<const Vector*>(from));
}
inline void Store(void* to, Vector value) {
  _mm256_storeu_si256(static_cast<Vector*>(to), value);
}
inline Vector Fold(Vector hash) {
  return _mm256_xor_si256(hash, _mm256_srli_epi64(hash, 32));
}
// Lane by lane, the bit that has the number in `at`, in bit 31.
inline __m128i BitsAt(const std::uint64_t* bits, Vector at) {
  const __m128i words = _mm256_i64gather_epi32(
      reinterpret_cast<const int*>(bits), _mm256_srli_epi64(at, 5), 4);
  const __m128i low = _mm256_castsi256_si128(_mm256_permutevar8x32_epi32(
      at, _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6)));
  // Shifts take the low five bits only after the mask.
  const __m128i place = _mm_andnot_si128(low, _mm_set1_epi32(31));
  return _mm_sllv_epi32(words, place);
}

void Read(std::string_view text, const Span* words, std::uint32_t size,
          std::uint64_t* bytes, std::uint64_t* hashes) {
  std::uint32_t inside = size;
  while (inside > 0 && words[inside - 1].begin + 8 > text.size()) --inside;
  std::uint32_t i = 0;
  for (; i + kLanes <= inside; i += kLanes) {
    const Vector spans = Load(words + i);
    const Vector begin = _mm256_and_si256(spans, Fill(0xFFFFFFFF));
    const Vector length = _mm256_min_epu32(
        _mm256_sub_epi64(_mm256_srli_epi64(spans, 32), begin), Fill(8));
    const Vector bits = _mm256_slli_epi64(length, 3);
    const Vector raw = _mm256_i64gather_epi64(
        reinterpret_cast<const long long*>(text.data()), begin, 1);
    // A shift by 64 leaves nothing, as it should here.
    const Vector all = Fill(~std::uint64_t{0});
    Vector value = _mm256_andnot_si256(_mm256_sllv_epi64(all, bits),
                                       _mm256_or_si256(raw, Fill(kLower)));
    const Vector stem = _mm256_sub_epi64(bits, Fill(16));
    const Vector ends =
        _mm256_cmpeq_epi64(_mm256_srlv_epi64(value, stem), Fill(kEnding));
    const Vector is_long = _mm256_cmpgt_epi64(bits, Fill(16));
    value =
        _mm256_andnot_si256(_mm256_and_si256(_mm256_and_si256(ends, is_long),
                                             _mm256_sllv_epi64(all, stem)),
                            value);
    Store(bytes + i, value);
    if (_mm256_testz_si256(value, Fill(kNotAscii)) == 0) {
      for (std::uint32_t k = i; k < i + kLanes; ++k) {
        bytes[k] = BytesInside(text, words[k]);
      }
    }
    const Vector seven = _mm256_and_si256(Load(bytes + i), Fill(kSeven));
    const Vector low = _mm256_mul_epu32(seven, Fill(kLowFactor));
    const Vector high =
        _mm256_mul_epu32(_mm256_srli_epi64(seven, 32), Fill(kHighFactor));
    Store(hashes + i, Fold(_mm256_add_epi64(low, high)));
  }
  kPortableScan.read(text, words + i, size - i, bytes + i, hashes + i);
}

// By bits of the lanes: the numbers of those that are set.
struct Numbers {
  alignas(64) std::uint32_t of[16][kLanes] = {};
  constexpr Numbers() {
    for (std::uint32_t mask = 0; mask < 16; ++mask) {
      std::uint32_t count = 0;
      for (std::uint32_t k = 0; k < kLanes; ++k) {
        if ((mask >> k & 1) != 0) of[mask][count++] = k;
      }
    }
  }
};
constexpr Numbers kNumbers;

std::uint32_t Pick(const ScanBits& bits, const std::uint64_t* bytes,
                   const std::uint64_t* hashes, std::uint32_t size,
                   std::uint32_t first, std::uint32_t* out) {
  std::uint32_t count = 0, i = 0;
  for (; i + kLanes <= size; i += kLanes) {
    const Vector value = Load(bytes + i);
    const Vector head = Fold(_mm256_mul_epu32(value, Fill(kLowFactor)));
    const __m128i found = _mm_or_si128(
        BitsAt(bits.words,
               _mm256_and_si256(Load(hashes + i), Fill(bits.word_mask))),
        BitsAt(bits.heads, _mm256_and_si256(head, Fill(bits.head_mask))));
    const Vector ascii = _mm256_cmpeq_epi64(
        _mm256_and_si256(value, Fill(kNotAscii)), _mm256_setzero_si256());
    const int mask = _mm_movemask_ps(_mm_castsi128_ps(found)) |
                     (~_mm256_movemask_pd(_mm256_castsi256_pd(ascii)) & 15);
    const __m128i numbers = _mm_add_epi32(
        _mm_load_si128(reinterpret_cast<const __m128i*>(kNumbers.of[mask])),
        _mm_set1_epi32(static_cast<int>(first + i)));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + count), numbers);
    count += static_cast<std::uint32_t>(
        __builtin_popcount(static_cast<unsigned>(mask)));
  }
  return count + kPortableScan.pick(bits, bytes + i, hashes + i, size - i,
                                    first + i, out + count);
}

}  // namespace

const ScanKernel kAvx2Scan = {"avx2", Read, Pick};

}  // namespace framescope

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#endif  // __x86_64__
