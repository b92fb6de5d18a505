// Tested by tests/unit/base/csv_writer_test.cpp.
#include "base/csv_writer.hpp"

#include <cmath>

#include "base/numbers.hpp"
#include "base/utf8.hpp"

namespace framescope {
namespace {

bool StartsFormula(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = 0;
  switch (NextCodePoint(text, &at)) {
    case U'=':
    case U'+':
    case U'-':
    case U'@':
    case U'\t':
    case U'\r':
    case U'\n':
    case U'\0':
    case 0xFF1D:
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
      return true;
    default:
      return false;
  }
}

}  // namespace

void CsvWriter::Separate() {
  if (!first_) *out_ += ',';
  first_ = false;
}

CsvWriter& CsvWriter::Text(std::string_view text) {
  Separate();
  const bool defuse = !raw_ && StartsFormula(text);
  const bool quote =
      text.find_first_of(",\"\r\n") != std::string_view::npos || defuse;
  if (quote) *out_ += '"';
  if (defuse) *out_ += '\'';
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (c == '"') *out_ += '"';
    AppendUtf8(c == 0 ? kReplacementCharacter : c, out_);
  }
  if (quote) *out_ += '"';
  return *this;
}

CsvWriter& CsvWriter::Number(std::uint64_t value) {
  Separate();
  *out_ += std::to_string(value);
  return *this;
}

CsvWriter& CsvWriter::Real(double value) {
  Separate();
  if (std::isfinite(value)) *out_ += Shortest(value);
  return *this;
}

CsvWriter& CsvWriter::Bool(bool value) {
  Separate();
  *out_ += value ? "true" : "false";
  return *this;
}

CsvWriter& CsvWriter::Empty() {
  Separate();
  return *this;
}

void CsvWriter::EndRow() {
  *out_ += "\r\n";
  first_ = true;
}

}  // namespace framescope
