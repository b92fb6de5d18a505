// Masks, conditions, overlap and company on small lexicons.
#include "match/matcher.hpp"

#include "unit/match/small_lexicon.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Matcher, LongestFromTheLeftWinsOnItsAxis) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "safety net").Entry("m+", "safety").Entry("n-", "net");
  EXPECT_THAT(lexicon.Find("a safety net"),
              ElementsAre("m-:safety net", "n-:net"));
}

TEST(Matcher, TieGoesToWeightThenToTheFirstEntry) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "care", 1).Entry("m+", "care", 3);
  EXPECT_THAT(lexicon.Find("care"), ElementsAre("m+:care"));
  SmallLexicon equal;
  equal.Entry("m-", "care").Entry("m+", "care");
  EXPECT_THAT(equal.Find("care"), ElementsAre("m-:care"));
}

TEST(Matcher, CategoriesWithoutAxisOverlapFreely) {
  SmallLexicon lexicon;
  lexicon.AddCategory("y");
  lexicon.Entry("x", "care home").Entry("y", "care").Entry("x", "home");
  EXPECT_THAT(lexicon.Find("care home"), ElementsAre("x:care home", "y:care"));
}

TEST(Matcher, WeightZeroIsOff) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "care", 0).Entry("m-", "home");
  EXPECT_THAT(lexicon.Find("care home"), ElementsAre("m-:home"));
}

TEST(Matcher, ProfileRaisesAnEntry) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "care", 0);
  lexicon.content.entries[0].profile_weights = {{"other", 2}};
  MatcherOptions options;
  options.profile = "other";
  EXPECT_THAT(lexicon.Find("care"), IsEmpty());
  EXPECT_THAT(lexicon.Find("care", options), ElementsAre("m-:care"));
}

TEST(Matcher, MaskHidesWhatItOverlaps) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "deficit").Hide("attention deficit");
  EXPECT_THAT(lexicon.Find("an attention deficit, a deficit"),
              ElementsAre("m-:deficit"));
}

TEST(Matcher, MaskHidesAnEntryOfTheSameWords) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "crisis").Hide("=Crisis");
  EXPECT_THAT(lexicon.Find("Ask Crisis in a crisis"), ElementsAre("m-:crisis"));
}

TEST(Matcher, EntryThatContainsAMaskStands) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "severe attention deficit").Hide("attention deficit");
  EXPECT_THAT(lexicon.Find("severe attention deficit"),
              ElementsAre("m-:severe attention deficit"));
}

TEST(Matcher, EntryThatReachesIntoAMaskIsHidden) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "deficit model").Hide("attention deficit");
  EXPECT_THAT(lexicon.Find("attention deficit model"), IsEmpty());
}

TEST(Matcher, MaskHidesOnlyItsAxesAndPoles) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "care").Entry("n+", "care").Hide("care home", 1u << 3);
  EXPECT_THAT(lexicon.Find("care home"), ElementsAre("m-:care"));
}

TEST(Matcher, MaskOfCategoriesHidesOnlyThem) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "care").Entry("n-", "care").Hide("care home");
  lexicon.content.masks[0].hides_categories = {2};
  EXPECT_THAT(lexicon.Find("care home"), ElementsAre("m-:care"));
}

TEST(Matcher, MaskHasConditionsToo) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "net").Hide("net", ~std::uint64_t{0}, "near fish*");
  EXPECT_THAT(lexicon.Find("a fishing net. A safety net."),
              ElementsAre("m-:net"));
}

TEST(Matcher, MasksCanBeSwitchedOff) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "deficit").Hide("attention deficit");
  MatcherOptions options;
  options.masks = false;
  EXPECT_THAT(lexicon.Find("attention deficit", options),
              ElementsAre("m-:deficit"));
}

TEST(Matcher, HiddenShorterEntryDoesNotWin) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "care home", 2, "near bad").Entry("m+", "home");
  EXPECT_THAT(lexicon.Find("a care home"), ElementsAre("m+:home"));
  EXPECT_THAT(lexicon.Find("a bad care home"), ElementsAre("m-:care home"));
}

TEST(Matcher, CompanyIsAnotherMatchOfThePoleNearby) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "need", 1, "company").Entry("m-", "burden", 2);
  lexicon.Entry("m+", "gift").Entry("m-", "want", 1);
  EXPECT_THAT(lexicon.Find("A need."), IsEmpty());
  EXPECT_THAT(lexicon.Find("A need, a need and a gift or a want."),
              ElementsAre("m+:gift", "m-:want"));
  EXPECT_THAT(lexicon.Find("A need. A burden."),
              ElementsAre("m-:need", "m-:burden"));
  EXPECT_THAT(lexicon.Find("A burden. Some more. A need."),
              ElementsAre("m-:burden"));
}

TEST(Matcher, WhatLacksCompanyCoversNothing) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "in great need", 1, "company").Entry("m-", "need");
  EXPECT_THAT(lexicon.Find("We are in great need."), ElementsAre("m-:need"))
      << "a match cannot give company to an entry that overlaps it";
  EXPECT_THAT(lexicon.Find("In great need. In need."),
              ElementsAre("m-:In great need", "m-:need"));
}

TEST(Matcher, NotCompanyStandsAlone) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "need", 2, "not company").Entry("m-", "burden");
  EXPECT_THAT(lexicon.Find("A need."), ElementsAre("m-:need"));
  EXPECT_THAT(lexicon.Find("A need, a burden."), ElementsAre("m-:burden"));
}

TEST(Matcher, ExplainsWhatIsHidden) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "safety net").Entry("m-", "net").Entry("m-", "deficit");
  lexicon.Entry("m-", "care", 2, "near bad").Entry("m-", "want", 1, "company");
  lexicon.Hide("home").Hide("attention deficit");
  std::vector<Hidden> hidden;
  lexicon.Find("safety net of attention deficit care.  x. want", {}, &hidden);
  using Reason = Hidden::Reason;
  EXPECT_THAT(hidden,
              ElementsAre(Hidden{{1, 1, 2, 0}, Reason::kOverlap, 0},
                          Hidden{{2, 4, 5, 0}, Reason::kMask, 1},
                          Hidden{{3, 5, 6, 0}, Reason::kCondition, kNone}));
  lexicon.Find("want", {}, &hidden);
  EXPECT_THAT(hidden,
              ElementsAre(Hidden{{4, 0, 1, 0}, Reason::kCompany, kNone}));
}

TEST(Matcher, BadPatternsAreAllReportedAndTheFirstIsTheStatus) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "a (b").Entry("m-", "care", 2, "nearby x").Hide("c )");
  std::vector<Diagnostic> diagnostics;
  const auto matcher =
      Matcher::Compile(Lexicon(lexicon.content), {}, &diagnostics);
  ASSERT_FALSE(matcher.ok());
  ASSERT_EQ(diagnostics.size(), 3u);
  EXPECT_EQ(ToString(diagnostics[0]),
            "entries.tsv:2:5: error: pattern \"a (b\": expected ) to close ( "
            "of column 3");
  EXPECT_EQ(diagnostics[1].line, 3);
  EXPECT_THAT(diagnostics[1].message,
              testing::HasSubstr("unknown condition \"nearby\""));
  EXPECT_EQ(diagnostics[2].file, "masks.tsv");
  EXPECT_EQ(matcher.status().message(), ToString(diagnostics[0]));
}

TEST(Matcher, BadConditionsOfACategoryAreReportedOnce) {
  SmallLexicon lexicon;
  lexicon.content.categories[0].when = "near x; nearby y";
  lexicon.Entry("m-", "care", 2, "near x; nearby y")
      .Entry("m-", "home", 2, "near x; nearby y");
  std::vector<Diagnostic> diagnostics;
  const auto matcher =
      Matcher::Compile(Lexicon(lexicon.content), {}, &diagnostics);
  ASSERT_FALSE(matcher.ok());
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_THAT(ToString(diagnostics[0]),
              testing::StartsWith(
                  "lexicon.toml: error: column 9 of the conditions of category "
                  "\"m-\": unknown condition \"nearby\""));
}

TEST(Matcher, RegexThatGivesUpIsReported) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "/(?:a|aa|aaa|a ?a)+x/").Entry("m-", "care");
  const TokenisedText in("care " + std::string(5000, 'a') + ". Fine care.");
  MatchScratch scratch;
  std::vector<FoundEntry> found;
  lexicon.Compile().Find(in.tokens, &scratch, &found);
  EXPECT_EQ(found.size(), 2u);
  EXPECT_THAT(std::vector<MatchFailure>(scratch.failures().begin(),
                                        scratch.failures().end()),
              ElementsAre(MatchFailure{false, 0, 0}));
}

}  // namespace
}  // namespace framescope
