// Byte offsets of UTF-8 text as code points and as UTF-16 units.
#pragma once

#include <cstdint>
#include <string_view>

namespace framescope {

// Turns byte offsets into offsets of other units in one pass over the text.
// Offsets are asked for in ascending order; the cost of all of them together
// is one scan. Borrows the text, which must be valid UTF-8.
class TextOffsets {
 public:
  explicit TextOffsets(std::string_view text) : text_(text) {}

  // Moves to `byte`, which must not lie before the last one.
  void MoveTo(std::uint32_t byte) {
    for (; byte_ < byte && byte_ < text_.size(); ++byte_) {
      const unsigned char c = static_cast<unsigned char>(text_[byte_]);
      if ((c & 0xC0) == 0x80) continue;
      ++chars_;
      utf16_ += c >= 0xF0 ? 2 : 1;
    }
  }

  std::uint32_t chars() const { return chars_; }  // code points before
  std::uint32_t utf16() const { return utf16_; }  // UTF-16 units before

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0, chars_ = 0, utf16_ = 0;
};

}  // namespace framescope
