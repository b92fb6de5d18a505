// What all readers say alike: decoding, limits, empty documents.
#include <algorithm>
#include <cstdio>
#include <utility>

#include "document/readers.hpp"
#include "unicode/encoding.hpp"

namespace framescope {

std::string SizeText(std::uint64_t bytes) {
  static const char* const kUnits[] = {"KiB", "MiB", "GiB"};
  if (bytes < 1024) return std::to_string(bytes) + " bytes";
  double value = static_cast<double>(bytes) / 1024;
  int unit = 0;
  while (value >= 1024 && unit < 2) {
    value /= 1024;
    ++unit;
  }
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %s", value, kUnits[unit]);
  return text;
}

Status TooLarge(const std::string& what, std::uint64_t limit) {
  return Status(StatusCode::kTooLarge, what + " is larger than the limit of " +
                                           SizeText(limit) +
                                           "; split it, or raise the limit");
}

Status NotBuiltIn(const std::string& format, const std::string& library,
                  const std::string& option) {
  return Status(StatusCode::kUnsupported,
                "reading " + format + " is not built in: install " + library +
                    " and build framescope again with -D" + option + "=ON");
}

Status DecodeInto(std::string_view bytes, const ReadOptions& options,
                  const std::string& fallback, Document* document) {
  std::string encoding = options.encoding;
  if (encoding.empty() && !fallback.empty() && FirstInvalidUtf8(bytes) >= 0) {
    encoding = fallback;
  }
  Result<Decoded> decoded = Decode(bytes, encoding);
  if (!decoded.ok() && options.encoding.empty() && !encoding.empty()) {
    document->notices.push_back({"decode.unknown",
                                 "the encoding that the file names is not "
                                 "known; it was detected instead",
                                 0});
    decoded = Decode(bytes, "");
  }
  if (!decoded.ok()) return decoded.status();
  Decoded& done = decoded.value();
  document->text = std::move(done.text);
  document->decoding = std::move(done.encoding);
  if (done.replaced > 0) {
    document->notices.push_back(
        {"decode.replaced",
         std::to_string(done.replaced) + " bytes were not valid " +
             document->decoding + ", the first at offset " +
             std::to_string(done.first_replaced) +
             "; they were read as U+FFFD. Name the encoding if this one is "
             "not right",
         0});
  }
  return Status();
}

void AddLastLines(std::string_view file, Document* document) {
  const auto breaks = std::count(file.begin(), file.end(), '\n');
  const std::size_t lines =
      static_cast<std::size_t>(breaks) + (file.ends_with('\n') ? 0 : 1);
  if (lines <= document->line_starts.size()) return;
  document->line_starts.resize(
      lines, static_cast<std::uint32_t>(document->text.size()));
}

Result<Document> Finish(Document document, const ReadOptions& options) {
  const std::uint64_t limit = std::min(options.max_bytes, kMaxText);
  if (document.text.size() > limit) return TooLarge("the text", limit);
  if (document.blocks.empty()) {
    return Status(StatusCode::kNoText, "the file holds no text");
  }
  return document;
}

}  // namespace framescope
