// Line: one line of plain text and what can be told from its ends.
#pragma once

#include <cstdint>
#include <string_view>

namespace framescope {

enum class LineBreak : std::uint8_t { kLine, kPage, kParagraph, kEnd };

// White space around it is left out. `columns` counts characters.
struct Line {
  std::string_view text;
  std::uint32_t begin = 0;   // of `text` in the document
  std::uint32_t number = 0;  // in the file, counted from 1
  std::uint32_t page = 0;
  std::uint32_t columns = 0;  // of `text`, without the indent
  std::uint32_t indent = 0;
  bool after_page_break = false;
};

// How a line starts, past opening quotes and brackets.
enum class LineStart : std::uint8_t { kLower, kUpper, kOther };

LineStart StartOf(const Line& line);

// The bytes of a bullet or number with the space after it, or 0. `*sure` says
// whether it is a sign that is used for nothing else.
std::size_t MarkerLength(const Line& line, bool* sure);

// Columns of the first word, with the list marker before it.
std::uint32_t FirstWord(const Line& line);

// Whether a sentence ends inside the line and another one starts.
bool HoldsSentenceEnd(const Line& line);

// Whether the line has a letter or digit.
bool HasWord(std::string_view text);

}  // namespace framescope
