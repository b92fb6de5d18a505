// The abbreviations after which an English sentence goes on.
#pragma once

#include <cstdint>
#include <string_view>

namespace framescope {

// Whether a sentence goes on though a boundary follows `word`, which a full
// stop and white space follow, and `next` begins what comes after. `before` is
// the word before `word` in the sentence, or empty. Case does not matter but
// for initials.
bool GoesOnAfter(std::string_view before, std::string_view word,
                 std::string_view next);

// False when GoesOnAfter is false for text[begin, end) whatever comes before
// and after. Takes no branch that depends on the word's length.
bool MayGoOnAfter(std::string_view text, std::uint32_t begin,
                  std::uint32_t end);

}  // namespace framescope
