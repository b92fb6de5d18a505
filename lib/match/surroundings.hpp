// Surroundings: what must stand on one side of an anchor.
//
// An anchor leads on only where, for one of the patterns that have it, a word
// may stand at the place on that side where it is least likely by chance.
#pragma once

#include <cstdint>
#include <vector>

#include "match/anchor.hpp"
#include "match/pair_filter.hpp"
#include "match/word_bytes.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class Surroundings {
 public:
  // One of the patterns that have the element `anchor` for their anchor needs
  // a word that begins with `first` at a distance of the companion.
  void Need(std::uint32_t anchor, const Companion& companion,
            const FirstBytes& first);
  // One of them needs nothing.
  void NeedNothing(std::uint32_t anchor);
  // Call once, with the number of elements.
  void Finish(std::uint32_t elements);

  const Wanted& wanted(std::uint32_t anchor) const { return wanted_[anchor]; }
  // What those are of.
  const PairFilter& pairs() const { return pairs_; }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(pairs_, wanted_);
  }

 private:
  // The place is one of a Wanted.
  struct Note {
    std::uint32_t anchor = 0, place = 0;
    std::uint64_t bytes = 0;
  };

  PairFilter pairs_;
  std::vector<Wanted> wanted_;  // by element
  // Until Finish().
  std::vector<Note> notes_;
  std::vector<std::uint32_t> free_;  // anchors that need nothing
};

}  // namespace framescope
