// LIWC .dic, as in the table of exact behaviours.
#include <chrono>

#include "read_lexicon.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Liwc, TermsJoinTheirCategories) {
  const auto read = ReadAs("a.dic",
                           "%\n1\tgood\n2\tbad\n%\nhelp*\t1\nharm\t2\n"
                           "mixed\t1\t2\n");
  EXPECT_THAT(read.entries, ElementsAre("good: help*", "bad: harm",
                                        "good: mixed", "bad: mixed"));
  EXPECT_THAT(read.findings, IsEmpty());
}

// Each number is told with its column.
TEST(Liwc, ALongLineOfWrongNumbersIsReadInOnePass) {
  constexpr int kNumbers = 500'000;
  std::string text = "%\n1\tgood\n%\nhelp\t1";
  for (int i = 0; i < kNumbers; ++i) text += " 9";
  const auto begin = std::chrono::steady_clock::now();
  const auto read = ReadAs("a.dic", text + "\n");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
  ASSERT_EQ(read.findings.size(), kNumbers + 0u);
  EXPECT_EQ(read.findings.back(),
            "4:" + std::to_string(2 * kNumbers + 6) + " unknown-number");
}

TEST(Liwc, ConditionsMayNotNameTermsWithoutEnd) {
  // Lines with the same terms behind conditions that all differ.
  const auto file = [](int conditions) {
    std::string text = "%\n1\tgood\n";
    for (int i = 2; i < conditions + 2; ++i) {
      text += std::to_string(i) + "\tother" + std::to_string(i) + "\n";
    }
    text += "%\n";
    for (int i = 0; i < 999; ++i) text += "help" + std::to_string(i) + "\t1\n";
    for (int i = 2; i < conditions + 2; ++i) {
      text += "harm\t(1 " + std::to_string(i) + ")" + std::to_string(i) + "\n";
    }
    return text;
  };
  const auto fits = ReadAs("a.dic", file(1000));
  EXPECT_TRUE(fits.ok()) << fits.error;
  EXPECT_EQ(fits.lexicon.content().classes.size(), 1000u);
  EXPECT_THAT(ReadAs("a.dic", file(1001)).error,
              HasSubstr("more than 1,000,000 terms"));
}

TEST(Liwc, SpacesAlsoSeparateTheNumbers) {
  const auto read = ReadAs("a.dic",
                           "%\n1 good\n2 Under 18 years\n%\nsocial care 1 2\n"
                           "999 call\t1\n24 7 support\t1\nabandon*    01 02\n"
                           "24/7\t1\ncovid19\t2\n");
  EXPECT_THAT(read.entries,
              ElementsAre("good: social care", "Under 18 years: social care",
                          "good: 999 call", "good: 24 7 support",
                          "good: abandon*", "Under 18 years: abandon*",
                          "good: /\\b24\\/7\\b/", "Under 18 years: covid19"));
  EXPECT_THAT(read.findings, IsEmpty());
}

TEST(Liwc, TabsOfTheLegendNestAlsoAfterABlankLine) {
  const auto read = ReadAs("a.dic",
                           "\n%\n\n1\tTop (the first)\n\t2\tSub\n\tother\n"
                           "\t\t3\tDeep\n%\nx\t1\ny\t2\nz\t3\n");
  EXPECT_THAT(read.entries,
              ElementsAre("Top: x", "Top.Sub: y", "Top.other.Deep: z"));
  EXPECT_EQ(read.lexicon.categories()[0].title, "the first");
}

TEST(Liwc, ALegendWithoutItsMarksIsAnError) {
  EXPECT_THAT(ReadAs("a.dic", "1\tgood\nhelp\t1\n").error,
              HasSubstr("there is no legend"));
  const auto read = ReadAs("a.dic", "%\n1\tgood\nhelp\t1\n");
  EXPECT_THAT(read.error, HasSubstr("the legend does not end"));
}

TEST(Liwc, TextBeforeTheLegendIsToldOnce) {
  const auto read =
      ReadAs("a.dic", "\nMy words\n2026\n%\n1\tgood\n%\nhelp\t1\n");
  EXPECT_THAT(read.entries, ElementsAre("good: help"));
  EXPECT_THAT(read.findings, ElementsAre("2:1 before-legend"));
}

TEST(Liwc, OddLinesAreToldWithTheirNumbers) {
  const auto read = ReadAs("a.dic",
                           "\xEF\xBB\xBF% \r\n1\tgood\r\nother\r\n%\r\n"
                           "lonely\r\nhelp\t1\t9\r\n\t1\r\n%\r\nlast\t1\r\n"
                           "odd\tone\r\n");
  EXPECT_THAT(read.entries, ElementsAre("good: help", "good: last"));
  EXPECT_THAT(read.findings, ElementsAre("5:1 no-category",
                                         "6:8 unknown-number", "7:1 empty-term",
                                         "8:1 stray-mark", "10:5 bad-number"));
  EXPECT_THAT(ReadAs("a.dic", "%\n1\tgood\n%\nlonely\n", true).error,
              HasSubstr("a.dic:4:1: error"));
}

TEST(Liwc, ConditionsBecomeConditions) {
  const auto read = ReadAs("a.dic",
                           "%\n2\tpronoun\n125\taffect\n464\tfiller\n%\n"
                           "i\t02\nlike\t(02 134)125/464\t464\n"
                           "kind\t<of>464 125\n");
  EXPECT_THAT(
      read.entries,
      ElementsAre("pronoun: i", "affect: like when preceded-by {liwc-2}",
                  "filler: like when not preceded-by {liwc-2}", "filler: like",
                  "filler: kind when followed-by of", "affect: kind"));
  EXPECT_THAT(read.findings, ElementsAre("7:10 unknown-number"));
  ASSERT_EQ(read.lexicon.classes().size(), 1u);
  EXPECT_THAT(read.lexicon.classes()[0].words, ElementsAre("i"));
}

TEST(Liwc, EmoticonsAreKeptAndSaidToBeOff) {
  const auto read = ReadAs("a.dic", "%\n1\tgood\n%\n:-(x)\t1\n:)\t1\n(:\t1\n");
  EXPECT_THAT(read.entries, ElementsAre("good: /\\:\\-\\(x\\)/",
                                        "good: :\\) off", "good: \\(: off"));
  EXPECT_THAT(read.findings, ElementsAre("5:1 unmatchable", "6:1 unmatchable"));
}

TEST(Liwc, TwoNumbersOfOneNameAreOneCategory) {
  const auto read =
      ReadAs("a.dic", "%\n1\tgood\n2\tgood\n3\tempty\n%\na\t1\nb\t2\n");
  EXPECT_THAT(read.entries, ElementsAre("good: a", "good: b"));
  EXPECT_THAT(read.findings, ElementsAre("3:1 duplicate-category"));
}

TEST(Liwc, AnEmptyBodyIsAnEmptyLexicon) {
  const auto read = ReadAs("a.dic", "%\n1\tgood\n%\n");
  EXPECT_TRUE(read.ok());
  EXPECT_THAT(read.categories, ElementsAre("good"));
}

}  // namespace
}  // namespace framescope
