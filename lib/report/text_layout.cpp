// Tested by tests/unit/report/text_layout_test.cpp.
#include "report/text_layout.hpp"

#include <cmath>

#include "base/utf8.hpp"

namespace framescope {

std::string Painted(std::string_view text, Ink ink, bool colour) {
  if (!colour || text.empty()) return std::string(text);
  const char* codes[] = {"\x1B[1m", "\x1B[2m", "\x1B[33m", "\x1B[36m"};
  std::string painted = codes[static_cast<int>(ink)];
  return painted.append(text).append("\x1B[0m");
}

void AppendWrapped(std::string_view first, std::string_view text,
                   std::size_t width, std::string* out) {
  const std::size_t indent = ColumnsOf(first);
  out->append(first);
  std::size_t used = indent;
  bool fresh = true;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    text = space == text.npos ? std::string_view() : text.substr(space + 1);
    if (word.empty()) continue;
    const std::size_t columns = ColumnsOf(word);
    if (!fresh && used + 1 + columns > width) {
      out->append("\n").append(indent, ' ');
      used = indent;
      fresh = true;
    }
    if (!fresh) out->append(" ");
    used += columns + (fresh ? 0 : 1);
    fresh = false;
    out->append(word);
  }
  out->append("\n");
}

std::string Cut(std::string_view text, std::size_t columns) {
  if (ColumnsOf(text) <= columns) return std::string(text);
  std::string cut(FirstColumns(text, columns > 0 ? columns - 1 : 0));
  return cut.append("\xE2\x80\xA6");
}

std::string Left(std::string_view text, std::size_t columns) {
  std::string field = Cut(text, columns);
  const std::size_t used = ColumnsOf(field);
  return field.append(used < columns ? columns - used : 0, ' ');
}

std::string Right(std::string_view text, std::size_t columns) {
  const std::size_t used = ColumnsOf(text);
  std::string field(used < columns ? columns - used : 0, ' ');
  return field.append(text);
}

std::string Bar(const Balance& balance, std::size_t columns) {
  if (columns < 3) return "";
  const double last = static_cast<double>(columns - 1);
  const auto cell = [&](double value) {
    return static_cast<std::size_t>(std::lround((value + 1) / 2 * last));
  };
  const bool matches = balance.negative.count + balance.positive.count > 0;
  const std::size_t low = cell(balance.low), high = cell(balance.high);
  const std::size_t point = cell(balance.balance), zero = cell(0);
  std::string bar;
  for (std::size_t i = 0; i < columns; ++i) {
    if (!matches) {
      bar += i == zero ? "\xE2\x94\x8A" : "\xC2\xB7";  // ┊ ·
    } else if (i == point) {
      bar += balance.verdict == Verdict::kTooLittle ? "\xE2\x97\x8B"   // ○
                                                    : "\xE2\x97\x8F";  // ●
    } else if (i == low) {
      bar += "\xE2\x94\x9C";  // ├
    } else if (i == high) {
      bar += "\xE2\x94\xA4";  // ┤
    } else if (i > low && i < high) {
      bar += i == zero ? "\xE2\x94\xBC" : "\xE2\x94\x80";  // ┼ ─
    } else {
      bar += i == zero ? "\xE2\x94\x8A" : "\xC2\xB7";
    }
  }
  return bar;
}

}  // namespace framescope
