// Whose deficit, whose crisis.
#include <gtest/gtest.h>

#include "unit/context/judged_text.hpp"

namespace framescope {
namespace {

TEST(Locus, LackOfMeansIsTheSystems) {
  const auto judged = JudgeMarked("A [lack of]{deficit} funding closed it.");
  EXPECT_EQ(judged[0].locus, "system");
  EXPECT_FALSE(judged[0].counts);
}

TEST(Locus, FailureOfACouncilIsTheSystems) {
  const auto judged =
      JudgeMarked("The council [failed to engage]{deficit} with us.");
  EXPECT_EQ(judged[0].locus, "system");
  EXPECT_FALSE(judged[0].counts);
}

TEST(Locus, FailureOfAPersonCounts) {
  const auto judged = JudgeMarked("He [failed to engage]{deficit} with us.");
  EXPECT_TRUE(judged[0].counts);
}

TEST(Locus, PersonalCrisisDoesNotCount) {
  EXPECT_FALSE(JudgeMarked("She was [in crisis]{crisis} again.")[0].counts);
  EXPECT_TRUE(JudgeMarked("Care is [in crisis]{crisis} again.")[0].counts);
}

TEST(Locus, EndsAtTheClauseBreak) {
  EXPECT_TRUE(JudgeMarked("He rang the council; [lazy]{deficit}, they said.")[0]
                  .counts);
}

}  // namespace
}  // namespace framescope
