// Errors of patterns: what, and at which column.
#include "match/pattern.hpp"

#include <gmock/gmock.h>

#include <string>

namespace framescope {
namespace {

Result<Pattern> Parse(const std::string& text) {
  static const std::unique_ptr<Segmenter> segmenter =
      std::move(Segmenter::Create("en-GB", "icu")).value();
  return ParsePattern(text, segmenter.get());
}

struct Bad {
  std::string pattern;
  int column;
  std::string message;
};

class BadPattern : public testing::TestWithParam<Bad> {};

TEST_P(BadPattern, IsRefusedAtItsColumn) {
  const auto result = Parse(GetParam().pattern);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.status().code(), StatusCode::kParse);
  EXPECT_EQ(result.status().where().column, GetParam().column)
      << result.status().message();
  EXPECT_THAT(result.status().message(),
              testing::HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Pattern, BadPattern,
    testing::Values(
        Bad{"", 1, "empty"},
        Bad{"a (b|c", 7, "expected ) to close ( of column 3"},
        Bad{"(", 2, "expected ) to close ( of column 1"},
        Bad{"a (b|", 6, "expected ) to close ( of column 3"},
        Bad{"a [b", 5, "expected ] to close [ of column 3"},
        Bad{"é (b]", 5, "expected ) to close ( of column 3"},
        Bad{"a b)", 4, "closes nothing"}, Bad{"a > b", 3, "closes nothing"},
        Bad{"a (b|) c", 6, "alternative is empty"},
        Bad{"a () c", 4, "alternative is empty"},
        Bad{"[a] [b]", 1, "nothing at all"}, Bad{"a <0-9> b", 3, "at most 8"},
        Bad{"a <3-1> b", 3, "such as <0-3>"},
        Bad{"a <x> b", 3, "such as <0-3>"}, Bad{"<0-3> b", 1, "after a word"},
        Bad{"a <0-3>", 3, "before a word"},
        Bad{"a <0-3> [b]", 3, "before a word"},
        Bad{"[a] <0-3> b", 5, "after a word"},
        Bad{"a {person", 10, "expected } to close { of column 3"},
        Bad{"a {}", 3, "needs a name"}, Bad{"a ~b", 3, "between two words"},
        Bad{"a~ b", 3, "between two words"}, Bad{"a~b~c~d~e", 1, "at most 4"},
        Bad{"= a", 2, "right before a word"}, Bad{"a=b", 2, "inside a word"},
        Bad{"a/b", 2, "inside a word"},
        Bad{"and\\/or", 4, "no phrase runs through"},
        Bad{"service, user", 8, "no phrase runs through"},
        Bad{"a\\b", 2, "stands before one of"},
        Bad{"un(helpful)", 3, "put a space before"},
        Bad{"(un)helpful", 5, "whole words"}, Bad{"a \xFF", 3, "not UTF-8"},
        Bad{"((((((((((a))))))))))", 9, "more than 8 deep"},
        Bad{"/abc", 5, "expected / to close"}, Bad{"a - b", 3, "no word"},
        Bad{std::string(600, 'a'), 513, "longer than 512"}));

TEST(Pattern, HyphensBesideBracketsTieWords) {
  EXPECT_TRUE(Parse("(short|long)-term").ok());
  EXPECT_TRUE(Parse("self-(care|help)").ok());
  EXPECT_EQ(Parse("(short|long)-term").value().sequence.size(), 2u);
}

TEST(Pattern, EscapesMakeReservedCharactersOrdinary) {
  const auto pattern = Parse("a\\*");
  EXPECT_FALSE(pattern.ok());
  EXPECT_THAT(pattern.status().message(), testing::HasSubstr("\"*\""));
}

TEST(Pattern, EveryPrefixOfAPatternParsesOrFails) {
  const std::string pattern = "a (b|[c] d) <0-3> {x} e~f =G h* \\* /";
  for (std::size_t size = 0; size <= pattern.size(); ++size) {
    const auto result = Parse(pattern.substr(0, size));
    EXPECT_TRUE(result.ok() || result.status().where().column > 0) << size;
  }
}

}  // namespace
}  // namespace framescope
