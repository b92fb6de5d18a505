// Byte tables for the instruction sets, made from the classes.
// Tested by tests/unit/unicode/self_check_test.cpp.
#include <array>

#include "unicode/kernel.hpp"

namespace framescope {
namespace {

// A class of ASCII bytes as a union of products of a set of high and a set of
// low halves of the byte: rows of the 8 x 16 table that are alike share a bit.
// Returns the bits used, taken from `*free` upwards.
std::uint8_t AddProducts(const CharClasses& classes, std::uint8_t role,
                         std::uint8_t* low, std::uint8_t* high,
                         unsigned* free) {
  std::array<std::uint16_t, 8> rows{};
  for (unsigned byte = 0; byte < 0x80; ++byte) {
    if ((classes.ascii[byte] & role) != 0) {
      rows[byte >> 4] |= static_cast<std::uint16_t>(1u << (byte & 15));
    }
  }
  unsigned used = 0;
  for (unsigned row = 0; row < 8; ++row) {
    if (rows[row] == 0) continue;
    const unsigned bit = *free & (0 - *free) & 0xFF;  // 0 when none is left
    used |= bit;
    *free &= ~bit;
    for (unsigned i = 0; i < 16; ++i) {
      if ((rows[row] >> i & 1) != 0) low[i] |= static_cast<std::uint8_t>(bit);
    }
    for (unsigned other = 7; other + 1 > row; --other) {
      if (rows[other] != rows[row]) continue;
      high[other] |= static_cast<std::uint8_t>(bit);
      if (other != row) rows[other] = 0;
    }
  }
  return static_cast<std::uint8_t>(used);
}

// The class that 64 characters have in common, or complex.
std::uint8_t CommonClass(const std::uint8_t* classes) {
  for (int i = 1; i < 64; ++i) {
    if (classes[i] != classes[0]) return kComplex;
  }
  return classes[0];
}

}  // namespace

KernelTables MakeKernelTables(const CharClasses& classes) {
  KernelTables t;
  unsigned free[2] = {0xFF, 0xFF};
  const auto add = [&](int pair, std::uint8_t role) {
    return AddProducts(classes, role, t.low[pair], t.high[pair], &free[pair]);
  };
  t.letter = add(0, kLetter);
  t.digit = add(0, kDigit);
  t.joiner = add(0, kJoiner);
  t.mid = add(0, kMid);
  t.mid_digit = add(0, kMidDigit);
  t.terminator = add(1, kTerminator);
  t.complex = add(1, kComplex);
  for (unsigned byte = 0; byte < 0x100; ++byte) {
    const unsigned role = classes.ascii[byte] | (byte >= 0xC0 ? 0x40u : 0u);
    for (unsigned i = 0; i < 8; ++i) {
      t.planes[byte] |= std::uint64_t{role >> i & 1} << 8 * i;
    }
  }
  for (unsigned lead = 0xC0; lead < 0x100; ++lead) {
    const bool two = lead >= 0xC4 && lead < 0xE0;
    const std::uint8_t role =
        two ? CommonClass(classes.two_bytes + (lead - 0xC2) * 64) : kComplex;
    t.lead[lead & 63] = role == 0 || role == kLetter ? role : kComplex;
  }
  for (unsigned i = 0; i < 64; ++i) {
    t.c2[i] = classes.two_bytes[i];
    t.c3[i] = classes.two_bytes[64 + i];
    t.e280[i] = classes.e2[i];
    t.e2[i] = CommonClass(classes.e2 + 64 * i) == 0 ? 0 : kComplex;
  }
  return t;
}

}  // namespace framescope
