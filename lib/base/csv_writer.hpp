// CsvWriter: rows of RFC 4180 that a spreadsheet does not take for formulas.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace framescope {

// Appends to a string that its owner may empty between rows. A text cell that
// begins with = + - @ (or their full-width forms), tab, carriage return or NUL
// gets an apostrophe in front (CWE-1236), unless `raw`. Rows end in CR LF.
class CsvWriter {
 public:
  CsvWriter(std::string* out, bool raw) : out_(out), raw_(raw) {}

  CsvWriter& Text(std::string_view text);
  CsvWriter& Number(std::uint64_t value);
  CsvWriter& Real(double value);  // shortest; empty unless finite
  CsvWriter& Bool(bool value);
  CsvWriter& Empty();
  void EndRow();

 private:
  void Separate();

  std::string* out_;
  bool raw_;
  bool first_ = true;
};

}  // namespace framescope
