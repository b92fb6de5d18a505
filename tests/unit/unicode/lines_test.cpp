// Where lines end, and how many characters text has: each kernel, and the
// whole.
#include "unicode/lines.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "unicode/kernel.hpp"

namespace framescope {
namespace {

constexpr std::string_view kBreakBytes = "\n\v\f\r\x85\xA8\xA9";

class LinesTest : public testing::TestWithParam<const Kernel*> {
 protected:
  const Kernel& kernel() const { return *GetParam(); }
  std::size_t Break(const std::string& text, std::size_t from) const {
    std::size_t trails = 0;
    return kernel().find_break(text.data(), text.size(), from, &trails);
  }
};

// Every byte at every place of texts of every length around the kernels' steps.
TEST_P(LinesTest, FindsEachByteAtEachPlace) {
  for (const std::size_t size : {1, 7, 8, 31, 33, 63, 64, 65, 127, 130, 200}) {
    for (std::size_t at = 0; at < size; ++at) {
      for (unsigned byte = 0; byte < 0x100; ++byte) {
        std::string text(size, 'x');
        text[at] = static_cast<char>(byte);
        const bool ends = kBreakBytes.find(text[at]) != kBreakBytes.npos;
        for (const std::size_t from : {std::size_t{0}, at / 2, at}) {
          ASSERT_EQ(Break(text, from), ends ? at : size)
              << size << " " << at << " " << byte;
        }
        ASSERT_EQ(Break(text, at + 1), size);
      }
    }
  }
}

TEST_P(LinesTest, FindsQuotesAtEachPlace) {
  constexpr std::string_view kQuoteBytes = "\"'\xC2\xE2";
  for (const std::size_t size : {1, 8, 9, 63, 64, 65, 130}) {
    for (std::size_t at = 0; at < size; ++at) {
      for (unsigned byte = 0; byte < 0x100; ++byte) {
        std::string text(size, 'x');
        text[at] = static_cast<char>(byte);
        const bool quotes = kQuoteBytes.find(text[at]) != kQuoteBytes.npos;
        ASSERT_EQ(kernel().find_quote(text.data(), size, at / 2),
                  quotes ? at : size)
            << size << " " << at << " " << byte;
        ASSERT_EQ(kernel().find_quote(text.data(), size, at + 1), size);
      }
    }
  }
}

TEST_P(LinesTest, FindsTheFirstOfMany) {
  for (std::size_t size = 0; size < 140; ++size) {
    const std::string text(size, '\n');
    for (std::size_t at = 0; at <= size; ++at) {
      ASSERT_EQ(Break(text, at), at);
    }
  }
}

TEST_P(LinesTest, CountsTheTrailsPassedOver) {
  for (std::size_t size = 0; size < 5000; size = size * 5 / 4 + 1) {
    std::string text;
    std::size_t trails = 0;
    for (std::size_t i = 0; i < size; ++i) {
      auto byte = static_cast<unsigned char>(i * i * 7 + i / 3);
      if (kBreakBytes.find(static_cast<char>(byte)) != kBreakBytes.npos) {
        byte = 0xBF;
      }
      text += static_cast<char>(byte);
      trails += byte >= 0x80 && byte < 0xC0 ? 1 : 0;
    }
    for (const std::string_view end : {"", "\n", "\nx\xBF", "\xA8"}) {
      const std::string all = text + std::string(end);
      std::size_t found = 5;
      ASSERT_EQ(kernel().find_break(all.data(), all.size(), 0, &found), size);
      ASSERT_EQ(found, 5 + trails) << size << end;
      for (const std::size_t from : {size / 3, size / 2, size}) {
        const auto before = std::count_if(
            text.begin(), text.begin() + static_cast<std::ptrdiff_t>(from),
            [](char c) { return (c & 0xC0) == 0x80; });
        found = 0;
        kernel().find_break(all.data(), all.size(), from, &found);
        ASSERT_EQ(found, trails - static_cast<std::size_t>(before)) << size;
      }
    }
  }
}

TEST_P(LinesTest, EndAtTheSevenBreaksOnly) {
  std::size_t characters = 0;
  for (const std::string end :
       {"\n", "\v", "\f", "\r", "\xC2\x85", "\u2028", "\u2029"}) {
    const std::string text = "\u00E9ne" + end + "two";
    EXPECT_EQ(FindLineEnd(kernel(), text, 0, &characters), 4u) << end;
    EXPECT_EQ(characters, 3u);
    EXPECT_EQ(FindLineEnd(kernel(), text, 4 + end.size(), &characters),
              text.size());
    EXPECT_EQ(characters, 3u);
  }
  // Their last bytes end other characters too.
  const std::string others = "\u00A8\u00A9\u00C5\u0105\u202A\u20A8\u2128 ...";
  EXPECT_EQ(FindLineEnd(kernel(), others + "\n", 0, &characters),
            others.size());
  EXPECT_EQ(characters, 11u);
  EXPECT_EQ(FindLineEnd(kernel(), "", 0, &characters), 0u);
  EXPECT_EQ(characters, 0u);
}

INSTANTIATE_TEST_SUITE_P(Kernels, LinesTest,
                         testing::ValuesIn(kernels().begin(), kernels().end()),
                         [](const auto& one) {
                           return std::string(one.param->name);
                         });

}  // namespace
}  // namespace framescope
