// Lists whose items are sentences of their own.
#include <gtest/gtest.h>

#include <string>

#include "unit/context/judged_text.hpp"

namespace framescope {
namespace {

TEST(Lists, WhatIsArguedRunsThroughTheItems) {
  const auto judged = JudgeMarked(
      "The institute argues that:\n\n• wards are in [crisis]{crisis}\n\n"
      "• home care is [collapsing]{crisis}");
  ASSERT_EQ(judged.size(), 2u);
  for (const JudgedSpan& span : judged) {
    EXPECT_EQ(span.stance, "reported");
    EXPECT_EQ(span.rule, "attribution.says");
    EXPECT_EQ(span.holder, "The institute");
  }
}

TEST(Lists, WhatIsArguedIsNotLostToAVerbOfTheLastClause) {
  const auto under = [](const std::string& head) {
    return Stances(head + " have argued, this can be tackled in two ways:\n\n" +
                   "• by [co-production]{agency}\n\n" +
                   "• by [lived experience]{strengths}");
  };
  EXPECT_EQ(under("As two nurses"), "reported reported");
  EXPECT_EQ(under("As we"), "used used");
}

TEST(Lists, WhatIsToBeAvoidedRunsThroughTheItems) {
  EXPECT_EQ(Stances("Words to avoid:\n\n• [the needy]{distancing}\n\n"
                    "• [burden]{crisis}"),
            "rejected rejected");
}

TEST(Lists, WhatIsToBeSaidInsteadFollowsADash) {
  const auto under = [](const std::string& head, const std::string& dash) {
    return Stances(head + "\n\n• [the needy]{distancing}" + dash +
                   "[people like us]{togetherness}");
  };
  EXPECT_EQ(under("Words to avoid:", " – "), "rejected used");
  EXPECT_EQ(under("Words to avoid:", " → "), "rejected used");
  EXPECT_EQ(under("Words to avoid:", " -> "), "rejected used");
  EXPECT_EQ(under("Words to avoid:", " or "), "rejected rejected");
  EXPECT_EQ(under("Words to avoid:", "-or-"), "rejected rejected");
  EXPECT_EQ(under("The institute argues that:", " – "), "reported reported");
}

TEST(Lists, ItemsOwnCueDecides) {
  EXPECT_EQ(Stances("The institute argues that:\n\n"
                    "• wards are not in [crisis]{crisis}"),
            "negated");
}

TEST(Lists, EndWithTheirLastItem) {
  EXPECT_EQ(Stances("The institute argues that:\n\n"
                    "• wards are in [crisis]{crisis}\n\n"
                    "Our kitchen is in [crisis]{crisis} too."),
            "reported used");
}

TEST(Lists, HeadsWithoutAColonSayNothingOfItems) {
  EXPECT_EQ(Stances("The institute argues a lot.\n\n"
                    "• wards are in [crisis]{crisis}"),
            "used");
}

TEST(Lists, HeadingsLeadInListsByTheirLastWords) {
  const auto under = [](const std::string& heading) {
    return Stances("# " + heading + "\n\n• [the needy]{distancing}\n\n" +
                   "• [burden]{crisis}");
  };
  EXPECT_EQ(under("Words to avoid"), "rejected rejected");
  EXPECT_EQ(under("What we want to leave behind"), "rejected rejected");
  EXPECT_EQ(under("What the institute said"), "reported reported");
  EXPECT_EQ(under("Stop the cuts"), "used used");
  EXPECT_EQ(under("Our vision"), "used used");
}

TEST(Lists, MythsAreListedToBeRejected) {
  EXPECT_EQ(Stances("# Common myths\n\n• [the needy]{distancing}"), "rejected");
  EXPECT_EQ(Stances("Terms we no longer use:\n\n• [the needy]{distancing}"),
            "rejected");
  EXPECT_EQ(Stances("# Myths and facts\n\n• [the needy]{distancing}"), "used");
  EXPECT_EQ(Stances("Myths\n\nWe serve [the needy]{distancing}."), "used");
}

TEST(Lists, TheAuthorsOwnListIsTheAuthors) {
  EXPECT_EQ(Stances("We say that:\n\n• wards are in [crisis]{crisis}"), "used");
}

TEST(Lists, EverySentenceOfAnItemBelongsToIt) {
  EXPECT_EQ(Stances("The institute argues that:\n\n"
                    "• wards are full. They are in [crisis]{crisis}."),
            "reported");
}

TEST(Lists, HeadsAreLookedForOverSoManyItems) {
  std::string text = "The institute argues that:\n\n";
  for (std::uint32_t i = 0; i < kListItemsLookedOver - 1; ++i) {
    text += "• wards are full\n\n";
  }
  EXPECT_EQ(Stances(text + "• wards are in [crisis]{crisis}"), "reported");
  text += "• wards are full\n\n";
  EXPECT_EQ(Stances(text + "• wards are in [crisis]{crisis}"), "used");
}

}  // namespace
}  // namespace framescope
