// OpenDocument texts: the text as it stands once all changes are accepted.
#include <set>
#include <string>

#include "document/docx_styles.hpp"
#include "document/office.hpp"
#include "document/office_text.hpp"

namespace framescope {
namespace {

constexpr std::string_view kOpenDocument =
    "urn:oasis:names:tc:opendocument:xmlns:";

bool IsSpace(std::string_view space, std::string_view kind) {
  if (!space.starts_with(kOpenDocument)) return false;
  return space.substr(kOpenDocument.size()).starts_with(kind);
}

bool IsLeftOut(const XmlElement& element) {
  const std::string_view name = element.name;
  if (IsSpace(element.space, "text:")) {
    return name == "tracked-changes" || name == "note-citation" ||
           name == "ruby-text" || name == "table-of-content";
  }
  if (IsSpace(element.space, "office:")) {
    return name == "annotation" || name == "forms";
  }
  if (IsSpace(element.space, "svg-compatible:")) {
    return name == "title" || name == "desc";
  }
  return false;
}

class ContentHandler : public XmlHandler {
 public:
  explicit ContentHandler(OfficeText* text) : text_(*text) {}

  void Start(const XmlElement& element) override;
  void End(std::string_view space, std::string_view name) override;
  void Text(std::string_view text) override {
    if (left_out_ == 0) text_.Text(text);
  }

  bool saw_text() const { return saw_text_; }
  bool left_contents_out() const { return contents_; }
  bool left_comments_out() const { return comments_; }

 private:
  void StartTable(const XmlElement& element);
  void StartStyle(const XmlElement& element);
  void StartText(const XmlElement& element);
  bool IsQuotation(const std::string& style) const;

  OfficeText& text_;
  std::set<std::string> quotation_styles_;
  std::set<std::string> page_styles_;
  std::string style_;
  bool pages_ = false;
  int left_out_ = 0;
  int items_ = 0;
  int cells_ = 0;
  TablePlaces tables_;
  bool saw_text_ = false;
  bool contents_ = false;
  bool comments_ = false;
};

bool ContentHandler::IsQuotation(const std::string& style) const {
  return style == "Quotations" || quotation_styles_.count(style) > 0;
}

void ContentHandler::Start(const XmlElement& element) {
  if (left_out_ > 0 || IsLeftOut(element)) {
    contents_ = contents_ || element.name == "table-of-content";
    comments_ = comments_ || element.name == "annotation";
    ++left_out_;
    return;
  }
  if (IsSpace(element.space, "text:")) {
    StartText(element);
  } else if (IsSpace(element.space, "table:")) {
    StartTable(element);
  } else if (IsSpace(element.space, "office:")) {
    saw_text_ = saw_text_ || element.name == "text";
    // Without soft page breaks the pages cannot be told.
    pages_ = pages_ || element.Get("use-soft-page-breaks") == "true";
  } else if (IsSpace(element.space, "style:")) {
    StartStyle(element);
  }
}

void ContentHandler::StartTable(const XmlElement& element) {
  if (element.name == "table") {
    tables_.BeginTable();
  } else if (element.name == "table-row") {
    tables_.BeginRow();
  } else if (element.name == "table-cell" ||
             element.name == "covered-table-cell") {
    cells_ += element.name == "table-cell";
    tables_.BeginCell();
    tables_.Widen(ToInt(element.Get("number-columns-repeated"), 1) - 1);
  }
}

void ContentHandler::StartStyle(const XmlElement& element) {
  if (element.name == "style") {
    style_ = element.Get("name");
    if (element.Get("parent-style-name") == "Quotations") {
      quotation_styles_.insert(style_);
    }
  } else if (element.name == "paragraph-properties" &&
             element.Get("break-before") == "page") {
    page_styles_.insert(style_);
  }
}

void ContentHandler::StartText(const XmlElement& element) {
  const std::string_view name = element.name;
  if (name == "p" || name == "h") {
    const std::string style(element.Get("style-name"));
    if (pages_ && page_styles_.count(style) > 0) text_.PageBreak();
    text_.OpenParagraph();
    if (name == "h") {
      text_.SetKind(BlockKind::kHeading, ToInt(element.Get("outline-level"), 1),
                    tables_.place());
    } else if (IsQuotation(style)) {
      text_.SetKind(BlockKind::kQuotation, 0, tables_.place());
    } else if (cells_ > 0) {
      text_.SetKind(BlockKind::kTableCell, 0, tables_.place());
    } else if (items_ > 0) {
      text_.SetKind(BlockKind::kListItem, 0);
    } else if (style == "Title") {
      text_.SetKind(BlockKind::kHeading, 1);
    }
  } else if (name == "s" || name == "tab") {
    text_.Text(" ");
  } else if (name == "line-break") {
    text_.Break();
  } else if (name == "soft-page-break" && pages_) {
    text_.PageBreak();
  } else if (name == "list-item") {
    ++items_;
  } else if (name == "note-body") {
    text_.OpenNote();
  }
}

void ContentHandler::End(std::string_view space, std::string_view name) {
  if (left_out_ > 0) {
    --left_out_;
    return;
  }
  if (IsSpace(space, "table:")) {
    cells_ -= name == "table-cell";
    if (name == "table") tables_.EndTable();
  }
  if (!IsSpace(space, "text:")) return;
  if (name == "p" || name == "h") text_.CloseParagraph();
  if (name == "list-item") --items_;
  if (name == "note-body") text_.CloseNote();
}

// Finds out whether the parts of the archive are encrypted.
class ManifestHandler : public XmlHandler {
 public:
  void Start(const XmlElement& element) override {
    encrypted_ = encrypted_ || element.name == "encryption-data";
  }
  void End(std::string_view, std::string_view) override {}
  void Text(std::string_view) override {}
  bool encrypted() const { return encrypted_; }

 private:
  bool encrypted_ = false;
};

}  // namespace

Status ReadOdt(ZipFile* zip, Document* document) {
  if (zip->Has("META-INF/manifest.xml")) {
    ManifestHandler manifest;
    Status status = ParseXmlPart(zip, "META-INF/manifest.xml", &manifest);
    if (!status.ok()) return status;
    if (manifest.encrypted()) {
      return Status(StatusCode::kUnsupported,
                    "is protected by a password; save a copy without one");
    }
  }
  OfficeText text(document);
  ContentHandler content(&text);
  Status status = ParseXmlPart(zip, "content.xml", &content);
  if (!status.ok()) return status;
  if (!content.saw_text()) {
    return Status(StatusCode::kParse,
                  "is an OpenDocument file, but no text document (.odt)");
  }
  text.Finish();
  if (content.left_contents_out()) {
    document->notices.push_back(
        {"office.contents", "the table of contents is left out", 0});
  }
  if (content.left_comments_out()) {
    document->notices.push_back(
        {"office.comments", "comments in the margin are left out", 0});
  }
  return ReadProperties(zip, "meta.xml", document);
}

}  // namespace framescope
