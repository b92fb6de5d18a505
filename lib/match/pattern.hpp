// Patterns as parsed: the syntax of docs/lexicon-format.md as a small tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/status.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {

inline constexpr std::size_t kMaxPatternBytes = 512;
inline constexpr int kMaxNesting = 8;
inline constexpr int kMaxGap = 8;
inline constexpr int kMaxJoined = 4;  // words tied by ~

// Stand for * and ? inside a folded word.
inline constexpr char kAnyLetters = '\x01';
inline constexpr char kOneLetter = '\x02';

// One word of a pattern: a key as TypeTable makes them, with wildcards.
struct PatternWord {
  std::string key;
  bool exact_case = false;  // then the key is not case-folded
  friend bool operator==(const PatternWord&, const PatternWord&) = default;
};

struct PatternNode;
using PatternSequence = std::vector<PatternNode>;

struct PatternNode {
  enum class Kind : std::uint8_t { kWord, kClass, kGap, kGroup };
  Kind kind = Kind::kWord;
  PatternWord word;
  std::string class_name;
  std::uint32_t number = 0;          // of the word or class, once it has one
  std::uint8_t least = 0, most = 0;  // of a gap
  bool optional = false;             // of a group
  std::vector<PatternSequence> alternatives;  // of a group; none is empty
};

struct Pattern {
  PatternSequence sequence;  // matches at least one word
  std::string regex;         // the source between slashes; else empty
};

// Parses `text`; `segmenter` splits its words as it splits texts. Fails with
// kParse and the column.
Result<Pattern> ParsePattern(std::string_view text, Segmenter* segmenter);

// Whether `sequence` can match no words at all.
bool MatchesNothing(const PatternSequence& sequence);

}  // namespace framescope
