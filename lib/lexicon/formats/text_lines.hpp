// TextLines: the lines of a text with their numbers.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace framescope {

// Splits at LF, CR LF and lone CR. Borrows the text.
class TextLines {
 public:
  explicit TextLines(std::string_view text) : text_(text) {}

  // Moves to the next line. False at the end of the text.
  bool Next() {
    if (at_ >= text_.size()) return false;
    const std::size_t end =
        std::min(text_.find_first_of("\r\n", at_), text_.size());
    line_ = text_.substr(at_, end - at_);
    const bool both = text_.substr(end, 2) == "\r\n";
    at_ = end + (both ? 2 : 1);
    ++number_;
    return true;
  }

  std::string_view line() const { return line_; }
  std::int32_t number() const { return number_; }  // from 1

 private:
  std::string_view text_, line_;
  std::size_t at_ = 0;
  std::int32_t number_ = 0;
};

}  // namespace framescope
