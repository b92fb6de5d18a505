// The loops over words for processors with AVX-512.
// Tested by tests/unit/match/scan_kernel_test.cpp.
#include "match/scan_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#include <algorithm>
#include <array>
#include <bit>

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

inline Vector Fill(std::uint64_t value) {
  return _mm512_set1_epi64(static_cast<long long>(value));
}
inline Vector Fill32(std::uint32_t value) {
  return _mm512_set1_epi32(static_cast<int>(value));
}
inline Vector FoldHash(Vector hash) {
  return _mm512_xor_si512(hash, _mm512_srli_epi32(hash, kHashShift));
}

// Eight bytes of the text from each place on. Eight loads are faster than one
// gather.
inline Vector LoadBytes(const char* text, const Span* spans) {
  const auto at = [text, spans](std::uint32_t k) {
    return static_cast<long long>(ReadBytes(text + spans[k].begin, 8));
  };
  return _mm512_setr_epi64(at(0), at(1), at(2), at(3), at(4), at(5), at(6),
                           at(7));
}

// BytesOf() eight words that are ASCII at their beginning.
inline Vector BytesOfEight(const char* text, const Span* spans) {
  const Vector pairs = _mm512_loadu_si512(spans);
  const Vector length = _mm512_min_epu64(
      _mm512_sub_epi64(_mm512_srli_epi64(pairs, 32),
                       _mm512_and_si512(pairs, Fill(0xFFFFFFFF))),
      Fill(8));
  const Vector bits = _mm512_slli_epi64(length, 3);
  const Vector raw = LoadBytes(text, spans);
  // A shift by 64 leaves nothing, as it should here.
  const Vector all = Fill(~std::uint64_t{0});
  const Vector value = _mm512_andnot_si512(_mm512_sllv_epi64(all, bits),
                                           _mm512_or_si512(raw, Fill(kLower)));
  const Vector stem = _mm512_sub_epi64(bits, Fill(16));
  const auto ends = static_cast<__mmask8>(
      _mm512_cmpeq_epi64_mask(_mm512_srlv_epi64(value, stem), Fill(kEnding)) &
      _mm512_cmpgt_epi64_mask(bits, Fill(16)));
  return _mm512_mask_andnot_epi64(value, ends, _mm512_sllv_epi64(all, stem),
                                  value);
}

// The code in one byte of each lane.
template <unsigned kByte>
inline void StoreCodes(Vector hashes, std::uint8_t* to) {
  const __m128i codes =
      _mm_and_si128(_mm512_cvtepi32_epi8(_mm512_srli_epi32(hashes, 8 * kByte)),
                    _mm_set1_epi8(WordHashes::kCodes - 1));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), codes);
}

// Sixteen words at a time.
void Hash(std::string_view text, std::span<const Span> spans,
          std::uint32_t first, std::uint32_t end, WordHashes* hashes) {
  constexpr std::uint32_t kLanes = 16;
  const std::uint32_t inside = EndInside(text, spans, first, end);
  const Vector even = _mm512_setr_epi32(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20,
                                        22, 24, 26, 28, 30);
  const Vector odd = _mm512_add_epi32(even, Fill32(1));
  std::uint32_t done = first;
  while (done < inside && inside - first >= kLanes) {
    // The last ones with some before them, which are done once more.
    const std::uint32_t i = std::min(done, inside - kLanes);
    done = i + kLanes;
    const Vector a = BytesOfEight(text.data(), spans.data() + i);
    const Vector b = BytesOfEight(text.data(), spans.data() + i + 8);
    const Vector low = _mm512_permutex2var_epi32(a, even, b);
    const Vector high = _mm512_permutex2var_epi32(a, odd, b);
    const Vector head = _mm512_mullo_epi32(low, Fill32(kLowFactor));
    const Vector tail = _mm512_mullo_epi32(
        _mm512_and_si512(high, Fill32(0xFFFFFF)), Fill32(kHighFactor));
    const Vector word_hash = FoldHash(_mm512_add_epi32(head, tail));
    const Vector head_hash = FoldHash(head);
    _mm512_storeu_si512(hashes->words() + i, word_hash);
    _mm512_storeu_si512(hashes->heads() + i, head_hash);
    StoreCodes<2>(word_hash, hashes->word_codes() + i);
    StoreCodes<3>(head_hash, hashes->head_codes() + i);
    unsigned lanes =
        _mm512_test_epi32_mask(_mm512_or_si512(low, high), Fill(kNotAscii));
    for (; lanes != 0; lanes &= lanes - 1) {
      const auto k = i + static_cast<std::uint32_t>(__builtin_ctz(lanes));
      kPortableScan.hash(text, spans, k, k + 1, hashes);
    }
  }
  kPortableScan.hash(text, spans, done, end, hashes);
}

inline std::uint32_t Append(__mmask16 lanes, Vector numbers,
                            std::uint32_t* to) {
  _mm512_storeu_si512(to, _mm512_maskz_compress_epi32(lanes, numbers));
  return static_cast<std::uint32_t>(__builtin_popcount(lanes));
}

// Sixteen words at a time.
void Pick(const ScanBits& bits, const WordHashes& hashes, std::uint32_t first,
          std::uint32_t size, Picked* picked) {
  constexpr std::uint32_t kLanes = 16;
  const ScanBits in = bits;
  Vector numbers = _mm512_add_epi32(
      Fill32(first),
      _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
  Picked to = *picked;
  std::uint32_t i = 0;
  for (; i + kLanes <= size; i += kLanes) {
    const Vector word = _mm512_loadu_si512(hashes.words() + first + i);
    const Vector head = _mm512_loadu_si512(hashes.heads() + first + i);
    const Vector blocks = _mm512_i32gather_epi32(
        _mm512_and_si512(_mm512_srli_epi32(head, 4), Fill32(in.mask)),
        in.blocks, 4);
    const Vector stem_bit =
        _mm512_sllv_epi32(Fill32(1), _mm512_and_si512(head, Fill32(15)));
    const Vector word_bit =
        _mm512_sllv_epi32(Fill32(1u << 16), _mm512_srli_epi32(word, 28));
    to.word_count +=
        Append(static_cast<__mmask16>(
                   _mm512_test_epi32_mask(blocks, word_bit) |
                   _mm512_cmpeq_epi32_mask(word, Fill32(WordHashes::kOpen))),
               numbers, to.words + to.word_count);
    to.stem_count += Append(_mm512_test_epi32_mask(blocks, stem_bit), numbers,
                            to.stems + to.stem_count);
    numbers = _mm512_add_epi32(numbers, Fill32(kLanes));
  }
  *picked = to;
  kPortableScan.pick(bits, hashes, first + i, size - i, picked);
}

#include "match/scan_shuffle.inc"
// It needs what stands there.
#include "match/scan_neighbours.inc"

}  // namespace

const ScanKernel kAvx512Scan = {"avx512", Hash, Pick, Ask, Stand, Find};

}  // namespace framescope

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#endif  // __x86_64__
