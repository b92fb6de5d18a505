// Columns of tables, and what their heads say of the cells below.
#include <gtest/gtest.h>

#include <string>

#include "unit/context/judged_text.hpp"

namespace framescope {
namespace {

// The stances below two heads.
std::string Under(const std::string& left, const std::string& right) {
  return Stances("|1^ " + left + "\n\n|2^ " + right +
                 "\n\n|1 [the needy]{distancing}\n\n" +
                 "|2 [a neighbour]{togetherness}\n\n" +
                 "|1 They are [a burden]{crisis}.\n\n" +
                 "|2 They are [people like us]{togetherness}.");
}

TEST(Columns, WhatIsToBeAvoidedRunsDownItsColumnOnly) {
  EXPECT_EQ(Under("Avoid", "Use"), "rejected used rejected used");
  EXPECT_EQ(Under("Words to avoid", "Words to use"),
            "rejected used rejected used");
  EXPECT_EQ(Under("Don’t say", "Say"), "rejected used rejected used");
  EXPECT_EQ(Under("Say", "Not this"), "used rejected used rejected");
}

TEST(Columns, WhatIsLeftBehindRunsDownItsColumn) {
  EXPECT_EQ(Under("From", "To"), "moved_from used moved_from used");
  EXPECT_EQ(Under("Old language", "New language"),
            "moved_from used moved_from used");
}

TEST(Columns, WhatIsReportedRunsDownItsColumn) {
  EXPECT_EQ(Under("What the institute said", "What we do"),
            "reported used reported used");
}

TEST(Columns, HeadsThatSayMoreAreNoHeadsOfThatKind) {
  EXPECT_EQ(Under("How to be old", "Voids"), "used used used used");
  EXPECT_EQ(Under("Letter from", "Date"), "used used used used");
  EXPECT_EQ(Under("Topic", "Notes"), "used used used used");
}

TEST(Columns, TheFirstRowIsUnderNoHead) {
  EXPECT_EQ(Stances("|1^ Avoid\n\n|2^ [a burden]{crisis}\n\n"
                    "|1 [a burden]{crisis}\n\n|2 [a burden]{crisis}"),
            "used rejected used");
}

TEST(Columns, EndWithTheirTable) {
  EXPECT_EQ(Stances("|1^ Avoid\n\n|1 [a burden]{crisis}\n\n"
                    "|1^ Topic\n\n|1 [a burden]{crisis}"),
            "rejected used");
  EXPECT_EQ(Stances("|1^ Avoid\n\n|1 [a burden]{crisis}\n\n"
                    "They are [a burden]{crisis}.\n\n|1 [a burden]{crisis}"),
            "rejected used used");
}

TEST(Columns, TheCellsOwnCueDecides) {
  EXPECT_EQ(Stances("|1^ Avoid\n\n|1 They are not [a burden]{crisis}."),
            "negated");
}

TEST(Columns, HeadsAreLookedForOverSoManyCells) {
  std::string text = "|1^ Avoid";
  for (std::uint32_t i = 0; i + 1 < kCellsLookedOver; ++i) text += "\n\n|1 x";
  EXPECT_EQ(Stances(text + "\n\n|1 [a burden]{crisis}"), "rejected");
  text += "\n\n|1 x";
  EXPECT_EQ(Stances(text + "\n\n|1 [a burden]{crisis}"), "used");
}

}  // namespace
}  // namespace framescope
