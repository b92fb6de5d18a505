// Paragraphs of a document that repeat an earlier one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "framescope/document.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

struct Repeats {
  std::vector<bool> block;  // for each block: it repeats an earlier one
  std::uint32_t paragraphs = 0;
  std::uint32_t words = 0;  // in them
};

// Boilerplate, page heads, posts printed twice: a block repeats an earlier one
// when its words are the same, in order. Blocks of fewer than `least_words`
// words are left alone, since short lines may well be said twice. Linear.
Repeats FindRepeats(const Tokens& tokens, const std::vector<Block>& blocks,
                    std::uint32_t least_words = 4);

}  // namespace framescope
