// What may lie between two words of a phrase.
// Tested by tests/unit/match/phrase_gap_test.cpp.
#include "base/code_point.hpp"
#include "match/pattern_set.hpp"

namespace framescope {
namespace {

bool IsSpace(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

bool IsHyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool IsShortDash(char32_t c) { return c == 0x2012 || c == 0x2013; }

bool IsApostrophe(char32_t c) {
  return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201B ||
         c == 0x02BC || c == 0xFF07;
}

bool IsInvisible(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D ||
         c == 0x2060 || c == 0xFEFF;
}

}  // namespace

bool PhraseRunsThrough(std::string_view gap) {
  if (gap == " " || gap.empty()) return true;
  int hyphens = 0, dashes = 0;
  bool before = false, after = false;  // a space, seen from the hyphen
  for (std::size_t at = 0; at < gap.size();) {
    const CodePoint c = ReadUtf8(gap, at);
    if (c.size == 0) return false;
    at += c.size;
    if (IsSpace(c.value)) {
      (hyphens + dashes > 0 ? after : before) = true;
    } else if (IsHyphen(c.value)) {
      ++hyphens;
    } else if (IsShortDash(c.value)) {
      ++dashes;
    } else if (!IsApostrophe(c.value) && !IsInvisible(c.value)) {
      return false;
    }
  }
  if (hyphens + dashes > 1) return false;
  if (dashes == 1) return !before && !after;
  return hyphens == 0 || !(before && after);
}

}  // namespace framescope
