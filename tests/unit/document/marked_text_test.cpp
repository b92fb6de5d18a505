#include "document/marked_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framescope {
namespace {

using ::testing::HasSubstr;

TEST(MarkedText, ReadsMarksReasonsAndPairs) {
  const auto cases = ReadMarkedText(
      "x.txt",
      "# why\n\n# because\n# of this\nNot [a burden]{crisis moved_from #1},\n"
      "[a gift]{strengths moved_to #1 holder=\"she\"}.\n\nPlain \\[sic\\].\n",
      nullptr);
  ASSERT_TRUE(cases.ok()) << cases.status().message();
  ASSERT_EQ(cases.value().size(), 2u);
  const MarkedCase& first = cases.value()[0];
  EXPECT_EQ(first.text, "Not a burden, a gift.");
  EXPECT_EQ(first.reason, "because of this");
  EXPECT_EQ(first.line, 5);
  ASSERT_EQ(first.marks.size(), 2u);
  EXPECT_EQ(first.marks[0].span, (Span{4, 12}));
  EXPECT_EQ(first.marks[0].pole, "crisis");
  EXPECT_EQ(first.marks[0].stance, Stance::kMovedFrom);
  EXPECT_EQ(first.marks[0].pair, 1u);
  EXPECT_EQ(first.marks[1].holder, "she");
  EXPECT_EQ(cases.value()[1].text, "Plain [sic].");
  EXPECT_TRUE(cases.value()[1].marks.empty());
}

TEST(MarkedText, MarksMayNest) {
  const auto cases = ReadMarkedText(
      "x.txt", "[the [vulnerable]{deficit used}]{distancing used}", nullptr);
  ASSERT_TRUE(cases.ok());
  EXPECT_EQ(cases.value()[0].text, "the vulnerable");
  EXPECT_EQ(cases.value()[0].marks[0].pole, "distancing");
  EXPECT_EQ(cases.value()[0].marks[1].span, (Span{4, 14}));
}

TEST(MarkedText, SaysWhereMarkupIsBroken) {
  std::vector<Diagnostic> diagnostics;
  const auto cases = ReadMarkedText(
      "x.txt", "a [b c\n\nd] e\n\n[f]{crisis shouted}\n\n[g]\n", &diagnostics);
  ASSERT_FALSE(cases.ok());
  ASSERT_EQ(diagnostics.size(), 4u);
  EXPECT_EQ(diagnostics[0].line, 1);
  EXPECT_EQ(diagnostics[1].line, 3);
  EXPECT_THAT(diagnostics[2].message, HasSubstr("shouted"));
  EXPECT_EQ(diagnostics[3].line, 7);
}

TEST(MarkedText, KnownMissesCarryTheirReason) {
  const auto cases = ReadMarkedText(
      "x.txt", "# irony\n# known miss: irony has no cue\nOh, lovely.\n",
      nullptr);
  ASSERT_TRUE(cases.ok());
  EXPECT_EQ(cases.value()[0].known_miss, "irony has no cue");
  EXPECT_EQ(cases.value()[0].reason, "irony");
}

}  // namespace
}  // namespace framescope
