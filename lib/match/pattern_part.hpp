// PatternPart: one way to match a pattern.
#pragma once

#include <algorithm>
#include <cstdint>

namespace framescope {

// As both automata accept it.
struct PatternPart {
  std::uint32_t pattern = 0;
  std::uint32_t anchor = 0;  // its element
  std::uint32_t before = 0;  // words that may stand before the anchor, at most
  std::uint32_t after = 0;

  // What an automaton accepts: the number of a part, and whether there may be
  // words on the other side of the anchor too, which the other automaton reads.
  static constexpr std::uint32_t kGoesOn = 0x80000000;
};

// How many words the parts of a pattern may have before and behind their
// anchors, at most.
struct Extent {
  std::uint32_t before = 0, after = 0;

  void Add(const PatternPart& part) {
    before = std::max(before, part.before);
    after = std::max(after, part.after);
  }
};

}  // namespace framescope
