// Tested by tests/unit/unicode/segmenter_test.cpp.
#include "unicode/abbreviations.hpp"

#include <array>
#include <cstdint>
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

enum class Kind : std::uint8_t { kNone, kTitle, kBeforeNumber };

// A hash table of the abbreviations, each as the bytes of a number.
struct Table {
  static constexpr std::size_t kSlots = 256;
  std::array<std::uint64_t, kSlots> keys{};
  std::array<Kind, kSlots> kinds{};
};

constexpr std::size_t SlotOf(std::uint64_t key) {
  return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15ull >> 56);
}

constexpr void Add(std::string_view word, Kind kind, Table* table) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    key |= std::uint64_t{static_cast<unsigned char>(word[i])} << 8 * i;
  }
  std::size_t slot = SlotOf(key);
  while (table->keys[slot] != 0) slot = (slot + 1) % Table::kSlots;
  table->keys[slot] = key;
  table->kinds[slot] = kind;
}

constexpr Table MakeTable() {
  Table table;
  for (const std::string_view word : kTitles) {
    Add(word, Kind::kTitle, &table);
  }
  for (const std::string_view word : kBeforeNumbers) {
    Add(word, Kind::kBeforeNumber, &table);
  }
  return table;
}

constexpr Table kTable = MakeTable();

Kind Find(std::uint64_t key) {
  std::size_t slot = SlotOf(key);
  while (kTable.keys[slot] != 0 && kTable.keys[slot] != key) {
    slot = (slot + 1) % Table::kSlots;
  }
  return kTable.keys[slot] == key ? kTable.kinds[slot] : Kind::kNone;
}

// The bytes of a word of 1 to 8 bytes, the first lowest.
std::uint64_t BytesOf(std::string_view word) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    bytes |= std::uint64_t{static_cast<unsigned char>(word[i])} << 8 * i;
  }
  return bytes;
}

constexpr std::uint64_t Repeat(std::uint64_t byte) {
  return byte * 0x0101010101010101ull;
}

// The kind of a word that FoldCase makes an abbreviation.
Kind KindOf(std::string_view word) {
  if (word.empty() || word.size() > 8) return Kind::kNone;
  const std::uint64_t bytes = BytesOf(word);
  if ((bytes & Repeat(0x80)) == 0) {
    const std::uint64_t from_a = bytes + Repeat(0x80 - 'A');
    const std::uint64_t beyond_z = bytes + Repeat(0x80 - 'Z' - 1);
    return Find(bytes | (from_a & ~beyond_z & Repeat(0x80)) >> 2);
  }
  const std::string folded = FoldCase(word);
  if (folded.empty() || folded.size() > 8) return Kind::kNone;
  return Find(BytesOf(folded));
}

bool IsInitial(std::string_view word) {
  return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I';
}

}  // namespace

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
