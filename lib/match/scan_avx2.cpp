// The loops over words for processors with AVX2.
// Tested by tests/unit/match/scan_kernel_test.cpp.
#include "match/scan_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#include <algorithm>
#include <array>
#include <bit>

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

inline Vector Fill(std::uint64_t value) {
  return _mm256_set1_epi64x(static_cast<long long>(value));
}
inline Vector Fill32(std::uint32_t value) {
  return _mm256_set1_epi32(static_cast<int>(value));
}
inline Vector Load(const void* from) {
  return _mm256_loadu_si256(static_cast<const Vector*>(from));
}
inline unsigned MaskOf(Vector lanes) {
  return static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(lanes)));
}
// Eight bytes of the text from each place on. Four loads are faster than one
// gather.
inline Vector LoadBytes(const char* text, const Span* spans) {
  const auto at = [text, spans](std::uint32_t k) {
    return static_cast<long long>(ReadBytes(text + spans[k].begin, 8));
  };
  return _mm256_setr_epi64x(at(0), at(1), at(2), at(3));
}

// BytesOf() four words that are ASCII at their beginning.
inline Vector BytesOfFour(const char* text, const Span* spans) {
  const Vector pairs = Load(spans);
  const Vector length = _mm256_min_epu32(
      _mm256_sub_epi32(_mm256_srli_epi64(pairs, 32),
                       _mm256_and_si256(pairs, Fill(0xFFFFFFFF))),
      Fill(8));
  const Vector bits = _mm256_slli_epi64(length, 3);
  const Vector raw = LoadBytes(text, spans);
  // A shift by 64 leaves nothing, as it should here.
  const Vector all = Fill(~std::uint64_t{0});
  const Vector value = _mm256_andnot_si256(_mm256_sllv_epi64(all, bits),
                                           _mm256_or_si256(raw, Fill(kLower)));
  const Vector stem = _mm256_sub_epi64(bits, Fill(16));
  const Vector ends = _mm256_and_si256(
      _mm256_cmpeq_epi64(_mm256_srlv_epi64(value, stem), Fill(kEnding)),
      _mm256_cmpgt_epi64(bits, Fill(16)));
  return _mm256_andnot_si256(
      _mm256_and_si256(ends, _mm256_sllv_epi64(all, stem)), value);
}

inline Vector FoldHash(Vector hash) {
  return _mm256_xor_si256(hash, _mm256_srli_epi32(hash, kHashShift));
}
inline void Store(Vector value, std::uint32_t* to) {
  _mm256_storeu_si256(reinterpret_cast<Vector*>(to), value);
}

// The code in one byte of each lane.
template <int kByte>
inline void StoreCodes(Vector hashes, std::uint8_t* to) {
  const Vector codes = _mm256_and_si256(
      _mm256_shuffle_epi8(hashes,
                          _mm256_set1_epi32(kByte * 0x01010101 + 0x0C080400)),
      _mm256_set1_epi8(WordHashes::kCodes - 1));
  const Vector eight = _mm256_permutevar8x32_epi32(
      codes, _mm256_setr_epi32(0, 4, 0, 0, 0, 0, 0, 0));
  _mm_storel_epi64(reinterpret_cast<__m128i*>(to),
                   _mm256_castsi256_si128(eight));
}

// Eight words at a time.
void Hash(std::string_view text, std::span<const Span> spans,
          std::uint32_t first, std::uint32_t end, WordHashes* hashes) {
  constexpr std::uint32_t kLanes = 8;
  const std::uint32_t inside = EndInside(text, spans, first, end);
  std::uint32_t done = first;
  while (done < inside && inside - first >= kLanes) {
    // The last ones with some before them, which are done once more.
    const std::uint32_t i = std::min(done, inside - kLanes);
    done = i + kLanes;
    const Vector a = BytesOfFour(text.data(), spans.data() + i);
    const Vector b = BytesOfFour(text.data(), spans.data() + i + 4);
    // Low and high halves of the words 0 1 4 5 2 3 6 7, put in order.
    const Vector low = _mm256_permute4x64_epi64(
        _mm256_castps_si256(_mm256_shuffle_ps(_mm256_castsi256_ps(a),
                                              _mm256_castsi256_ps(b), 0x88)),
        0xD8);
    const Vector high = _mm256_permute4x64_epi64(
        _mm256_castps_si256(_mm256_shuffle_ps(_mm256_castsi256_ps(a),
                                              _mm256_castsi256_ps(b), 0xDD)),
        0xD8);
    const Vector head = _mm256_mullo_epi32(low, Fill32(kLowFactor));
    const Vector tail = _mm256_mullo_epi32(
        _mm256_and_si256(high, Fill32(0xFFFFFF)), Fill32(kHighFactor));
    const Vector word_hash = FoldHash(_mm256_add_epi32(head, tail));
    const Vector head_hash = FoldHash(head);
    Store(word_hash, hashes->words() + i);
    Store(head_hash, hashes->heads() + i);
    StoreCodes<2>(word_hash, hashes->word_codes() + i);
    StoreCodes<3>(head_hash, hashes->head_codes() + i);
    const Vector marks =
        _mm256_and_si256(_mm256_or_si256(low, high), Fill(kNotAscii));
    unsigned lanes =
        MaskOf(_mm256_cmpeq_epi32(marks, _mm256_setzero_si256())) ^ 0xFF;
    for (; lanes != 0; lanes &= lanes - 1) {
      const auto k = i + static_cast<std::uint32_t>(__builtin_ctz(lanes));
      kPortableScan.hash(text, spans, k, k + 1, hashes);
    }
  }
  kPortableScan.hash(text, spans, done, end, hashes);
}

// By a mask of lanes: the numbers of its bits, ascending.
struct Numbers {
  std::uint8_t of[256][8] = {};
  constexpr Numbers() {
    for (unsigned mask = 0; mask < 256; ++mask) {
      std::uint32_t count = 0;
      for (std::uint8_t k = 0; k < 8; ++k) {
        if ((mask >> k & 1) != 0) of[mask][count++] = k;
      }
    }
  }
};
alignas(64) constexpr Numbers kNumbers;

inline Vector NumbersOf(unsigned lanes) {
  return _mm256_cvtepu8_epi32(
      _mm_loadl_epi64(reinterpret_cast<const __m128i*>(kNumbers.of[lanes])));
}

// Which of eight words have the bit of a word, and of a stem.
struct HasBit {
  HasBit(const ScanBits& bits, Vector word_hashes, Vector heads) {
    // Eight loads are faster than one gather.
    alignas(32) std::array<std::uint32_t, 8> at;
    _mm256_store_si256(
        reinterpret_cast<Vector*>(at.data()),
        _mm256_and_si256(_mm256_srli_epi32(heads, 4), Fill32(bits.mask)));
    const auto block = [&](std::size_t k) {
      return static_cast<int>(bits.blocks[at[k]]);
    };
    const Vector blocks =
        _mm256_setr_epi32(block(0), block(1), block(2), block(3), block(4),
                          block(5), block(6), block(7));
    // The bit that is asked for, shifted up to the sign.
    const Vector whole = _mm256_srli_epi32(word_hashes, 28);
    const Vector part = _mm256_and_si256(heads, Fill32(15));
    words =
        MaskOf(_mm256_sllv_epi32(blocks, _mm256_sub_epi32(Fill32(15), whole)));
    stems =
        MaskOf(_mm256_sllv_epi32(blocks, _mm256_sub_epi32(Fill32(31), part)));
  }
  unsigned words, stems;
};

inline std::uint32_t Append(unsigned lanes, std::uint32_t first,
                            std::uint32_t* to) {
  Store(_mm256_add_epi32(NumbersOf(lanes), Fill32(first)), to);
  return static_cast<std::uint32_t>(__builtin_popcount(lanes));
}

// Eight words at a time.
void Pick(const ScanBits& bits, const WordHashes& hashes, std::uint32_t first,
          std::uint32_t size, Picked* picked) {
  constexpr std::uint32_t kLanes = 8;
  const ScanBits in = bits;
  const std::uint32_t* const words = hashes.words() + first;
  const std::uint32_t* const heads = hashes.heads() + first;
  Picked to = *picked;
  std::uint32_t i = 0;
  for (; i + kLanes <= size; i += kLanes) {
    const Vector word = Load(words + i);
    const HasBit has(in, word, Load(heads + i));
    const unsigned open =
        MaskOf(_mm256_cmpeq_epi32(word, Fill32(WordHashes::kOpen)));
    to.word_count +=
        Append(has.words | open, first + i, to.words + to.word_count);
    to.stem_count += Append(has.stems, first + i, to.stems + to.stem_count);
  }
  *picked = to;
  kPortableScan.pick(bits, hashes, first + i, size - i, picked);
}

#include "match/scan_shuffle.inc"
// It needs what stands there.
#include "match/scan_neighbours.inc"

}  // namespace

const ScanKernel kAvx2Scan = {"avx2", Hash, Pick, Ask, Stand, Find};

}  // namespace framescope

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#endif  // __x86_64__
