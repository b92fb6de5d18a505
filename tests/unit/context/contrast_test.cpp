// Contrasts: both sides, and the ties between them.
#include <gtest/gtest.h>

#include "unit/context/judged_text.hpp"

namespace framescope {
namespace {

void ExpectTied(std::string_view marked, int from, int to,
                std::string_view rule) {
  const auto judged = JudgeMarked(marked);
  SCOPED_TRACE(marked);
  EXPECT_EQ(judged[from].stance, "moved_from");
  EXPECT_EQ(judged[to].stance, "moved_to");
  EXPECT_EQ(judged[from].pair, to);
  EXPECT_EQ(judged[to].pair, from);
  EXPECT_EQ(judged[from].rule, rule);
}

TEST(Contrast, RatherThanWorksBothWaysRound) {
  ExpectTied("Ask about [strengths]{strengths} rather than [needs]{deficit}.",
             1, 0, "contrast.rather-than");
  ExpectTied("Rather than [needs]{deficit}, ask about [strengths]{strengths}.",
             0, 1, "contrast.rather-than");
  ExpectTied("Instead of a [net]{crisis}, build a [springboard]{springboard}.",
             0, 1, "contrast.rather-than");
}

TEST(Contrast, NotButTiesItsSides) {
  ExpectTied("It is not a [burden]{crisis} but a [springboard]{springboard}.",
             0, 1, "contrast.not-but");
}

TEST(Contrast, NotItIsTiesItsSides) {
  ExpectTied("It isn’t a [burden]{crisis}, it’s a [springboard]{springboard}.",
             0, 1, "contrast.not-it-is");
  ExpectTied("It is not a [burden]{crisis} – it is an [asset]{springboard}.", 0,
             1, "contrast.not-it-is");
}

TEST(Contrast, FromToNeedsAVerbOfMovementOrTwoMatches) {
  ExpectTied("We moved from [deficits]{deficit} to [strengths]{strengths}.", 0,
             1, "contrast.from-to");
  EXPECT_EQ(Stances("She came from the [springboard]{springboard} course."),
            "used");
}

TEST(Contrast, LessMoreTiesItsSides) {
  ExpectTied("Less [doom]{crisis}, more [hope]{springboard}, please.", 0, 1,
             "contrast.less-more");
}

TEST(Contrast, CommaNotTiesItsSides) {
  ExpectTied("They are [partners]{agency}, not [recipients]{passive}.", 1, 0,
             "contrast.comma-not");
}

TEST(Contrast, ReplaceWithTiesItsSides) {
  ExpectTied("We replaced [tokenism]{passive} with [co-design]{agency}.", 0, 1,
             "contrast.replace-with");
}

TEST(Contrast, OverNeedsAVerbOfChoice) {
  ExpectTied("They chose [co-design]{agency} over [tokenism]{passive}.", 1, 0,
             "contrast.over");
  EXPECT_EQ(Stances("Over ten years the [broken system]{crisis} cost us two "
                    "homes."),
            "used");
}

TEST(Contrast, NoLongerAndBeyondLeaveOneSideBehind) {
  EXPECT_EQ(Stances("He is no longer [hard to reach]{deficit}."), "moved_from");
  EXPECT_EQ(Stances("The plan looks beyond [crisis]{crisis}."), "moved_from");
}

TEST(Contrast, HoldsWhenOnlyOneSideHasAMatch) {
  const auto judged =
      JudgeMarked("Ask about the garden rather than his [deficits]{deficit}.");
  EXPECT_EQ(judged[0].stance, "moved_from");
  EXPECT_EQ(judged[0].pair, -1);
}

TEST(Contrast, TwoPairsInOneSentenceDoNotCross) {
  const auto judged = JudgeMarked(
      "We moved from [deficits]{deficit} to [strengths]{strengths}, and from "
      "[tokenism]{passive} to [co-design]{agency}.");
  EXPECT_EQ(judged[0].pair, 1);
  EXPECT_EQ(judged[1].pair, 0);
  EXPECT_EQ(judged[2].pair, 3);
  EXPECT_EQ(judged[3].pair, 2);
}

TEST(Contrast, SidesAreTiedToTheOppositePoleFirst) {
  const auto judged = JudgeMarked(
      "We moved from [deficits]{deficit} and [despair]{crisis} to "
      "[hope]{springboard} and [strengths]{strengths}.");
  EXPECT_EQ(judged[0].pair, 3);
  EXPECT_EQ(judged[1].pair, 2);
}

TEST(Contrast, WhatIsRejectedIsNotMovedTo) {
  EXPECT_EQ(Stances("They caution against [labels]{deficit} in place of "
                    "[rights]{agency}."),
            "rejected moved_from");
  EXPECT_EQ(Stances("Stop the talk and build on [strengths]{strengths} rather "
                    "than [needs]{deficit}."),
            "moved_to moved_from");
}

TEST(Contrast, PseudoCueHidesOnlyTheSidesThatItNames) {
  EXPECT_EQ(Stances("They had a leak, and [not enough beds]{crisis}."), "used");
  EXPECT_EQ(Stances("They had a leak, and not [chaos]{crisis}."), "moved_from");
}

TEST(Contrast, ConditionWithItsConsequenceNeedsAPause) {
  EXPECT_EQ(Stances("If the roof leaks, we will face [chaos]{crisis}."),
            "supposed");
  EXPECT_EQ(Stances("We can win if we will, and there is [hope]{springboard}."),
            "used");
}

TEST(Contrast, MoreThanAsAQuantityIsNone) {
  EXPECT_EQ(Stances("More than forty councils face [collapse]{crisis}."),
            "used");
}

}  // namespace
}  // namespace framescope
