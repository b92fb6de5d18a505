#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace framescope {
namespace {

using namespace std::string_literals;

TEST(Utf8, ReadsEveryLengthAndWritesItBack) {
  const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
  const char32_t expected[] = {'a', 0xE9, 0x20AC, 0x1F600};
  std::size_t at = 0;
  std::string again;
  for (const char32_t c : expected) {
    const char32_t read = NextCodePoint(text, &at);
    EXPECT_EQ(read, c);
    AppendUtf8(read, &again);
  }
  EXPECT_EQ(at, text.size());
  EXPECT_EQ(again, text);
}

TEST(Utf8, EachBrokenByteIsOneReplacement) {
  for (const std::string& broken :
       {"\x80"s, "\xC0\xAF"s, "\xED\xA0\x80"s, "\xF5\x80\x80\x80"s, "\xE2\x82"s,
        "\xF4\x90\x80\x80"s, "\xE0\x80\x80"s}) {
    EXPECT_FALSE(IsValidUtf8(broken));
    std::size_t at = 0;
    while (at < broken.size()) {
      const std::size_t before = at;
      EXPECT_EQ(NextCodePoint(broken, &at), kReplacementCharacter);
      EXPECT_EQ(at, before + 1);
    }
  }
  EXPECT_TRUE(IsValidUtf8("\xEF\xBF\xBD ok"));
}

TEST(Shown, MakesControlsAndDirectionMarksVisible) {
  EXPECT_EQ(Shown("a\x1B[31mb"), "a\\u{1b}[31mb");
  EXPECT_EQ(Shown("x\xE2\x80\xAEy"), "x\\u{202e}y");
  EXPECT_EQ(Shown("nul\0."s), "nul\\u{00}.");
  EXPECT_EQ(Shown("a\xC2\x9B z"), "a\\u{9b} z");
  EXPECT_EQ(Shown("two\r\n\tlines"), "two lines");
  EXPECT_EQ(Shown("bad\xFF"), "bad\xEF\xBF\xBD");
}

TEST(Columns, CountWhatATerminalShows) {
  EXPECT_EQ(ColumnsOf("abc"), 3u);
  EXPECT_EQ(ColumnsOf("e\xCC\x81"), 1u);
  EXPECT_EQ(ColumnsOf("\xE6\xBC\xA2"), 2u);
  EXPECT_EQ(ColumnsOf("\xF0\x9F\x98\x80"), 2u);
}

TEST(Columns, CutsFallBetweenCodePoints) {
  EXPECT_EQ(FirstColumns("\xC3\xA9t\xC3\xA9", 2), "\xC3\xA9t");
  EXPECT_EQ(LastColumns("\xC3\xA9t\xC3\xA9", 2), "t\xC3\xA9");
  EXPECT_EQ(FirstColumns("\xE6\xBC\xA2x", 1), "");
  EXPECT_EQ(FirstColumns("ab", 5), "ab");
  EXPECT_EQ(LastColumns("ab", 5), "ab");
}

}  // namespace
}  // namespace framescope
