// Plain text to blocks: which line breaks end a block and which only wrap.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/line.hpp"
#include "framescope/document.hpp"

namespace framescope {

struct Kernel;

// Finds the blocks of texts, one after the other, in memory that is kept.
// Belongs to one thread.
//
// Empty lines part paragraphs. A break between two lines that are not
// empty is a wrap when the next line's first word would not have fitted, or
// when the sentence plainly runs on; else it ends the block. Form feeds count
// pages. Lines that open with `>` are quotations. Linear in the text.
class ParagraphFinder {
 public:
  ParagraphFinder();  // with the fastest kernel
  // All kernels find the same.
  void Use(const Kernel* kernel) { kernel_ = kernel; }

  // Sets the blocks of `text` and where lines begin; the latter may be null.
  void Find(std::string_view text, std::vector<Block>* blocks,
            std::vector<std::uint32_t>* line_starts);

 private:
  const Kernel* kernel_;
  std::vector<Line> lines_;  // of the paragraph at hand
};

// Sets blocks and line starts of `document` from its text, which stays as it
// is.
void AddPlainTextBlocks(Document* document);

// The same and the title, which must be empty, with a finder that is kept.
void ReadPlainText(ParagraphFinder* finder, Document* document);

// The title of plain text: its first block, when that is one short line.
void TitleFromFirstLine(Document* document);

}  // namespace framescope
