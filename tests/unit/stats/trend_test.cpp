#include "stats/trend.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace framescope {
namespace {

std::vector<Point> Series(const std::vector<double>& values) {
  std::vector<Point> points;
  for (const double value : values) {
    points.push_back({static_cast<double>(points.size()), value});
  }
  return points;
}

TEST(Trend, SteadyRiseHasItsSlope) {
  const TrendTest test = TestTrend(Series({0, 2, 4, 6, 8, 10, 12, 14, 16, 18}));
  EXPECT_EQ(test.tau, 1);
  EXPECT_DOUBLE_EQ(test.slope.value, 2);
  EXPECT_DOUBLE_EQ(test.slope.low, 2);
  EXPECT_DOUBLE_EQ(test.slope.high, 2);
  EXPECT_NEAR(test.p_value, 2.0 / 3628800, 1e-12);  // one order of 10! each way
}

// P(K >= 8) = 0.042 for n = 5 (Hollander and Wolfe 1973, table A.21).
TEST(Trend, PValueOfFewPointsIsExact) {
  const TrendTest test = TestTrend(Series({1, 2, 3, 5, 4}));
  EXPECT_DOUBLE_EQ(test.tau, 0.8);
  EXPECT_NEAR(test.p_value, 2 * 5.0 / 120, 1e-12);
}

TEST(Trend, NoOrderIsNoTrend) {
  const TrendTest test = TestTrend(Series({3, 1, 4, 1.5, 3.5, 2}));
  EXPECT_GT(test.p_value, 0.5);
  EXPECT_LT(test.slope.low, 0);
  EXPECT_GT(test.slope.high, 0);
}

// Ties: S = 9, var = (5*4*15 - 2*1*9) / 18 = 282 / 18, z = 8 / sqrt(var).
TEST(Trend, TiesTakeTheNormalApproximation) {
  const TrendTest test = TestTrend(Series({1, 2, 2, 3, 4}));
  const double z = 8 / std::sqrt(282.0 / 18);
  EXPECT_DOUBLE_EQ(test.tau, 0.9);
  EXPECT_NEAR(test.p_value, std::erfc(z / std::sqrt(2.0)), 1e-12);
}

TEST(Trend, SlopeIsByTimeNotByRank) {
  const std::vector<Point> points = {{2000, 0}, {2010, 1}, {2020, 2}};
  EXPECT_DOUBLE_EQ(TestTrend(points).slope.value, 0.1);
}

TEST(Trend, SlopeOfFewPointsHasNoEnds) {
  const TrendTest test = TestTrend(Series({1, 2, 3}));
  EXPECT_TRUE(std::isinf(test.slope.low) && std::isinf(test.slope.high));
  EXPECT_FALSE(TestTrend(Series({1, 2})).slope.known);
  EXPECT_EQ(TestTrend(Series({1, 2})).p_value, 1);
}

TEST(Trend, FlatSeriesHasNoTrend) {
  const TrendTest test = TestTrend(Series({1, 1, 1, 1}));
  EXPECT_EQ(test.tau, 0);
  EXPECT_EQ(test.p_value, 1);
}

}  // namespace
}  // namespace framescope
