// The abbreviations after which an English sentence goes on.
#pragma once

#include <string_view>

namespace framescope {

// Whether a sentence goes on though a boundary follows `word`, which a full
// stop and white space follow, and `next` begins what comes after. `before` is
// the word before `word` in the sentence, or empty. Case does not matter but
// for initials.
bool GoesOnAfter(std::string_view before, std::string_view word,
                 std::string_view next);

}  // namespace framescope
