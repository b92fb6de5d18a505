#include "score/score.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/score/sample.hpp"

namespace framescope {
namespace {

using sample::MakeAnalysis;
using sample::MakeLexicon;
using sample::MakeMatch;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Score, EvokedHoldsAllButMentionsAndEndorsedOnlyWhatIsSaid) {
  const Lexicon lexicon = MakeLexicon();
  std::vector<Match> matches;
  for (int stance = 0; stance < kStances; ++stance) {
    matches.push_back(
        MakeMatch("burden", "burden", 0, static_cast<Stance>(stance)));
  }
  const Analysis analysis = MakeAnalysis(lexicon, "burden", matches, 100);
  EXPECT_EQ(analysis.axes[0].evoked.negative.count, 8u);
  EXPECT_EQ(analysis.axes[0].evoked.negative.weighted, 24u);
  EXPECT_EQ(analysis.axes[0].evoked.negative.per_1000, 80);
  EXPECT_EQ(analysis.axes[0].endorsed.negative.count, 3u);
  EXPECT_EQ(analysis.axes[0].endorsed.negative.weighted, 9u);
  EXPECT_EQ(analysis.axes[0].evoked.balance, -1);
  EXPECT_EQ(analysis.categories[0].evoked, 8u);
  EXPECT_EQ(analysis.categories[0].endorsed, 3u);
  EXPECT_EQ(analysis.categories[0].weighted, 8);
}

TEST(Score, RepeatedParagraphsCountOnce) {
  const Lexicon lexicon = MakeLexicon();
  const std::string text = "burden burden";
  std::vector<Match> matches = {MakeMatch(text, "burden", 0),
                                MakeMatch(text, "burden", 0, Stance::kUsed, 3)};
  matches[1].repeated = true;
  Analysis analysis = MakeAnalysis(lexicon, text, matches, 20);
  analysis.repeated_words = 10;
  Score(lexicon, &analysis);
  EXPECT_EQ(analysis.axes[0].evoked.negative.count, 1u);
  EXPECT_EQ(analysis.axes[0].evoked.negative.per_1000, 100);
}

TEST(Score, CategoriesWithoutAxisAreCountedAlone) {
  const Lexicon lexicon = MakeLexicon();
  const Analysis analysis =
      MakeAnalysis(lexicon, "word", {MakeMatch("word", "word", 4)}, 1);
  EXPECT_EQ(analysis.categories[4].evoked, 1u);
  EXPECT_EQ(analysis.axes[0].evoked.negative.count, 0u);
}

TEST(Score, ScoringTwiceChangesNothing) {
  const Lexicon lexicon = MakeLexicon();
  Analysis analysis =
      MakeAnalysis(lexicon, "burden", {MakeMatch("burden", "burden", 0)}, 10);
  Score(lexicon, &analysis);
  EXPECT_EQ(analysis.axes.size(), 2u);
  EXPECT_EQ(analysis.axes[0].evoked.negative.count, 1u);
  EXPECT_EQ(analysis.measures.missing.size(), 2u);
}

TEST(Measures, BuzzwordsAreAShareOfEndorsedPositiveMatches) {
  const Lexicon lexicon = MakeLexicon();
  const std::string text = "skill plan skills planned burden";
  const Analysis analysis = MakeAnalysis(
      lexicon, text,
      {MakeMatch(text, "skill", 1), MakeMatch(text, "plan", 3),
       MakeMatch(text, "skills", 1, Stance::kNegated),
       MakeMatch(text, "planned", 3), MakeMatch(text, "burden", 0)},
      5);
  EXPECT_DOUBLE_EQ(analysis.measures.buzzword_share, 1.0 / 3);
}

TEST(Measures, ExpectedCategoriesWithoutMatchAreMissing) {
  const Lexicon lexicon = MakeLexicon();
  const Analysis analysis =
      MakeAnalysis(lexicon, "skill", {MakeMatch("skill", "skill", 1)}, 5);
  EXPECT_THAT(analysis.measures.missing, ElementsAre(3));
}

// Two sections under headings; the matches' stances as given.
Analysis TwoSections(const Lexicon& lexicon, Stance first, Stance plan) {
  const std::string text = "Now. ruin burden. Then. ruins plan.";
  Analysis analysis = MakeAnalysis(
      lexicon, text,
      {MakeMatch(text, "ruin", 2, first), MakeMatch(text, "burden", 0),
       MakeMatch(text, "ruins", 2, Stance::kUsed, 20),
       MakeMatch(text, "plan", 3, plan)},
      6);
  analysis.document.blocks = {{0, 4, 1, 0, BlockKind::kHeading, 2},
                              {5, 17, 2, 0, BlockKind::kParagraph, 0},
                              {18, 23, 3, 0, BlockKind::kHeading, 2},
                              {24, 35, 4, 0, BlockKind::kParagraph, 0}};
  Score(lexicon, &analysis);
  return analysis;
}

TEST(WayForward, IsMissedInTheSectionThatLacksIt) {
  const Lexicon lexicon = MakeLexicon();
  EXPECT_THAT(TwoSections(lexicon, Stance::kUsed, Stance::kUsed)
                  .measures.problem_without_way_forward,
              ElementsAre(0));
}

TEST(WayForward, IsNotMissedWhereTheProblemIsOnlyDenied) {
  const Lexicon lexicon = MakeLexicon();
  EXPECT_THAT(TwoSections(lexicon, Stance::kNegated, Stance::kUsed)
                  .measures.problem_without_way_forward,
              IsEmpty());
}

TEST(WayForward, ATermThatIsOnlyMentionedIsNone) {
  const Lexicon lexicon = MakeLexicon();
  EXPECT_THAT(TwoSections(lexicon, Stance::kUsed, Stance::kMentioned)
                  .measures.problem_without_way_forward,
              ElementsAre(0, 2));
}

}  // namespace
}  // namespace framescope
