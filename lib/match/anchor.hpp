// Anchors: at which of its words a pattern is looked for first.
#pragma once

#include <cstdint>
#include <vector>

#include "match/neighbours.hpp"
#include "match/pattern_facts.hpp"

namespace framescope {

// A place that no match of a pattern lacks, near its anchor: the place begins,
// on the way away from the anchor, `least` to `most` words from it, at most
// Places::kReach.
struct Companion {
  const PatternNode* node = nullptr;
  Reading reading = Reading::kForward;
  std::uint32_t least = 1, most = 1;
  // How often in a million cases its words are expected there by chance.
  std::uint64_t chance = 0;

  std::uint32_t places() const {
    return Places::Between(reading == Reading::kForward, least, most);
  }
};

// One way to match a pattern: the words of `before`, then one of `words`, the
// anchor, then the words of `after`.
struct AnchoredPattern {
  NodeRow before;
  WordNumbers words;
  NodeRow after;
  std::vector<Companion> companions;  // the least likely first
};

// Cuts `sequence`, which matches at least one word, at the place where a
// search expects to go on least often: where the words are rare, and beside
// what is rare. A place with phrases among its alternatives gives one result
// for all its single words and one for each phrase, so that the results grow by
// the sum of the alternatives of one place, never by a product.
std::vector<AnchoredPattern> AnchorPattern(const PatternSequence& sequence,
                                           PatternFacts* facts);

}  // namespace framescope
