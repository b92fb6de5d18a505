// Byte tables for the instruction sets, made from the classes.
// Tested by tests/unit/unicode/self_check_test.cpp.
#include <array>

#include "unicode/kernel.hpp"

namespace framescope {
namespace {

// A class of ASCII bytes as a union of products of a set of high and a set of
// low halves of the byte: rows of the 8 x 16 table that are alike share a bit.
// Uses the bits [first, end); what does not fit is left out.
void AddProducts(const CharClasses& classes, std::uint8_t role, int first,
                 int end, std::uint8_t* low, std::uint8_t* high) {
  std::array<std::uint16_t, 8> rows{};
  for (unsigned byte = 0; byte < 0x80; ++byte) {
    if ((classes.ascii[byte] & role) != 0) {
      rows[byte >> 4] |= static_cast<std::uint16_t>(1u << (byte & 15));
    }
  }
  for (unsigned row = 0; row < 8 && first < end; ++row) {
    if (rows[row] == 0) continue;
    const auto bit = static_cast<std::uint8_t>(1u << first++);
    for (unsigned i = 0; i < 16; ++i) {
      if ((rows[row] >> i & 1) != 0) low[i] |= bit;
    }
    for (unsigned other = 7; other + 1 > row; --other) {
      if (rows[other] != rows[row]) continue;
      high[other] |= bit;
      if (other != row) rows[other] = 0;
    }
  }
}

// The class that 64 characters have in common, or complex.
std::uint8_t CommonClass(const std::uint8_t* classes) {
  for (int i = 1; i < 64; ++i) {
    if (classes[i] != classes[0]) return kComplex;
  }
  return classes[0];
}

// The class of an ASCII character as ICU has it.
CharClass UsualClass(unsigned c) {
  const unsigned letter = c | 0x20;
  if ((letter >= 'a' && letter <= 'z') || c == '@') return kLetter;
  if (c >= '0' && c <= '9') return kDigit;
  switch (c) {
    case '_':
      return kJoiner;
    case '\'':
      return kMid;
    case '.':
      return kMid | kTerminator;
    case ',':
    case ';':
      return kMidDigit;
    case '!':
    case '?':
      return kTerminator;
    default:
      return 0;
  }
}

}  // namespace

KernelTables MakeKernelTables(const CharClasses& classes) {
  KernelTables t;
  const auto add = [&](int pair, std::uint8_t role, int first, int end) {
    AddProducts(classes, role, first, end, t.low[pair], t.high[pair]);
  };
  using T = KernelTables;
  add(0, kLetter, T::kLetterBit, 8);
  add(0, kDigit, T::kDigitBit, T::kLetterBit);
  add(0, kMid, T::kMidBit, T::kDigitBit);
  add(0, kJoiner, T::kJoinerBit, T::kMidBit);
  add(1, kTerminator, T::kTerminatorBit, 8);
  add(1, kMidDigit, T::kMidDigitBit, T::kTerminatorBit);
  add(1, kComplex, T::kComplexBit, T::kMidDigitBit);
  t.usual_ascii = true;
  for (unsigned byte = 0; byte < 0x80; ++byte) {
    t.usual_ascii &= classes.ascii[byte] == UsualClass(byte);
  }
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
