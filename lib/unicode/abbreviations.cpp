// Tested by tests/unit/unicode/abbreviations_test.cpp.
#include "unicode/abbreviations.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "base/code_point.hpp"
#include "unicode/fold.hpp"

namespace framescope {
namespace {

// After these a sentence always goes on.
constexpr std::array<std::string_view, 38> kTitles = {
    "approx", "capt", "cf",  "cllr", "cllrs", "col",   "comdr",  "cpl",
    "dr",     "drs",  "e.g", "eg",   "esp",   "fr",    "gen",    "gov",
    "hon",    "i.e",  "ie",  "incl", "lt",    "maj",   "messrs", "mme",
    "mr",     "mrs",  "ms",  "mx",   "prof",  "profs", "rev",    "revd",
    "rt",     "sgt",  "st",  "supt", "viz",   "vs"};

// After these it goes on when a number follows.
constexpr std::array<std::string_view, 22> kBeforeNumbers = {
    "art",  "arts", "c",   "ca",  "ch",   "chap",  "cl", "fig",
    "figs", "no",   "nos", "p",   "para", "paras", "pp", "pt",
    "reg",  "regs", "s",   "sec", "ss",   "vol"};

using Kind = AbbreviationTable::Kind;

// A word of 1 to 8 bytes as a number, the first byte lowest.
constexpr std::uint64_t NumberOf(std::string_view word) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    number |= std::uint64_t{static_cast<unsigned char>(word[i])} << 8 * i;
  }
  return number;
}

constexpr bool Add(std::string_view word, Kind kind, AbbreviationTable* table) {
  const std::uint64_t number = NumberOf(word);
  const std::size_t slot = table->SlotOf(number);
  if (table->numbers[slot] != 0) return false;
  table->numbers[slot] = number;
  table->kinds[slot] = kind;
  return true;
}

constexpr bool Fill(AbbreviationTable* table) {
  for (const std::string_view word : kTitles) {
    if (!Add(word, Kind::kTitle, table)) return false;
  }
  for (const std::string_view word : kBeforeNumbers) {
    if (!Add(word, Kind::kBeforeNumber, table)) return false;
  }
  return true;
}

constexpr AbbreviationTable MakeTable() {
  AbbreviationTable table;
  std::uint64_t factor = 0x9E3779B97F4A7C15ull;
  do {
    factor = factor * 0xD1342543DE82EF95ull + 2;
    table = AbbreviationTable{factor | 1, {}, {}};
  } while (!Fill(&table));
  return table;
}

Kind Find(std::uint64_t number) {
  const std::size_t slot = kAbbreviations.SlotOf(number);
  return kAbbreviations.numbers[slot] == number ? kAbbreviations.kinds[slot]
                                                : Kind::kOther;
}

// NumberOf without a loop over bytes.
std::uint64_t LoadNumber(std::string_view word) {
  if (word.size() >= 4) {
    std::uint32_t low = 0, high = 0;
    std::memcpy(&low, word.data(), 4);
    std::memcpy(&high, word.data() + word.size() - 4, 4);
    return low | std::uint64_t{high} >> 8 * (8 - word.size()) << 32;
  }
  return NumberOf(word);
}

constexpr std::uint64_t Repeat(std::uint64_t byte) {
  return byte * 0x0101010101010101ull;
}

std::uint64_t Lower(std::uint64_t ascii) {
  const std::uint64_t from_a = ascii + Repeat(0x80 - 'A');
  const std::uint64_t beyond_z = ascii + Repeat(0x80 - 'Z' - 1);
  return ascii | (from_a & ~beyond_z & Repeat(0x80)) >> 2;
}

// Whether folding leaves something that is in no abbreviation: a letter of
// Latin-1 other than sharp s, or an apostrophe.
bool KeepsItsLooks(std::string_view word) {
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    if (word[i] == '\xC3' && word[i + 1] != '\x9F') return true;
    const std::string_view next = word.substr(i, 3);
    if (next == "\xE2\x80\x98" || next == "\xE2\x80\x99") return true;
  }
  return false;
}

// The kind of a word that FoldCase makes an abbreviation.
Kind KindOf(std::string_view word) {
  if (word.empty() || word.size() > 8) return Kind::kOther;
  const std::uint64_t number = LoadNumber(word);
  if ((number & Repeat(0x80)) == 0) return Find(Lower(number));
  if (KeepsItsLooks(word)) return Kind::kOther;
  const std::string folded = FoldCase(word);
  if (folded.empty() || folded.size() > 8) return Kind::kOther;
  return Find(NumberOf(folded));
}

bool IsInitial(std::string_view word) {
  return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I';
}

}  // namespace

constexpr AbbreviationTable kAbbreviations = MakeTable();

bool GoesOnAfter(std::string_view before, std::string_view word,
                 std::string_view next) {
  if (word.size() > 8 || next.empty()) return false;
  const Kind kind = KindOf(word);
  if (kind == Kind::kTitle) return true;
  if (kind == Kind::kBeforeNumber && IsAsciiDigit(next[0])) return true;
  if (!IsInitial(word)) return false;
  return before.empty() || IsInitial(before) || KindOf(before) == Kind::kTitle;
}

}  // namespace framescope
