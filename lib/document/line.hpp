// Line: one line of plain text and what can be told from it.
#pragma once

#include <cstdint>
#include <string_view>

namespace framescope {

enum class LineBreak : std::uint8_t { kLine, kPage, kParagraph, kEnd };

// How a line starts, past opening quotes and brackets.
enum class LineStart : std::uint8_t { kLower, kUpper, kOther };

// White space around it is left out. `columns` counts characters.
struct Line {
  std::string_view text;
  std::uint32_t begin = 0;   // of `text` in the document
  std::uint32_t number = 0;  // in the file, counted from 1
  std::uint32_t page = 0;
  std::uint32_t columns = 0;  // of `text`, without the indent
  std::uint32_t indent = 0;
  bool after_page_break = false;
  // Told by LookAtStart():
  LineStart start = LineStart::kOther;
  bool sure_marker = false;  // its marker is used for nothing else
  std::uint32_t marker = 0;  // bytes of a bullet or number and the space after
};

// Fills what the beginning of the line's text tells.
void LookAtStart(Line* line);

// Columns of the first word, with the list marker before it.
std::uint32_t FirstWord(const Line& line);

// Whether a sentence ends inside the line and another one starts.
bool HoldsSentenceEnd(const Line& line);

// Whether the line has a letter or digit.
bool HasWord(std::string_view text);

}  // namespace framescope
