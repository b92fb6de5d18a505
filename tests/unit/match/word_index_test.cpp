// Globs one by one, and many words at once.
#include "match/word_index.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "match/pattern.hpp"
#include "match/spelling.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::string Glob(std::string text) {
  std::replace(text.begin(), text.end(), '*', kAnyLetters);
  std::replace(text.begin(), text.end(), '?', kOneLetter);
  return text;
}

bool Matches(const std::string& glob, const std::string& word) {
  return GlobMatches(Glob(glob), word);
}

TEST(GlobMatches, StarsTakeAnyLettersOrNone) {
  EXPECT_TRUE(Matches("a*", "a"));
  EXPECT_TRUE(Matches("*a*b*", "xaybz"));
  EXPECT_TRUE(Matches("*ab", "aab"));
  EXPECT_FALSE(Matches("*ab", "aba"));
  EXPECT_TRUE(Matches("**", ""));
  EXPECT_FALSE(Matches("a", ""));
  EXPECT_FALSE(Matches("", "a"));
}

TEST(GlobMatches, QuestionMarkTakesOneCharacterNotOneByte) {
  EXPECT_TRUE(Matches("?", "é"));
  EXPECT_FALSE(Matches("??", "é"));
  EXPECT_TRUE(Matches("*?é", "éé"));
  EXPECT_FALSE(Matches("?", ""));
}

TEST(GlobMatches, OtherMetacharactersAreOrdinary) {
  EXPECT_FALSE(Matches("a.c", "abc"));
  EXPECT_FALSE(Matches("[ab]", "a"));
}

TEST(WordIndex, FindsWhatAWordIs) {
  WordIndex index;
  for (const char* glob :
       {"care", "care*", "*are", "c?re", "*ar*", "*", "x", "ca*re", "care"}) {
    index.Add(Glob(glob));
  }
  EXPECT_EQ(index.size(), 8u);
  std::vector<std::uint32_t> found;
  index.Find("care", &found);
  EXPECT_THAT(found, UnorderedElementsAre(0, 1, 2, 3, 4, 5, 7));
  found.clear();
  index.Find("carer", &found);
  EXPECT_THAT(found, UnorderedElementsAre(1, 4, 5));
}

TEST(Spelling, EndingsVaryOnlyAfterAStem) {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"-ise", "-ize"}, {"-our", "-or"}, {"centre", "center"}};
  const Spelling spelling(pairs);
  EXPECT_THAT(spelling.Variants("organisations"),
              ElementsAre("organisations", "organizations"));
  EXPECT_THAT(spelling.Variants(Glob("normaliz*")),
              ElementsAre(Glob("normaliz*"), Glob("normalis*")));
  EXPECT_THAT(spelling.Variants("labour"), ElementsAre("labour", "labor"));
  EXPECT_THAT(spelling.Variants("centres"), ElementsAre("centres", "centers"));
  EXPECT_THAT(spelling.Variants("prise"), ElementsAre("prise"));
  EXPECT_THAT(spelling.Variants("crisis"), ElementsAre("crisis"));
  EXPECT_THAT(spelling.Variants("four"), ElementsAre("four"));
}

}  // namespace
}  // namespace framescope
