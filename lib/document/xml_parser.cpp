// The elements and text of XML, through libxml2's push parser.
#include "document/xml_parser.hpp"

#include <string>

#include "document/readers.hpp"
#include "document/xml_guard.hpp"

#ifdef FRAMESCOPE_HAVE_LIBXML2
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#endif

namespace framescope {
#ifdef FRAMESCOPE_HAVE_LIBXML2
namespace {

constexpr int kDeepest = 256;

std::string_view View(const xmlChar* text) {
  return text == nullptr
             ? std::string_view()
             : std::string_view(reinterpret_cast<const char*>(text));
}

// Owned by one call of ParseXmlPart.
class PushParser {
 public:
  explicit PushParser(XmlHandler* handler) : handler_(*handler) {
    static const bool ready = (xmlInitParser(), true);
    (void)ready;
    sax_.initialized = XML_SAX2_MAGIC;
    sax_.startElementNs = &OnStart;
    sax_.endElementNs = &OnEnd;
    sax_.characters = &OnText;
    sax_.ignorableWhitespace = &OnText;
    sax_.cdataBlock = &OnText;
    sax_.serror = &OnError;
    context_ = xmlCreatePushParserCtxt(&sax_, this, nullptr, 0, nullptr);
    if (context_ != nullptr) {
      xmlCtxtUseOptions(context_, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    }
  }
  ~PushParser() {
    if (context_ != nullptr) xmlFreeParserCtxt(context_);
  }
  PushParser(const PushParser&) = delete;
  PushParser& operator=(const PushParser&) = delete;

  Status Push(std::string_view piece, bool last) {
    if (context_ == nullptr) {
      return Status(StatusCode::kNoMemory, "not enough memory for the XML");
    }
    if (!last) {
      Status status = guard_.Watch(piece);
      if (!status.ok()) return status;
    }
    const int error = xmlParseChunk(context_, piece.data(),
                                    static_cast<int>(piece.size()), last);
    if (!status_.ok()) return status_;
    if (error == XML_ERR_OK || context_->wellFormed) return Status();
    return Damaged(xmlGetLastError() == nullptr ? 0 : line_);
  }

 private:
  static void OnStart(void* self, const xmlChar* name, const xmlChar*,
                      const xmlChar* space, int, const xmlChar**, int count,
                      int, const xmlChar** attributes) {
    auto& parser = *static_cast<PushParser*>(self);
    if (++parser.depth_ > kDeepest) {
      parser.Stop(Status(StatusCode::kTooLarge,
                         "its XML is nested deeper than 256 levels"));
      return;
    }
    XmlElement& element = parser.element_;
    element.space = View(space);
    element.name = View(name);
    element.attributes.clear();
    for (int i = 0; i < count; ++i) {
      const xmlChar** const a = attributes + i * 5;
      const char* const value = reinterpret_cast<const char*>(a[3]);
      element.attributes.emplace_back(View(a[0]),
                                      std::string_view(value, a[4] - a[3]));
    }
    parser.handler_.Start(element);
  }

  static void OnEnd(void* self, const xmlChar* name, const xmlChar*,
                    const xmlChar* space) {
    auto& parser = *static_cast<PushParser*>(self);
    --parser.depth_;
    parser.handler_.End(View(space), View(name));
  }

  static void OnText(void* self, const xmlChar* text, int size) {
    static_cast<PushParser*>(self)->handler_.Text(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  }

  static void OnError(void* self, xmlErrorPtr error) {
    auto& parser = *static_cast<PushParser*>(self);
    if (error->level != XML_ERR_FATAL || parser.line_ > 0) return;
    parser.line_ = error->line;
  }

  Status Damaged(int line) const {
    return Status(StatusCode::kParse,
                  "its XML is damaged; open the file and save it again",
                  {-1, line, 0});
  }

  void Stop(Status status) {
    status_ = std::move(status);
    xmlStopParser(context_);
  }

  XmlHandler& handler_;
  xmlSAXHandler sax_ = {};
  xmlParserCtxtPtr context_ = nullptr;
  XmlGuard guard_;
  XmlElement element_;
  Status status_;
  int depth_ = 0;
  int line_ = 0;
};

}  // namespace

Status ParseXmlPart(ZipFile* zip, const std::string& part,
                    XmlHandler* handler) {
  PushParser parser(handler);
  Status status = zip->Read(
      part, [&](std::string_view piece) { return parser.Push(piece, false); });
  if (!status.ok()) return status;
  return parser.Push("", true);
}
#else
Status ParseXmlPart(ZipFile*, const std::string&, XmlHandler*) {
  return NotBuiltIn(".docx and .odt", "libxml2", "FRAMESCOPE_WITH_LIBXML2");
}
#endif

}  // namespace framescope
