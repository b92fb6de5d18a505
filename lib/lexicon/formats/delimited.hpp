// DelimitedRows: the rows of CSV (RFC 4180) or TSV held in memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/formats/lexicon_builder.hpp"

namespace framescope {

// Cells of CSV may stand in double quotes and then hold separators, line ends
// and doubled quotes. A quote that never closes is a warning, and its row ends
// with its line, so that the rest of the file is read. Borrows the text.
class DelimitedRows {
 public:
  DelimitedRows(std::string_view text, char separator, LexiconBuilder* out)
      : text_(text), separator_(separator), out_(*out) {}

  // Moves to the next row that is not blank.
  bool Next();
  const std::vector<std::string>& cells() const { return cells_; }
  // The trimmed cell; "" beyond the last.
  std::string_view Cell(std::size_t i) const;
  std::int32_t line() const { return line_; }  // on which the row begins
  // Column of cell `i` on its line, in code points.
  std::int32_t column(std::size_t i) const {
    return i < columns_.size() ? columns_[i] : 1;
  }

 private:
  void ReadRow();
  void ReadQuoted(std::string* cell);

  std::string_view text_;
  char separator_;
  LexiconBuilder& out_;
  std::size_t at_ = 0;
  std::int32_t line_ = 0, next_line_ = 1;
  std::vector<std::string> cells_;
  std::vector<std::int32_t> columns_;
  bool unclosed_ = false;  // no closing quote lies ahead
};

// `cell` in quotes where CSV needs them.
std::string CsvCell(std::string_view cell);

}  // namespace framescope
