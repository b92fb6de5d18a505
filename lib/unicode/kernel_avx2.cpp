// The kernel for processors with AVX2: classes by logic on the bits of 256
// bytes or, where ICU's are others than those known, by products of two
// look-ups of half bytes.
// Tested by tests/differential/segmenter_test.cpp.
#include "unicode/kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

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
constexpr std::size_t kWidth = 32;
constexpr std::size_t kLanes = 4;
constexpr std::size_t kAtOnce = kLanes;
typedef std::uint64_t Mask __attribute__((vector_size(8 * kLanes)));

inline Vector LoadVector(const void* from) {
  return _mm256_loadu_si256(static_cast<const Vector*>(from));
}
inline Vector Fill(int byte) {
  return _mm256_set1_epi8(static_cast<char>(byte));
}
inline Vector And(Vector a, Vector b) { return _mm256_and_si256(a, b); }
inline Vector Or(Vector a, Vector b) { return _mm256_or_si256(a, b); }
inline Vector Xor(Vector a, Vector b) { return _mm256_xor_si256(a, b); }
inline bool IsZero(Vector a) { return _mm256_testz_si256(a, a) != 0; }
inline Vector SubtractToZero(Vector a, int byte) {
  return _mm256_subs_epu8(a, Fill(byte));
}
inline Vector LowHalf(Vector bytes) { return And(bytes, Fill(0x0F)); }
inline Vector HighHalf(Vector bytes) {
  return And(_mm256_srli_epi16(bytes, 4), Fill(0x0F));
}
inline Vector Broadcast(const std::uint8_t* table) {
  return _mm256_broadcastsi128_si256(
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(table)));
}
inline Vector LookUp(const std::uint8_t* table, Vector index) {
  return _mm256_shuffle_epi8(Broadcast(table), index);
}
inline std::uint64_t TopBits(Vector bytes) {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
}
#include "unicode/kernel_raw.inc"

struct Tables {
  explicit Tables(const KernelRules& rules)
      : classes(&rules.classes), usual_ascii(rules.tables.usual_ascii) {
    for (int i = 0; i < 2; ++i) {
      low[i] = Broadcast(rules.tables.low[i]);
      high[i] = Broadcast(rules.tables.high[i]);
    }
  }
  const CharClasses* classes;
  Vector low[2], high[2];
  bool usual_ascii;
};

inline Mask LoadPart(const char* const* texts, int i) {
  const auto load = [i](const char* text) {
    return _mm_loadu_si128(
        reinterpret_cast<const __m128i*>(text + 16 * (i % 4)));
  };
  return reinterpret_cast<Mask>(
      _mm256_set_m128i(load(texts[2 + i / 4]), load(texts[i / 4])));
}
inline Mask InterleaveLow(Mask a, Mask b) {
  return reinterpret_cast<Mask>(_mm256_unpacklo_epi8(
      reinterpret_cast<Vector>(a), reinterpret_cast<Vector>(b)));
}
inline Mask InterleaveHigh(Mask a, Mask b) {
  return reinterpret_cast<Mask>(_mm256_unpackhi_epi8(
      reinterpret_cast<Vector>(a), reinterpret_cast<Vector>(b)));
}

#include "unicode/kernel_interleave.inc"
#include "unicode/kernel_planes.inc"

// The class bits of ASCII bytes; 0 for others.
inline Vector Products(Vector low, Vector high, Vector bytes, Vector halves) {
  return And(_mm256_shuffle_epi8(low, bytes),
             _mm256_shuffle_epi8(high, halves));
}

// The bytes with any of `width` bits, the lowest of them `first`. Bits above
// are shifted out; with `width` 1 what lies below does not matter.
template <int first, int width>
inline std::uint64_t WithBits(Vector bytes) {
  constexpr int shift = 8 - first - width;
  const Vector top = shift == 0 ? bytes : _mm256_slli_epi16(bytes, shift);
  if (width == 1) return TopBits(top);
  return TopBits(_mm256_adds_epu8(top, Fill(0x80 - (1 << (8 - width)))));
}

// The classes by table, of one block.
inline void ClassifyOne(const Tables& tables, const char* text,
                        std::size_t block, Raw* raw) {
  for (unsigned i = 0; i < 64; i += kWidth) {
    const Vector bytes = LoadVector(text + i);
    const Vector halves = HighHalf(bytes);
    const Vector words = Products(tables.low[0], tables.high[0], bytes, halves);
    const Vector others =
        Products(tables.low[1], tables.high[1], bytes, halves);
    using T = KernelTables;
    raw->letters[block] |= WithBits<T::kLetterBit, 3>(words) << i;
    raw->digits[block] |= WithBits<T::kDigitBit, 1>(words) << i;
    raw->mids[block] |= WithBits<T::kMidBit, 2>(words) << i;
    raw->joiners[block] |= WithBits<T::kJoinerBit, 1>(words) << i;
    raw->terminators[block] |= WithBits<T::kTerminatorBit, 3>(others) << i;
    raw->mid_digits[block] |= WithBits<T::kMidDigitBit, 2>(others) << i;
    raw->complex[block] |= WithBits<T::kComplexBit, 3>(others) << i;
    raw->leads[block] |= TopBits(And(bytes, _mm256_slli_epi16(bytes, 1))) << i;
  }
}

inline void ClassifyByTable(const Tables& tables, const char* const* texts,
                            Raw* raw) {
  *raw = Raw{};
  for (std::size_t k = 0; k < kAtOnce; ++k) {
    ClassifyOne(tables, texts[k], k, raw);
  }
}

#include "unicode/kernel_leads.inc"

inline int CountBits(std::uint64_t bits) { return __builtin_popcountll(bits); }

// For each byte, the places of its bits.
struct Places {
  alignas(64) std::uint8_t of[256][8] = {};
  constexpr Places() {
    for (unsigned byte = 0; byte < 256; ++byte) {
      unsigned n = 0;
      for (unsigned i = 0; i < 8; ++i) {
        if ((byte >> i & 1) != 0) of[byte][n++] = static_cast<std::uint8_t>(i);
      }
    }
  }
};
constexpr Places kPlaces;

inline std::uint32_t* Expand(std::uint64_t bits, std::uint32_t base,
                             std::uint32_t* out) {
  Vector bases = _mm256_set1_epi32(static_cast<int>(base));
  const Vector eight = _mm256_set1_epi32(8);
  for (int i = 0; i < 8; ++i, bits >>= 8) {
    const auto byte = static_cast<std::uint8_t>(bits);
    const Vector places = _mm256_cvtepu8_epi32(
        _mm_loadl_epi64(reinterpret_cast<const __m128i*>(kPlaces.of[byte])));
    _mm256_storeu_si256(reinterpret_cast<Vector*>(out),
                        _mm256_add_epi32(places, bases));
    bases = _mm256_add_epi32(bases, eight);
    out += __builtin_popcount(byte);
  }
  return out;
}

inline std::uint32_t* ExpandFew(std::uint64_t bits, std::uint32_t base,
                                std::uint32_t* out) {
  const int count = CountBits(bits);
  if (__builtin_expect(count > 2, 0)) return Expand(bits, base, out);
  for (int i = 0; i < 2; ++i) {
    out[i] = base + static_cast<std::uint32_t>(_tzcnt_u64(bits));
    bits &= bits - 1;
  }
  return out + count;
}

inline void LineBits(const char* text, std::uint64_t* breaks,
                     std::uint64_t* trails) {
  for (unsigned i = 0; i < 64; i += kWidth) {
    const Vector bytes = LoadVector(text + i);
    const Vector from_lf = _mm256_sub_epi8(bytes, Fill('\n'));
    const Vector controls =
        _mm256_cmpeq_epi8(_mm256_min_epu8(from_lf, Fill(3)), from_lf);
    const Vector lasts = Or(_mm256_cmpeq_epi8(Or(bytes, Fill(1)), Fill(0xA9)),
                            _mm256_cmpeq_epi8(bytes, Fill(0x85)));
    *breaks |= TopBits(Or(controls, lasts)) << i;
    *trails |= TopBits(_mm256_cmpgt_epi8(Fill(0xC0), bytes)) << i;
  }
}

inline std::uint64_t QuoteBits(const char* text) {
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 64; i += kWidth) {
    const Vector bytes = LoadVector(text + i);
    const auto equal = [bytes](int byte) {
      return _mm256_cmpeq_epi8(bytes, Fill(byte));
    };
    bits |=
        TopBits(Or(Or(equal('"'), equal('\'')), Or(equal(0xC2), equal(0xE2))))
        << i;
  }
  return bits;
}

inline void UnitBits(const char* text, std::uint64_t* trails,
                     std::uint64_t* wides) {
  for (unsigned i = 0; i < 64; i += kWidth) {
    const Vector bytes = LoadVector(text + i);
    *trails |= TopBits(_mm256_cmpgt_epi8(Fill(0xC0), bytes)) << i;
    *wides |=
        TopBits(_mm256_cmpeq_epi8(_mm256_max_epu8(bytes, Fill(0xF0)), bytes))
        << i;
  }
}

#include "unicode/kernel_lines.inc"
#include "unicode/kernel_masks.inc"
#include "unicode/kernel_units.inc"
#include "unicode/kernel_utf8.inc"

}  // namespace

extern const Kernel kAvx2Kernel = {"avx2",      ClassifyText,    ListWords,
                                   CountBefore, ListTerminators, SkipValid,
                                   FindBreak,   FindQuote,       CountUnits};

}  // namespace framescope

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
