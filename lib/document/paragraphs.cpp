// Plain text to blocks: which line breaks end a block and which only wrap.
//
// The idea: text is wrapped at a width that its own lines give away, the
// longest of the neighbours. If the first word of the next line would still
// have fitted, somebody ended the line on purpose.
//
// Tested by tests/differential/paragraphs_test.cpp.
#include "document/paragraphs.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/code_point.hpp"
#include "document/block_builder.hpp"
#include "document/line_scanner.hpp"
#include "unicode/kernel.hpp"
#include "unicode/lines.hpp"

namespace framescope {
namespace {

constexpr std::uint32_t kNarrowest = 45;  // columns that text is wrapped at
constexpr std::uint32_t kWidest = 120;
constexpr std::uint32_t kRunsOn = 25;  // a shorter line is not half a sentence
constexpr std::size_t kNeighbours = 8;

// Makes blocks of paragraphs: runs of lines without an empty one between.
class Paragraphs {
 public:
  // Borrows both; `lines` is working memory.
  Paragraphs(std::vector<Line>* lines, std::vector<Block>* blocks)
      : blocks_(*blocks), lines_(*lines) {
    blocks_.clear();
    lines_.clear();
  }

  // The next line, to be filled and then added or left out.
  Line* Open() { return &lines_.emplace_back(); }
  void Add() { LookAtStart(&lines_.back()); }
  void LeaveOut() { lines_.pop_back(); }
  void Flush();

 private:
  std::uint32_t WidthAround(std::size_t i) const;
  bool Fits(std::size_t i) const;
  bool Wraps(std::size_t i, bool continued) const;
  bool OpensItem(std::size_t i, bool ended, bool fits) const;
  void Emit(std::size_t first, std::size_t last);
  void Settle(BlockKind next, std::uint32_t next_columns);

  std::vector<Block>& blocks_;
  std::vector<Line>& lines_;
  bool may_head_ = false;      // the last block may be a heading
  std::uint32_t columns_ = 0;  // of the last block, if it may
};

// The width that the lines around line i were wrapped at, as far as they
// tell; line i itself is left out.
std::uint32_t Paragraphs::WidthAround(std::size_t i) const {
  std::uint32_t width = std::max(kNarrowest, lines_[i + 1].columns);
  const std::size_t low = i > kNeighbours ? i - kNeighbours : 0;
  const std::size_t high = std::min(lines_.size(), i + 2 + kNeighbours);
  for (std::size_t j = i; j-- > low && lines_[j].columns <= kWidest;) {
    width = std::max(width, lines_[j].columns);
  }
  for (std::size_t j = i + 2; j < high && lines_[j].columns <= kWidest; ++j) {
    width = std::max(width, lines_[j].columns);
  }
  return width;
}

// Whether the first word of line i + 1 would have fitted on line i.
bool Paragraphs::Fits(std::size_t i) const {
  const Line& line = lines_[i];
  const Line& next = lines_[i + 1];
  const auto fits = [&](std::uint32_t width) {
    return line.columns + 2 <= width &&
           line.columns + 1 + FirstWord(next) <= width;
  };
  return fits(std::max(kNarrowest, next.columns)) ||
         fits(std::max(WidthAround(i), line.columns));
}

// Whether line i + 1 opens a list item. `ended` says whether line i ends like a
// sentence.
bool Paragraphs::OpensItem(std::size_t i, bool ended, bool fits) const {
  const Line& line = lines_[i];
  const Line& next = lines_[i + 1];
  if (next.marker == 0) return false;
  if (next.sure_marker || fits || ended) return true;
  return line.text.back() == ',' || line.marker > 0;
}

// Whether the break after line i is a wrap. `continued` says whether line i
// is itself the continuation of another.
bool Paragraphs::Wraps(std::size_t i, bool continued) const {
  const Line& line = lines_[i];
  const Line& next = lines_[i + 1];
  if ((line.text[0] == '>') != (next.text[0] == '>')) return false;
  const bool ended = EndsSentence(line.text);
  const bool lower = next.start == LineStart::kLower;
  if (next.after_page_break) return lower && !ended;
  const bool wide = line.columns > kWidest || next.columns > kWidest;
  // Most lines of most texts; whether the next word fits makes no difference.
  if (ended && wide && !lower && next.marker == 0) return false;
  const bool fits = Fits(i);
  if (OpensItem(i, ended, fits)) return false;
  if (ended && next.indent >= line.indent + 2) return false;
  const char last = line.text.back();
  if (!fits) {
    if (wide) return !ended && (lower || continued);
    if (!ended || lower) return true;
    // A line that is wider than all around it was not wrapped with them.
    const std::uint32_t width = WidthAround(i);
    return line.columns <= width + width / 7;
  }
  if (line.columns < kRunsOn) return false;
  if (lower) {
    if (last != ':' && last != ';') return true;
    // After them only a line of nearly full width is a wrap.
    const std::uint32_t width = WidthAround(i);
    return line.columns >= width - width / 5;
  }
  if (ended) return false;
  return last == ',' || continued ||
         (next.columns >= kRunsOn && HoldsSentenceEnd(line));
}

void Paragraphs::Flush() {
  if (blocks_.empty()) {
    blocks_.reserve(std::min<std::size_t>(lines_.size(), 64));
  }
  std::size_t first = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (i + 1 < lines_.size() && Wraps(i, i > first)) continue;
    Emit(first, i);
    first = i + 1;
  }
  lines_.clear();
}

// Whether a block of one line, a paragraph as far as known, may be a heading: a
// short line that does not end like a sentence.
bool MayBeHeading(const Line& line) {
  const char last = line.text.back();
  return line.columns <= 80 && last != ',' && line.start != LineStart::kLower &&
         (last == '?' || !EndsSentence(line.text));
}

void Paragraphs::Emit(std::size_t first, std::size_t last) {
  const Line& line = lines_[first];
  const Line& end = lines_[last];
  if (first == last && !HasWord(line.text)) return;
  const BlockKind kind = line.text[0] == '>' ? BlockKind::kQuotation
                         : line.marker > 0   ? BlockKind::kListItem
                                             : BlockKind::kParagraph;
  Settle(kind, last > first ? 1000 : line.columns);
  Block& block = blocks_.emplace_back();
  block.begin = line.begin;
  if (kind == BlockKind::kListItem) block.begin += line.marker;
  block.end = end.begin + static_cast<std::uint32_t>(end.text.size());
  block.line = line.number;
  block.page = line.page;
  block.kind = kind;
  may_head_ =
      first == last && kind == BlockKind::kParagraph && MayBeHeading(line);
  columns_ = line.columns;
}

// The block before `next` is a heading if it may be one and something longer
// follows.
void Paragraphs::Settle(BlockKind next, std::uint32_t next_columns) {
  if (!may_head_ || next == BlockKind::kQuotation ||
      next_columns < columns_ + columns_ / 5) {
    return;
  }
  blocks_.back().kind = BlockKind::kHeading;
  blocks_.back().level = blocks_.size() == 1 ? 1 : 2;
}

}  // namespace

ParagraphFinder::ParagraphFinder() : kernel_(kernels().front()) {}

void ParagraphFinder::Find(std::string_view text, std::vector<Block>* blocks,
                           std::vector<std::uint32_t>* line_starts) {
  if (line_starts != nullptr) line_starts->clear();
  LineScanner scanner(*kernel_, text, line_starts);
  Paragraphs paragraphs(&lines_, blocks);
  LineBreak ended_by = LineBreak::kEnd;
  bool page_break = false;
  for (Line* line = paragraphs.Open(); scanner.Next(line, &ended_by);
       line = paragraphs.Open()) {
    if (!line->text.empty()) {
      line->after_page_break = page_break;
      paragraphs.Add();
      page_break = false;
    } else {
      paragraphs.LeaveOut();
      if (ended_by != LineBreak::kPage) paragraphs.Flush();
    }
    if (ended_by == LineBreak::kParagraph) paragraphs.Flush();
    if (ended_by == LineBreak::kPage) page_break = true;
  }
  paragraphs.LeaveOut();
  paragraphs.Flush();
  if (scanner.page() == 1) {
    for (Block& block : *blocks) block.page = 0;
  }
}

void AddPlainTextBlocks(Document* document) {
  ParagraphFinder().Find(document->text, &document->blocks,
                         &document->line_starts);
}

void ReadPlainText(ParagraphFinder* finder, Document* document) {
  finder->Find(document->text, &document->blocks, &document->line_starts);
  TitleFromFirstLine(document);
}

void TitleFromFirstLine(Document* document) {
  if (document->blocks.empty() || !document->title.empty()) return;
  const Block& block = document->blocks.front();
  const std::string_view text =
      std::string_view(document->text)
          .substr(block.begin, block.end - block.begin);
  constexpr std::size_t kLongest = 120;  // characters
  if (text.size() > 4 * kLongest) return;
  // Of nearly all that is too long, the first bytes say so.
  if (CountCodePoints(text.substr(0, 128)) > kLongest) return;
  if (CountCodePoints(text) > kLongest) return;
  if (text.find('\n') != text.npos || text.find('\r') != text.npos) return;
  document->title = text;
}

}  // namespace framescope
