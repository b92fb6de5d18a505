// Text of marked-up formats, block by block.
#include "document/block_builder.hpp"

#include <algorithm>
#include <string>

#include "base/code_point.hpp"

namespace framescope {
namespace {

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' ||
         c == '\v';
}

bool IsRow(BlockKind kind) {
  return kind == BlockKind::kListItem || kind == BlockKind::kTableCell;
}

// The bytes of the closing mark that may follow a sentence's end, at the end of
// `text`; or 0.
std::size_t CloserLength(std::string_view text) {
  if (text.empty()) return 0;
  switch (static_cast<unsigned char>(text.back())) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '*':
    case '_':
      return 1;
    case 0x99:
      return text.ends_with("\u2019") ? 3 : 0;
    case 0x9D:
      return text.ends_with("\u201D") ? 3 : 0;
    case 0xBB:
      return text.ends_with("\u00BB") ? 2 : 0;
    default:
      return 0;
  }
}

bool EndsInStop(std::string_view text) {
  if (text.empty()) return false;
  switch (static_cast<unsigned char>(text.back())) {
    case '.':
    case '!':
    case '?':
    case ':':
    case ';':
      return true;
    case 0xA6:
      return text.ends_with("\u2026");
    case 0x82:
      return text.ends_with("\u3002");
    case 0x81:
      return text.ends_with("\uFF01");
    case 0x9F:
      return text.ends_with("\uFF1F");
    default:
      return false;
  }
}

}  // namespace

bool EndsSentence(std::string_view text) {
  // The number of a note may follow the stop: "as they told us.12"
  std::string_view bare = text;
  while (text.size() - bare.size() < 3 && !bare.empty() &&
         IsAsciiDigit(bare.back()))
    bare.remove_suffix(1);
  const bool note =
      bare.size() < text.size() && bare.size() > 1 &&
      (bare.back() & 0x80 || !IsAsciiDigit(bare[bare.size() - 2]));
  if (note) text = bare;
  while (const std::size_t closer = CloserLength(text)) {
    text.remove_suffix(closer);
  }
  return EndsInStop(text);
}

std::size_t Prefix(std::string_view text, std::size_t count) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!IsTrail(text[i]) && count-- == 0) return i;
  }
  return text.size();
}

std::string OneLine(std::string_view text) {
  std::string line;
  text = text.substr(0, Prefix(text, 1000));
  for (const char c : text) {
    if (!IsSpace(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  line.resize(Prefix(line, 200));
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

void TitleFromHeading(Document* document) {
  if (!document->title.empty()) return;
  for (const Block& block : document->blocks) {
    if (block.kind != BlockKind::kHeading) continue;
    document->title =
        OneLine(std::string_view(document->text)
                    .substr(block.begin, block.end - block.begin));
    return;
  }
}

void BlockBuilder::Begin(BlockKind kind, int level, CellPlace place) {
  End();
  kind_ = kind;
  level_ = static_cast<std::uint8_t>(std::clamp(level, 0, 6));
  place_ = place;
}

void BlockBuilder::End() {
  space_ = new_line_ = false;
  if (!open_) return;
  open_ = false;
  std::string& text = document_.text;
  Block& block = document_.blocks.back();
  while (text.size() > block.begin && IsSpace(text.back())) text.pop_back();
  block.end = static_cast<std::uint32_t>(text.size());
}

void BlockBuilder::Open() {
  std::string& text = document_.text;
  if (!document_.blocks.empty()) {
    const bool rows = IsRow(kind_) && document_.blocks.back().kind == kind_;
    text += rows ? "\n" : "\n\n";
  }
  const auto at = static_cast<std::uint32_t>(text.size());
  document_.blocks.push_back({at, at, line_, page_, kind_, level_,
                              place_.column, place_.in_first_row});
  open_ = true;
  space_ = new_line_ = false;
}

void BlockBuilder::MarkLine() {
  if (line_ > document_.line_starts.size()) {
    document_.line_starts.resize(
        line_, static_cast<std::uint32_t>(document_.text.size()));
  }
}

void BlockBuilder::AddWord(std::string_view word) {
  if (!open_) Open();
  if (space_ || new_line_) document_.text += new_line_ ? '\n' : ' ';
  space_ = new_line_ = false;
  MarkLine();
  document_.text += word;
}

void BlockBuilder::Add(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    std::size_t end = i;
    while (end < text.size() && !IsSpace(text[end])) ++end;
    if (end > i) AddWord(text.substr(i, end - i));
    for (; end < text.size() && IsSpace(text[end]); ++end) {
      space_ = space_ || open_;
      if (text[end] == '\n' && line_ > 0) ++line_;
    }
    i = end;
  }
}

void BlockBuilder::AddVerbatim(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const bool blank = std::all_of(line.begin(), line.end(), IsSpace);
    if (!blank || open_) {
      if (!open_) Open();
      MarkLine();
      document_.text += line;
    }
    if (end == text.size()) return;
    if (open_) document_.text += '\n';
    if (line_ > 0) ++line_;
    text.remove_prefix(end + 1);
  }
}

void BlockBuilder::Break() {
  if (!open_) return;
  const std::string_view text = document_.text;
  const std::size_t begin = document_.blocks.back().begin;
  if (new_line_ || EndsSentence(text.substr(begin))) {
    End();
  } else {
    new_line_ = true;
  }
}

}  // namespace framescope
