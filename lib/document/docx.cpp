// Word documents (Office Open XML): the text as it stands once all changes
// are accepted.
#include <algorithm>
#include <string>
#include <vector>

#include "document/docx_styles.hpp"
#include "document/html_tokens.hpp"
#include "document/office.hpp"
#include "document/office_text.hpp"

namespace framescope {
namespace {

constexpr std::string_view kMain = "word/document.xml";

// What the reader of a part has to leave out to the end of an element.
bool IsLeftOut(const XmlElement& element) {
  const std::string_view name = element.name;
  if (name == "Fallback") return true;  // of mc:AlternateContent
  if (!IsWordSpace(element.space)) return false;
  return name == "del" || name == "moveFrom" || name == "rt" ||
         name == "rubyPr" || name == "instrText" || name == "delText";
}

bool IsOff(std::string_view value) {
  return value == "0" || value == "false" || value == "off";
}

// Reads the body, or the notes, of a document.
class BodyHandler : public XmlHandler {
 public:
  BodyHandler(const DocxStyles& styles, OfficeText* text, bool notes)
      : styles_(styles), text_(*text), notes_(notes) {}

  void Start(const XmlElement& element) override;
  void End(std::string_view space, std::string_view name) override;
  void Text(std::string_view text) override {
    if (in_text_ && !hidden_ && left_out_ == 0) text_.Text(text);
  }

  std::size_t contents_lines() const { return contents_lines_; }

 private:
  // What is known of an open paragraph.
  struct Paragraph {
    std::string style;
    int outline = -1;
    bool numbered = false;
    bool in_cell = false;
    CellPlace place;
  };

  void StartProperty(const XmlElement& element);
  void StartContent(const XmlElement& element);
  void CloseParagraph();

  const DocxStyles& styles_;
  OfficeText& text_;
  bool notes_;
  std::vector<Paragraph> open_;
  int left_out_ = 0;  // open elements since the one that is left out
  int cells_ = 0;
  TablePlaces tables_;
  bool in_text_ = false;
  bool in_run_ = false;
  bool hidden_ = false;
  bool in_paragraph_properties_ = false;
  std::size_t contents_lines_ = 0;
};

void BodyHandler::Start(const XmlElement& element) {
  if (left_out_ > 0 || IsLeftOut(element)) {
    ++left_out_;
    return;
  }
  if (!IsWordSpace(element.space)) return;
  const std::string_view name = element.name;
  if (notes_ && (name == "footnote" || name == "endnote")) {
    const std::string_view type = element.Get("type");
    if (type.empty() || type == "normal") {
      text_.OpenNote();
    } else {
      ++left_out_;  // the line that parts notes from the text
    }
  } else if (name == "p") {
    open_.push_back({"", -1, false, cells_ > 0, tables_.place()});
    text_.OpenParagraph();
  } else if (name == "tbl") {
    tables_.BeginTable();
  } else if (name == "tr") {
    tables_.BeginRow();
  } else if (name == "tc") {
    ++cells_;
    tables_.BeginCell();
  } else if (name == "gridSpan") {
    tables_.Widen(ToInt(element.Get("val"), 1) - 1);
  } else if (name == "pPr") {
    in_paragraph_properties_ = true;
  } else if (name == "r") {
    in_run_ = true;
    hidden_ = false;
  } else if (in_paragraph_properties_ || name == "vanish") {
    StartProperty(element);
  } else {
    StartContent(element);
  }
}

void BodyHandler::StartProperty(const XmlElement& element) {
  const std::string_view name = element.name;
  const std::string_view value = element.Get("val");
  if (name == "vanish" && in_run_) hidden_ = !IsOff(value);
  if (open_.empty() || !in_paragraph_properties_) return;
  if (name == "pStyle") open_.back().style = value;
  if (name == "outlineLvl") open_.back().outline = ToInt(value, -1);
  if (name == "numId") open_.back().numbered = ToInt(value, 0) != 0;
}

void BodyHandler::StartContent(const XmlElement& element) {
  const std::string_view name = element.name;
  if (name == "t") {
    in_text_ = true;
  } else if (name == "lastRenderedPageBreak") {
    text_.PageBreak();
  } else if (hidden_ || !in_run_) {
    return;
  } else if (name == "tab" || name == "ptab") {
    text_.Text(" ");
  } else if (name == "br" || name == "cr") {
    if (element.Get("type") == "page") {
      text_.PageBreak();
    } else {
      text_.Break();
    }
  } else if (name == "noBreakHyphen") {
    text_.Text("\u2011");
  } else if (name == "sym") {
    // Symbol fonts use private code points, which say nothing in text.
    text_.Text(" ");
  }
}

void BodyHandler::CloseParagraph() {
  if (open_.empty()) return;
  const Paragraph& paragraph = open_.back();
  ParagraphRole role = styles_.RoleOf(paragraph.style);
  if (role.contents) {
    ++contents_lines_;
    text_.Discard();
  }
  if (paragraph.outline >= 0 && paragraph.outline < 9) {
    role.kind = BlockKind::kHeading;
    role.level = paragraph.outline + 1;
  }
  if (role.kind == BlockKind::kParagraph && paragraph.numbered) {
    role.kind = BlockKind::kListItem;
  }
  if (role.kind != BlockKind::kHeading && paragraph.in_cell) {
    role.kind = BlockKind::kTableCell;
  }
  text_.SetKind(role.kind, role.level, paragraph.place);
  text_.CloseParagraph();
  open_.pop_back();
}

void BodyHandler::End(std::string_view space, std::string_view name) {
  if (left_out_ > 0) {
    --left_out_;
    return;
  }
  if (!IsWordSpace(space)) return;
  if (name == "t") {
    in_text_ = false;
  } else if (name == "r") {
    in_run_ = hidden_ = false;
  } else if (name == "pPr") {
    in_paragraph_properties_ = false;
  } else if (name == "p") {
    CloseParagraph();
  } else if (name == "tc") {
    --cells_;
  } else if (name == "tbl") {
    tables_.EndTable();
  } else if (notes_ && (name == "footnote" || name == "endnote")) {
    text_.CloseNote();
  }
}

void Note(const char* code, const std::string& message, Document* document) {
  document->notices.push_back({code, message, 0});
}

}  // namespace

Status ReadDocx(ZipFile* zip, Document* document) {
  DocxStyles styles;
  if (zip->Has("word/styles.xml")) {
    Status status = ParseXmlPart(zip, "word/styles.xml", &styles);
    if (!status.ok()) return status;
  }
  OfficeText text(document);
  BodyHandler body(styles, &text, false);
  Status status = ParseXmlPart(zip, std::string(kMain), &body);
  if (!status.ok()) return status;
  text.LeavePages();
  for (const char* part : {"word/footnotes.xml", "word/endnotes.xml"}) {
    if (!zip->Has(part)) continue;
    BodyHandler notes(styles, &text, true);
    status = ParseXmlPart(zip, part, &notes);
    if (!status.ok()) return status;
  }
  text.Finish();
  if (body.contents_lines() > 0) {
    Note("office.contents", "the table of contents is left out", document);
  }
  const std::vector<std::string>& names = zip->names();
  const bool furniture =
      std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name.starts_with("word/header") ||
               name.starts_with("word/footer");
      });
  if (furniture) {
    Note("office.furniture", "page headers and footers are left out", document);
  }
  if (zip->Has("word/comments.xml")) {
    Note("office.comments", "comments in the margin are left out", document);
  }
  return ReadProperties(zip, "docProps/core.xml", document);
}

}  // namespace framescope
