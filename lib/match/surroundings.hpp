// Surroundings: what must stand around an anchor.
//
// A pattern needs certain words at certain places near its anchor. All of those
// are asked for, the least likely first, so that a search reads on only from
// anchors of which something nearly always comes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "match/anchor.hpp"
#include "match/hash_table.hpp"
#include "match/pair_filter.hpp"
#include "match/pattern_facts.hpp"
#include "match/word_bytes.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class Surroundings {
 public:
  // What one pattern needs, the least likely first; behind what it needs it
  // needs nothing.
  static constexpr std::size_t kMost = 3;
  using Needs = std::array<Wanted, kMost>;

  // Adds a pattern that is cut at an anchor with this element.
  void Add(std::uint32_t anchor, const AnchoredPattern& pattern,
           PatternFacts* facts);
  // Call once, with the number of elements.
  void Finish(std::uint32_t elements);

  // What the patterns with an anchor need. Of very many no more is known than
  // that they may stand anywhere.
  std::span<const Needs> Of(std::uint32_t anchor) const {
    return std::span(needs_).subspan(starts_[anchor],
                                     starts_[anchor + 1] - starts_[anchor]);
  }
  // How far behind the first of all those of an anchor begin.
  std::uint32_t FirstOf(std::uint32_t anchor) const { return starts_[anchor]; }
  const Needs& at(std::uint32_t index) const { return needs_[index]; }
  const PairFilter& pairs() const { return pairs_; }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(pairs_, needs_, starts_);
  }

 private:
  // Until there are rows, the number of a set stands in place of a row.
  struct Pattern {
    std::uint32_t anchor = 0;
    Needs needs;
    friend auto operator<=>(const Pattern&, const Pattern&) = default;
  };

  bool FindWanted(const Companion& companion, PatternFacts* facts,
                  Wanted* wanted);
  std::vector<PairFilter::Row> AddRows();
  void FillRow(PairFilter::Row row, std::string_view set);

  PairFilter pairs_;
  std::vector<Needs> needs_;           // by anchor
  std::vector<std::uint32_t> starts_;  // by element: row of `needs_`
  // Until Finish().
  std::vector<Pattern> patterns_;
  StringIndex sets_;   // of words, as FindWanted() writes them
  FirstBytes first_;   // of one companion
  std::string bytes_;  // of one set
};

}  // namespace framescope
