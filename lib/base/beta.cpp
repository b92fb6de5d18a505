// Tested by tests/unit/base/beta_test.cpp.
#include "base/beta.hpp"

#include <cmath>
#include <limits>

namespace framescope {
namespace {

constexpr double kTiny = 1e-300;
constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr int kMostSteps = 200'000;

double NotZero(double x) { return std::fabs(x) < kTiny ? kTiny : x; }

// The fraction of DLMF 8.17.22 by Lentz's method. Converges fast for
// x < (a + 1) / (a + b + 2).
double BetaFraction(double x, double a, double b) {
  double c = 1;
  double d = 1 / NotZero(1 - (a + b) * x / (a + 1));
  double h = d;
  for (int m = 1; m <= kMostSteps; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / NotZero(1 + even * d);
    c = NotZero(1 + even / c);
    h *= d * c;
    const double odd =
        -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / NotZero(1 + odd * d);
    c = NotZero(1 + odd / c);
    h *= d * c;
    if (std::fabs(d * c - 1) < kEpsilon) break;
  }
  return h;
}

double LogDensityFactor(double x, double a, double b) {
  return LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * std::log(x) +
         b * std::log1p(-x);
}

}  // namespace

double LogGamma(double x) {
  double shift = 1;
  for (; x < 12; ++x) shift *= x;
  // Bernoulli numbers B_2k / (2k (2k - 1)), k = 1 to 7.
  constexpr double kTerms[] = {1.0 / 12,    -1.0 / 360, 1.0 / 1260,
                               -1.0 / 1680, 1.0 / 1188, -691.0 / 360360,
                               1.0 / 156};
  const double inverse_square = 1 / (x * x);
  double sum = 0, power = 1 / x;
  for (const double term : kTerms) {
    sum += term * power;
    power *= inverse_square;
  }
  constexpr double kHalfLogTwoPi = 0.91893853320467274178;
  return (x - 0.5) * std::log(x) - x + kHalfLogTwoPi + sum - std::log(shift);
}

double BetaCumulative(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front = std::exp(LogDensityFactor(x, a, b));
  if (x < (a + 1) / (a + b + 2)) return front * BetaFraction(x, a, b) / a;
  return 1 - front * BetaFraction(1 - x, b, a) / b;
}

double BetaQuantile(double p, double a, double b) {
  double low = 0, high = 1, x = a / (a + b);
  for (int step = 0; step < 200; ++step) {
    const double error = BetaCumulative(x, a, b) - p;
    if (error == 0) return x;
    (error > 0 ? high : low) = x;
    const double density = std::exp(LogDensityFactor(x, a, b)) / (x * (1 - x));
    double next = x - error / density;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (std::fabs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}

}  // namespace framescope
