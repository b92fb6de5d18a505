// Document: one text with its blocks and a map back to the file it came from.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framescope/status.hpp"

namespace framescope {

enum class BlockKind : std::uint8_t {
  kParagraph,
  kHeading,
  kListItem,
  kTableCell,
  kQuotation,
  kCode
};

// A stretch [begin, end) of the text that no sentence and no phrase leaves.
// Blocks are in order and do not overlap.
struct Block {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t line = 0;  // first line in the file, counted from 1, or 0
  std::uint32_t page = 0;  // counted from 1, or 0
  BlockKind kind = BlockKind::kParagraph;
  std::uint8_t level = 0;     // of a heading, 1 to 6
  std::uint8_t column = 0;    // of a table in which it stands, from 1, or 0
  bool in_first_row = false;  // of that table
};

// Something a reader should know about how a document was read.
struct Notice {
  std::string code;  // short and stable, such as "decode.replaced"
  std::string message;
  std::uint32_t line = 0;
};

// One text. `text` is valid UTF-8.
struct Document {
  std::string id;    // a key of the corpus, or the path
  std::string path;  // empty for text from memory
  std::string title;
  bool row = false;       // one of many that its file holds
  bool numbered = false;  // a row whose id is its number, not a key
  std::string text;
  std::string decoding = "utf-8";  // how the bytes were read
  std::vector<Block> blocks;
  std::vector<std::pair<std::string, std::string>> metadata;
  std::vector<Notice> notices;
  // Byte offsets in `text` at which a new line of the file begins, ascending,
  // for formats that have lines; empty otherwise.
  std::vector<std::uint32_t> line_starts;
};

struct ReadOptions {
  std::string encoding;  // empty: detected
  std::string format;    // empty: by name and content; else "txt", "docx" …
  std::string text_column;  // of csv, tsv and jsonl; empty: "text"
  std::string id_column;    // empty: "id" if there is one, else the row number
  // Of a file, and of a text; rows of csv, tsv and jsonl count one by one.
  std::uint64_t max_bytes = std::uint64_t{1} << 30;
  std::uint32_t pdf_seconds = 60;  // for `pdftotext`
};

// Receives the documents of a file one by one. Return false to stop.
using DocumentSink = std::function<bool(Result<Document>)>;

// Reads the file at `path` ("-" is standard input) and hands every document in
// it to `sink`: one for most formats, one a row for csv, tsv and jsonl. A row
// that cannot be read is handed on as a failed Result and the next one
// follows. Returns kOk when the file was read to its end, also when rows
// failed; kCallback when the sink asked to stop.
Status ReadDocuments(const std::string& path, const ReadOptions& options,
                     const DocumentSink& sink);

// Reads one document from memory; `name` decides the format by its ending.
Result<Document> ReadDocument(const std::string& name, std::string_view bytes,
                              const ReadOptions& options = {});

// One document of plain text with its paragraphs as blocks.
Document PlainText(std::string_view utf8);

// A file found under a folder, or the reason why it is passed over.
struct FoundFile {
  std::string path;
  Status status;        // why the file cannot be read
  std::string skipped;  // why it is not a document ("unknown format"), or ""
  std::uint64_t bytes = 0;  // its size when it is to be read
};

// All files at `path`, a file or a folder, in the order of their names (bytes);
// hidden files, special files and links that leave the tree or repeat a file
// come with their reason in `skipped`.
Result<std::vector<FoundFile>> FindFiles(const std::string& path);

}  // namespace framescope
