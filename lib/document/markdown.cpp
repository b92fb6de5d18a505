// Markdown, in the dialect of GitHub, through md4c.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "document/block_builder.hpp"
#include "document/html.hpp"
#include "document/html_tokens.hpp"
#include "document/readers.hpp"

#ifdef FRAMESCOPE_HAVE_MD4C
#include <md4c.h>
#endif

namespace framescope {
#ifdef FRAMESCOPE_HAVE_MD4C
namespace {

// Receives what md4c finds. The innermost open element decides the kind of a
// block.
class MarkdownReader {
 public:
  MarkdownReader(std::string_view source, Document* document)
      : source_(source), document_(*document), builder_(document) {
    open_.push_back({BlockKind::kParagraph, 0, {}});
  }

  bool Read(std::size_t begin);

 private:
  struct Element {
    BlockKind kind;
    int level;
    CellPlace place;
  };

  static int EnterBlock(MD_BLOCKTYPE type, void* detail, void* self) {
    static_cast<MarkdownReader*>(self)->Enter(type, detail);
    return 0;
  }
  static int LeaveBlock(MD_BLOCKTYPE type, void*, void* self) {
    static_cast<MarkdownReader*>(self)->Leave(type);
    return 0;
  }
  static int EnterSpan(MD_SPANTYPE type, void*, void* self) {
    static_cast<MarkdownReader*>(self)->images_ += type == MD_SPAN_IMG;
    return 0;
  }
  static int LeaveSpan(MD_SPANTYPE type, void*, void* self) {
    static_cast<MarkdownReader*>(self)->images_ -= type == MD_SPAN_IMG;
    return 0;
  }
  static int AddText(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size,
                     void* self) {
    static_cast<MarkdownReader*>(self)->Text(type, {text, size});
    return 0;
  }

  void Enter(MD_BLOCKTYPE type, void* detail);
  void Leave(MD_BLOCKTYPE type);
  void Text(MD_TEXTTYPE type, std::string_view text);
  void PassLines(std::string_view text);

  std::string_view source_;
  Document& document_;
  BlockBuilder builder_;
  std::vector<Element> open_;
  TablePlaces tables_;
  std::string html_;  // of the open HTML block
  std::size_t counted_ = 0;
  std::uint32_t line_ = 1;
  int images_ = 0;
};

bool MarkdownReader::Read(std::size_t begin) {
  MD_PARSER parser = {};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = &EnterBlock;
  parser.leave_block = &LeaveBlock;
  parser.enter_span = &EnterSpan;
  parser.leave_span = &LeaveSpan;
  parser.text = &AddText;
  const std::string_view body = source_.substr(begin);
  const int error =
      md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, this);
  builder_.End();
  return error == 0;
}

// Elements that hold others change the kind; the others make a block.
void MarkdownReader::Enter(MD_BLOCKTYPE type, void* detail) {
  Element element = open_.back();
  const bool quoted = element.kind == BlockKind::kQuotation;
  switch (type) {
    case MD_BLOCK_QUOTE:
      element.kind = BlockKind::kQuotation;
      break;
    case MD_BLOCK_LI:
      if (!quoted) element.kind = BlockKind::kListItem;
      break;
    case MD_BLOCK_TABLE:
      tables_.BeginTable();
      break;
    case MD_BLOCK_TR:
      tables_.BeginRow();
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      element.kind = BlockKind::kTableCell;
      tables_.BeginCell();
      element.place = tables_.place();
      break;
    case MD_BLOCK_CODE:
      element.kind = BlockKind::kCode;
      break;
    case MD_BLOCK_H:
      element.kind = BlockKind::kHeading;
      element.level =
          static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
      break;
    case MD_BLOCK_HTML:
      html_.clear();
      break;
    default:
      break;
  }
  open_.push_back(element);
  builder_.Begin(element.kind, element.level, element.place);
}

void MarkdownReader::Leave(MD_BLOCKTYPE type) {
  if (type == MD_BLOCK_HTML) AddHtml(html_, 0, &builder_, &document_);
  if (type == MD_BLOCK_TABLE) tables_.EndTable();
  open_.pop_back();
  const Element& open = open_.back();
  builder_.Begin(open.kind, open.level, open.place);
}

// md4c hands on pieces of the source, and now and then a constant.
void MarkdownReader::PassLines(std::string_view text) {
  const char* const begin = source_.data() + counted_;
  const char* const end = source_.data() + source_.size();
  if (text.data() < begin || text.data() >= end) return;
  line_ += static_cast<std::uint32_t>(std::count(begin, text.data(), '\n'));
  counted_ = static_cast<std::size_t>(text.data() - source_.data());
  builder_.SetLine(line_);
}

void MarkdownReader::Text(MD_TEXTTYPE type, std::string_view text) {
  if (type == MD_TEXT_HTML) {
    if (open_.size() > 1 && !builder_.open()) html_ += text;
    return;
  }
  if (images_ > 0) return;
  PassLines(text);
  switch (type) {
    case MD_TEXT_NULLCHAR:
      builder_.Add("\uFFFD");
      break;
    case MD_TEXT_BR:
      builder_.Break();
      break;
    case MD_TEXT_SOFTBR:
      builder_.Add(" ");
      break;
    case MD_TEXT_ENTITY:
      builder_.Add(DecodeHtmlReferences(text));
      break;
    default:
      if (open_.back().kind == BlockKind::kCode) {
        builder_.AddVerbatim(text);
      } else {
        builder_.Add(text);
      }
  }
}

// The bytes of a YAML header between lines of "---"; its title is kept.
std::size_t PassHeader(std::string_view text, Document* document) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return 0;
  const std::size_t end = text.substr(0, 65536).find("\n---", 3);
  if (end == text.npos) return 0;
  const std::size_t after = std::min(text.find('\n', end + 1), text.size());
  const std::string_view header = text.substr(0, end + 1);
  const std::size_t title = header.find("\ntitle:");
  if (title != header.npos) {
    std::string_view value = header.substr(title + 7);
    value = value.substr(0, value.find('\n'));
    const std::size_t first = value.find_first_not_of(" \t\"'");
    const std::size_t last = value.find_last_not_of(" \t\r\"'");
    if (first != value.npos) {
      document->title = OneLine(value.substr(first, last - first + 1));
    }
  }
  return after;
}

}  // namespace

Result<Document> ReadMarkdown(const Input& input) {
  Document document;
  Status status = DecodeInto(input.bytes, input.options, "", &document);
  if (!status.ok()) return status;
  const std::string source = std::exchange(document.text, {});
  if (source.size() > kMaxText) return TooLarge("the text", kMaxText);
  document.text.reserve(source.size());
  MarkdownReader reader(source, &document);
  if (!reader.Read(PassHeader(source, &document))) {
    return Status(StatusCode::kNoMemory, "not enough memory for the Markdown");
  }
  AddLastLines(source, &document);
  TitleFromHeading(&document);
  return Finish(std::move(document), input.options);
}
#else
Result<Document> ReadMarkdown(const Input&) {
  return NotBuiltIn("Markdown", "md4c", "FRAMESCOPE_WITH_MD4C");
}
#endif

}  // namespace framescope
