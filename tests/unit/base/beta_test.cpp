#include "base/beta.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace framescope {
namespace {

// Quantiles at 2.5 and 97.5 %, computed with 30 digits by another program.
TEST(BetaQuantile, AgreesWithGoldenValues) {
  const struct {
    double a, b, low, high;
  } golden[] = {{0.5, 0.5, 0.0015413331334360119, 0.99845866686656399},
                {0.5, 3.5, 0.00015063602543656835, 0.53558324304295091},
                {1.5, 2.5, 0.038747617785165161, 0.82326390286874268},
                {3.5, 2.5, 0.20941666407600484, 0.90560967265565594},
                {12.5, 6.5, 0.43719382047129333, 0.84715430507599031},
                {200.5, 100.5, 0.61192399917898902, 0.718210954694751}};
  for (const auto& row : golden) {
    EXPECT_NEAR(BetaQuantile(0.025, row.a, row.b), row.low, 1e-12);
    EXPECT_NEAR(BetaQuantile(0.975, row.a, row.b), row.high, 1e-12);
  }
}

TEST(BetaQuantile, UndoesTheCumulative) {
  for (const double a : {0.5, 1.5, 7.5, 400.5, 123456.5}) {
    for (const double b : {0.5, 2.5, 90.5, 5000.5}) {
      for (const double p : {0.001, 0.025, 0.5, 0.975}) {
        EXPECT_NEAR(BetaCumulative(BetaQuantile(p, a, b), a, b), p, 1e-9)
            << a << " " << b << " " << p;
      }
    }
  }
}

// Closed forms: I_x(1, 1) = x; I_x(1/2, 1/2) = 2/pi asin(sqrt x);
// I_x(2, 2) = 3x^2 - 2x^3.
TEST(BetaCumulative, AgreesWithClosedForms) {
  for (double x = 0.01; x < 1; x += 0.07) {
    EXPECT_NEAR(BetaCumulative(x, 1, 1), x, 1e-13);
    EXPECT_NEAR(BetaCumulative(x, 0.5, 0.5),
                2 / std::acos(-1.0) * std::asin(std::sqrt(x)), 1e-13);
    EXPECT_NEAR(BetaCumulative(x, 2, 2), 3 * x * x - 2 * x * x * x, 1e-13);
  }
  EXPECT_EQ(BetaCumulative(0, 3, 4), 0);
  EXPECT_EQ(BetaCumulative(1, 3, 4), 1);
}

TEST(BetaQuantile, HugeCountsEndInTime) {
  const double x = BetaQuantile(0.025, 2e9, 1e9);
  EXPECT_NEAR(x, 2.0 / 3 - 1.959964 * std::sqrt(2.0 / 9 / 3e9), 1e-8);
}

TEST(LogGamma, AgreesWithGoldenValues) {
  EXPECT_NEAR(LogGamma(0.5), 0.57236494292470009, 1e-14);
  EXPECT_NEAR(LogGamma(1), 0, 1e-14);
  EXPECT_NEAR(LogGamma(3), 0.69314718055994531, 1e-14);
  for (const double x : {0.7, 10.5, 1000.5, 1e6}) {
    EXPECT_NEAR(LogGamma(x) / std::lgamma(x), 1, 1e-13) << x;
  }
}

}  // namespace
}  // namespace framescope
