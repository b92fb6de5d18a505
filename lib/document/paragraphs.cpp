// Plain text to blocks: which line breaks end a block and which only wrap.
//
// The idea: text is wrapped at a width that its own lines give away, the
// longest of the neighbours. If the first word of the next line would still
// have fitted, somebody ended the line on purpose.
#include "document/paragraphs.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "base/text_offsets.hpp"
#include "document/block_builder.hpp"
#include "document/line.hpp"

namespace framescope {
namespace {

constexpr std::uint32_t kNarrowest = 45;  // columns that text is wrapped at
constexpr std::uint32_t kWidest = 120;
constexpr std::uint32_t kRunsOn = 25;  // a shorter line is not half a sentence
constexpr std::size_t kNeighbours = 8;

bool IsBlankByte(unsigned char c) { return c == ' ' || c == '\t'; }

// Cuts text into lines. Only the ends of lines that editors know (LF, CR LF,
// CR) count as lines of the file.
class LineScanner {
 public:
  explicit LineScanner(Document* document)
      : document_(*document), text_(document->text) {
    document_.line_starts.push_back(0);
  }

  bool Next(Line* line, LineBreak* ended_by) {
    if (at_ >= text_.size()) return false;
    const std::size_t begin = at_;
    const std::size_t end = FindBreak();
    *line = Line();
    line->number = static_cast<std::uint32_t>(document_.line_starts.size());
    line->page = page_;
    Trim(begin, end, line);
    *ended_by = PassBreak(end);
    return true;
  }

  std::uint32_t page() const { return page_; }

 private:
  std::size_t FindBreak() const {
    std::size_t i = at_;
    while (i < text_.size()) {
      if (i + 8 <= text_.size() && !MayBreak(text_.data() + i)) {
        i += 8;
        continue;
      }
      const std::size_t end = std::min(i + 8, text_.size());
      for (; i < end; ++i) {
        if (IsBreak(i)) return i;
      }
    }
    return i;
  }

  // Whether one of eight bytes is a control character below SO, or begins a
  // character among which there are breaks.
  static bool MayBreak(const char* data) {
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    constexpr std::uint64_t kTop = 0x80 * kOnes;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, data, 8);
    const auto has_zero = [](std::uint64_t x) { return (x - kOnes) & ~x; };
    const std::uint64_t controls = (bytes - 0x0E * kOnes) & ~bytes;
    return ((controls | has_zero(bytes ^ 0xE2 * kOnes) |
             has_zero(bytes ^ 0xC2 * kOnes)) &
            kTop) != 0;
  }

  bool IsBreak(std::size_t i) const {
    const auto c = static_cast<unsigned char>(text_[i]);
    if (c <= '\r') return c >= '\n';
    if (c == 0xE2) {
      const std::string_view three = text_.substr(i, 3);
      return three == "\u2028" || three == "\u2029";
    }
    return c == 0xC2 && text_.substr(i, 2) == "\u0085";
  }

  void Trim(std::size_t begin, std::size_t end, Line* line) const {
    while (begin < end && IsBlankByte(text_[begin])) {
      ++begin;
      ++line->indent;
    }
    while (end > begin && IsBlankByte(text_[end - 1])) --end;
    line->text = text_.substr(begin, end - begin);
    line->begin = static_cast<std::uint32_t>(begin);
    TextOffsets columns(line->text);
    columns.MoveTo(static_cast<std::uint32_t>(line->text.size()));
    line->columns = columns.chars();
  }

  LineBreak PassBreak(std::size_t end) {
    at_ = end;
    if (end == text_.size()) return LineBreak::kEnd;
    const char c = text_[at_++];
    if (c == '\f') {
      ++page_;
      return LineBreak::kPage;
    }
    if (c == '\n' || c == '\r') {
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      document_.line_starts.push_back(static_cast<std::uint32_t>(at_));
    } else if (c != '\v') {
      const bool paragraph = text_.substr(end, 3) == "\u2029";
      at_ = end + (static_cast<unsigned char>(c) == 0xE2 ? 3 : 2);
      if (paragraph) return LineBreak::kParagraph;
    }
    return LineBreak::kLine;
  }

  Document& document_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t page_ = 1;
};

// Makes blocks of paragraphs: runs of lines without an empty one between.
class Paragraphs {
 public:
  explicit Paragraphs(Document* document) : blocks_(document->blocks) {}

  void Add(const Line& line) { lines_.push_back(line); }
  void Flush();
  // Decides whether the last block was a heading.
  void Close() { Settle(nullptr, 0); }

 private:
  std::uint32_t WidthAround(std::size_t i) const;
  bool Wraps(std::size_t i, bool continued) const;
  bool OpensItem(std::size_t i, bool fits) const;
  void Emit(std::size_t first, std::size_t last);
  void Settle(const Block* next, std::uint32_t next_columns);

  std::vector<Block>& blocks_;
  std::vector<Line> lines_;
  Line previous_;  // the line of the last block, if it is one line
  bool previous_single_ = false;
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

// Whether line i + 1 opens a list item.
bool Paragraphs::OpensItem(std::size_t i, bool fits) const {
  bool sure = false;
  if (MarkerLength(lines_[i + 1], &sure) == 0) return false;
  if (sure || fits || EndsSentence(lines_[i].text)) return true;
  const char last = lines_[i].text.back();
  return last == ',' || MarkerLength(lines_[i], &sure) > 0;
}

// Whether the break after line i is a wrap. `continued` says whether line i
// is itself the continuation of another.
bool Paragraphs::Wraps(std::size_t i, bool continued) const {
  const Line& line = lines_[i];
  const Line& next = lines_[i + 1];
  if ((line.text[0] == '>') != (next.text[0] == '>')) return false;
  const bool ended = EndsSentence(line.text);
  const bool lower = StartOf(next) == LineStart::kLower;
  if (next.after_page_break) return lower && !ended;
  const std::uint32_t width = WidthAround(i);
  const bool fits =
      line.columns + 1 + FirstWord(next) <= std::max(width, line.columns);
  if (OpensItem(i, fits)) return false;
  if (ended && next.indent >= line.indent + 2) return false;
  const char last = line.text.back();
  if (!fits) {
    const bool wide = line.columns > kWidest || next.columns > kWidest;
    if (wide) return !ended && (lower || continued);
    // A line that is wider than all around it was not wrapped with them.
    return !ended || lower || line.columns <= width + width / 7;
  }
  if (line.columns < kRunsOn) return false;
  if (lower) {
    // After : and ; only a line of nearly full width is a wrap.
    return (last != ':' && last != ';') || line.columns >= width - width / 5;
  }
  if (ended) return false;
  return last == ',' || continued ||
         (next.columns >= kRunsOn && HoldsSentenceEnd(line));
}

void Paragraphs::Flush() {
  std::size_t first = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (i + 1 < lines_.size() && Wraps(i, i > first)) continue;
    Emit(first, i);
    first = i + 1;
  }
  lines_.clear();
}

void Paragraphs::Emit(std::size_t first, std::size_t last) {
  const Line& line = lines_[first];
  const Line& end = lines_[last];
  Block block;
  block.begin = line.begin;
  block.end = end.begin + static_cast<std::uint32_t>(end.text.size());
  block.line = line.number;
  block.page = line.page;
  if (first == last && !HasWord(line.text)) return;
  bool sure = false;
  const std::size_t marker = MarkerLength(line, &sure);
  if (line.text[0] == '>') {
    block.kind = BlockKind::kQuotation;
  } else if (marker > 0) {
    block.kind = BlockKind::kListItem;
    block.begin += static_cast<std::uint32_t>(marker);
  }
  Settle(&block, last > first ? 1000 : line.columns);
  blocks_.push_back(block);
  previous_ = line;
  previous_single_ = first == last;
}

// The block before `next` is a heading if it is a short line of its own, does
// not end like a sentence and something longer follows.
void Paragraphs::Settle(const Block* next, std::uint32_t next_columns) {
  if (blocks_.empty() || next == nullptr || !previous_single_) return;
  Block& block = blocks_.back();
  if (block.kind != BlockKind::kParagraph) return;
  if (next->kind == BlockKind::kQuotation || previous_.columns > 80) return;
  if (next_columns < previous_.columns + previous_.columns / 5) return;
  const char last = previous_.text.back();
  if (last == ',' || (EndsSentence(previous_.text) && last != '?')) return;
  if (StartOf(previous_) == LineStart::kLower) return;
  block.kind = BlockKind::kHeading;
  block.level = blocks_.size() == 1 ? 1 : 2;
}

}  // namespace

void AddPlainTextBlocks(Document* document) {
  LineScanner scanner(document);
  Paragraphs paragraphs(document);
  Line line;
  LineBreak ended_by = LineBreak::kEnd;
  bool page_break = false;
  while (scanner.Next(&line, &ended_by)) {
    if (!line.text.empty()) {
      line.after_page_break = page_break;
      paragraphs.Add(line);
      page_break = false;
    } else if (ended_by != LineBreak::kPage) {
      paragraphs.Flush();
    }
    if (ended_by == LineBreak::kParagraph) paragraphs.Flush();
    if (ended_by == LineBreak::kPage) page_break = true;
  }
  paragraphs.Flush();
  paragraphs.Close();
  if (scanner.page() == 1) {
    for (Block& block : document->blocks) block.page = 0;
  }
}

void TitleFromFirstLine(Document* document) {
  if (document->blocks.empty() || !document->title.empty()) return;
  const Block& block = document->blocks.front();
  const std::string_view text =
      std::string_view(document->text)
          .substr(block.begin, block.end - block.begin);
  if (text.size() > 480 || text.find_first_of("\r\n") != text.npos) return;
  if (Prefix(text, 120) == text.size()) document->title = text;
}

}  // namespace framescope
