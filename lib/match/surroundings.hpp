// Surroundings: what must stand around an anchor.
//
// A pattern needs certain words at certain places near its anchor. Of those the
// least likely are asked for, so that a search reads on only from anchors of
// which something nearly always comes. What is found there may be wanted only
// near other words, which is asked before as well.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "match/anchor.hpp"
#include "match/guard.hpp"
#include "match/hash_table.hpp"
#include "match/neighbours.hpp"
#include "match/pattern_facts.hpp"
#include "match/word_bytes.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class Surroundings {
 public:
  // Adds a pattern that is cut at an anchor with this element and has other
  // words. Its guards are about the words around the anchor.
  void Add(std::uint32_t anchor, const AnchoredPattern& pattern,
           std::span<const Guard> guards, PatternFacts* facts);
  // Call once, with the number of elements.
  void Finish(std::uint32_t elements);

  // The rows of an anchor, one for each pattern; those of patterns with words
  // only before the anchor come last. More than kMostPatterns of either kind
  // share one row, which asks for any of their first needs. Where a pattern of
  // a kind needs nothing, the one row of that kind needs nothing.
  Span RowsOf(std::uint32_t anchor) const {
    return {starts_[anchor], starts_[anchor + 1]};
  }
  enum Side : std::uint32_t { kBefore = 1, kAfter = 2 };
  struct Row {
    Needs needs;
    std::uint32_t guards = 0;  // the number of a list, which is 0 for none
    std::uint32_t sides = 0;   // of the anchor where there may be words
    friend auto operator<=>(const Row&, const Row&) = default;
  };
  const Row& row(std::uint32_t number) const { return rows_[number]; }
  // By the numbers that stand in needs.
  const NeighbourWords* sets() const { return sets_.data(); }
  std::span<const Guard> GuardList(std::uint32_t number) const {
    return std::span(guards_).subspan(
        guard_starts_[number],
        guard_starts_[number + 1] - guard_starts_[number]);
  }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(rows_, starts_, sets_, guards_, guard_starts_);
  }

 private:
  struct Pattern {
    std::uint32_t anchor = 0;
    Row row;
    friend auto operator<=>(const Pattern&, const Pattern&) = default;
  };

  bool FindNeed(const Companion& companion, PatternFacts* facts, Need* need);
  std::uint32_t AddGuards(std::span<const Guard> guards);
  void AddRows(std::span<const Pattern> patterns);
  Row OneFor(std::span<const Pattern> patterns);
  Need AnyFirst(std::span<const Pattern> patterns);

  std::vector<Row> rows_;
  std::vector<std::uint32_t> starts_;  // by element: its first row
  std::vector<NeighbourWords> sets_;
  std::vector<Guard> guards_;                         // by list
  std::vector<std::uint32_t> guard_starts_ = {0, 0};  // by list
  // Until Finish().
  std::vector<Pattern> patterns_;
  StringIndex set_numbers_;    // by the bytes of a set
  StringIndex guard_numbers_;  // by the bytes of a list that is not empty
  FirstBytes first_;           // of one companion
};

}  // namespace framescope
