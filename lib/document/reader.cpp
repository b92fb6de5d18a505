// Finds the reader for a file, by its name and its first bytes.
#include <algorithm>
#include <utility>

#include "document/byte_source.hpp"
#include "document/format.hpp"
#include "document/readers.hpp"
#include "unicode/encoding.hpp"

namespace framescope {
namespace {

constexpr std::size_t kHead = 1 << 12;

Result<Document> ReadWhole(Format format, const Input& input) {
  switch (format) {
    case Format::kMarkdown:
      return ReadMarkdown(input);
    case Format::kHtml:
      return ReadHtml(input);
    case Format::kDocx:
    case Format::kOdt:
      return ReadOffice(input);
    case Format::kPdf:
      return ReadPdf(input);
    case Format::kRtf:
      return ReadRtf(input);
    case Format::kEml:
      return ReadEml(input);
    default:
      return ReadTxt(input);
  }
}

// Rows are decoded one by one, which only encodings with ASCII in them allow;
// the others are decoded here as a whole.
Result<std::unique_ptr<ByteSource>> DecodeRows(
    std::unique_ptr<ByteSource> source, std::string_view head,
    const ReadOptions& options) {
  const bool wide = head.starts_with("\xFF\xFE") ||
                    head.starts_with("\xFE\xFF") ||
                    head.find('\0') != head.npos;
  const std::string& named = options.encoding;
  const bool utf8 = named == "utf-8" || named == "UTF-8" || named == "utf8";
  if (utf8 || (named.empty() && !wide)) return source;
  Result<std::string> bytes = ReadAll(source.get(), options.max_bytes);
  if (!bytes.ok()) return bytes.status();
  Result<Decoded> decoded = Decode(bytes.value(), named);
  if (!decoded.ok()) return decoded.status();
  return Concatenated(std::move(decoded.value().text), MemorySource(""));
}

Status ReadRows(Format format, std::unique_ptr<ByteSource> source,
                std::string_view head, const ReadOptions& options,
                const DocumentSink& sink) {
  Result<std::unique_ptr<ByteSource>> decoded =
      DecodeRows(std::move(source), head, options);
  if (!decoded.ok()) return decoded.status();
  if (format == Format::kJsonl) {
    return ReadJsonl(decoded.value().get(), options, sink);
  }
  return ReadCsv(decoded.value().get(), format == Format::kTsv ? '\t' : '\0',
                 options, sink);
}

Result<std::unique_ptr<ByteSource>> Unpack(Packing packing,
                                           std::unique_ptr<ByteSource> source) {
  switch (packing) {
    case Packing::kGzip:
      return Gunzip(std::move(source));
    case Packing::kZstd:
      return Unzstd(std::move(source));
    case Packing::kNone:
      break;
  }
  return source;
}

// The format of a file that its caller names: what the name or the options
// say, else what the content shows, else plain text.
Result<Format> ChooseFormat(Format named, std::string_view head,
                            const ReadOptions& options) {
  Format format = named;
  if (!options.format.empty()) {
    Result<Format> wanted = FormatOfOption(options.format);
    if (!wanted.ok()) return wanted;
    format = wanted.value();
  }
  if (format == Format::kUnknown) format = FormatOfContent(head);
  if (format == Format::kUnknown && LooksLikeJsonLines(head)) {
    format = Format::kJsonl;
  }
  if (format == Format::kUnknown) format = Format::kTxt;
  // No lines are no documents: a share of a larger input may be empty.
  if (format == Format::kJsonl && head.empty()) return format;
  Status status = CheckContent(format, head);
  if (!status.ok()) return status;
  return format;
}

bool IsText(Format format) {
  return format != Format::kDocx && format != Format::kOdt &&
         format != Format::kPdf;
}

// The first bytes of `source`. Rows may come from a pipe that stays open, so
// of them no more is waited for than there is.
Result<std::string> ReadHead(ByteSource* source, Format named,
                             const ReadOptions& options) {
  Result<std::string> head = ReadStart(source);
  const std::string& wanted = options.format;
  const Format format = wanted.empty() ? named : FormatOfEnding(wanted);
  if (!head.ok() || HoldsRows(format)) return head;
  if (format == Format::kUnknown && LooksLikeJsonLines(head.value())) {
    return head;
  }
  const Status status = ExtendHead(source, kHead, &head.value());
  if (!status.ok()) return status;
  return head;
}

// Reads all documents in `source`, which is called `name`.
Status ReadSource(const std::string& name, const std::string& path,
                  std::unique_ptr<ByteSource> source,
                  const ReadOptions& options, const DocumentSink& sink) {
  const NamedFormat named = FormatOfName(name);
  Result<std::unique_ptr<ByteSource>> unpacked =
      Unpack(named.packing, std::move(source));
  if (!unpacked.ok()) return unpacked.status();
  Result<std::string> head =
      ReadHead(unpacked.value().get(), named.format, options);
  if (!head.ok()) return head.status();
  Result<Format> format = ChooseFormat(named.format, head.value(), options);
  if (!format.ok()) return format.status();
  if (named.packing != Packing::kNone && !IsText(format.value())) {
    return Status(StatusCode::kUnsupported,
                  "only text is read from .gz and .zst; unpack it first");
  }
  source = Concatenated(head.value(), std::move(unpacked).value());
  if (HoldsRows(format.value())) {
    const DocumentSink with_path = [&](Result<Document> document) {
      if (document.ok()) document.value().path = path;
      return sink(std::move(document));
    };
    return ReadRows(format.value(), std::move(source), head.value(), options,
                    with_path);
  }
  Result<std::string> bytes = ReadAll(source.get(), options.max_bytes);
  if (!bytes.ok()) return bytes.status();
  Result<Document> document =
      ReadWhole(format.value(), {bytes.value(), options});
  if (!document.ok()) return document.status();
  document.value().path = path;
  document.value().id = name;
  if (sink(std::move(document))) return Status();
  return Status(StatusCode::kCallback, "stopped by the caller");
}

}  // namespace

Status ReadDocuments(const std::string& path, const ReadOptions& options,
                     const DocumentSink& sink) {
  Result<std::unique_ptr<ByteSource>> source =
      OpenFile(path, options.before_wait);
  if (!source.ok()) return source.status();
  return ReadSource(path, path, std::move(source).value(), options, sink);
}

Result<Document> ReadDocument(const std::string& name, std::string_view bytes,
                              const ReadOptions& options) {
  std::vector<Result<Document>> found;
  const Status status = ReadSource(name, "", MemorySource(bytes), options,
                                   [&](Result<Document> document) {
                                     found.push_back(std::move(document));
                                     return found.size() < 2;
                                   });
  if (found.size() == 1) return std::move(found[0]);
  if (found.size() > 1) {
    return Status(StatusCode::kInvalidArgument,
                  "holds more than one document; read it as a file of rows");
  }
  if (!status.ok()) return status;
  return Status(StatusCode::kNoText, "the file holds no rows");
}

}  // namespace framescope
