// What the portable segmenter knows of characters, learnt from the linked ICU.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "framescope/status.hpp"
#include "unicode/icu_breaks.hpp"

namespace framescope {

// How a character behaves at word boundaries. kComplex: as none of the others.
enum class WordRole : std::uint8_t {
  kComplex,
  kOther,
  kSpace,  // ASCII white space, where every word ends
  kLetter,
  kDigit,
  kJoiner,   // _
  kMid,      // between letters or between digits: ' .
  kMidDigit  // between digits: , ;
};

// Sentence_Break of a character. kComplex: Extend, Format, separators and all
// that is not in the table.
enum class SentenceRole : std::uint8_t {
  kComplex,
  kOther,
  kSpace,
  kLower,
  kUpper,
  kLetter,
  kDigit,
  kStop,        // may end a sentence or an abbreviation: .
  kTerminator,  // ! ?
  kClose,
  kContinue  // , : -
};

inline constexpr char32_t kKnownCharacters = 0x2030;

// Immutable.
struct CharClasses {
  std::array<WordRole, kKnownCharacters> words{};
  std::array<SentenceRole, kKnownCharacters> sentences{};

  WordRole word(char32_t c) const {
    return c < kKnownCharacters ? words[c] : WordRole::kComplex;
  }
  SentenceRole sentence(char32_t c) const {
    return c < kKnownCharacters ? sentences[c] : SentenceRole::kComplex;
  }
};

// Fills in ASCII, Latin-1 and general punctuation. Words: by trying each
// character in a few short strings with `breaks`, ICU's word iterator of the
// locale; what behaves like none of the classes is complex, so that no rule of
// another version or locale is missed. Sentences: by Unicode's property.
// Costs about a millisecond.
Result<std::unique_ptr<const CharClasses>> LearnCharClasses(IcuBreaks* breaks);

}  // namespace framescope
