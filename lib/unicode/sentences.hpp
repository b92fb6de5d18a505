// From sentence boundaries to sentences: abbreviations joined, white space
// trimmed, every word in exactly one sentence.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "framescope/document.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Whether a sentence goes on though a boundary follows `word`, which a full
// stop and white space follow, and `next` begins what comes after. `before` is
// the word before `word` in the sentence, or empty. English only.
bool GoesOnAfter(std::string_view before, std::string_view word,
                 std::string_view next);

// Appends the sentences of `block` to out->sentences. `boundaries` are those
// of the break iterator inside the block, ascending, its end included;
// out->words from `first_word` on are the block's. A stretch without a word
// goes to the sentence before it, or else to the one after; a block without a
// word has no sentence. Linear.
void AppendSentences(std::string_view text, const Block& block,
                     std::uint32_t block_index,
                     std::span<const std::uint32_t> boundaries,
                     std::uint32_t first_word, bool english, Segments* out);

}  // namespace framescope
