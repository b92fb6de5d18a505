// CompiledPatterns: what a PatternSet is made of.
//
// Every pattern is cut at an anchor, the word from which a search expects to
// read on least often. A search looks for anchors only, and from each reads on
// to the right in one automaton and, for patterns that have words before their
// anchor, to the left in another.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "match/asked_patterns.hpp"
#include "match/automaton.hpp"
#include "match/pattern_part.hpp"
#include "match/regex.hpp"
#include "match/surroundings.hpp"
#include "match/vocabulary.hpp"
#include "match/word_filter.hpp"

namespace framescope {

struct NumberedRegex {
  Regex regex;
  std::uint32_t pattern = 0;
};

// Immutable once built.
struct CompiledPatterns {
  CompiledPatterns(Vocabulary words, std::string_view kernel)
      : vocabulary(std::move(words)), anchors(kernel) {}

  // All but regular expressions.
  template <typename Archive>
  void Visit(Archive& archive) {
    archive(vocabulary, anchors, surroundings, forward, backward, parts,
            part_starts, asked, size);
  }

  Vocabulary vocabulary;
  WordFilter anchors;
  Surroundings surroundings;
  Automaton forward, backward;
  std::vector<PatternPart> parts;          // by pattern, then anchor
  std::vector<std::uint32_t> part_starts;  // by pattern: row of `parts`
  AskedPatterns asked;  // none unless they are asked for one by one
  std::vector<NumberedRegex> regexes;
  std::uint32_t size = 0;    // patterns
  std::uint64_t serial = 0;  // differs from that of any other in the process
};

}  // namespace framescope
