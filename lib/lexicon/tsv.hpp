// Rows of a TSV file with the place of every cell.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace framescope {

// Columns of places in a line: code points, counted from 1. Each costs the
// distance from the last one asked for, so that all places of a line in their
// order cost one pass over it. Borrows the line.
class ColumnCounter {
 public:
  explicit ColumnCounter(std::string_view line = {}) : line_(line) {}

  // The column of the byte at `offset` of the line, at most its size.
  std::int32_t At(std::size_t offset);
  // The column at which `part`, a stretch of the line, begins.
  std::int32_t Of(std::string_view part) {
    return At(static_cast<std::size_t>(part.data() - line_.data()));
  }

 private:
  std::string_view line_;
  std::size_t at_ = 0;
  std::int32_t column_ = 1;  // at at_
};

// Splits a TSV file into rows, one at a time. Cells are never quoted; blank
// lines and lines that begin with '#' are passed over. Borrows the text.
class TsvReader {
 public:
  explicit TsvReader(std::string_view text);

  // Moves to the next row. False at the end of the text.
  bool Next();

  const std::vector<std::string_view>& cells() const { return cells_; }
  std::int32_t line() const { return line_; }  // of the row, from 1
  // The column at which cell `i` begins; beyond the last, that of the row's
  // end.
  std::int32_t column(std::size_t i) const {
    return i < cells_.size() ? columns_.Of(cells_[i])
                             : columns_.At(row_.size());
  }

 private:
  std::string_view text_;
  std::string_view row_;
  std::size_t position_ = 0;
  std::int32_t line_ = 0;
  std::vector<std::string_view> cells_;
  mutable ColumnCounter columns_;  // of row_
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

}  // namespace framescope
