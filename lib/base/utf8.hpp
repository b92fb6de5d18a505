// Text for eyes: code points of possibly broken UTF-8, and how wide they show.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace framescope {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// The code point at `*at` < text.size(), which moves past it. A byte that is
// not part of valid UTF-8 is one U+FFFD.
char32_t NextCodePoint(std::string_view text, std::size_t* at);
bool IsValidUtf8(std::string_view text);
void AppendUtf8(char32_t c, std::string* out);

// Controls (C0, DEL, C1), line separators, and the marks that turn the
// direction of text: what must not reach a terminal or a page as it is.
bool IsUnsafeToShow(char32_t c);

// Columns of a terminal that `c` takes: 0, 1 or 2. A simplified table: enough
// to align, exact for the scripts of Europe.
int ColumnsOf(char32_t c);
std::size_t ColumnsOf(std::string_view text);

// `text` as valid UTF-8 on one line that is safe on a terminal: a run of white
// space is one space, other unsafe characters are shown as \u{..}.
std::string Shown(std::string_view text);

// The longest beginning (or end) of `text` that takes at most `columns`.
std::string_view FirstColumns(std::string_view text, std::size_t columns);
std::string_view LastColumns(std::string_view text, std::size_t columns);

}  // namespace framescope
