// The kernel for every machine: no intrinsics. Classes by logic on the bits of
// 128 bytes or, where ICU's are others than those known or the first byte of a
// word is its highest, by a table.
// Tested by tests/differential/segmenter_test.cpp.
#include <bit>
#include <cstring>

#include "unicode/kernel.hpp"
#include "unicode/mask_bits.hpp"

namespace framescope {
namespace {

constexpr std::size_t kLanes = 2;
constexpr std::size_t kAtOnce = kLanes;
typedef std::uint64_t Mask __attribute__((vector_size(8 * kLanes)));

#include "unicode/kernel_raw.inc"

// The first byte is the lowest.
template <typename Word = std::uint64_t>
inline Word Load(const char* text) {
  unsigned char bytes[sizeof(Word)];
  std::memcpy(bytes, text, sizeof bytes);
  Word word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&word, bytes, sizeof word);
  } else {
    for (std::size_t i = sizeof bytes; i > 0; --i) {
      word = static_cast<Word>(word << 8 | bytes[i - 1]);
    }
  }
  return word;
}

constexpr std::uint64_t kTops = 0x8080808080808080ull;

struct Tables {
  explicit Tables(const KernelRules& rules)
      : classes(&rules.classes),
        planes(rules.tables.planes),
        usual_ascii(rules.tables.usual_ascii &&
                    std::endian::native == std::endian::little) {}
  const CharClasses* classes;
  const std::uint64_t* planes;
  bool usual_ascii;
};

typedef unsigned char Bytes __attribute__((vector_size(16)));
typedef signed char SignedBytes __attribute__((vector_size(16)));

inline Mask LoadPart(const char* const* texts, int i) {
  Mask part;
  std::memcpy(&part, texts[i / 4] + 16 * (i % 4), sizeof part);
  return part;
}
inline Mask InterleaveLow(Mask a, Mask b) {
  return reinterpret_cast<Mask>(__builtin_shufflevector(
      reinterpret_cast<Bytes>(a), reinterpret_cast<Bytes>(b), 0, 16, 1, 17, 2,
      18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
}
inline Mask InterleaveHigh(Mask a, Mask b) {
  return reinterpret_cast<Mask>(__builtin_shufflevector(
      reinterpret_cast<Bytes>(a), reinterpret_cast<Bytes>(b), 8, 24, 9, 25, 10,
      26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
}

#include "unicode/kernel_interleave.inc"
#include "unicode/kernel_planes.inc"

// Byte k of word i becomes byte i of word k.
inline void SwapBytes(Mask* words) {
  for (int i = 0; i < 4; ++i) {
    SwapParts<32, 0x00000000FFFFFFFFull>(&words[i], &words[i + 4]);
  }
  for (const int i : {0, 1, 4, 5}) {
    SwapParts<16, 0x0000FFFF0000FFFFull>(&words[i], &words[i + 2]);
  }
  for (int i = 0; i < 8; i += 2) {
    SwapParts<8, 0x00FF00FF00FF00FFull>(&words[i], &words[i + 1]);
  }
}

// The classes by table.
inline void ClassifyByTable(const Tables& tables, const char* const* texts,
                            Raw* raw) {
  const std::uint64_t* const table = tables.planes;
  Mask words[8];
  for (int i = 0; i < 8; ++i) {
    // Byte k gets the bits of class k of eight characters.
    words[i] = Mask{};
    for (int k = 7; k >= 0; --k) {
      const auto byte = [k, i](const char* text) {
        return static_cast<unsigned char>(text[8 * i + k]);
      };
      words[i] =
          words[i] << 1 | Mask{table[byte(texts[0])], table[byte(texts[1])]};
    }
  }
  SwapBytes(words);
  *raw = Raw{};
  raw->letters = words[0];
  raw->digits = words[1];
  raw->joiners = words[2];
  raw->mids = words[3];
  raw->mid_digits = words[4];
  raw->terminators = words[5];
  raw->complex = words[7];
  raw->leads = words[6];
}

#include "unicode/kernel_leads.inc"

// For each byte, the places of its bits, and how many they are.
struct Places {
  std::uint32_t of[256][8] = {};
  std::uint8_t count[256] = {};
  constexpr Places() {
    for (unsigned byte = 0; byte < 256; ++byte) {
      for (unsigned i = 0; i < 8; ++i) {
        if ((byte >> i & 1) != 0) of[byte][count[byte]++] = i;
      }
    }
  }
};
constexpr Places kPlaces;

inline std::uint32_t* Expand(std::uint64_t bits, std::uint32_t base,
                             std::uint32_t* out) {
  for (int i = 0; i < 8; ++i, bits >>= 8, base += 8) {
    const auto byte = static_cast<std::uint8_t>(bits);
    for (int k = 0; k < 8; ++k) out[k] = base + kPlaces.of[byte][k];
    out += kPlaces.count[byte];
  }
  return out;
}

inline std::uint32_t* ExpandFew(std::uint64_t bits, std::uint32_t base,
                                std::uint32_t* out) {
  const std::uint32_t count = CountBits(bits);
  if (__builtin_expect(count > 2, 0)) return Expand(bits, base, out);
  for (int i = 0; i < 2; ++i) {
    out[i] =
        base + static_cast<std::uint32_t>(__builtin_ctzll(bits | 1ull << 63));
    bits &= bits - 1;
  }
  return out + count;
}

#include "unicode/kernel_masks.inc"

// The bytes of the character of several bytes that the four bytes begin with,
// the first of them lowest; 0 if they are bad UTF-8.
inline std::size_t ValidSize(std::uint32_t bytes) {
  const std::uint32_t lead = bytes & 0xFF;
  const bool two = (bytes & 0xC0E0) == 0x80C0 && lead >= 0xC2;
  // Neither too long nor one of a pair of surrogates.
  const std::uint32_t begin = bytes & 0x200F;
  const bool three =
      (bytes & 0xC0C0F0) == 0x8080E0 && begin != 0 && begin != 0x200D;
  if (two | three) return 2 + std::size_t{three};
  const std::uint32_t plane = (lead & 7) << 2 | (bytes >> 12 & 3);
  return (bytes & 0xC0C0C0F8) == 0x808080F0 && plane >= 1 && plane <= 16 ? 4
                                                                         : 0;
}

// The first offset >= `at` that is bad UTF-8 or is not below `end`. 18 bytes
// beyond the end may be read.
inline std::size_t SkipValidTo(const char* text, std::size_t end,
                               std::size_t at) {
  constexpr std::size_t kAhead = 2048;  // hides much of what memory costs
  while (at < end) {
    __builtin_prefetch(text + at + kAhead);
    const std::uint64_t low = Load(text + at) & kTops;
    const std::uint64_t high = Load(text + at + 8) & kTops;
    if ((low | high) == 0) {
      at += 16;
      continue;
    }
    // The place of the first, without a branch.
    const std::uint64_t if_high = 0 - std::uint64_t{low == 0};
    const std::uint64_t tops = low | (high & if_high);
    at += (if_high & 8) + static_cast<std::size_t>(__builtin_ctzll(tops)) / 8;
    const std::size_t size = ValidSize(Load<std::uint32_t>(text + at));
    if (size == 0) break;
    at += size;
  }
  return at;
}

std::size_t SkipValid(const char* text, std::size_t size, std::size_t at) {
  constexpr std::size_t kBeyond = 18;
  if (at == size) return size;
  if (size - at > kBeyond) {
    at = SkipValidTo(text, size - kBeyond, at);
    if (at < size - kBeyond) return at;
  }
  // Zeros beyond the end, where a character that is cut short is bad.
  char rest[2 * kBeyond] = {};
  std::memcpy(rest, text + at, size - at);
  const std::size_t skipped = SkipValidTo(rest, size - at, 0);
  return skipped < size - at ? at + skipped : size;
}

constexpr std::uint64_t kOnes = 0x0101010101010101ull;

// The top bits of 16 bytes that are 0 or FF.
inline std::uint64_t TopBits(Bytes bytes) {
  constexpr Bytes kBits = {1, 2, 4, 8, 16, 32, 64, 128,
                           1, 2, 4, 8, 16, 32, 64, 128};
  bytes &= kBits;
  char halves[sizeof bytes];
  std::memcpy(halves, &bytes, sizeof halves);
  return Load(halves) * kOnes >> 56 | Load(halves + 8) * kOnes >> 56 << 8;
}

inline Bytes LoadBytes(const char* text) {
  Bytes bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

inline void LineBits(const char* text, std::uint64_t* breaks,
                     std::uint64_t* trails) {
  const Bytes bytes[4] = {LoadBytes(text), LoadBytes(text + 16),
                          LoadBytes(text + 32), LoadBytes(text + 48)};
  // Those beyond ASCII, and below SO; some others may be taken for such.
  std::uint64_t any[2];
  const Bytes may_break = (bytes[0] - 0x0E) | bytes[0] | (bytes[1] - 0x0E) |
                          bytes[1] | (bytes[2] - 0x0E) | bytes[2] |
                          (bytes[3] - 0x0E) | bytes[3];
  std::memcpy(any, &may_break, sizeof any);
  if (((any[0] | any[1]) & kTops) == 0) return;
  Bytes found[4], either = {};
  for (int i = 0; i < 4; ++i) {
    found[i] = reinterpret_cast<Bytes>(
        (bytes[i] - '\n' <= 3) | ((bytes[i] | 1) == 0xA9) | (bytes[i] == 0x85));
    either |= found[i];
    const auto trail = reinterpret_cast<SignedBytes>(bytes[i]) < -0x40;
    *trails |= TopBits(reinterpret_cast<Bytes>(trail)) << 16 * i;
  }
  std::memcpy(any, &either, sizeof any);
  if ((any[0] | any[1]) == 0) return;
  for (int i = 0; i < 4; ++i) *breaks |= TopBits(found[i]) << 16 * i;
}

inline std::uint64_t QuoteBits(const char* text) {
  std::uint64_t bits = 0;
  for (int i = 0; i < 64; i += 16) {
    const Bytes bytes = LoadBytes(text + i);
    const auto quotes =
        (bytes == '"') | (bytes == '\'') | (bytes == 0xC2) | (bytes == 0xE2);
    bits |= TopBits(reinterpret_cast<Bytes>(quotes)) << i;
  }
  return bits;
}

inline void UnitBits(const char* text, std::uint64_t* trails,
                     std::uint64_t* wides) {
  const Bytes bytes[4] = {LoadBytes(text), LoadBytes(text + 16),
                          LoadBytes(text + 32), LoadBytes(text + 48)};
  const Bytes all = bytes[0] | bytes[1] | bytes[2] | bytes[3];
  std::uint64_t any[2];
  std::memcpy(any, &all, sizeof any);
  if (((any[0] | any[1]) & kTops) == 0) return;
  for (int i = 0; i < 4; ++i) {
    const auto trail = reinterpret_cast<SignedBytes>(bytes[i]) < -0x40;
    const auto wide = bytes[i] >= 0xF0;
    *trails |= TopBits(reinterpret_cast<Bytes>(trail)) << 16 * i;
    *wides |= TopBits(reinterpret_cast<Bytes>(wide)) << 16 * i;
  }
}

#include "unicode/kernel_lines.inc"
#include "unicode/kernel_units.inc"

}  // namespace

const Kernel kPortableKernel = {"portable",  ClassifyText,    ListWords,
                                CountBefore, ListTerminators, SkipValid,
                                FindBreak,   FindQuote,       CountUnits};

}  // namespace framescope
