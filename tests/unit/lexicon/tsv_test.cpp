#include "lexicon/tsv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framescope {
namespace {

using ::testing::ElementsAre;

TEST(Tsv, PassesOverCommentsAndBlankLines) {
  TsvReader reader("# why\n\na\tb\r\n   \nc\t\td");
  ASSERT_TRUE(reader.Next());
  EXPECT_THAT(reader.cells(), ElementsAre("a", "b"));
  EXPECT_EQ(reader.line(), 3);
  ASSERT_TRUE(reader.Next());
  EXPECT_THAT(reader.cells(), ElementsAre("c", "", "d"));
  EXPECT_EQ(reader.line(), 5);
  EXPECT_FALSE(reader.Next());
}

TEST(Tsv, ColumnsCountCodePoints) {
  TsvReader reader("\xEF\xBB\xBFé’s\t x");
  ASSERT_TRUE(reader.Next());
  EXPECT_EQ(reader.column(0), 1);
  EXPECT_EQ(reader.column(1), 6);
  EXPECT_EQ(reader.column(2), 7) << "a missing cell begins after the row";
}

TEST(ColumnCounter, CountsForwardsAndBack) {
  const std::string_view line = "é\tü’x";
  ColumnCounter columns(line);
  EXPECT_EQ(columns.At(3), 3);
  EXPECT_EQ(columns.Of(line.substr(8)), 5);
  EXPECT_EQ(columns.At(line.size()), 6);
  EXPECT_EQ(columns.At(2), 2);
  EXPECT_EQ(columns.At(0), 1);
  EXPECT_EQ(ColumnCounter().At(0), 1);
}

TEST(Tsv, SplittingDropsEmptyParts) {
  EXPECT_THAT(SplitTrimmed(" a ; b;; ", ';'), ElementsAre("a", "b"));
  EXPECT_THAT(SplitTrimmed("", ';'), ElementsAre());
}

}  // namespace
}  // namespace framescope
