// E-mail: the text that the reader of the message sees, without attachments.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "document/block_builder.hpp"
#include "document/html.hpp"
#include "document/mime.hpp"
#include "document/paragraphs.hpp"
#include "document/readers.hpp"

namespace framescope {
namespace {

constexpr int kDeepest = 32;
constexpr std::size_t kMostParts = 10000;

class EmlReader {
 public:
  EmlReader(const ReadOptions& options, Document* document)
      : options_(options), document_(*document), builder_(document) {}

  Status ReadMessage(std::string_view bytes, int depth);
  void Finish();

 private:
  Status ReadPart(const MimeHeaders& headers, std::string_view body, int depth);
  Status ReadParts(const std::string& type,
                   const std::vector<std::string_view>& parts, int depth);
  Status ReadText(const MimeHeaders& headers, const std::string& type,
                  std::string_view body);
  void AddPlain(std::string_view text);

  const ReadOptions& options_;
  Document& document_;
  BlockBuilder builder_;
  std::size_t parts_ = 0;
  std::size_t attachments_ = 0;
};

bool IsAttachment(const MimeHeaders& headers) {
  return MimeType(headers.Get("content-disposition")) == "attachment";
}

Status EmlReader::ReadMessage(std::string_view bytes, int depth) {
  MimeHeaders headers;
  const std::string_view body = headers.Read(bytes);
  if (depth == 0) {
    if (headers.empty()) {
      return Status(StatusCode::kParse, "is not an e-mail: it has no headers");
    }
    document_.title = DecodeWords(headers.Get("subject"));
    for (const char* name : {"from", "to", "date"}) {
      const std::string value = DecodeWords(headers.Get(name));
      if (!value.empty()) document_.metadata.emplace_back(name, value);
    }
  }
  return ReadPart(headers, body, depth);
}

Status EmlReader::ReadPart(const MimeHeaders& headers, std::string_view body,
                           int depth) {
  if (depth > kDeepest || ++parts_ > kMostParts) {
    return Status(StatusCode::kTooLarge,
                  "its parts are nested deeper than 32 levels, or there are "
                  "more than 10,000");
  }
  const std::string_view content_type = headers.Get("content-type");
  std::string type = MimeType(content_type);
  if (type.empty()) type = "text/plain";
  if (IsAttachment(headers)) {
    ++attachments_;
    return Status();
  }
  if (type.starts_with("multipart/")) {
    const std::string boundary = MimeParameter(content_type, "boundary");
    if (boundary.empty()) {
      return Status(StatusCode::kParse,
                    "a part of the e-mail names no boundary");
    }
    return ReadParts(type, SplitParts(body, boundary), depth);
  }
  if (type == "message/rfc822") {
    const std::string message =
        DecodeTransfer(body, headers.Get("content-transfer-encoding"));
    return ReadMessage(message, depth + 1);
  }
  if (type == "text/plain" || type == "text/html") {
    return ReadText(headers, type, body);
  }
  ++attachments_;
  return Status();
}

// Of alternatives the plain one is read, else the last; of other parts all.
Status EmlReader::ReadParts(const std::string& type,
                            const std::vector<std::string_view>& parts,
                            int depth) {
  std::size_t begin = 0, end = parts.size();
  if (type == "multipart/alternative" && !parts.empty()) {
    begin = parts.size() - 1;
    for (std::size_t i = parts.size(); i-- > 0;) {
      MimeHeaders headers;
      headers.Read(parts[i]);
      const std::string kind = MimeType(headers.Get("content-type"));
      if (kind.empty() || kind == "text/plain") begin = i;
    }
    end = begin + 1;
  }
  for (std::size_t i = begin; i < end; ++i) {
    MimeHeaders headers;
    const std::string_view body = headers.Read(parts[i]);
    Status status = ReadPart(headers, body, depth + 1);
    if (!status.ok()) return status;
  }
  return Status();
}

Status EmlReader::ReadText(const MimeHeaders& headers, const std::string& type,
                           std::string_view body) {
  const std::string bytes =
      DecodeTransfer(body, headers.Get("content-transfer-encoding"));
  Document part;
  Status status =
      DecodeInto(bytes, options_,
                 MimeParameter(headers.Get("content-type"), "charset"), &part);
  if (!status.ok()) return status;
  document_.decoding = part.decoding;
  std::move(part.notices.begin(), part.notices.end(),
            std::back_inserter(document_.notices));
  if (type == "text/html") {
    const std::string title = document_.title;
    AddHtml(part.text, 0, &builder_, &document_);
    document_.title = title;
  } else {
    AddPlain(part.text);
  }
  return Status();
}

// Lines of one depth of quotation make a text of their own, without signs.
void EmlReader::AddPlain(std::string_view text) {
  bool quoted = false;
  Document run;
  const auto flush = [&] {
    AddPlainTextBlocks(&run);
    for (const Block& block : run.blocks) {
      builder_.Begin(quoted ? BlockKind::kQuotation : block.kind,
                     quoted ? 0 : block.level);
      builder_.Add(std::string_view(run.text).substr(block.begin,
                                                     block.end - block.begin));
    }
    builder_.End();
    run = Document();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    const bool quote = line.starts_with('>');
    if (quote != quoted) flush();
    quoted = quote;
    while (line.starts_with('>') || (quote && line.starts_with(' '))) {
      line.remove_prefix(1);
    }
    run.text += line;
  }
  flush();
}

void EmlReader::Finish() {
  builder_.End();
  if (attachments_ == 0) return;
  document_.notices.push_back(
      {"eml.attachments",
       std::to_string(attachments_) + " attachments are left out", 0});
}

}  // namespace

Result<Document> ReadEml(const Input& input) {
  Document document;
  EmlReader reader(input.options, &document);
  Status status = reader.ReadMessage(input.bytes, 0);
  if (!status.ok()) return status;
  reader.Finish();
  return Finish(std::move(document), input.options);
}

}  // namespace framescope
