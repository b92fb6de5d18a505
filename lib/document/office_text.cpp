// The flow of an office document: paragraphs, boxes, notes.
#include "document/office_text.hpp"

#include <algorithm>
#include <utility>

namespace framescope {

void OfficeText::OpenParagraph() {
  Paragraph paragraph;
  paragraph.page = pages_known_ ? page_ : 0;
  paragraph.note = notes_open_ > 0;
  open_.push_back(std::move(paragraph));
}

void OfficeText::SetKind(BlockKind kind, int level, CellPlace place) {
  if (open_.empty()) return;
  open_.back().kind = kind;
  open_.back().level = level;
  open_.back().place = place;
}

void OfficeText::Text(std::string_view text) {
  if (open_.empty() || text.empty()) return;
  Paragraph& paragraph = open_.back();
  if (page_break_ && pages_known_) {
    page_break_ = false;
    ++page_;
    const bool empty =
        paragraph.text.find_first_not_of(" \n") == paragraph.text.npos;
    if (empty) paragraph.page = page_;
  }
  // Line ends in the XML are white space; only Break() makes one.
  for (const char c : text) paragraph.text += c == '\n' ? ' ' : c;
}

void OfficeText::Break() {
  if (!open_.empty()) open_.back().text += '\n';
}

void OfficeText::Discard() {
  if (!open_.empty()) open_.back().text.clear();
}

void OfficeText::Emit(const Paragraph& paragraph) {
  builder_.SetPage(paragraph.page);
  builder_.Begin(paragraph.kind, paragraph.level, paragraph.place);
  std::string_view rest = paragraph.text;
  for (;;) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    builder_.Add(rest.substr(0, end));
    if (end == rest.size()) break;
    builder_.Break();
    rest.remove_prefix(end + 1);
  }
  builder_.End();
}

void OfficeText::CloseParagraph() {
  if (open_.empty()) return;
  Paragraph paragraph = std::move(open_.back());
  open_.pop_back();
  if (paragraph.note) {
    notes_.push_back(std::move(paragraph));
  } else if (!open_.empty()) {
    deferred_.push_back(std::move(paragraph));
  } else {
    Emit(paragraph);
    for (const Paragraph& box : deferred_) Emit(box);
    deferred_.clear();
  }
}

void OfficeText::Finish() {
  while (!open_.empty()) CloseParagraph();
  for (const Paragraph& note : notes_) Emit(note);
  if (page_ > 1) return;
  for (Block& block : document_.blocks) block.page = 0;
}

}  // namespace framescope
