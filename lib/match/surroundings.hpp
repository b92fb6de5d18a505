// Surroundings: what must stand around an anchor.
//
// An anchor leads on only where a word may stand that some pattern needs which
// has that anchor. Of each pattern the place is asked for, on either side,
// where its words are least likely by chance.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "match/anchor.hpp"
#include "match/pair_filter.hpp"
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

  // What an anchor needs, each of both.
  const std::array<Wanted, 2>& Of(std::uint32_t anchor) const {
    return wanted_[anchor];
  }
  const PairFilter& pairs() const { return pairs_; }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(pairs_, wanted_);
  }

 private:
  // Where a pattern asks for nothing: on one side, or at all.
  enum Side : std::uint8_t { kAfter, kBefore, kBetter };
  static constexpr std::size_t kSides = 3;

  struct Note {
    std::uint32_t anchor = 0;
    std::uint32_t reach = 0;  // of a Wanted
    std::uint64_t bytes = 0;
    Side side = kAfter;
    bool is_better = false;  // the side is the better one of the pattern
  };

  bool AddSide(std::uint32_t anchor, Side side, bool is_better,
               const Companion& companion, PatternFacts* facts);

  PairFilter pairs_;
  std::vector<std::array<Wanted, 2>> wanted_;  // by element
  // Until Finish().
  std::vector<Note> notes_;
  std::array<std::vector<std::uint32_t>, kSides> free_;  // need nothing there
  FirstBytes first_;                                     // of one companion
};

}  // namespace framescope
