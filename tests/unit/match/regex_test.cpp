// Regular expressions: the gate, the bound, and what is found.
#include "match/regex.hpp"

#include "unit/match/find_patterns.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Regex, IsFoundWithoutRegardToCaseAndWidenedToWords) {
  EXPECT_THAT(FindOne("/burden(some)?/", "Burdensome, a BURDEN, unburdened"),
              ElementsAre("Burdensome", "BURDEN", "unburdened"));
  EXPECT_THAT(FindOne("/É\\w+/", "école ÉCOLE"), ElementsAre("école", "ÉCOLE"));
}

TEST(Regex, SeesOneSentenceWithLineBreaksAsSpaces) {
  EXPECT_THAT(FindOne("/care home/", "a care\nhome. We care. Home"),
              ElementsAre("care\nhome"));
}

TEST(Regex, MayCrossPunctuation) {
  EXPECT_THAT(FindOne("/he\\/she/", "Ask: he/she can"), ElementsAre("he/she"));
}

TEST(Regex, MatchWithoutAWordIsNone) {
  EXPECT_THAT(FindOne("/!+/", "What?!! Care!"), IsEmpty());
}

TEST(Regex, StandsInOrderAmongOtherPatterns) {
  EXPECT_THAT(FindPatterns(BuildPatterns({"care", "/care homes?/", "home*"}),
                           "a care home"),
              ElementsAre("1:care home", "0:care", "2:home"));
}

TEST(Regex, LiteralIsWhatEveryMatchHolds) {
  const auto literal = [](const char* source) {
    return Regex::Compile(source).value().literal();
  };
  EXPECT_EQ(literal("burdens?"), "burden");
  EXPECT_EQ(literal("\\bcut (the|all) Services"), "services");
  EXPECT_EQ(literal("burden|crisis"), "");
  EXPECT_EQ(literal("(?:burden)x"), "");
  EXPECT_EQ(literal("abcd{0,2}"), "abc");
  EXPECT_EQ(literal("abcd+"), "abcd");
  EXPECT_EQ(literal("\\babout"), "about");
}

TEST(Regex, LiteralFoldsLikeTheExpression) {
  EXPECT_THAT(FindOne("/risk/", "RIS\xE2\x84\xAA"),
              ElementsAre("RIS\xE2\x84\xAA"));
}

TEST(Regex, GateRefusesWhatHasNoBoundOrMeaning) {
  const std::vector<std::pair<std::string, std::string>> all = {
      {"(a)\\1", "not supported"},
      {"(a+)+", "holds another"},
      {"((a*)b)*", "holds another"},
      {"a{65}", "up to 64"},
      {"a{1,99}", "up to 64"},
      {"(a", "expected )"},
      {"a)", "closes nothing"},
      {"[a", "expected ]"},
      {"(?<=a)b", "only (?:"},
      {"(?R)", "only (?:"},
      {"a*", "empty string"},
      {"a\\", "at the end"},
      {"a{x}", "repeat"},
      {std::string(40, '(') + "a", "32 deep"}};
  for (const auto& [source, message] : all) {
    const auto regex = Regex::Compile(source);
    ASSERT_FALSE(regex.ok()) << source;
    EXPECT_EQ(regex.status().code(), StatusCode::kParse);
    EXPECT_THAT(regex.status().message(), HasSubstr(message)) << source;
  }
}

TEST(Regex, ErrorsHaveTheColumnInThePattern) {
  PatternSet::Builder builder({}, {}, "en-GB");
  EXPECT_EQ(builder.Add("/ab)/").status().where().column, 4);
}

TEST(Regex, SearchThatNeedsTooManyStepsSaysSo) {
  const auto regex = Regex::Compile("(?:a|aa|aaa|a ?a)+x");
  ASSERT_TRUE(regex.ok()) << regex.status().message();
  const std::string text(5000, 'a');
  std::vector<Span> found;
  EXPECT_FALSE(regex.value().Find(text, {0, 5000}, &found));
  const auto easy = Regex::Compile("b+");
  EXPECT_TRUE(easy.value().Find(text, {0, 5000}, &found));
  EXPECT_THAT(found, IsEmpty());
}

TEST(Regex, FailureNamesPatternAndSentence) {
  const PatternSet set = BuildPatterns({"care", "/(?:a|aa|aaa|a ?a)+x/"});
  PatternScratch scratch;
  FindPatterns(set, "Good care. A" + std::string(5000, 'a'), &scratch);
  ASSERT_EQ(scratch.failures().size(), 1u);
  EXPECT_EQ(scratch.failures()[0], (PatternFailure{1, 1}));
  FindPatterns(set, "Good care.", &scratch);
  EXPECT_TRUE(scratch.failures().empty());
}

}  // namespace
}  // namespace framescope
