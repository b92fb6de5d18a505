// Tested by tests/unit/base/numbers_test.cpp.
#include "base/numbers.hpp"

#include <charconv>

namespace framescope {

std::string Shortest(double value) {
  char digits[64];
  const auto end =
      std::to_chars(digits, digits + sizeof(digits), value == 0 ? 0.0 : value);
  return {digits, end.ptr};
}

std::string Fixed(double value, int decimals) {
  char digits[400];
  const auto end = std::to_chars(digits, digits + sizeof(digits), value,
                                 std::chars_format::fixed, decimals);
  std::string text(digits, end.ptr);
  if (text.find_first_not_of("-0.") == std::string::npos && text[0] == '-') {
    text.erase(0, 1);
  }
  return text;
}

std::string Signed(double value, int decimals) {
  std::string text = Fixed(value, decimals);
  if (text.find_first_not_of("0.") == std::string::npos) return text;
  if (text[0] != '-') return text.insert(0, 1, '+');
  return "\xE2\x88\x92" + text.substr(1);
}

std::string Grouped(std::uint64_t value) {
  std::string text = std::to_string(value);
  for (std::size_t i = text.size(); i > 3;) {
    i -= 3;
    text.insert(i, 1, ',');
  }
  return text;
}

}  // namespace framescope
