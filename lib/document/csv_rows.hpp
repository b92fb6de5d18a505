// CsvRows: the rows of a CSV file, also of a damaged one.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/record_buffer.hpp"
#include "document/row_reader.hpp"
#include "framescope/document.hpp"

namespace framescope {

struct CsvRow {
  std::vector<std::string> cells;
  std::string decoding = "utf-8";
  std::vector<Notice> notices;
  Status status;  // why the row cannot be read
};

// Borrows the source. Cut() is for one thread at a time, Split() for any.
//
// A quote that never closes, or closes in the wrong place, would swallow rows.
// Such a row fails and is taken to end with its line; what follows is read
// again. After 16 of them no cell may run over a line end any more, so that
// the work stays linear.
class CsvRows {
 public:
  CsvRows(ByteSource* source, char separator, const ReadOptions& options);

  // Adds rows that are not empty to the packet until it is full, or holds
  // `most`. Adds none at the end and when reading fails.
  void Cut(std::size_t most, RowPacket* packet);
  const Status& status() const { return buffer_.status(); }

  // The cells of a row that was cut. Not before the first Cut().
  void Split(std::string_view record, std::int32_t line, CsvRow* row) const;

 private:
  enum class State : std::uint8_t { kCellStart, kPlain, kQuoted, kAfterQuote };
  enum class Found : std::uint8_t {
    kRow,
    kDamagedRow,  // text follows a closing quote
    kOpenQuote,
    kTooLarge,
    kNothing
  };

  void SetSeparator(char separator);
  bool IsSeparator(char c) const;
  Found FindEnd(bool read_on, std::size_t* end);
  std::size_t Pass(State state, std::string_view data, std::size_t at) const;
  State Step(State state, char c) const;
  Status Recover(Found found, std::string_view record);
  void PassLine();
  bool Start();

  RecordBuffer buffer_;
  char separator_ = 0;
  std::array<bool, 256> ends_plain_ = {};  // bytes that plain text stops at
  const ReadOptions& options_;
  bool started_ = false;
  int recoveries_left_ = 16;
  std::int32_t line_ = 1;
  std::uint64_t number_ = 0;
};

}  // namespace framescope
