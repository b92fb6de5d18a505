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
          ASSERT_EQ(kernel().find_break(text.data(), size, from),
                    ends ? at : size)
              << size << " " << at << " " << byte;
        }
        ASSERT_EQ(kernel().find_break(text.data(), size, at + 1), size);
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
      ASSERT_EQ(kernel().find_break(text.data(), size, at), at);
    }
  }
}

TEST_P(LinesTest, CountsTrails) {
  for (std::size_t size = 0; size < 5000; size = size * 5 / 4 + 1) {
    std::string text;
    std::size_t trails = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const auto byte = static_cast<unsigned char>(i * i * 7 + i / 3);
      text += static_cast<char>(byte);
      trails += byte >= 0x80 && byte < 0xC0 ? 1 : 0;
    }
    ASSERT_EQ(kernel().count_trails(text.data(), size), trails) << size;
    const std::string all(size, '\xBF');
    ASSERT_EQ(kernel().count_trails(all.data(), size), size) << size;
  }
}

INSTANTIATE_TEST_SUITE_P(Kernels, LinesTest,
                         testing::ValuesIn(kernels().begin(), kernels().end()),
                         [](const auto& one) {
                           return std::string(one.param->name);
                         });

TEST(Lines, EndAtTheSevenBreaksOnly) {
  for (const std::string end :
       {"\n", "\v", "\f", "\r", "\xC2\x85", "\u2028", "\u2029"}) {
    const std::string text = "one" + end + "two";
    EXPECT_EQ(FindLineEnd(text, 0), 3u) << end;
    EXPECT_EQ(FindLineEnd(text, 3 + end.size()), text.size());
  }
  // Their last bytes end other characters too.
  const std::string others = "\u00A8\u00A9\u00C5\u0105\u202A\u20A8\u2128 ...";
  EXPECT_EQ(FindLineEnd(others + "\n", 0), others.size());
  EXPECT_EQ(FindLineEnd("", 0), 0u);
}

TEST(Lines, AreCountedInCharacters) {
  EXPECT_EQ(CountCharacters(""), 0u);
  EXPECT_EQ(CountCharacters("care"), 4u);
  EXPECT_EQ(CountCharacters("\u00E9\u2019\U0001F600."), 4u);
}

}  // namespace
}  // namespace framescope
