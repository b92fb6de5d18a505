#include <gtest/gtest.h>

#include "framescope/evaluation.hpp"

namespace framescope {
namespace {

// Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
TEST(WilsonInterval, GivesNewcombesValues) {
  const Proportion a = WilsonInterval(81, 263);
  EXPECT_NEAR(a.low, 0.2553, 5e-5);
  EXPECT_NEAR(a.high, 0.3662, 5e-5);
  const Proportion b = WilsonInterval(0, 20);
  EXPECT_NEAR(b.low, 0, 1e-12);
  EXPECT_NEAR(b.high, 0.1611, 5e-5);
}

TEST(WilsonInterval, OfNothingIsEverything) {
  EXPECT_EQ(WilsonInterval(0, 0).low, 0);
  EXPECT_EQ(WilsonInterval(0, 0).high, 1);
}

TEST(Tally, PrecisionAndRecall) {
  const Tally tally{3, 1, 2};
  EXPECT_DOUBLE_EQ(tally.precision(), 0.75);
  EXPECT_DOUBLE_EQ(tally.recall(), 0.6);
  EXPECT_DOUBLE_EQ(Tally{}.precision(), 1);
}

}  // namespace
}  // namespace framescope
