// Plain text to blocks: which line breaks end a block and which only wrap.
#pragma once

#include "framescope/document.hpp"

namespace framescope {

// Sets blocks and line starts of `document` from its text, which stays as it
// is. Empty lines part paragraphs. A break between two lines that are not
// empty is a wrap when the next line's first word would not have fitted, or
// when the sentence plainly runs on; else it ends the block. Form feeds count
// pages. Lines that open with `>` are quotations. Linear in the text.
void AddPlainTextBlocks(Document* document);

// The title of plain text: its first block, when that is one short line.
void TitleFromFirstLine(Document* document);

}  // namespace framescope
