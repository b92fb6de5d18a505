// Regex: one bounded regular expression over a sentence.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/status.hpp"

namespace framescope {

// Immutable; shared by threads.
class Regex {
 public:
  // Compiles `source`, Boost's Perl syntax without back-references, recursion,
  // look-behind, nested unbounded repeats, counts above 64 or brackets more
  // than 32 deep; it must not match the empty string. Case-insensitive.
  // Fails with kParse; where().offset is a byte of `source`.
  static Result<Regex> Compile(std::string_view source);

  // The longest run of three or more ASCII letters, in lower case, that every
  // match contains, or "".
  const std::string& literal() const { return literal_; }

  // Whether `word` contains literal(), without regard to case.
  bool LiteralIn(std::string_view word) const;

  // Appends the matches in text[sentence], from the left and not overlapping,
  // as byte offsets of `text`. Line breaks read as spaces. Returns false when
  // a search needed more than a million steps; what it found until then stays.
  bool Find(std::string_view text, Span sentence, std::vector<Span>* out) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
  std::string literal_;
};

}  // namespace framescope
