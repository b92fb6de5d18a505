// Byte offsets of UTF-8 text as code points and as UTF-16 units.
// Tested by tests/unit/unicode/text_offsets_test.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "unicode/kernel.hpp"

namespace framescope {

// Turns byte offsets into offsets of other units in one pass over the text.
// Offsets are asked for in ascending order; the cost of all of them together
// is one scan. Borrows the text, which must be valid UTF-8.
class TextOffsets {
 public:
  TextOffsets(const Kernel& kernel, std::string_view text)
      : kernel_(&kernel), text_(text) {}

  // Moves to `byte`, which must not lie before the last one.
  void MoveTo(std::uint32_t byte) {
    byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
    const UnitCounts passed =
        kernel_->count_units(text_.data(), text_.size(), byte_, byte);
    byte_ = byte;
    trails_ += passed.trails;
    wides_ += passed.wides;
  }

  // Code points, and UTF-16 units, before the byte.
  std::uint32_t chars() const { return byte_ - trails_; }
  std::uint32_t utf16() const { return chars() + wides_; }

 private:
  const Kernel* kernel_;
  std::string_view text_;
  std::uint32_t byte_ = 0, trails_ = 0, wides_ = 0;
};

}  // namespace framescope
