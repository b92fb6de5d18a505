// Web pages: what a reader sees of them, block by block.
#include "document/html.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "document/html_elements.hpp"
#include "document/html_tokens.hpp"
#include "document/readers.hpp"

namespace framescope {
namespace {

// An open element and what holds for the text in it.
struct Element {
  std::string name;
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;
  bool block = false;
  bool hidden = false;
  bool furniture = false;
  CellPlace place;
  int rows = 0;     // of a table, so far
  int columns = 0;  // of a row, so far
  // Cells above reach down into this row, or these rows of the table: in which
  // columns the others stand is not known.
  bool is_shifted = false;
};

constexpr std::size_t kDeepest = 1000;  // elements deeper count as inline
constexpr std::size_t kSearch = 100;    // open elements an end tag may close

class HtmlReader {
 public:
  HtmlReader(std::string_view html, std::uint32_t first_line,
             BlockBuilder* builder, Document* document)
      : html_(html),
        tokens_(html),
        line_(first_line),
        builder_(*builder),
        document_(*document) {
    open_.emplace_back().block = true;
  }

  void Read();

 private:
  void Start(const HtmlToken& token);
  void End(const std::string& name);
  void Text(const HtmlToken& token);
  void CloseImplied(const std::string& name);
  std::size_t NearestOpen(std::string_view name, std::string_view stop) const;
  void CloseNearest(std::string_view name, std::string_view stop);
  void Place(const HtmlToken& token, Element* element);
  void Resume();
  void FlushSup();
  bool seen() const { return !open_.back().hidden && !open_.back().furniture; }

  std::string_view html_;
  HtmlTokens tokens_;
  std::size_t counted_ = 0;  // bytes of html_ whose lines are counted
  std::uint32_t line_;
  BlockBuilder& builder_;
  Document& document_;
  std::vector<Element> open_;
  bool in_title_ = false;
  bool in_sup_ = false;
  std::string sup_;
  bool too_deep_ = false;
  std::string title_;
  std::size_t furniture_words_ = 0;
};

void HtmlReader::Read() {
  HtmlToken token;
  while (tokens_.Next(&token)) {
    switch (token.kind) {
      case HtmlToken::Kind::kText:
        Text(token);
        break;
      case HtmlToken::Kind::kStart:
        Start(token);
        break;
      case HtmlToken::Kind::kEnd:
        End(token.name);
        break;
    }
  }
  FlushSup();
  builder_.End();
  if (document_.title.empty()) document_.title = OneLine(title_);
  if (furniture_words_ > 0) {
    document_.notices.push_back(
        {"html.furniture",
         std::to_string(furniture_words_) +
             " words of navigation and footers are left out",
         0});
  }
  if (too_deep_) {
    document_.notices.push_back(
        {"html.depth", "elements nested deeper than 1,000 count as plain text",
         0});
  }
}

void HtmlReader::Text(const HtmlToken& token) {
  if (in_title_) {
    if (title_.size() < 1000) title_ += DecodeHtmlReferences(token.text);
    return;
  }
  if (open_.back().hidden) return;
  if (open_.back().furniture) {
    bool in_word = false;
    for (const char c : token.text) {
      const bool space = c == ' ' || (c >= '\t' && c <= '\r');
      furniture_words_ += !space && !in_word;
      in_word = !space;
    }
    return;
  }
  if (line_ > 0) {
    const std::size_t begin = tokens_.begin();
    line_ += static_cast<std::uint32_t>(
        std::count(html_.begin() + counted_, html_.begin() + begin, '\n'));
    counted_ = begin;
    builder_.SetLine(line_);
  }
  if (in_sup_) {
    sup_ += DecodeHtmlReferences(token.text);
    return;
  }
  const bool references = token.text.find('&') != token.text.npos;
  const std::string decoded =
      references ? DecodeHtmlReferences(token.text) : std::string();
  const std::string_view text = references ? decoded : token.text;
  if (open_.back().kind == BlockKind::kCode) {
    builder_.AddVerbatim(text);
  } else {
    builder_.Add(text);
  }
}

// Makes what follows a block of the innermost open element's kind.
void HtmlReader::Resume() {
  const Element& open = open_.back();
  builder_.Begin(open.kind, open.level, open.place);
}

// The index of the nearest open `name`, unless `stop` or a table is open inside
// it; or 0, where none is.
std::size_t HtmlReader::NearestOpen(std::string_view name,
                                    std::string_view stop) const {
  for (std::size_t n = 0; n < kSearch && n + 1 < open_.size(); ++n) {
    const std::size_t i = open_.size() - 1 - n;
    if (open_[i].name == name) return i;
    if (open_[i].name == stop || open_[i].name == "table") return 0;
  }
  return 0;
}

void HtmlReader::CloseNearest(std::string_view name, std::string_view stop) {
  if (const std::size_t i = NearestOpen(name, stop)) open_.resize(i);
}

// Notes where a row or a cell stands in its table.
void HtmlReader::Place(const HtmlToken& token, Element* element) {
  const auto span = [&](std::string_view attribute) {
    const int value =
        std::atoi(HtmlAttribute(token.attributes, attribute).c_str());
    return std::clamp(value, 1, 1000);
  };
  if (element->name == "table") {
    element->place = {};
    element->rows = 0;
    element->is_shifted = false;
  } else if (element->name == "tr") {
    const std::size_t table = NearestOpen("table", "");
    element->columns = 0;
    element->rows = table > 0 ? ++open_[table].rows : 0;
    element->is_shifted = open_[table].is_shifted;
  } else if (const std::size_t row = NearestOpen("tr", "table")) {
    Element& open = open_[row];
    element->place = open.is_shifted
                         ? CellPlace()
                         : CellPlace::Of(open.rows, open.columns + 1);
    open.columns += span("colspan");
    if (span("rowspan") > 1) open_[NearestOpen("table", "")].is_shifted = true;
  }
}

// End tags that authors may leave out.
void HtmlReader::CloseImplied(const std::string& name) {
  const std::string& open = open_.back().name;
  if (open == "p" || (open == "head" && name != "head")) open_.pop_back();
  if (name == "li") {
    CloseNearest("li", open_.back().name == "ol" ? "ol" : "ul");
  } else if (name == "dd" || name == "dt") {
    CloseNearest("dd", "dl");
    CloseNearest("dt", "dl");
  } else if (name == "td" || name == "th" || name == "tr") {
    CloseNearest("td", "tr");
    CloseNearest("th", "tr");
    if (name == "tr") CloseNearest("tr", "table");
  }
}

// Raised numbers and signs point to notes; they are no part of a word.
void HtmlReader::FlushSup() {
  in_sup_ = false;
  const std::string sup = std::exchange(sup_, {});
  const bool pointer =
      sup.size() < 12 && std::none_of(sup.begin(), sup.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      });
  if (!pointer) builder_.Add(sup);
}

void HtmlReader::Start(const HtmlToken& token) {
  const std::string& name = token.name;
  if (in_sup_ && (name == "sup" || HtmlRoleOf(name) != HtmlRole::kInline))
    FlushSup();
  if (name == "sup" && seen()) in_sup_ = true;
  if (name == "title" && open_.back().name != "svg") {
    in_title_ = title_.empty();
    return;
  }
  in_title_ = false;
  if (name == "br" && seen()) return builder_.Break();
  if (name == "hr") return Resume();
  if (IsVoidElement(name) || token.self_closing) return;
  const HtmlRole role = HtmlRoleOf(name);
  if (name == "q" && seen()) builder_.Add("\u201C");
  const bool hidden =
      role == HtmlRole::kHidden || IsHiddenByAttribute(token.attributes);
  // Inside a hidden inline element its own name must be counted.
  const bool nested = open_.back().hidden && open_.back().name == name;
  if (role == HtmlRole::kInline && !hidden && !nested) return;
  if (role != HtmlRole::kInline) CloseImplied(name);
  if (open_.size() >= kDeepest) {
    too_deep_ = true;
    return Resume();
  }
  Element element = open_.back();
  element.name = name;
  element.hidden = element.hidden || hidden;
  element.block = role != HtmlRole::kInline;
  const bool quoted = element.kind == BlockKind::kQuotation;
  if (role == HtmlRole::kFurniture && !quoted) element.furniture = true;
  if (role == HtmlRole::kHeading) {
    element.kind = BlockKind::kHeading;
    element.level = name[1] - '0';
  } else if (role == HtmlRole::kQuotation) {
    element.kind = BlockKind::kQuotation;
  } else if (role == HtmlRole::kCode) {
    element.kind = BlockKind::kCode;
  } else if (!quoted && role == HtmlRole::kItem) {
    element.kind = BlockKind::kListItem;
  } else if (!quoted && role == HtmlRole::kCell) {
    element.kind = BlockKind::kTableCell;
  }
  if (role == HtmlRole::kCell || name == "table" || name == "tr") {
    Place(token, &element);
  }
  open_.push_back(std::move(element));
  if (open_.back().block) Resume();
}

void HtmlReader::End(const std::string& name) {
  if (in_sup_ && (name == "sup" || HtmlRoleOf(name) != HtmlRole::kInline))
    FlushSup();
  if (name == "title") {
    in_title_ = false;
    return;
  }
  if (name == "q" && seen()) builder_.Add("\u201D");
  if (name == "br" && seen()) return builder_.Break();
  for (std::size_t n = 0; n < kSearch && n + 1 < open_.size(); ++n) {
    const std::size_t i = open_.size() - 1 - n;
    if (open_[i].name != name) continue;
    bool block = false;
    for (std::size_t j = i; j < open_.size(); ++j) block |= open_[j].block;
    open_.resize(i);
    if (block) Resume();
    return;
  }
  if (HtmlRoleOf(name) != HtmlRole::kInline) Resume();
}

// The encoding that a page names in its first bytes, or an empty string.
std::string DeclaredEncoding(std::string_view bytes) {
  HtmlTokens tokens(bytes.substr(0, 4096));
  HtmlToken token;
  while (tokens.Next(&token)) {
    if (token.kind != HtmlToken::Kind::kStart || token.name != "meta") continue;
    std::string charset = HtmlAttribute(token.attributes, "charset");
    if (!charset.empty()) return charset;
    const std::string content = HtmlAttribute(token.attributes, "content");
    const std::size_t at = content.find("charset=");
    if (at != content.npos) return content.substr(at + 8);
  }
  return "";
}

}  // namespace

void AddHtml(std::string_view html, std::uint32_t first_line,
             BlockBuilder* builder, Document* document) {
  HtmlReader(html, first_line, builder, document).Read();
}

Result<Document> ReadHtml(const Input& input) {
  Document document;
  Status status = DecodeInto(input.bytes, input.options,
                             DeclaredEncoding(input.bytes), &document);
  if (!status.ok()) return status;
  const std::string html = std::exchange(document.text, {});
  if (html.size() > kMaxText) return TooLarge("the page", kMaxText);
  document.text.reserve(html.size() / 2);
  BlockBuilder builder(&document);
  AddHtml(html, 1, &builder, &document);
  AddLastLines(html, &document);
  TitleFromHeading(&document);
  return Finish(std::move(document), input.options);
}

}  // namespace framescope
