// Finds the reader for a file, by its name and its first bytes.
#include <algorithm>
#include <utility>
#include <vector>

#include "document/byte_source.hpp"
#include "document/document_file.hpp"
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

}  // namespace

bool MayHoldRows(const std::string& path, const ReadOptions& options) {
  if (!options.format.empty()) {
    const Result<Format> format = FormatOfOption(options.format);
    return format.ok() && HoldsRows(format.value());
  }
  const Format format = FormatOfName(path).format;
  return format == Format::kUnknown || HoldsRows(format);
}

Status DocumentFile::OpenRows(const std::string& head) {
  auto decoded = DecodeRows(std::move(source_), head, options_);
  if (!decoded.ok()) return decoded.status();
  source_ = std::move(decoded).value();
  auto rows =
      format_ == Format::kJsonl
          ? framescope::OpenJsonl(source_.get(), options_)
          : framescope::OpenCsv(
                source_.get(), format_ == Format::kTsv ? '\t' : '\0', options_);
  if (!rows.ok()) return rows.status();
  rows_ = std::move(rows).value();
  return Status();
}

Result<std::unique_ptr<DocumentFile>> DocumentFile::Start(
    std::unique_ptr<DocumentFile> file, std::unique_ptr<ByteSource> source) {
  const NamedFormat named = FormatOfName(file->name_);
  auto unpacked = Unpack(named.packing, std::move(source));
  if (!unpacked.ok()) return unpacked.status();
  Result<std::string> head =
      ReadHead(unpacked.value().get(), named.format, file->options_);
  if (!head.ok()) return head.status();
  Result<Format> format =
      ChooseFormat(named.format, head.value(), file->options_);
  if (head.value().empty() && file->path_ == "-" && !format.ok() &&
      format.status().code() == StatusCode::kNoText) {
    return Status(StatusCode::kNoText, "standard input is empty");
  }
  if (!format.ok()) return format.status();
  file->format_ = format.value();
  file->packed_ = named.packing != Packing::kNone;
  if (file->packed_ && !IsText(file->format_)) {
    return Status(StatusCode::kUnsupported,
                  "only text is read from .gz and .zst; unpack it first");
  }
  file->source_ = Concatenated(head.value(), std::move(unpacked).value());
  if (HoldsRows(file->format_)) {
    const Status status = file->OpenRows(head.value());
    if (!status.ok()) return status;
  }
  return file;
}

Result<std::unique_ptr<DocumentFile>> DocumentFile::Open(
    const std::string& path, const ReadOptions& options) {
  Result<std::unique_ptr<ByteSource>> source = OpenFile(path);
  if (!source.ok()) return source.status();
  return Start(
      std::unique_ptr<DocumentFile>(new DocumentFile(path, path, options)),
      std::move(source).value());
}

Result<std::unique_ptr<DocumentFile>> DocumentFile::OpenMemory(
    const std::string& name, std::string_view bytes,
    const ReadOptions& options) {
  return Start(
      std::unique_ptr<DocumentFile>(new DocumentFile(name, "", options)),
      MemorySource(bytes));
}

Result<Document> DocumentFile::ReadRow(const RowPacket& packet,
                                       const RawRow& row,
                                       RowScratch* scratch) const {
  Result<Document> document = rows_->Read(packet, row, scratch);
  if (document.ok()) document.value().path = path_;
  return document;
}

Result<Document> DocumentFile::ReadWhole() {
  Result<std::string> bytes = ReadAll(source_.get(), options_.max_bytes);
  source_.reset();
  if (!bytes.ok()) return bytes.status();
  Result<Document> document =
      framescope::ReadWhole(format_, {bytes.value(), options_, &bytes.value()});
  if (!document.ok()) return document;
  document.value().path = path_;
  document.value().id = name_;
  return document;
}

namespace {

// Hands all documents of the file on.
Status ReadFile(Result<std::unique_ptr<DocumentFile>> file,
                const DocumentSink& sink) {
  if (!file.ok()) return file.status();
  DocumentFile& open = *file.value();
  if (open.rows() == nullptr) {
    Result<Document> document = open.ReadWhole();
    if (!document.ok()) return document.status();
    if (sink(std::move(document))) return Status();
    return Status(StatusCode::kCallback, "stopped by the caller");
  }
  const std::unique_ptr<RowScratch> scratch = open.rows()->NewScratch();
  RowPacket packet;
  while (open.rows()->Cut(&packet)) {
    for (const RawRow& row : packet.rows) {
      if (!sink(open.ReadRow(packet, row, scratch.get()))) {
        return Status(StatusCode::kCallback, "stopped by the caller");
      }
    }
  }
  return open.rows()->status();
}

}  // namespace

Status ReadDocuments(const std::string& path, const ReadOptions& options,
                     const DocumentSink& sink) {
  return ReadFile(DocumentFile::Open(path, options), sink);
}

Result<Document> ReadDocument(const std::string& name, std::string_view bytes,
                              const ReadOptions& options) {
  std::vector<Result<Document>> found;
  const Status status = ReadFile(DocumentFile::OpenMemory(name, bytes, options),
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
