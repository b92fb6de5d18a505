// The slow and obvious twin of AddPlainTextBlocks().
#pragma once

#include "framescope/document.hpp"

namespace framescope::reference {

// Sets blocks and line starts of `document` from its text.
void AddPlainTextBlocks(Document* document);

}  // namespace framescope::reference
