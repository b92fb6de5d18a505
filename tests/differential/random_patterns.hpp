// For tests: random patterns, the texts they may occur in, and lexicons of
// them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "differential/random.hpp"
#include "framescope/lexicon.hpp"
#include "match/pattern.hpp"
#include "unicode/segmenter.hpp"
#include "unit/match/find_patterns.hpp"

namespace framescope {

// What patterns and texts are made of.
struct PatternWords {
  std::vector<std::string> in_patterns, in_texts;
  std::vector<WordClass> classes;
  SpellingPairs spelling;
};

inline std::vector<std::string> CutAtBars(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == '|') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

// Words of few letters, which stems of no length to speak of describe.
inline const PatternWords& Letters() {
  static const PatternWords words = {
      {"a", "b", "c", "a", "b", "ab", "cab", "a*", "*b", "?", "c?b", "*a*",
       "=Ab", "{k}", "a~b", "ab-c"},
      {"a", "b", "c", "A", "ab", "Ab", "bab", "cab", "abc", "a\u2019s"},
      {{"k", {"a", "b c", "c*"}}},
      {{"ab", "bab"}, {"-caa", "-cab"}}};
  return words;
}

// Words as they are, rare and common: with companions, with hashes that some
// share, longer than what is remembered of a word, and beyond ASCII.
inline const PatternWords& Prose() {
  static const PatternWords words = {
      CutAtBars("people|vulnerable|of|the|community|communit*|communicat*|"
                "disproportionately|disproportionate*|fix|fix*|wom?n|care|"
                "car*|ca*|=GP|gp|caf\u00e9|na\u00efv*|{person}|{rare}|"
                "co~production|service|*ness|organise|it's"),
      CutAtBars("people|People|people's|PEOPLE\u2019S|peo\u00adple|"
                "\uff50eople|vulnerable|Vulnerability|of|of|the|The|"
                "community|communities|communicating|disproportionately|"
                "disproportionate|disproportionateness|Disproportionately|"
                "disproportionately's|fix|fixes|fix's|women|woman\u2019s|"
                "care|cares|cafe|cafe\u0301|caf\u00e9\u2019s|na\u00efve|"
                "nai\u0308vely|GP|gps|GP's|gp|co-production|coproduction|"
                "co production|service|services|services\u0301|\u00fcber|"
                "organi\u017fe|organize|it's|it\u2019s|its|of|to"),
      {{"person", {"people", "wom?n", "service user*", "gp"}},
       {"rare",
        {"vulnerable", "disproportionate*", "caf\u00e9", "the community"}}},
      {{"organise", "organize"}, {"-ise", "-ize"}}};
  return words;
}

inline std::string RandomGap(Random* random) {
  const std::uint32_t least = random->Below(3);
  const std::uint32_t most =
      random->Below(8) == 0 ? 8 : least + random->Below(4);
  return '<' + std::to_string(least) + '-' + std::to_string(most) + '>';
}

// Of any shape. Not all can be read.
inline std::string RandomShape(Random* random, const PatternWords& words,
                               int depth) {
  std::string out;
  const std::uint32_t items = 1 + random->Below(3);
  for (std::uint32_t i = 0; i < items; ++i) {
    if (i > 0) out += " ";
    const std::uint32_t kind = depth > 0 ? random->Below(8) : 0;
    if (kind < 5) {
      out += random->Of(words.in_patterns);
    } else {
      out += kind < 7 ? "(" : "[";
      out += RandomShape(random, words, depth - 1);
      for (std::uint32_t k = random->Below(3); k > 0; --k) {
        out += "|" + RandomShape(random, words, depth - 1);
      }
      out += kind < 7 ? ")" : "]";
    }
    if (random->Below(5) == 0) {
      out += ' ' + RandomGap(random) + ' ' + random->Of(words.in_patterns);
    }
  }
  return out;
}

inline std::string RandomPattern(Random* random, const PatternWords& words,
                                 int depth) {
  static const auto segmenter = Segmenter::Create("en-GB", "").value();
  for (;;) {
    std::string pattern = RandomShape(random, words, depth);
    if (ParsePattern(pattern, segmenter.get()).ok()) return pattern;
  }
}

// Of up to `most` words, to the last byte of the last one or beyond it.
inline std::string RandomWords(Random* random, const PatternWords& words,
                               std::uint32_t most) {
  const std::vector<std::string> gaps = {" ",  " ",  " ",   " ", "-", "\n",
                                         ", ", ". ", " - ", "–", "’ "};
  std::string out;
  for (std::uint32_t i = random->Below(most); i > 0; --i) {
    out += random->Of(words.in_texts);
    if (i > 1 || random->Below(2) == 0) {
      out += random->Below(2) == 0 ? " " : random->Of(gaps);
    }
  }
  return out;
}

// Categories on two axes and beside them, some entries, and at times masks,
// with patterns that are nested so deep. `when`: gives the conditions of each.
template <typename When>
Lexicon::Content RandomLexicon(Random* random, const PatternWords& words,
                               int depth, const When& when) {
  Lexicon::Content content;
  content.axes.resize(2);
  content.classes = words.classes;
  content.spelling = words.spelling;
  for (std::uint32_t i = 0; i < 6; ++i) {
    Category category;
    category.axis = i < 4 ? i / 2 : kNone;
    category.pole = i % 2 == 0 ? Pole::kNegative : Pole::kPositive;
    content.categories.push_back(category);
  }
  for (std::uint32_t i = 1 + random->Below(8); i > 0; --i) {
    Entry entry;
    entry.pattern = RandomPattern(random, words, depth);
    entry.category = random->Below(6);
    entry.weight = static_cast<int>(1 + random->Below(3));
    entry.when = when();
    content.entries.push_back(entry);
  }
  for (std::uint32_t i = random->Below(3); i > 0; --i) {
    Mask mask;
    mask.pattern = RandomPattern(random, words, depth);
    if (random->Below(2) == 0) mask.hides = random->Below(16);
    if (random->Below(4) == 0) mask.hides_categories = {random->Below(6)};
    mask.when = when();
    content.masks.push_back(mask);
  }
  return content;
}

}  // namespace framescope
