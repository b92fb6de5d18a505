// Rich text (RTF): groups, control words and text in a code page per font.
#include <algorithm>
#include <charconv>
#include <utility>

#include "document/block_builder.hpp"
#include "document/html_tokens.hpp"
#include "document/readers.hpp"
#include "document/rtf_reader.hpp"
#include "unicode/encoding.hpp"

namespace framescope {
namespace {

constexpr std::size_t kDeepest = 1000;

}  // namespace

Status RtfReader::Read() {
  open_.push_back(false);
  while (at_ < rtf_.size()) {
    const char c = rtf_[at_];
    if (c == '{') {
      ++at_;
      Status status = OpenGroup();
      if (!status.ok()) return status;
    } else if (c == '}') {
      ++at_;
      CloseGroup();
      if (groups_.empty()) break;
    } else if (c == '\\') {
      ReadControl();
    } else {
      ++at_;
      if (c != '\r' && c != '\n') AddByte(c);
    }
  }
  const bool cut = !groups_.empty();
  if (cut) FlushBytes();
  while (!open_.empty()) {
    EndParagraph(false);
    open_.pop_back();
  }
  text_.Finish();
  document_.title = OneLine(title_);
  if (cut) {
    document_.notices.push_back(
        {"rtf.cut", "the file ends too early; text may be missing", 0});
  }
  if (furniture_) {
    document_.notices.push_back(
        {"office.furniture", "page headers and footers are left out", 0});
  }
  return Status();
}

Status RtfReader::OpenGroup() {
  FlushBytes();
  if (groups_.size() >= kDeepest) {
    return Status(StatusCode::kTooLarge,
                  "its groups are nested deeper than 1,000 levels",
                  {static_cast<std::int64_t>(at_), 0, 0});
  }
  if (groups_.empty()) {
    groups_.emplace_back();
  } else {
    group().first = false;
    RtfGroup inner = group();
    inner.first = true;
    inner.note = inner.box = inner.starred = false;
    groups_.push_back(inner);
  }
  return Status();
}

void RtfReader::CloseGroup() {
  FlushBytes();
  skip_ = 0;
  if (groups_.empty()) return;
  const RtfGroup closed = group();
  if (closed.note || closed.box) {
    EndParagraph(false);
    open_.pop_back();
    paragraph_ = closed.outer;
  }
  if (closed.note) text_.CloseNote();
  groups_.pop_back();
}

void RtfReader::ReadControl() {
  ++at_;
  if (at_ >= rtf_.size() || groups_.empty()) return;
  const char c = rtf_[at_];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return ReadWord();
  ++at_;
  switch (c) {
    case '\'':
      return ReadHex();
    case '*':
      group().starred = true;
      return;
    case '~':
      return AddText("\u00A0");
    case '_':
      return AddText("\u2011");
    case '\r':
    case '\n':
      return EndParagraph(false);
    case '\\':
    case '{':
    case '}':
      return AddByte(c);
    default:
      return;
  }
}

void RtfReader::ReadHex() {
  int value = 0;
  const char* const begin = rtf_.data() + at_;
  const char* const end = begin + std::min<std::size_t>(2, rtf_.size() - at_);
  const auto [stop, error] = std::from_chars(begin, end, value, 16);
  at_ += static_cast<std::size_t>(stop - begin);
  if (error == std::errc()) AddByte(static_cast<char>(value));
}

void RtfReader::ReadWord() {
  const std::size_t begin = at_;
  while (at_ < rtf_.size() && at_ - begin < 32 &&
         ((rtf_[at_] >= 'a' && rtf_[at_] <= 'z') ||
          (rtf_[at_] >= 'A' && rtf_[at_] <= 'Z'))) {
    ++at_;
  }
  const std::string_view word = rtf_.substr(begin, at_ - begin);
  int number = 0;
  const char* const digits = rtf_.data() + at_;
  const auto [stop, error] =
      std::from_chars(digits, rtf_.data() + rtf_.size(), number);
  at_ += static_cast<std::size_t>(stop - digits);
  const bool has_number = stop != digits && error == std::errc();
  if (at_ < rtf_.size() && rtf_[at_] == ' ') ++at_;
  const bool unknown_target = group().starred && group().first;
  group().first = false;
  const RtfMeaning meaning = FindRtfWord(word);
  FlushBytes();
  // "{\*\word" may be passed over by whoever does not know the word.
  if (unknown_target && meaning.word == RtfWord::kUnknown) {
    group().target = RtfTarget::kSkip;
  }
  Apply(meaning, number, has_number);
}

void RtfReader::Apply(const RtfMeaning& meaning, int number, bool has_number) {
  const bool on = !has_number || number != 0;
  switch (meaning.word) {
    case RtfWord::kUnknown:
      break;
    case RtfWord::kCharacter:
      if (skip_ > 0) {
        --skip_;
      } else {
        AddText(meaning.character);
      }
      break;
    case RtfWord::kUnicode:
      ReadUnicode(number);
      break;
    case RtfWord::kUnicodeSkip:
      group().unicode_skip = std::clamp(number, 0, 10);
      break;
    case RtfWord::kHidden:
      group().hidden = on;
      break;
    case RtfWord::kDeleted:
      group().deleted = on;
      break;
    case RtfWord::kPlain:
      group().hidden = group().deleted = false;
      break;
    case RtfWord::kBinary:
      at_ += std::min<std::size_t>(std::max(number, 0), rtf_.size() - at_);
      break;
    case RtfWord::kFont:
    case RtfWord::kFontCharset:
    case RtfWord::kCodePage:
    case RtfWord::kMac:
      ApplyFont(meaning.word, number);
      break;
    case RtfWord::kFontTable:
    case RtfWord::kStyleSheet:
    case RtfWord::kInfo:
    case RtfWord::kTitle:
    case RtfWord::kNote:
    case RtfWord::kTextBox:
    case RtfWord::kListText:
    case RtfWord::kFurniture:
    case RtfWord::kSkip:
      ApplyTarget(meaning.word);
      break;
    default:
      ApplyParagraph(meaning.word, number, on);
  }
}

void RtfReader::ApplyFont(RtfWord word, int number) {
  if (word == RtfWord::kMac) number = 10000;
  if (word == RtfWord::kCodePage || word == RtfWord::kMac) {
    default_page_ = group().code_page = number;
  } else if (word == RtfWord::kFontCharset) {
    const int page = CodePageOfCharset(number);
    if (page != 0) font_pages_[font_] = page;
  } else if (group().target == RtfTarget::kFonts) {
    font_ = number;
  } else {
    const auto found = font_pages_.find(number);
    // Charset 0 says no more than the document's own code page.
    const bool own = found == font_pages_.end() || found->second == 1252;
    group().code_page = own ? default_page_ : found->second;
  }
}

void RtfReader::ApplyTarget(RtfWord word) {
  RtfTarget& target = group().target;
  switch (word) {
    case RtfWord::kFontTable:
      target = RtfTarget::kFonts;
      break;
    case RtfWord::kStyleSheet:
      target = RtfTarget::kStyles;
      break;
    case RtfWord::kInfo:
      target = RtfTarget::kInfo;
      break;
    case RtfWord::kTitle:
      if (target == RtfTarget::kInfo) target = RtfTarget::kTitle;
      break;
    case RtfWord::kNote:
      if (target != RtfTarget::kText || group().note) break;
      group().note = true;
      group().outer = std::exchange(paragraph_, {});
      text_.OpenNote();
      open_.push_back(false);
      break;
    case RtfWord::kTextBox:
      if (group().box || group().note) break;
      target = RtfTarget::kText;
      group().box = true;
      EnsureParagraph();
      group().outer = std::exchange(paragraph_, {});
      open_.push_back(false);
      break;
    case RtfWord::kListText:
      paragraph_.list = true;
      target = RtfTarget::kSkip;
      break;
    case RtfWord::kFurniture:
      furniture_ = true;
      target = RtfTarget::kSkip;
      break;
    default:
      target = RtfTarget::kSkip;
  }
}

void RtfReader::ApplyParagraph(RtfWord word, int number, bool on) {
  if (group().target == RtfTarget::kStyles) {
    if (word == RtfWord::kStyle) style_ = number;
    if (word == RtfWord::kOutline) style_outlines_[style_] = number;
    return;
  }
  if (group().target != RtfTarget::kText) return;
  switch (word) {
    case RtfWord::kParagraph:
    case RtfWord::kCell:
      EndParagraph(word == RtfWord::kCell);
      break;
    case RtfWord::kRow: {
      const int rows = rows_ + 1;
      EndParagraph(false);
      rows_ = rows;
      cells_ = 0;
      break;
    }
    case RtfWord::kLine:
      text_.Break();
      break;
    case RtfWord::kPlainParagraph:
      paragraph_ = RtfParagraphState();
      break;
    case RtfWord::kOutline:
      paragraph_.outline = number;
      break;
    case RtfWord::kStyle:
      if (style_outlines_.count(number) > 0) {
        paragraph_.outline = style_outlines_[number];
      }
      break;
    case RtfWord::kList:
      paragraph_.list = on;
      break;
    default:
      paragraph_.in_table = on;
  }
}

void RtfReader::ReadUnicode(int number) {
  const auto unit = static_cast<std::uint32_t>(number) & 0xFFFF;
  skip_ = group().unicode_skip;
  std::string text;
  if (unit >= 0xD800 && unit < 0xDC00) {
    high_ = unit;
    return;
  }
  if (unit >= 0xDC00 && unit < 0xE000 && high_ != 0) {
    AppendCharacter(0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00),
                    &text);
  } else if (unit < 0xE000 || unit > 0xF0FF) {
    AppendCharacter(unit, &text);
  } else {
    text = " ";  // a symbol font's private code point
  }
  high_ = 0;
  AddText(text);
}

void RtfReader::AddByte(char c) {
  if (groups_.empty()) return;
  group().first = false;
  if (skip_ > 0) {
    --skip_;
    return;
  }
  if (group().target == RtfTarget::kText ||
      group().target == RtfTarget::kTitle) {
    bytes_ += c;
  }
}

void RtfReader::FlushBytes() {
  if (bytes_.empty()) return;
  const std::string bytes = std::exchange(bytes_, {});
  const bool ascii = std::all_of(bytes.begin(), bytes.end(),
                                 [](char c) { return (c & 0x80) == 0; });
  if (ascii) return AddText(bytes);
  const int page = group().code_page;
  Result<Decoded> decoded =
      Decode(bytes, page == 65001   ? "utf-8"
                    : page == 10000 ? "macintosh"
                                    : "windows-" + std::to_string(page));
  if (!decoded.ok()) decoded = Decode(bytes, "windows-1252");
  if (decoded.ok()) AddText(decoded.value().text);
}

void RtfReader::EnsureParagraph() {
  if (open_.back()) return;
  open_.back() = true;
  text_.OpenParagraph();
}

void RtfReader::AddText(std::string_view utf8) {
  if (groups_.empty() || group().hidden || group().deleted) return;
  FlushBytes();
  if (group().target == RtfTarget::kTitle) {
    if (title_.size() < 1000) title_ += utf8;
  } else if (group().target == RtfTarget::kText) {
    EnsureParagraph();
    text_.Text(utf8);
  }
}

void RtfReader::EndParagraph(bool cell) {
  FlushBytes();
  const bool in_table = cell || paragraph_.in_table;
  const CellPlace place =
      in_table ? CellPlace::Of(rows_ + 1, cells_ + 1) : CellPlace();
  if (cell) {
    ++cells_;
  } else if (!in_table && open_.size() == 1) {
    rows_ = cells_ = 0;  // notes in a cell do not end its table
  }
  if (open_.empty() || !open_.back()) return;
  open_.back() = false;
  BlockKind kind = BlockKind::kParagraph;
  const bool heading = paragraph_.outline >= 0 && paragraph_.outline < 9;
  if (paragraph_.list) kind = BlockKind::kListItem;
  if (in_table) kind = BlockKind::kTableCell;
  if (heading) kind = BlockKind::kHeading;
  text_.SetKind(kind, heading ? paragraph_.outline + 1 : 0, place);
  text_.CloseParagraph();
}

Result<Document> ReadRtf(const Input& input) {
  if (input.bytes.size() > kMaxText) return TooLarge("the file", kMaxText);
  Document document;
  RtfReader reader(input.bytes, &document);
  Status status = reader.Read();
  if (!status.ok()) return status;
  document.decoding = "rtf";
  TitleFromHeading(&document);
  return Finish(std::move(document), input.options);
}

}  // namespace framescope
