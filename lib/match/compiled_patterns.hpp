// CompiledPatterns: what a PatternSet is made of.
//
// Every pattern is cut at an anchor, its rarest word. A search looks for
// anchors only, and from each reads on to the right in one automaton and, for
// patterns that have words before their anchor, to the left in another.
#pragma once

#include <cstdint>
#include <vector>

#include "match/automaton.hpp"
#include "match/regex.hpp"
#include "match/surroundings.hpp"
#include "match/vocabulary.hpp"
#include "match/word_filter.hpp"

namespace framescope {

// One way to match a pattern, as both automata accept it.
struct PatternPart {
  std::uint32_t pattern = 0;
  std::uint32_t anchor = 0;  // its element
  std::uint32_t before = 0;  // words that may stand before the anchor, at most
  std::uint32_t after = 0;
};

// What is known of a pattern that is asked for by itself.
struct AskedPattern {
  // Its anchors, by codes, and exactly enough in `asked_anchors`.
  NeighbourWords anchors;
  RowFilter::Row row;
  std::uint32_t before = 0, after = 0;  // words around an anchor, at most
};

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
            part_starts, asked, asked_anchors, size);
  }

  Vocabulary vocabulary;
  WordFilter anchors;
  Surroundings surroundings;
  Automaton forward, backward;
  std::vector<PatternPart> parts;          // by pattern, then anchor
  std::vector<std::uint32_t> part_starts;  // by pattern: row of `parts`
  // By pattern where they are asked for one by one; else both are empty.
  std::vector<AskedPattern> asked;
  RowFilter asked_anchors;
  std::vector<NumberedRegex> regexes;
  std::uint32_t size = 0;    // patterns
  std::uint64_t serial = 0;  // differs from that of any other in the process
};

}  // namespace framescope
