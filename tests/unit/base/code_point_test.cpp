// Counting code points.
#include "base/code_point.hpp"

#include <gtest/gtest.h>

#include <string>

namespace framescope {
namespace {

TEST(CodePoints, AreCounted) {
  EXPECT_EQ(CountCodePoints(""), 0u);
  EXPECT_EQ(CountCodePoints("care"), 4u);
  EXPECT_EQ(CountCodePoints("\u00E9\u2019\U0001F600."), 4u);
  std::string text;
  for (std::size_t count = 0; count < 90; count += 3) {
    EXPECT_EQ(CountCodePoints(text), count);
    text += "a\u00E9\u2019";
  }
}

TEST(CodePoints, GiveColumns) {
  EXPECT_EQ(ColumnAt("caf\u00E9 x", 0), 1);
  EXPECT_EQ(ColumnAt("caf\u00E9 x", 6), 6);
  EXPECT_EQ(ColumnAt("caf\u00E9", std::string::npos), 5);
}

}  // namespace
}  // namespace framescope
