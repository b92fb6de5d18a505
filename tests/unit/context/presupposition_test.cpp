// What a sentence takes for granted under a denial, a condition or a question.
#include <gtest/gtest.h>

#include "unit/context/judged_text.hpp"

namespace framescope {
namespace {

TEST(Presupposition, DefiniteObjectIsTakenForGranted) {
  EXPECT_EQ(Stances("Will you stop the cuts that hit [the frail]{deficit}?"),
            "used");
  EXPECT_EQ(Stances("It is not [the frail]{deficit} who wait."), "negated");
}

TEST(Presupposition, OneWordMayStandBeforeTheDefinite) {
  EXPECT_EQ(Stances("There was no plan for the coming [collapse]{crisis}."),
            "used");
  EXPECT_EQ(Stances("It in no way makes her a [burden]{crisis}."), "negated");
}

TEST(Presupposition, LabelSaysOfWhomTheTalkIs) {
  EXPECT_EQ(Stances("They did not plan for [vulnerable people]{deficit}."),
            "used");
  EXPECT_EQ(Stances("Far from sparing their [loved ones]{human}, it hurt."),
            "used");
}

TEST(Presupposition, LabelBehindIsIsWhatIsSaid) {
  EXPECT_EQ(Stances("They are not [vulnerable people]{deficit}."), "negated");
  EXPECT_EQ(Stances("She is not a [vulnerable person]{deficit}."), "negated");
  EXPECT_EQ(Stances("Are these [vulnerable people]{deficit}?"), "supposed");
}

TEST(Presupposition, LabelHoldsForPolesOfPersonsOnly) {
  EXPECT_EQ(Stances("It did not reach [vulnerable people]{agency}."),
            "negated");
}

TEST(Presupposition, CollectiveIsKnownUnderADenialOnly) {
  EXPECT_EQ(Stances("The bus does not stop near [the elderly]{distancing}."),
            "used");
  EXPECT_EQ(
      Stances("If the bus stops near [the elderly]{distancing}, we wave."),
      "supposed");
  EXPECT_EQ(Stances("She is not one of [the elderly]{distancing}."), "negated");
}

TEST(Presupposition, ReasonIsNotDenied) {
  EXPECT_EQ(Stances("Nobody should wait due to [chaos]{crisis}."), "used");
  EXPECT_EQ(Stances("Nobody should wait for [chaos]{crisis}."), "negated");
}

TEST(Presupposition, InsideASpeakersWordsIsTheSpeakers) {
  EXPECT_EQ(Stances("“We did not plan at all for [vulnerable "
                    "people]{deficit},” said Ted."),
            "reported");
}

}  // namespace
}  // namespace framescope
