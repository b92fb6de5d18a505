#include "report/text_layout.hpp"

#include <gtest/gtest.h>

#include "base/utf8.hpp"
#include "score/score.hpp"

namespace framescope {
namespace {

Balance Of(std::uint32_t negative, std::uint32_t positive) {
  return MakeBalance({negative, 0, 0}, {positive, 0, 0}, 0);
}

TEST(Bar, ShowsPointIntervalAndZero) {
  EXPECT_EQ(Bar(Of(6, 6), 21), "·····├────●────┤·····");
  EXPECT_EQ(Bar(Of(0, 0), 9), "····┊····");
  EXPECT_EQ(Bar(Of(10, 0), 9), "●─┤·┊····");
}

TEST(Bar, AnOpenCircleStandsForTooLittleText) {
  EXPECT_NE(Bar(Of(1, 0), 9).find("○"), std::string::npos);
}

TEST(Bar, IsAsWideAsAsked) {
  for (std::uint32_t n = 0; n < 30; ++n) {
    for (const std::size_t columns : {3u, 9u, 39u}) {
      EXPECT_EQ(ColumnsOf(Bar(Of(n, 30 - n), columns)), columns);
    }
  }
}

TEST(Wrapped, LinesStayInTheWidthUnlessAWordIsLonger) {
  std::string out;
  AppendWrapped("a: ", "one two three extraordinarily four", 12, &out);
  EXPECT_EQ(out,
            "a: one two\n"
            "   three\n"
            "   extraordinarily\n"
            "   four\n");
}

TEST(Fields, CutAndFill) {
  EXPECT_EQ(Left("ab", 4), "ab  ");
  EXPECT_EQ(Left("abcdef", 4), "abc…");
  EXPECT_EQ(Right("ab", 4), "  ab");
  EXPECT_EQ(Right("abcdef", 4), "abcdef");
}

TEST(Painted, IsPlainWithoutColour) {
  EXPECT_EQ(Painted("x", Ink::kBold, false), "x");
  EXPECT_EQ(Painted("x", Ink::kBold, true), "\x1B[1mx\x1B[0m");
}

}  // namespace
}  // namespace framescope
