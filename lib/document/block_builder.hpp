// BlockBuilder: text of marked-up formats, block by block.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/table_places.hpp"
#include "framescope/document.hpp"

namespace framescope {

// Appends to the text of a Document and keeps its blocks and line starts.
// White space runs become one space, blocks without text leave nothing, and
// blocks are parted by an empty line (items of lists and cells by a line
// break). Borrows the document; for one thread.
class BlockBuilder {
 public:
  explicit BlockBuilder(Document* document) : document_(*document) {}

  // Ends the open block; what is added next is of this kind.
  void Begin(BlockKind kind, int level = 0, CellPlace place = {});
  // Ends the open block; the next one is of the same kind.
  void End();

  void Add(std::string_view text);
  // Keeps white space as it is, for code.
  void AddVerbatim(std::string_view text);
  // A line break that the author put: ends the block after a sentence end or
  // another break, and is a line break inside the block otherwise.
  void Break();

  // The line of the file that the next text stands on, counted from 1. Line
  // breaks in added text move it on. Never called: no line starts are kept.
  void SetLine(std::uint32_t line) { line_ = line; }
  void SetPage(std::uint32_t page) { page_ = page; }

  bool open() const { return open_; }

 private:
  void Open();
  void AddWord(std::string_view word);
  void MarkLine();

  Document& document_;
  BlockKind kind_ = BlockKind::kParagraph;
  std::uint8_t level_ = 0;
  CellPlace place_;
  std::uint32_t line_ = 0;
  std::uint32_t page_ = 0;
  bool open_ = false;
  bool space_ = false;     // white space waits for the next word
  bool new_line_ = false;  // and it is a line break
};

// Whether `text` ends like a sentence: . ! ? : ; or …, also before closing
// quotes and brackets.
bool EndsSentence(std::string_view text);

// The length of the first `count` characters of the UTF-8 text, in bytes.
std::size_t Prefix(std::string_view text, std::size_t count);

// At most 200 characters of `text`, with white space runs as one space.
std::string OneLine(std::string_view text);

// The title of a document from its first heading, if it has one.
void TitleFromHeading(Document* document);

}  // namespace framescope
