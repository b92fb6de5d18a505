// The kernel for processors with AVX-512 VBMI and VBMI2: one look-up gives the
// classes of 64 bytes, one compression lists the bits of a mask. Characters of
// several bytes are read without a branch.
// Tested by tests/differential/segmenter_test.cpp.
#include "unicode/kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(                                               \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,"             \
                          "avx512vbmi,avx512vbmi2,avx2,bmi,bmi2,popcnt"))), \
    apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target( \
    "avx512f,avx512bw,avx512vl,avx512dq,avx512vbmi,avx512vbmi2,avx2,bmi,bmi2,popcnt")
// The intrinsics of g++ 12 take an undefined vector on purpose.
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

namespace framescope {
namespace {

using Vector = __m512i;
constexpr std::size_t kWidth = 64;
constexpr std::size_t kLanes = 8;
constexpr std::size_t kAtOnce = 1;
constexpr bool kLeavesLeads = false;
using Mask = std::uint64_t;

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
        e280(LoadVector(rules.tables.e280)) {}
  Vector ascii_low, ascii_high, lead, c2, c3, e2, e280;
};

inline void Classify(const Tables& t, const char* const* texts, Raw* raw) {
  const char* const text = *texts;
  const Vector bytes = LoadVector(text);
  const Vector second = LoadVector(text + 1), third = LoadVector(text + 2);
  const std::uint64_t ascii = ~_mm512_movepi8_mask(bytes);
  const std::uint64_t leads = _mm512_cmpge_epu8_mask(bytes, Fill(0xC0));
  const std::uint64_t e2 = Equal(bytes, 0xE2);
  const std::uint64_t e280 = e2 & Equal(second, 0x80);
  // The class of each character, on its first byte. A later look-up, by the
  // low six bits of a byte that follows, replaces an earlier one.
  Vector roles =
      _mm512_maskz_permutex2var_epi8(ascii, t.ascii_low, bytes, t.ascii_high);
  roles = _mm512_mask_permutexvar_epi8(roles, leads, bytes, t.lead);
  roles = _mm512_mask_permutexvar_epi8(roles, Equal(bytes, 0xC2), second, t.c2);
  roles = _mm512_mask_permutexvar_epi8(roles, Equal(bytes, 0xC3), second, t.c3);
  roles = _mm512_mask_permutexvar_epi8(roles, e2, second, t.e2);
  roles = _mm512_mask_permutexvar_epi8(roles, e280, third, t.e280);
  raw->letters = With(roles, kLetter);
  raw->letters2 = raw->letters & leads;
  raw->digits = With(roles, kDigit);
  raw->joiners = With(roles, kJoiner);
  const std::uint64_t mids = With(roles, kMid);
  raw->mids = mids & ascii;
  raw->mids3 = mids & leads;
  raw->mid_digits = With(roles, kMidDigit);
  raw->terminators = With(roles, kTerminator);
  raw->complex = With(roles, kComplex);
  raw->leads = 0;
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

inline std::uint64_t QuoteBits(const char* text) {
  const Vector bytes = LoadVector(text);
  return Equal(bytes, '"') | Equal(bytes, '\'') | Equal(bytes, 0xC2) |
         Equal(bytes, 0xE2);
}

#include "unicode/kernel_lines.inc"
#include "unicode/kernel_masks.inc"
#include "unicode/kernel_utf8.inc"

}  // namespace

extern const Kernel kAvx512Kernel = {"avx512",    ClassifyText,    ListWords,
                                     CountBefore, ListTerminators, SkipValid,
                                     FindBreak,   FindQuote};

}  // namespace framescope

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
