// The readers of the formats, one function each, and what they share.
//
// A reader gets the whole file as bytes and returns one Document; the readers
// of rows get a stream and hand on one Document a row. Messages never name the
// file: the caller knows it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/byte_source.hpp"
#include "framescope/document.hpp"

namespace framescope {

// Text offsets are 32 bits wide, with room for a separator past the end.
inline constexpr std::uint64_t kMaxText = 0xFFFFFF00u;

// The bytes of one file and how to read them; both outlive the call.
struct Input {
  std::string_view bytes;
  const ReadOptions& options;
  // The string that holds the bytes, when the reader may take it for the text:
  // a text as large as half the memory can be read then. May be null.
  std::string* own = nullptr;
};

Result<Document> ReadTxt(const Input& input);
Result<Document> ReadMarkdown(const Input& input);
Result<Document> ReadHtml(const Input& input);
// Both .docx and .odt: the folder inside says which it is.
Result<Document> ReadOffice(const Input& input);
Result<Document> ReadPdf(const Input& input);
Result<Document> ReadRtf(const Input& input);
Result<Document> ReadEml(const Input& input);

// `separator` is ',' or '\t' …, or 0 to find it in the first line.
Status ReadCsv(ByteSource* source, char separator, const ReadOptions& options,
               const DocumentSink& sink);
Status ReadJsonl(ByteSource* source, const ReadOptions& options,
                 const DocumentSink& sink);

// Sets text and decoding of `document`, and adds a notice when bytes had to be
// replaced. `fallback` names an encoding that the file itself declares; it is
// used when the options name none and the bytes are not UTF-8.
Status DecodeInto(std::string_view bytes, const ReadOptions& options,
                  const std::string& fallback, Document* document);

// Adds line starts for the lines of the file behind the last one with text, so
// that their number is that of the file's lines.
void AddLastLines(std::string_view file, Document* document);

// Fails with kNoText when the document has no block, with kTooLarge when its
// text is over the limit.
Result<Document> Finish(Document document, const ReadOptions& options);

// "1.0 GiB", "300 bytes".
std::string SizeText(std::uint64_t bytes);

// The failure of a file or row that is larger than the options allow.
Status TooLarge(const std::string& what, std::uint64_t limit);

// The failure of a format whose library is missing from this build.
Status NotBuiltIn(const std::string& format, const std::string& library,
                  const std::string& option);

}  // namespace framescope
