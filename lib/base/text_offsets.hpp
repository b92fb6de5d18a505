// Byte offsets of UTF-8 text as code points and as UTF-16 units.
// Tested by tests/unit/base/text_offsets_test.cpp.
#pragma once

#include <bit>
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
    while (byte_ + kRun <= byte) MoveOverRun();
    while (byte_ + 8 <= byte) MoveOver(8);
    if (byte_ < byte) MoveOver(byte - byte_);
  }

  std::uint32_t chars() const { return chars_; }  // code points before
  std::uint32_t utf16() const { return utf16_; }  // UTF-16 units before

 private:
  static constexpr std::uint32_t kRun = 32;
  static constexpr std::uint64_t kTop = 0x8080808080808080;

  // Most text is ASCII, where all units are the same.
  void MoveOverRun() {
    std::uint64_t bytes[kRun / 8];
    std::memcpy(bytes, text_.data() + byte_, kRun);
    if (((bytes[0] | bytes[1] | bytes[2] | bytes[3]) & kTop) == 0) {
      byte_ += kRun;
      chars_ += kRun;
      utf16_ += kRun;
    } else {
      for (std::uint32_t i = 0; i < kRun; i += 8) MoveOver(8);
    }
  }

  // The next `count` bytes, 1 to 8, among zeros.
  std::uint64_t Next(std::uint32_t count) const {
    std::uint64_t bytes = 0;
    if (text_.size() - byte_ < 8) {
      std::memcpy(&bytes, text_.data() + byte_, count);
      return bytes;
    }
    std::memcpy(&bytes, text_.data() + byte_, 8);
    const std::uint32_t others = 64 - 8 * count;
    return std::endian::native == std::endian::little ? bytes << others
                                                      : bytes >> others;
  }

  // Over `count` bytes, 1 to 8. Bit 7 of each byte becomes that byte's
  // answer; a product adds them up.
  void MoveOver(std::uint32_t count) {
    constexpr std::uint64_t kSum = 0x0101010101010101;
    const std::uint64_t bytes = Next(count);
    const std::uint64_t inside = bytes & ~(bytes << 1) & kTop;
    const std::uint64_t wide =
        bytes & bytes << 1 & bytes << 2 & bytes << 3 & kTop;
    const auto begins =
        count - static_cast<std::uint32_t>(((inside >> 7) * kSum) >> 56);
    chars_ += begins;
    utf16_ += begins + static_cast<std::uint32_t>(((wide >> 7) * kSum) >> 56);
    byte_ += count;
  }

  std::string_view text_;
  std::uint32_t byte_ = 0, chars_ = 0, utf16_ = 0;
};

}  // namespace framescope
