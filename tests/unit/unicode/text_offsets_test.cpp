// Offsets in other units, against counting byte by byte.
#include "unicode/text_offsets.hpp"

#include <gtest/gtest.h>

#include <string>

namespace framescope {
namespace {

void ExpectSame(const Kernel& kernel, const std::string& text,
                std::uint32_t step) {
  TextOffsets offsets(kernel, text);
  std::uint32_t chars = 0, utf16 = 0;
  for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
    if (byte % step == 0) {
      offsets.MoveTo(byte);
      ASSERT_EQ(offsets.chars(), chars) << byte;
      ASSERT_EQ(offsets.utf16(), utf16) << byte;
    }
    if (byte == text.size()) break;
    const auto c = static_cast<unsigned char>(text[byte]);
    if ((c & 0xC0) == 0x80) continue;
    ++chars;
    utf16 += c >= 0xF0 ? 2 : 1;
  }
}

TEST(TextOffsets, CountsUnitsOfEveryWidthAtEveryStep) {
  std::string mixed;
  for (int i = 0; i < 40; ++i) {
    mixed += std::string(static_cast<std::size_t>(i), 'a');
    mixed += i % 3 == 0 ? "\u00E9" : i % 3 == 1 ? "\u20AC" : "\U0001F600";
  }
  for (const Kernel* kernel : kernels()) {
    for (std::uint32_t step = 1; step <= 200; ++step) {
      ExpectSame(*kernel, mixed, step);
    }
  }
}

TEST(TextOffsets, CountsAscii) {
  for (const Kernel* kernel : kernels()) {
    for (std::uint32_t step = 1; step <= 200; ++step) {
      ExpectSame(*kernel, std::string(300, 'x'), step);
    }
  }
}

TEST(TextOffsets, StopsAtTheEndOfTheText) {
  TextOffsets offsets(*kernels().front(), "\u00E9");
  offsets.MoveTo(100);
  EXPECT_EQ(offsets.chars(), 1u);
}

}  // namespace
}  // namespace framescope
