// The kernel for processors with AVX-512 VBMI and VBMI2 and GFNI: classes by
// logic on the bits of 512 bytes or, where ICU's are others than those known,
// by one look-up for 64 bytes; a few look-ups for 64 characters of several
// bytes; one compression lists the bits of a mask. Tested by
// tests/differential/segmenter_test.cpp.
#include "unicode/kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(                                         \
    __attribute__((                                                   \
        target("avx512f,avx512bw,avx512vl,avx512dq,"                  \
               "avx512vbmi,avx512vbmi2,gfni,avx2,bmi,bmi2,popcnt"))), \
    apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target( \
    "avx512f,avx512bw,avx512vl,avx512dq,avx512vbmi,avx512vbmi2,gfni,avx2,bmi,bmi2,popcnt")
// The intrinsics of g++ 12 take an undefined vector on purpose.
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

namespace framescope {
namespace {

using Vector = __m512i;
constexpr std::size_t kWidth = 64;
constexpr std::size_t kLanes = 8;
constexpr std::size_t kAtOnce = kLanes;
typedef std::uint64_t Mask __attribute__((vector_size(8 * kLanes)));

inline Vector LoadVector(const void* from) { return _mm512_loadu_si512(from); }
inline Vector Fill(int byte) {
  return _mm512_set1_epi8(static_cast<char>(byte));
}
inline Vector And(Vector a, Vector b) { return _mm512_and_si512(a, b); }
inline Vector Or(Vector a, Vector b) { return _mm512_or_si512(a, b); }
inline Vector Xor(Vector a, Vector b) { return _mm512_xor_si512(a, b); }
inline bool IsZero(Vector a) { return _mm512_test_epi8_mask(a, a) == 0; }
inline Vector SubtractToZero(Vector a, int byte) {
  return _mm512_subs_epu8(a, Fill(byte));
}
inline Vector LowHalf(Vector bytes) { return And(bytes, Fill(0x0F)); }
inline Vector HighHalf(Vector bytes) {
  return And(_mm512_srli_epi16(bytes, 4), Fill(0x0F));
}
inline Vector LookUp(const std::uint8_t* table, Vector index) {
  return _mm512_shuffle_epi8(_mm512_broadcast_i32x4(_mm_loadu_si128(
                                 reinterpret_cast<const __m128i*>(table))),
                             index);
}
inline std::uint64_t With(Vector bytes, std::uint8_t mask) {
  return _mm512_test_epi8_mask(bytes, Fill(mask));
}
inline std::uint64_t Equal(Vector bytes, int byte) {
  return _mm512_cmpeq_epi8_mask(bytes, Fill(byte));
}

#include "unicode/kernel_raw.inc"

struct Tables {
  explicit Tables(const KernelRules& rules)
      : ascii_low(LoadVector(rules.classes.ascii)),
        ascii_high(LoadVector(rules.classes.ascii + 64)),
        lead(LoadVector(rules.tables.lead)),
        c2(LoadVector(rules.tables.c2)),
        c3(LoadVector(rules.tables.c3)),
        e2(LoadVector(rules.tables.e2)),
        e280(LoadVector(rules.tables.e280)),
        usual_ascii(rules.tables.usual_ascii) {}
  Vector ascii_low, ascii_high, lead, c2, c3, e2, e280;
  bool usual_ascii;
};

// For each eight bytes of `bytes`, byte b gets bit b of each of them.
inline Vector SwapBits(Vector bytes) {
  // The product takes the last byte for the first bit.
  const Vector reversed = _mm512_shuffle_epi8(
      bytes, _mm512_broadcast_i32x4(_mm_set_epi8(8, 9, 10, 11, 12, 13, 14, 15,
                                                 0, 1, 2, 3, 4, 5, 6, 7)));
  return _mm512_gf2p8affine_epi64_epi8(
      _mm512_set1_epi64(static_cast<long long>(0x8040201008040201ull)),
      reversed, 0);
}

#include "unicode/kernel_planes.inc"

// Word k of row i becomes word i of row k.
inline void SwapWords(Vector* rows) {
  Vector pairs[8], fours[8];
  for (int i = 0; i < 8; i += 2) {
    pairs[i] = _mm512_unpacklo_epi64(rows[i], rows[i + 1]);
    pairs[i + 1] = _mm512_unpackhi_epi64(rows[i], rows[i + 1]);
  }
  for (int i = 0; i < 8; i += 4) {
    for (int k = 0; k < 2; ++k) {
      fours[i + k] = _mm512_shuffle_i64x2(pairs[i + k], pairs[i + k + 2], 0x88);
      fours[i + k + 2] =
          _mm512_shuffle_i64x2(pairs[i + k], pairs[i + k + 2], 0xDD);
    }
  }
  for (int k = 0; k < 4; ++k) {
    rows[k] = _mm512_shuffle_i64x2(fours[k], fours[k + 4], 0x88);
    rows[k + 4] = _mm512_shuffle_i64x2(fours[k], fours[k + 4], 0xDD);
  }
}

// Word b gets bit b of each byte of each text.
inline void ReadPlanes(const char* const* texts, Mask* planes) {
  // Byte 8 * b + k is byte b of word k.
  const Vector gather = _mm512_set_epi8(
      63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45,
      37, 29, 21, 13, 5, 60, 52, 44, 36, 28, 20, 12, 4, 59, 51, 43, 35, 27, 19,
      11, 3, 58, 50, 42, 34, 26, 18, 10, 2, 57, 49, 41, 33, 25, 17, 9, 1, 56,
      48, 40, 32, 24, 16, 8, 0);
  Vector rows[8];
  for (std::size_t i = 0; i < kAtOnce; ++i) {
    rows[i] = _mm512_permutexvar_epi8(gather, SwapBits(LoadVector(texts[i])));
  }
  SwapWords(rows);
  for (int b = 0; b < 8; ++b) planes[b] = reinterpret_cast<Mask>(rows[b]);
}

// The classes by table, of one block.
inline void ClassifyOne(const Tables& t, const char* text, std::size_t block,
                        Raw* raw) {
  const Vector bytes = LoadVector(text);
  const Vector roles = _mm512_maskz_permutex2var_epi8(
      ~_mm512_movepi8_mask(bytes), t.ascii_low, bytes, t.ascii_high);
  raw->letters[block] = With(roles, kLetter);
  raw->digits[block] = With(roles, kDigit);
  raw->joiners[block] = With(roles, kJoiner);
  raw->mids[block] = With(roles, kMid);
  raw->mid_digits[block] = With(roles, kMidDigit);
  raw->terminators[block] = With(roles, kTerminator);
  raw->complex[block] = With(roles, kComplex);
  raw->letters2[block] = raw->mids3[block] = 0;
  raw->leads[block] = _mm512_cmpge_epu8_mask(bytes, Fill(0xC0));
}

inline void ClassifyByTable(const Tables& tables, const char* const* texts,
                            Raw* raw) {
  for (std::size_t k = 0; k < kAtOnce; ++k) {
    ClassifyOne(tables, texts[k], k, raw);
  }
}

// Looks at all the leads of a block. A later look-up, by the low six bits of a
// byte that follows, replaces an earlier one.
inline std::uint64_t ReadLeads(const Tables& t, const char* text,
                               std::uint64_t leads, LeadMasks* found) {
  const Vector bytes = LoadVector(text);
  const Vector second = LoadVector(text + 1), third = LoadVector(text + 2);
  const std::uint64_t e2 = Equal(bytes, 0xE2);
  const std::uint64_t e280 = e2 & Equal(second, 0x80);
  Vector roles = _mm512_maskz_permutexvar_epi8(leads, bytes, t.lead);
  roles = _mm512_mask_permutexvar_epi8(roles, Equal(bytes, 0xC2), second, t.c2);
  roles = _mm512_mask_permutexvar_epi8(roles, Equal(bytes, 0xC3), second, t.c3);
  roles = _mm512_mask_permutexvar_epi8(roles, e2, second, t.e2);
  roles = _mm512_mask_permutexvar_epi8(roles, e280, third, t.e280);
  // What lies beyond the end is no lead.
  const auto with = [roles, leads](std::uint8_t role) {
    return With(roles, role) & leads;
  };
  *found = {with(kLetter), with(kMid), with(kTerminator), with(kComplex)};
  return 0;
}

inline int CountBits(std::uint64_t bits) { return __builtin_popcountll(bits); }

inline void Store16(std::uint32_t* out, __m128i places, Vector base) {
  _mm512_storeu_si512(out,
                      _mm512_add_epi32(_mm512_cvtepu8_epi32(places), base));
}

inline Vector Iota() {
  alignas(64) static constexpr std::uint8_t kIota[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
      16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
      32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
      48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  return LoadVector(kIota);
}

inline std::uint32_t* Expand(std::uint64_t bits, std::uint32_t base,
                             std::uint32_t* out) {
  const int count = CountBits(bits);
  const Vector places = _mm512_maskz_compress_epi8(bits, Iota());
  const Vector bases = _mm512_set1_epi32(static_cast<int>(base));
  Store16(out, _mm512_castsi512_si128(places), bases);
  Store16(out + 16, _mm512_extracti32x4_epi32(places, 1), bases);
  if (__builtin_expect(count > 32, 0)) {
    Store16(out + 32, _mm512_extracti32x4_epi32(places, 2), bases);
    Store16(out + 48, _mm512_extracti32x4_epi32(places, 3), bases);
  }
  return out + count;
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
  const Vector bytes = LoadVector(text);
  const Vector from_lf = _mm512_sub_epi8(bytes, Fill('\n'));
  *breaks = _mm512_cmple_epu8_mask(from_lf, Fill(3)) |
            Equal(Or(bytes, Fill(1)), 0xA9) | Equal(bytes, 0x85);
  *trails = _mm512_cmplt_epi8_mask(bytes, Fill(0xC0));
}

inline void UnitBits(const char* text, std::uint64_t* trails,
                     std::uint64_t* wides) {
  const Vector bytes = LoadVector(text);
  *trails = _mm512_cmplt_epi8_mask(bytes, Fill(0xC0));
  *wides = _mm512_cmpge_epu8_mask(bytes, Fill(0xF0));
}

inline std::uint64_t QuoteBits(const char* text) {
  const Vector bytes = LoadVector(text);
  return Equal(bytes, '"') | Equal(bytes, '\'') | Equal(bytes, 0xC2) |
         Equal(bytes, 0xE2);
}

#include "unicode/kernel_lines.inc"
#include "unicode/kernel_masks.inc"
#include "unicode/kernel_units.inc"
#include "unicode/kernel_utf8.inc"

}  // namespace

extern const Kernel kAvx512Kernel = {"avx512",    ClassifyText,    ListWords,
                                     CountBefore, ListTerminators, SkipValid,
                                     FindBreak,   FindQuote,       CountUnits};

}  // namespace framescope

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
