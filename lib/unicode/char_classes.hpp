// CharClasses: what the bitmap segmenter knows of characters, learnt from the
// linked ICU, so that another version of its rules changes nothing here.
#pragma once

#include <cstdint>

#include "unicode/break_table.hpp"
#include "unicode/sentence_scanner.hpp"

namespace framescope {

// How a character behaves at the ends of words and sentences; none of these
// bits: as a blank or '!' does for words, and as a blank or letter does for
// sentences.
using CharClass = std::uint8_t;
inline constexpr CharClass kLetter = 1;
inline constexpr CharClass kDigit = 2;
inline constexpr CharClass kJoiner = 4;       // _
inline constexpr CharClass kMid = 8;          // between letters or digits: ' .
inline constexpr CharClass kMidDigit = 16;    // between digits: , ;
inline constexpr CharClass kTerminator = 32;  // may end a sentence
// Beside kComplex: part of the letter or blank before it, as the word joiner
// and the soft hyphen are.
inline constexpr CharClass kIgnored = 64;
// None of these: the rules decide, character by character.
inline constexpr CharClass kComplex = 128;

// Immutable once learnt. Code points not in the tables are complex.
struct CharClasses {
  // By byte; 0 above 0x7F.
  alignas(64) CharClass ascii[256] = {};
  // U+0080 to U+07FF: nothing, a letter, complex; with kTerminator or not.
  alignas(64) CharClass two_bytes[0x800] = {};
  // U+2000 to U+2FFF: nothing, kMid, complex; with kTerminator or not.
  alignas(64) CharClass e2[0x1000] = {};

  CharClass Of(char32_t c) const {
    if (c < 0x80) return ascii[c];
    if (c < 0x800) return two_bytes[c - 0x80];
    return c >= 0x2000 && c < 0x3000 ? e2[c - 0x2000] : kComplex;
  }
};

// Letters, digits, "_", "'", "." and "," stand for the characters that no rule
// of `words` tells from them. A character that ends every word, tried next to
// each of those, is a blank. All others are complex. Costs about 50
// microseconds.
CharClasses LearnCharClasses(const BreakTable& words,
                             const SentenceRules& sentences);

}  // namespace framescope
