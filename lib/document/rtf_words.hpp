// The control words of rich text (RTF) that matter to its text.
#pragma once

#include <cstdint>
#include <string_view>

namespace framescope {

enum class RtfWord : std::uint8_t {
  kUnknown,
  kCharacter,  // stands for one character
  kParagraph,  // ends a paragraph
  kCell,       // ends a cell
  kRow,        // ends a row
  kLine,       // a line break
  kPlainParagraph,
  kOutline,
  kStyle,
  kList,
  kListText,  // the bullet or number, as text
  kInTable,
  kHidden,
  kDeleted,
  kPlain,
  kUnicode,
  kUnicodeSkip,
  kFont,
  kFontCharset,
  kCodePage,
  kMac,
  kBinary,
  kFontTable,
  kStyleSheet,
  kInfo,
  kTitle,
  kNote,
  kTextBox,
  kFurniture,  // page headers and footers
  kSkip        // holds no text of the document
};

struct RtfMeaning {
  RtfWord word = RtfWord::kUnknown;
  std::string_view character;  // of kCharacter
};

RtfMeaning FindRtfWord(std::string_view word);

// The Windows code page of a font's \fcharset number, or 0.
int CodePageOfCharset(int charset);

}  // namespace framescope
