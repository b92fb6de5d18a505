// The slow and obvious twin of AddPlainTextBlocks(): every byte is looked at by
// itself and every question about a line is a search in a list.
#include "reference/naive_paragraphs.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace framescope::reference {
namespace {

enum class LineBreak : std::uint8_t { kLine, kPage, kParagraph, kEnd };
enum class LineStart : std::uint8_t { kLower, kUpper, kOther };

struct Line {
  std::string_view text;
  std::uint32_t begin = 0;
  std::uint32_t number = 0;
  std::uint32_t page = 0;
  std::uint32_t columns = 0;
  std::uint32_t indent = 0;
  bool after_page_break = false;
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The closing marks of three and two bytes that may follow a sentence's end.
constexpr std::string_view kClosers[] = {"\"",     "'",      ")", "]", "\u2019",
                                         "\u201D", "\u00BB", "*", "_"};
constexpr std::string_view kEnders[] = {
    ".", "!", "?", ":", ";", "\u2026", "\u3002", "\uFF01", "\uFF1F"};

bool EndsSentence(std::string_view text) {
  // The number of a note may follow the stop: "as they told us.12"
  std::string_view bare = text;
  while (text.size() - bare.size() < 3 && !bare.empty() && IsDigit(bare.back()))
    bare.remove_suffix(1);
  const bool note = bare.size() < text.size() && bare.size() > 1 &&
                    (bare.back() & 0x80 || !IsDigit(bare[bare.size() - 2]));
  if (note) text = bare;
  for (bool again = true; again;) {
    again = false;
    for (std::string_view closer : kClosers) {
      if (!text.ends_with(closer)) continue;
      text.remove_suffix(closer.size());
      again = true;
    }
  }
  return std::any_of(std::begin(kEnders), std::end(kEnders),
                     [&](std::string_view e) { return text.ends_with(e); });
}

constexpr std::string_view kOpeners[] = {"\"",     "'",      "(", "[", "\u2018",
                                         "\u201C", "\u00AB", "*", "_"};
constexpr std::string_view kBullets[] = {
    "\u2022", "\u25E6", "\u25AA", "\u2023", "\u25CF", "\u25A0", "\u00B7",
    "\u2713", "\u27A2", "\u25CB", "\u2043", "\uF0B7", "\uF0A7"};
constexpr std::string_view kDashes[] = {"-", "*", "+", "\u2013", "\u2014"};

bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }

char32_t FirstCharacter(std::string_view text) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) & 0x3F : 0;
  };
  const char32_t lead = text.empty() ? 0 : static_cast<unsigned char>(text[0]);
  if (lead < 0xC0) return lead;
  if (lead < 0xE0) return (lead & 0x1F) << 6 | byte(1);
  if (lead < 0xF0) return (lead & 0x0F) << 12 | byte(1) << 6 | byte(2);
  return 0x10000;
}

// The case of letters of European scripts, as far as line breaks need it.
LineStart CaseOf(char32_t c) {
  const auto in = [c](char32_t low, char32_t high) {
    return c >= low && c <= high;
  };
  if (in('a', 'z') || (in(0xDF, 0xFF) && c != 0xF7) || in(0x3B1, 0x3CE) ||
      in(0x430, 0x45F)) {
    return LineStart::kLower;
  }
  if (in('A', 'Z') || (in(0xC0, 0xDE) && c != 0xD7) || in(0x391, 0x3AB) ||
      in(0x400, 0x42F)) {
    return LineStart::kUpper;
  }
  if (in(0x100, 0x137) || in(0x14A, 0x177)) {
    return c % 2 ? LineStart::kLower : LineStart::kUpper;
  }
  return LineStart::kOther;
}

// "12." "3)" "(a)" "b)": bytes of the number with its sign, or 0.
std::size_t NumberLength(std::string_view text) {
  std::size_t i = 0;
  const bool bracket = !text.empty() && text[0] == '(';
  if (bracket) ++i;
  const std::size_t first = i;
  while (i < text.size() && i - first < 3 && IsDigit(text[i])) ++i;
  const bool digits = i > first;
  if (!digits && i < text.size() && IsAsciiLower(text[i])) ++i;
  if (i == first || i >= text.size()) return 0;
  if (text[i] == ')') return i + 1;
  return digits && !bracket && text[i] == '.' ? i + 1 : 0;
}

LineStart StartOf(const Line& line) {
  std::string_view text = line.text;
  for (bool again = true; again;) {
    again = false;
    for (std::string_view opener : kOpeners) {
      if (!text.starts_with(opener)) continue;
      text.remove_prefix(opener.size());
      again = true;
    }
  }
  return CaseOf(FirstCharacter(text));
}

std::size_t MarkerLength(const Line& line, bool* sure) {
  const std::string_view text = line.text;
  *sure = true;
  std::size_t length = 0;
  for (std::string_view bullet : kBullets) {
    if (text.starts_with(bullet)) length = bullet.size();
  }
  if (length == 0) {
    *sure = false;
    for (std::string_view dash : kDashes) {
      if (text.starts_with(dash)) length = dash.size();
    }
    if (length == 0) length = NumberLength(text);
    const bool spaced = length > 0 && length < text.size() &&
                        (text[length] == ' ' || text[length] == '\t');
    if (!spaced) return 0;
  }
  while (length < text.size() && (text[length] == ' ' || text[length] == '\t'))
    ++length;
  return length < text.size() ? length : 0;
}

std::uint32_t FirstWord(const Line& line) {
  bool sure = false;
  const std::size_t marker = MarkerLength(line, &sure);
  const std::string_view word =
      line.text.substr(0, line.text.find_first_of(" \t", marker));
  return static_cast<std::uint32_t>(std::count_if(
      word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool HoldsSentenceEnd(const Line& line) {
  const std::string_view text = line.text;
  for (std::size_t i = 3; i + 2 < text.size(); ++i) {
    if (text[i] != ' ' || !EndsSentence(text.substr(0, i))) continue;
    if (text[i - 1] == ':' || text[i - 1] == ';') continue;
    // A capital before the stop is an initial: "J. Smith".
    if (text[i - 1] == '.' && IsAsciiUpper(text[i - 2])) continue;
    Line rest;
    rest.text = text.substr(text.find_first_not_of(' ', i));
    if (StartOf(rest) == LineStart::kUpper) return true;
  }
  return false;
}

bool HasWord(std::string_view text) {
  constexpr std::string_view kDots[] = {"\u2026", "\u2013", "\u2014", "\u2022"};
  while (!text.empty()) {
    const char c = text[0];
    if (IsDigit(c) || IsAsciiLower(c) || IsAsciiUpper(c)) return true;
    std::size_t skip = 1;
    if (c & 0x80) {
      skip = 0;
      for (std::string_view dot : kDots) {
        if (text.starts_with(dot)) skip = dot.size();
      }
      if (skip == 0) return true;
    }
    text.remove_prefix(skip);
  }
  return false;
}

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
    while (i < text_.size() && !IsBreak(i)) ++i;
    return i;
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
    for (const char c : line->text) {
      line->columns += (c & 0xC0) != 0x80 ? 1 : 0;
    }
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

}  // namespace framescope::reference
