// Tested by tests/unit/lexicon/formats/tables_test.cpp.
#include "lexicon/formats/delimited.hpp"

#include <algorithm>

#include "lexicon/tsv.hpp"

namespace framescope {

std::string_view DelimitedRows::Cell(std::size_t i) const {
  return i < cells_.size() ? Trimmed(cells_[i]) : std::string_view();
}

bool DelimitedRows::Next() {
  while (at_ < text_.size()) {
    ReadRow();
    if (cells_.size() > 1 || !Trimmed(cells_[0]).empty()) return true;
  }
  return false;
}

void DelimitedRows::ReadRow() {
  cells_.clear();
  columns_.clear();
  line_ = next_line_;
  const std::size_t row_begin = at_;
  ColumnCounter columns(text_.substr(row_begin));
  for (;;) {
    columns_.push_back(columns.At(at_ - row_begin));
    std::string cell;
    if (separator_ == ',' && at_ < text_.size() && text_[at_] == '"' &&
        !unclosed_) {
      ReadQuoted(&cell);
    }
    while (at_ < text_.size() && text_[at_] != separator_ &&
           text_[at_] != '\n') {
      cell += text_[at_++];
    }
    if (cell.ends_with('\r')) cell.pop_back();
    cells_.push_back(std::move(cell));
    if (at_ >= text_.size()) break;
    if (text_[at_++] == '\n') {
      ++next_line_;
      break;
    }
  }
}

void DelimitedRows::ReadQuoted(std::string* cell) {
  const std::size_t open = at_++;
  std::int32_t lines = 0;
  for (; at_ < text_.size(); ++at_) {
    if (text_[at_] == '"') {
      if (text_.substr(at_, 2) != "\"\"") break;
      ++at_;
    }
    lines += text_[at_] == '\n';
    *cell += text_[at_];
  }
  if (at_ < text_.size()) {
    ++at_;
    next_line_ += lines;
    return;
  }
  out_.Warn(line_, columns_.back(), "open-quote",
            "this quote is never closed; it is read as a character");
  unclosed_ = true;
  at_ = open;
  cell->clear();
}

std::string CsvCell(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == cell.npos) return std::string(cell);
  std::string out = "\"";
  for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

}  // namespace framescope
