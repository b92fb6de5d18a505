// The ten stance rules of the codebook, and its worked examples in our words.
#include <gtest/gtest.h>

#include "unit/context/judged_text.hpp"

namespace framescope {
namespace {

TEST(StanceRules, NearestCueThatCoversTheSpanWins) {
  EXPECT_EQ(Stances("We should resist [despair]{crisis}."), "rejected");
  EXPECT_EQ(Stances("The minister said the town is not [a burden]{crisis}."),
            "negated");
}

TEST(StanceRules, ScopeEndsAtTheClauseAndItsBreakers) {
  EXPECT_EQ(Stances("It is not dear, but the [collapse]{crisis} is."), "used");
  EXPECT_EQ(Stances("Nothing changed; the [collapse]{crisis} did."), "used");
  EXPECT_EQ(Stances("It is not their fault – the [broken system]{crisis} is."),
            "used");
  EXPECT_EQ(Stances("They had no money, yet [resilience]{strengths} grew."),
            "used");
}

TEST(StanceRules, ScopePassesThroughLists) {
  EXPECT_EQ(Stances("Let us resist [doom]{crisis}, [gloom]{crisis} and "
                    "[despair]{crisis}."),
            "rejected rejected rejected");
  EXPECT_EQ(Stances("They are not [lazy]{deficit}, [feckless]{deficit} or "
                    "[helpless]{deficit}."),
            "negated negated negated");
}

TEST(StanceRules, ReportedNeedsAVerdictToBeRejected) {
  EXPECT_EQ(Stances("The estate is described as [feckless]{deficit}."),
            "reported");
  EXPECT_EQ(Stances("The estate is described as [feckless]{deficit}. That is "
                    "simply wrong."),
            "rejected");
  EXPECT_EQ(Stances("Here is a myth. The estate is described as "
                    "[feckless]{deficit}."),
            "rejected");
  EXPECT_EQ(Stances("The estate is described as [feckless]{deficit}. It has a "
                    "shop. It has a hall. That is simply wrong."),
            "reported");
}

TEST(StanceRules, CounterFrameInTheSameSentenceIsAVerdict) {
  const auto judged = JudgeMarked(
      "We offer a [springboard]{springboard}; the papers describe it as a "
      "[safety net]{crisis}.");
  EXPECT_EQ(judged[0].stance, "used");
  EXPECT_EQ(judged[1].stance, "rejected");
  EXPECT_EQ(judged[1].rule, "verdict.counter-frame");
}

TEST(StanceRules, ScareQuotesAreOneToFourWordsWithNobodySpeaking) {
  EXPECT_EQ(Stances("The ‘[hard to reach]{deficit}’ families came to tea."),
            "rejected");
  EXPECT_EQ(Stances("The \"[hard to reach]{deficit}\" families came to tea."),
            "rejected");
  EXPECT_EQ(Stances("The manager said the families were “[hard to "
                    "reach]{deficit}”."),
            "reported");
}

TEST(StanceRules, TwoNegationsCancel) {
  const auto judged = JudgeMarked("We cannot ignore the [crisis]{crisis}.");
  EXPECT_EQ(judged[0].stance, "used");
  EXPECT_EQ(judged[0].rule, "negation.double");
  EXPECT_EQ(judged[0].cue, "cannot ignore");
  EXPECT_EQ(Stances("She was not without [talents]{strengths}."), "used");
}

TEST(StanceRules, WithoutReachesFurtherBackForItsDenial) {
  EXPECT_EQ(Stances("We never change a rota here without [consent]{agency}."),
            "used");
  EXPECT_EQ(Stances("We never rang and left without [consent]{agency}."),
            "negated");
}

TEST(StanceRules, DenialBehindPassesAnAside) {
  EXPECT_EQ(Stances("The [right to stay]{agency}, with all its terms, has been "
                    "discarded."),
            "negated");
}

TEST(StanceRules, DenialEndsWhereAClauseBegins) {
  EXPECT_EQ(Stances("Harm is avoided when [decisions are made]{passive}."),
            "used");
}

TEST(StanceRules, NotOnlyUsesBothSides) {
  EXPECT_EQ(Stances("It is not only [a springboard]{springboard} but also "
                    "[a home]{springboard}."),
            "used used");
  EXPECT_EQ(Stances("It is not just [a burden]{crisis}."), "used");
}

TEST(StanceRules, PseudoCuesDenyNothing) {
  EXPECT_EQ(Stances("There is no doubt that the [crisis]{crisis} is here."),
            "used");
  EXPECT_EQ(Stances("It was nothing short of [collapse]{crisis}."), "used");
  EXPECT_EQ(Stances("It was no less a [crisis]{crisis} than the last."),
            "used");
  EXPECT_EQ(Stances("Staff left, not least because of the [crisis]{crisis}."),
            "used");
}

TEST(StanceRules, ContrastWorksForGoodPolesToo) {
  EXPECT_EQ(Stances("They built a [safety net]{crisis} rather than a "
                    "[springboard]{springboard}."),
            "moved_to moved_from");
}

TEST(StanceRules, NegativeRecommendationIsNoRecommendation) {
  EXPECT_EQ(Stances("We should avoid talk of [despair]{crisis}."), "rejected");
  EXPECT_EQ(Stances("You should not begin with [what is wrong]{deficit}."),
            "negated");
  EXPECT_EQ(Stances("You should begin with [what is strong]{strengths}."),
            "recommended");
}

TEST(StanceRules, WishUnderADenialIsDenied) {
  EXPECT_EQ(Stances("This isn’t about persuading you that you all want "
                    "[control]{agency}."),
            "negated");
  EXPECT_EQ(Stances("We did not ring, and we want [control]{agency}."),
            "recommended");
}

TEST(StanceRules, PastPracticeIsRejectedWhenATurnFollows) {
  EXPECT_EQ(Stances("We focused on [what was wrong]{deficit}. Now we ask "
                    "about the garden."),
            "rejected");
  EXPECT_EQ(Stances("We focused on [what was strong]{strengths} all day."),
            "used");
}

TEST(StanceRules, WithoutACueItIsUsed) {
  const auto judged = JudgeMarked("The [gathering gloom]{crisis} is thick.");
  EXPECT_EQ(judged[0].stance, "used");
  EXPECT_EQ(judged[0].cue, "");
}

TEST(WorkedExamples, DominantNarrativePaintsIt) {
  const auto judged = JudgeMarked(
      "Where we see a [springboard]{springboard}, the dominant narrative "
      "paints a [safety net]{crisis}.");
  EXPECT_EQ(judged[0].stance, "used");
  EXPECT_EQ(judged[1].stance, "rejected");
}

TEST(WorkedExamples, ScareQuotesInARow) {
  EXPECT_EQ(Stances("It is for ‘[vulnerable people]{deficit}’ ‘[looked "
                    "after]{passive}’ by others."),
            "rejected rejected");
}

TEST(WorkedExamples, AwayFromTheLanguageOf) {
  EXPECT_EQ(Stances("It leads away from the language of [crisis]{crisis}, to "
                    "one built on [potential]{springboard}."),
            "moved_from moved_to");
}

TEST(WorkedExamples, RatherThanTheProblemsInQuotes) {
  EXPECT_EQ(Stances("It builds on [strengths]{strengths} and "
                    "[networks]{strengths} rather than the "
                    "‘[problems]{deficit}’."),
            "moved_to moved_to moved_from");
}

TEST(WorkedExamples, WhatIsAssumedIsRejectedToTheEnd) {
  EXPECT_EQ(Stances("It assumes [we know best]{passive}, that [we can "
                    "solve]{springboard} it and that she is a [passive "
                    "recipient]{passive}."),
            "rejected rejected rejected");
}

TEST(WorkedExamples, StopTellingMe) {
  EXPECT_EQ(Stances("“Please stop telling me I am an "
                    "[asset]{depersonalised}!”"),
            "rejected");
}

TEST(WorkedExamples, GetAwayFrom) {
  EXPECT_EQ(Stances("It gets us away from [one size fits all]{passive}."),
            "moved_from");
}

}  // namespace
}  // namespace framescope
