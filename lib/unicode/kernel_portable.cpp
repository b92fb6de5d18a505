// The kernel for every machine: no intrinsics. A table gives each byte its
// classes; eight bytes at a time become eight bits of each class.
// Tested by tests/differential/segmenter_test.cpp.
#include <bit>
#include <cstring>

#include "unicode/kernel.hpp"

namespace framescope {
namespace {

#include "unicode/kernel_raw.inc"

inline std::uint64_t Load(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, 8);
  if constexpr (std::endian::native == std::endian::big) {
    word = __builtin_bswap64(word);
  }
  return word;
}

constexpr std::uint64_t kOnes = 0x0101010101010101ull;
constexpr std::uint64_t kTops = 0x8080808080808080ull;

inline int CountBits(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555ull;
  bits = (bits & 0x3333333333333333ull) + (bits >> 2 & 0x3333333333333333ull);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Full;
  return static_cast<int>(bits * kOnes >> 56);
}

// Bit `plane` of each of the eight bytes, the first byte's lowest.
inline std::uint64_t Gather(std::uint64_t bytes, int plane) {
  return (bytes >> plane & kOnes) * 0x0102040810204080ull >> 56;
}

void Classify(const KernelRules& rules, const char* text, Raw* raw) {
  *raw = Raw{};
  const std::uint8_t* classes = rules.classes.ascii;
  std::uint64_t beyond = 0;
  for (int i = 0; i < 64; i += 8) {
    std::uint64_t roles = 0;
    for (int k = 0; k < 8; ++k) {
      const auto byte = static_cast<unsigned char>(text[i + k]);
      roles |= std::uint64_t{classes[byte]} << 8 * k;
    }
    raw->letters |= Gather(roles, 0) << i;
    raw->digits |= Gather(roles, 1) << i;
    raw->joiners |= Gather(roles, 2) << i;
    raw->mids |= Gather(roles, 3) << i;
    raw->mid_digits |= Gather(roles, 4) << i;
    raw->terminators |= Gather(roles, 5) << i;
    raw->complex |= Gather(roles, 7) << i;
    beyond |= Load(text + i) & kTops;
  }
  if (beyond == 0) return;
  std::uint64_t leads = 0;
  for (int i = 0; i < 64; i += 8) {
    const std::uint64_t word = Load(text + i);
    leads |= Gather(word & word << 1 & kTops, 7) << i;
  }
  ClassifyLeads(rules.classes, text, leads, raw);
}

// Writes `usual` offsets in any case, and more only when there are more.
template <int usual>
inline std::uint32_t* ExpandBits(std::uint64_t bits, std::uint32_t base,
                                 std::uint32_t* out) {
  const int count = CountBits(bits);
  const auto next = [&](int i) {
    out[i] =
        base + static_cast<std::uint32_t>(__builtin_ctzll(bits | 1ull << 63));
    bits &= bits - 1;
  };
  for (int i = 0; i < usual; ++i) next(i);
  if (__builtin_expect(count > usual, 0)) {
    for (int i = usual; i < count; ++i) next(i);
  }
  return out + count;
}

inline std::uint32_t* Expand(std::uint64_t bits, std::uint32_t base,
                             std::uint32_t* out) {
  return ExpandBits<24>(bits, base, out);
}

inline std::uint32_t* ExpandFew(std::uint64_t bits, std::uint32_t base,
                                std::uint32_t* out) {
  return ExpandBits<4>(bits, base, out);
}

#include "unicode/kernel_masks.inc"

std::size_t SkipAscii(const char* text, std::size_t size, std::size_t at) {
  for (; at + 32 <= size; at += 32) {
    const std::uint64_t any = Load(text + at) | Load(text + at + 8) |
                              Load(text + at + 16) | Load(text + at + 24);
    if ((any & kTops) != 0) break;
  }
  while (at + 8 <= size && (Load(text + at) & kTops) == 0) at += 8;
  while (at < size && static_cast<signed char>(text[at]) >= 0) ++at;
  return at;
}

}  // namespace

const Kernel kPortableKernel = {"portable", ClassifyText,    CountWords,
                                ListWords,  ListTerminators, SkipAscii};

}  // namespace framescope
