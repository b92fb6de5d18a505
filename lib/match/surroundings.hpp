// Surroundings: what must stand around an anchor.
//
// A pattern needs certain words at certain places near its anchor. Of those the
// least likely are asked for, so that a search reads on only from anchors of
// which something nearly always comes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "match/anchor.hpp"
#include "match/hash_table.hpp"
#include "match/neighbours.hpp"
#include "match/pattern_facts.hpp"
#include "match/word_bytes.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class Surroundings {
 public:
  // Adds a pattern that is cut at an anchor with this element.
  void Add(std::uint32_t anchor, const AnchoredPattern& pattern,
           PatternFacts* facts);
  // Call once, with the number of elements.
  void Finish(std::uint32_t elements);

  // What the patterns with an anchor need, one for each. Of many there is one
  // for all, which asks for what any of them needs first; and where one of them
  // does without, one that needs nothing.
  std::span<const Needs> Of(std::uint32_t anchor) const {
    return std::span(needs_).subspan(starts_[anchor],
                                     starts_[anchor + 1] - starts_[anchor]);
  }
  // By the numbers that stand in needs.
  const NeighbourWords* sets() const { return sets_.data(); }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(needs_, starts_, sets_);
  }

 private:
  struct Pattern {
    std::uint32_t anchor = 0;
    Needs needs;
    friend auto operator<=>(const Pattern&, const Pattern&) = default;
  };

  bool FindNeed(const Companion& companion, PatternFacts* facts, Need* need);
  Need AnyFirst(std::span<const Pattern> patterns);

  std::vector<Needs> needs_;           // by anchor
  std::vector<std::uint32_t> starts_;  // by element: row of `needs_`
  std::vector<NeighbourWords> sets_;
  // Until Finish().
  std::vector<Pattern> patterns_;
  StringIndex set_numbers_;  // by the bytes of a set
  FirstBytes first_;         // of one companion
};

}  // namespace framescope
