// Byte offsets of UTF-8 text as code points and as UTF-16 units.
#pragma once

#include <cstdint>
#include <cstring>
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
    if (byte > text_.size()) byte = static_cast<std::uint32_t>(text_.size());
    while (byte_ + 8 <= byte) MoveOverEight();
    for (; byte_ < byte; ++byte_) {
      const unsigned char c = static_cast<unsigned char>(text_[byte_]);
      if ((c & 0xC0) == 0x80) continue;
      ++chars_;
      utf16_ += c >= 0xF0 ? 2 : 1;
    }
  }

  std::uint32_t chars() const { return chars_; }  // code points before
  std::uint32_t utf16() const { return utf16_; }  // UTF-16 units before

 private:
  // Bit 7 of each byte becomes that byte's answer; a product adds them up.
  void MoveOverEight() {
    constexpr std::uint64_t kTop = 0x8080808080808080;
    constexpr std::uint64_t kSum = 0x0101010101010101;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text_.data() + byte_, 8);
    const std::uint64_t inside = bytes & ~(bytes << 1) & kTop;
    const std::uint64_t wide =
        bytes & bytes << 1 & bytes << 2 & bytes << 3 & kTop;
    const auto begins =
        8 - static_cast<std::uint32_t>(((inside >> 7) * kSum) >> 56);
    chars_ += begins;
    utf16_ += begins + static_cast<std::uint32_t>(((wide >> 7) * kSum) >> 56);
    byte_ += 8;
  }

  std::string_view text_;
  std::uint32_t byte_ = 0, chars_ = 0, utf16_ = 0;
};

}  // namespace framescope
