// Plain text: the document's text is the file's, byte for byte once decoded.
#include <algorithm>
#include <utility>

#include "base/code_point.hpp"
#include "document/paragraphs.hpp"
#include "document/readers.hpp"
#include "unicode/encoding.hpp"

namespace framescope {
namespace {

// Whether the start of the text holds more control characters than text does.
bool LooksBinary(std::string_view text) {
  text = text.substr(0, 8192);
  const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
    return c >= 0 && c < 0x20 && c != '\n' && c != '\r' && c != '\t' &&
           c != '\f' && c != '\v' && c != 0x1A && c != 0x1B;
  });
  return static_cast<std::size_t>(controls) * 50 > text.size();
}

// Texts from here on are taken over instead of copied.
constexpr std::size_t kLarge = 1 << 20;

// Whether decoding would give the same bytes again, named "utf-8".
bool IsPlainUtf8(std::string_view bytes) {
  return !bytes.starts_with("\xEF\xBB\xBF") && bytes.find('\0') == bytes.npos &&
         FirstInvalidUtf8(bytes) < 0;
}

}  // namespace

Result<Document> ReadTxt(const Input& input) {
  Document document;
  if (input.own != nullptr && input.bytes.size() >= kLarge &&
      input.options.encoding.empty() && IsPlainUtf8(input.bytes)) {
    document.text = std::move(*input.own);
  } else {
    Status status = DecodeInto(input.bytes, input.options, "", &document);
    if (!status.ok()) return status;
  }
  if (LooksBinary(document.text)) {
    return Status(StatusCode::kParse,
                  "is not plain text: it holds control characters. Name its "
                  "format, or its encoding, if it is text after all");
  }
  if (document.text.size() > kMaxText) return TooLarge("the text", kMaxText);
  AddPlainTextBlocks(&document);
  TitleFromFirstLine(&document);
  return Finish(std::move(document), input.options);
}

Document PlainText(std::string_view utf8) {
  Document document;
  if (utf8.size() > kMaxText) {
    utf8 = utf8.substr(0, CodePointStart(utf8, kMaxText));
    document.notices.push_back(
        {"text.cut", "the text was cut at " + SizeText(kMaxText), 0});
  }
  if (FirstInvalidUtf8(utf8) < 0) {
    document.text = utf8;
  } else {
    const Status status = DecodeInto(utf8, {}, "utf-8", &document);
    if (!status.ok()) {
      document.notices.push_back({"decode.failed", status.message(), 0});
    }
  }
  AddPlainTextBlocks(&document);
  TitleFromFirstLine(&document);
  return document;
}

}  // namespace framescope
