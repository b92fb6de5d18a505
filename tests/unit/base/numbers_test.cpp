#include "base/numbers.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace framescope {
namespace {

TEST(Numbers, ShortestReadsBackAsTheSameDouble) {
  for (const double x : {0.1, 1.0 / 3, -2.5, 1e300, 0.0, 48.0}) {
    EXPECT_EQ(std::strtod(Shortest(x).c_str(), nullptr), x);
  }
  EXPECT_EQ(Shortest(0.1), "0.1");
  EXPECT_EQ(Shortest(-0.0), "0");
}

TEST(Numbers, FixedHasNoNegativeZero) {
  EXPECT_EQ(Fixed(-0.001, 2), "0.00");
  EXPECT_EQ(Fixed(2.346, 2), "2.35");
  EXPECT_EQ(Fixed(-1.5, 1), "-1.5");
}

TEST(Numbers, SignedShowsTheSide) {
  EXPECT_EQ(Signed(0.081, 2), "+0.08");
  EXPECT_EQ(Signed(-0.333, 2),
            "\xE2\x88\x92"
            "0.33");
  EXPECT_EQ(Signed(0, 2), "0.00");
}

TEST(Numbers, GroupedByThousands) {
  EXPECT_EQ(Grouped(999), "999");
  EXPECT_EQ(Grouped(1000), "1,000");
  EXPECT_EQ(Grouped(12345678), "12,345,678");
}

}  // namespace
}  // namespace framescope
