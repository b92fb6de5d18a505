// CsvRows: the rows of a CSV file, also of a damaged one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/record_buffer.hpp"
#include "framescope/document.hpp"

namespace framescope {

struct CsvRow {
  std::vector<std::string> cells;
  std::int32_t line = 0;  // that the row begins on
  std::string decoding = "utf-8";
  std::vector<Notice> notices;
  Status status;  // why the row cannot be read
};

// Borrows the source; for one thread.
//
// A quote that never closes, or closes in the wrong place, would swallow rows.
// Such a row fails and is taken to end with its line; what follows is read
// again. After 16 of them no cell may run over a line end any more, so that
// the work stays linear.
class CsvRows {
 public:
  CsvRows(ByteSource* source, char separator, const ReadOptions& options)
      : buffer_(source), separator_(separator), options_(options) {}

  // The next row that is not empty; false at the end and when reading fails.
  bool Next(CsvRow* row);
  const Status& status() const { return buffer_.status(); }

 private:
  enum class State : std::uint8_t { kCellStart, kPlain, kQuoted, kAfterQuote };

  bool IsSeparator(char c) const;
  enum class Found : std::uint8_t { kRow, kOpenQuote, kTooLarge, kNothing };
  Found FindEnd(std::size_t* end);
  State Step(State state, char c) const;
  void Recover(Found found, CsvRow* row);
  void PassLine();
  void Split(std::string_view record, CsvRow* row) const;
  bool Start();

  RecordBuffer buffer_;
  char separator_;
  const ReadOptions& options_;
  bool started_ = false;
  int recoveries_left_ = 16;
  std::int32_t line_ = 1;
};

}  // namespace framescope
