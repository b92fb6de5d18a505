// Rows of a TSV file with the place of every cell.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace framescope {

// Splits a TSV file into rows, one at a time. Cells are never quoted; blank
// lines and lines that begin with '#' are passed over. Borrows the text.
class TsvReader {
 public:
  explicit TsvReader(std::string_view text);

  // Moves to the next row. False at the end of the text.
  bool Next();

  const std::vector<std::string_view>& cells() const { return cells_; }
  std::int32_t line() const { return line_; }  // of the row, from 1
  // Column of cell `i` in code points, counted from 1.
  std::int32_t column(std::size_t i) const;

 private:
  std::string_view text_;
  std::string_view row_;
  std::size_t position_ = 0;
  std::int32_t line_ = 0;
  std::vector<std::string_view> cells_;
};

// Without the spaces at both ends.
inline std::string_view Trimmed(std::string_view text) {
  const auto is_space = [](char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// Calls `receive(part)` for the parts of `text` between occurrences of
// `separator`, trimmed; empty parts are left out.
template <typename Receive>
void ForEachPart(std::string_view text, char separator,
                 const Receive& receive) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = Trimmed(text.substr(0, end));
    if (!part.empty()) receive(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// The parts that ForEachPart receives.
std::vector<std::string_view> SplitTrimmed(std::string_view text,
                                           char separator);

// Code points in `text`, which must be UTF-8.
std::int32_t CodePoints(std::string_view text);

}  // namespace framescope
