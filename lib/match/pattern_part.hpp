// PatternPart: one way to match a pattern.
#pragma once

#include <cstdint>

namespace framescope {

// As both automata accept it.
struct PatternPart {
  std::uint32_t pattern = 0;
  std::uint32_t anchor = 0;  // its element
  std::uint32_t before = 0;  // words that may stand before the anchor, at most
  std::uint32_t after = 0;
};

}  // namespace framescope
