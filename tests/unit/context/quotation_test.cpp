// QuotationMap: which marks are quotation marks.
#include "context/quotation.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace framescope {
namespace {

std::vector<std::string> Found(const std::string& text) {
  QuotationMap map;
  map.Add(text, 0, static_cast<std::uint32_t>(text.size()));
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < map.size(); ++i) {
    const Span span = map[i].inside;
    out.push_back(text.substr(span.begin, span.end - span.begin));
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST(Quotations, CurlyAndStraight) {
  EXPECT_EQ(Found("a “b c” d"), Strings{"b c"});
  EXPECT_EQ(Found("a ‘b c’ d"), Strings{"b c"});
  EXPECT_EQ(Found("a \"b c\" d"), Strings{"b c"});
  EXPECT_EQ(Found("a 'b c' d"), Strings{"b c"});
  EXPECT_EQ(Found("a «b c» d"), Strings{"b c"});
}

TEST(Quotations, StraightAndCurlyMarksPair) {
  EXPECT_EQ(Found("a \"b c” d"), Strings{"b c"});
  EXPECT_EQ(Found("a “b c\" d"), Strings{"b c"});
}

TEST(Quotations, ApostrophesAreNone) {
  EXPECT_EQ(Found("don't they’ve the carers’ the carers' ’80s"), Strings{});
  EXPECT_EQ(Found("‘don’t go’ he said"), Strings{"don’t go"});
}

TEST(Quotations, PluralPossessiveInsideSingleMarks) {
  EXPECT_EQ(Found("‘the carers’ patience won’ she said"),
            Strings{"the carers’ patience won"});
  EXPECT_EQ(Found("'the carers' patience won' she said"),
            Strings{"the carers' patience won"});
}

TEST(Quotations, InchesAreNone) {
  EXPECT_EQ(Found("a 6\" step and a 9\" rail"), Strings{});
}

TEST(Quotations, NestedKnowTheirParent) {
  const std::string text = "“she said ‘no’ twice”";
  QuotationMap map;
  map.Add(text, 0, static_cast<std::uint32_t>(text.size()));
  ASSERT_EQ(map.size(), 2u);
  EXPECT_EQ(map[0].parent, kNone);
  EXPECT_EQ(map[1].parent, 0u);
  const auto no = static_cast<std::uint32_t>(text.find("no"));
  const auto twice = static_cast<std::uint32_t>(text.find("twice"));
  EXPECT_EQ(map.At(no), 1u);
  EXPECT_EQ(map.At(twice), 0u);
  EXPECT_EQ(map.At(0), kNone);
}

TEST(Quotations, CurlyDoubleWithoutPartnerQuotesToTheEdge) {
  EXPECT_EQ(Found("a “b c"), Strings{"b c"});
  EXPECT_EQ(Found("a b” c"), Strings{"a b"});
  EXPECT_EQ(Found("a “b” c” d"), Strings{"b"});
}

TEST(Quotations, OtherMarksWithoutPartnerAreNone) {
  EXPECT_EQ(Found("a \"b c"), Strings{});
  EXPECT_EQ(Found("a ‘b c"), Strings{});
}

TEST(Quotations, LinearForAnyNesting) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "“‘\"a ";
  for (int i = 0; i < 200000; ++i) text += " b\"’”";
  const auto start = std::chrono::steady_clock::now();
  QuotationMap map;
  map.Add(text, 0, static_cast<std::uint32_t>(text.size()));
  for (std::uint32_t i = 0; i < text.size(); i += 16) map.At(i);
  const auto taken = std::chrono::steady_clock::now() - start;
  EXPECT_LT(taken, std::chrono::seconds(10));
  EXPECT_GT(map.size(), 0u);
}

}  // namespace
}  // namespace framescope
