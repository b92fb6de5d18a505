// From sentence boundaries to sentences: abbreviations joined, white space
// trimmed, every word in exactly one sentence.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "framescope/document.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Where sentences end, and how many of a text's words begin before.
struct SentenceEnds {
  std::span<const std::uint32_t> ends;   // ascending
  std::span<const std::uint32_t> words;  // of each end
  std::uint32_t first_word = 0;          // words before all of them
};

// Appends the sentences of `blocks`, the first of which has the number
// `first_block`, to out->sentences, and sets out->sentences_to of them. `found`
// are the boundaries of the break iterator inside the blocks, the end of each
// block among them; out->words are there. A stretch without a word goes to the
// sentence before it, or else to the one after; a block without a word has no
// sentence. Linear.
void AppendSentences(std::string_view text, std::span<const Block> blocks,
                     std::uint32_t first_block, const SentenceEnds& found,
                     bool english, Segments* out);

}  // namespace framescope
