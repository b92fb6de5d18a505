// Office documents: opens the archive and sees which kind it is.
#include "document/office.hpp"

#include <utility>

#include "document/block_builder.hpp"
#include "document/readers.hpp"
#include "document/xml_parser.hpp"

namespace framescope {
namespace {

// Title, author and date, as both kinds write them.
class PropertiesHandler : public XmlHandler {
 public:
  explicit PropertiesHandler(Document* document) : document_(*document) {}

  void Start(const XmlElement&) override { text_.clear(); }
  void Text(std::string_view text) override {
    if (text_.size() < 1000) text_ += text;
  }
  void End(std::string_view, std::string_view name) override {
    const std::string value = OneLine(text_);
    text_.clear();
    if (value.empty()) return;
    if (name == "title") document_.title = value;
    if (name == "creator") document_.metadata.emplace_back("author", value);
    if (name == "created" || name == "creation-date") {
      document_.metadata.emplace_back("created", value);
    }
  }

 private:
  Document& document_;
  std::string text_;
};

}  // namespace

Status ReadProperties(ZipFile* zip, const std::string& part,
                      Document* document) {
  if (!zip->Has(part)) return Status();
  PropertiesHandler handler(document);
  const Status status = ParseXmlPart(zip, part, &handler);
  if (!status.ok()) {
    document->notices.push_back(
        {"office.properties",
         "the title could not be read: " + status.message(), 0});
  }
  return Status();
}

Result<Document> ReadOffice(const Input& input) {
  Result<std::unique_ptr<ZipFile>> zip =
      ZipFile::Open(input.bytes, input.options.max_bytes);
  if (!zip.ok()) return zip.status();
  Document document;
  Status status;
  if (zip.value()->Has("word/document.xml")) {
    status = ReadDocx(zip.value().get(), &document);
  } else if (zip.value()->Has("content.xml")) {
    status = ReadOdt(zip.value().get(), &document);
  } else {
    status = Status(StatusCode::kParse,
                    "is a zip archive, but holds neither word/document.xml "
                    "(.docx) nor content.xml (.odt)");
  }
  if (!status.ok()) return status;
  TitleFromHeading(&document);
  return Finish(std::move(document), input.options);
}

}  // namespace framescope
