// Terms of other tools (words, phrases, globs) as patterns of ours.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "unicode/segmenter.hpp"

namespace framescope {

// Which characters of a format's terms are wildcards; all others are
// themselves.
struct TermSyntax {
  bool star = true;      // * stands for any letters or none
  bool question = true;  // ? stands for one letter
};

// A term as a pattern.
struct TermPattern {
  std::string pattern;
  std::string unmatchable;  // why no text can hold it, or ""
};

// Turns terms into patterns that always compile. A term whose punctuation no
// phrase runs through becomes a regular expression over the same characters;
// a term without a word stays as it is and is said to be unmatchable. For one
// thread.
class TermReader {
 public:
  TermPattern Read(std::string_view term, const TermSyntax& syntax);

 private:
  enum class Shape { kPhrase, kPunctuated, kWordless };
  Shape ShapeOf(std::string_view term);

  std::unique_ptr<Segmenter> segmenter_;
  Segments segments_;
};

// Without spaces at the ends, and with one space for each run of spaces, tabs
// and no-break spaces; other control characters vanish.
std::string NormalisedTerm(std::string_view term);

// The term that TermReader made the regular expression `pattern` of, with
// kStar and kQuestion for wildcards; nothing for other regular expressions.
std::optional<std::string> TermOfRegex(std::string_view pattern);

// Stand for wildcards in a term, apart from the characters themselves.
inline constexpr char kStar = '\x01';
inline constexpr char kQuestion = '\x02';

}  // namespace framescope
