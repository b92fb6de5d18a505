// The pattern syntax of docs/lexicon-format.md, found in texts.
#include "match/pattern_set.hpp"

#include <chrono>

#include "unit/match/find_patterns.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PatternSet, WordIsFoundWithoutRegardToCase) {
  EXPECT_THAT(FindOne("burden", "A BURDEN, a Burden; no burdens."),
              ElementsAre("BURDEN", "Burden"));
}

TEST(PatternSet, GlobsStayInsideOneWord) {
  EXPECT_THAT(FindOne("strength*", "strength strengths-based restrength"),
              ElementsAre("strength", "strengths"));
  EXPECT_THAT(FindOne("*abled", "disabled enabled abled able"),
              ElementsAre("disabled", "enabled", "abled"));
  EXPECT_THAT(FindOne("wom?n", "woman women womn womén womaan"),
              ElementsAre("woman", "women", "womén"));
  EXPECT_THAT(FindOne("*pend*", "independent depends pending spent"),
              ElementsAre("independent", "depends", "pending"));
}

TEST(PatternSet, PhraseRunsAcrossSpacesLineBreaksAndHyphens) {
  EXPECT_THAT(FindOne("service user",
                      "service user, service\nuser, service-user, "
                      "service, user; service – user. service. User"),
              ElementsAre("service user", "service\nuser", "service-user"));
}

TEST(PatternSet, PhraseNeverCrossesASentence) {
  EXPECT_THAT(FindOne("in need", "We went in. Need grew."), IsEmpty());
}

TEST(PatternSet, HyphenatedWordIsAPhrase) {
  EXPECT_THAT(FindOne("well-being*", "well-being wellbeing well beings"),
              ElementsAre("well-being", "well beings"));
}

TEST(PatternSet, TildeTiesByHyphenSpaceOrNothing) {
  EXPECT_THAT(FindOne("co~production",
                      "co-production co production coproduction co-produce"),
              ElementsAre("co-production", "co production", "coproduction"));
  EXPECT_THAT(FindOne("a~b~c", "abc a bc ab c a-b-c a c"),
              ElementsAre("abc", "a bc", "ab c", "a-b-c"));
}

TEST(PatternSet, AlternativesMayBeSeveralWords) {
  EXPECT_THAT(FindOne("(broken|no longer working) system*",
                      "broken system; no longer working systems; working "
                      "system"),
              ElementsAre("broken system", "no longer working systems"));
}

TEST(PatternSet, OptionalWordsMayBeMissing) {
  EXPECT_THAT(FindOne("[local] networks", "local networks and networks"),
              ElementsAre("local networks", "networks", "networks"));
  EXPECT_THAT(FindOne("a [b] [c] d", "a d, a b d, a c d, a b c d, a c b d"),
              ElementsAre("a d", "a b d", "a c d", "a b c d"));
}

TEST(PatternSet, GapSpansWordsButNoPunctuation) {
  EXPECT_THAT(
      FindOne("cut <0-2> services",
              "cut services, cut all services, cut all the services, "
              "cut all of the services, cut them, services"),
      ElementsAre("cut services", "cut all services", "cut all the services"));
  EXPECT_THAT(FindOne("a <1-2> b", "a b, a x b, a x y b"),
              ElementsAre("a x b", "a x y b"));
}

TEST(PatternSet, GapsThatOverlapShareNothingWrong) {
  EXPECT_THAT(FindPatterns(BuildPatterns({"a <0-1> b", "a <1-3> b", "a b"}),
                           "a b, a x b, a x y b"),
              ElementsAre("0:a b", "2:a b", "0:a x b", "1:a x b", "1:a x y b"));
}

TEST(PatternSet, ClassHoldsWordsGlobsAndPhrases) {
  const std::vector<WordClass> classes = {
      {"person", {"people", "famil*", "young people"}}};
  EXPECT_THAT(FindOne("vulnerable {person}",
                      "vulnerable people, Vulnerable families, vulnerable "
                      "young people, vulnerable young",
                      classes),
              ElementsAre("vulnerable people", "Vulnerable families",
                          "vulnerable young people"));
}

TEST(PatternSet, ExactCaseIsExact) {
  EXPECT_THAT(FindOne("=LAC", "LAC LAC’s lac Lac"),
              ElementsAre("LAC", "LAC’s"));
  EXPECT_THAT(FindOne("=Crisis at christmas",
                      "Crisis at Christmas crisis at "
                      "Christmas"),
              ElementsAre("Crisis at Christmas"));
}

TEST(PatternSet, ApostrophesAreAlikeAndPossessivesDropped) {
  EXPECT_THAT(FindOne("what's wrong", "What’s wrong? what's wrong"),
              ElementsAre("What’s wrong", "what's wrong"));
  EXPECT_THAT(FindOne("what’s wrong", "What's wrong?"),
              ElementsAre("What's wrong"));
  EXPECT_THAT(FindOne("council", "The council’s plan"),
              ElementsAre("council’s"));
  EXPECT_THAT(FindOne("residents' needs", "residents’ needs, resident's needs"),
              ElementsAre("residents’ needs"));
}

TEST(PatternSet, SpellingPairsMatchBothWays) {
  const SpellingPairs pairs = {{"behaviour", "behavior"}, {"-ise", "-ize"}};
  EXPECT_THAT(
      FindOne("challenging behavior*",
              "challenging behaviour, challenging behaviours", {}, pairs),
      ElementsAre("challenging behaviour", "challenging behaviours"));
  EXPECT_THAT(FindOne("stigmatised", "stigmatized stigmatised", {}, pairs),
              ElementsAre("stigmatized", "stigmatised"));
  EXPECT_THAT(
      FindOne("marginaliz*", "marginalised, marginalization", {}, pairs),
      ElementsAre("marginalised", "marginalization"));
}

TEST(PatternSet, AccentsFoldWithCase) {
  EXPECT_THAT(FindOne("école", "École ÉCOLE ecole"),
              ElementsAre("École", "ÉCOLE"));
}

TEST(PatternSet, HitsComeByFirstWordThenLongestThenPattern) {
  EXPECT_THAT(FindPatterns(BuildPatterns({"a", "a b", "b", "a b", "a <0-2> c"}),
                           "a b c"),
              ElementsAre("4:a b c", "1:a b", "3:a b", "0:a", "2:b"));
}

TEST(PatternSet, SamePatternTwiceIsFoundTwice) {
  EXPECT_THAT(FindPatterns(BuildPatterns({"care", "care"}), "care"),
              ElementsAre("0:care", "1:care"));
}

TEST(PatternSet, PhraseMayHaveAWordThatBeginsWithOneLetter) {
  EXPECT_THAT(FindOne("platypus a*", "a platypus area, platypus of"),
              ElementsAre("platypus area"));
  EXPECT_THAT(FindOne("a* platypus", "area platypus; of platypus"),
              ElementsAre("area platypus"));
}

TEST(PatternSet, WordMayBelongToVeryManyPhrases) {
  std::vector<std::string> patterns, texts;
  for (const char* word : {"time", "good", "people", "work", "day", "the"}) {
    std::string text = "platypus ";
    for (const char* gap : {"0", "1", "2", "3", "4", "5", "6", "7"}) {
      for (const char* anchor : {"platypus", "platypu*", "platyp*"}) {
        patterns.push_back(std::string(anchor) + " <" + gap + '-' + gap + "> " +
                           word);
      }
      texts.push_back(text + word);
      text += "emu ";
    }
  }
  const PatternSet set = BuildPatterns(patterns);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::vector<std::string> wanted;
    for (std::size_t k = 3 * i; k < 3 * i + 3; ++k) {
      wanted.push_back(std::to_string(k) + ':' + texts[i]);
    }
    EXPECT_EQ(FindPatterns(set, texts[i]), wanted);
  }
}

TEST(PatternSet, ErrorsCarryTheColumnOfUnknownClasses) {
  PatternSet::Builder builder({}, {}, "en-GB");
  const auto added = builder.Add("é {nobody}");
  EXPECT_EQ(added.status().code(), StatusCode::kParse);
  EXPECT_EQ(added.status().where().column, 3);
  EXPECT_THAT(added.status().message(), testing::HasSubstr("{nobody}"));
}

TEST(PatternSet, ScratchMayBeUsedWithAnotherSetAndTable) {
  const PatternSet one = BuildPatterns({"care"}), two = BuildPatterns({"need"});
  PatternScratch scratch;
  EXPECT_THAT(FindPatterns(one, "care need", &scratch), ElementsAre("0:care"));
  EXPECT_THAT(FindPatterns(two, "care need", &scratch), ElementsAre("0:need"));
  EXPECT_THAT(FindPatterns(one, "need care", &scratch), ElementsAre("0:care"));
}

TEST(PatternSet, EmptySetFindsNothing) {
  EXPECT_THAT(FindPatterns(BuildPatterns({}), "care"), IsEmpty());
}

TEST(PatternSet, ManyOptionalsAreNoProduct) {
  std::string pattern = "a";
  for (int i = 0; i < 60; ++i) pattern += " [b|c d]";
  pattern += " e";
  const PatternSet set = BuildPatterns({pattern});
  std::string text = "a";
  for (int i = 0; i < 30; ++i) text += " b c d";
  PatternScratch scratch;
  EXPECT_THAT(FindPatterns(set, text + " e", &scratch).size(), 1u);
  EXPECT_LT(scratch.steps(), 100000u);
}

}  // namespace
}  // namespace framescope
