// OfficeText: the flow of an office document: paragraphs, boxes, notes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/block_builder.hpp"

namespace framescope {

// Paragraphs may hold text boxes with paragraphs of their own; those follow
// the paragraph that holds them. Notes follow the whole text. Borrows the
// document; for one thread.
class OfficeText {
 public:
  explicit OfficeText(Document* document)
      : document_(*document), builder_(document) {}

  void OpenParagraph();
  // Of the innermost open paragraph.
  void SetKind(BlockKind kind, int level, CellPlace place = {});
  void Text(std::string_view text);
  void Break();
  // What was added to the innermost open paragraph is not wanted.
  void Discard();
  void CloseParagraph();
  void PageBreak() { page_break_ = true; }
  // What follows stands on pages that are not known.
  void LeavePages() { pages_known_ = false; }

  // Paragraphs closed between these go to the end of the text.
  void OpenNote() { ++notes_open_; }
  void CloseNote() { notes_open_ -= notes_open_ > 0; }

  // Ends the text: notes are added, pages without breaks forgotten.
  void Finish();

 private:
  struct Paragraph {
    std::string text;  // '\n' is a break that the author put
    BlockKind kind = BlockKind::kParagraph;
    int level = 0;
    CellPlace place;
    std::uint32_t page = 1;
    bool note = false;
  };

  void Emit(const Paragraph& paragraph);

  Document& document_;
  BlockBuilder builder_;
  std::vector<Paragraph> open_;
  std::vector<Paragraph> deferred_;  // of boxes in the open paragraph
  std::vector<Paragraph> notes_;
  int notes_open_ = 0;
  std::uint32_t page_ = 1;
  bool page_break_ = false;
  bool pages_known_ = true;
};

}  // namespace framescope
