// Tested by tests/unit/stats/trend_test.cpp.
#include "stats/trend.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace framescope {
namespace {

constexpr double kNormalQuantile = 1.959963984540054;  // of 0.975
constexpr std::size_t kMostExact = 50;

// The chance that |S| of n values in random order is at least `s`: S = N - 2 x
// the number of inversions, of which each new value adds 0 to i, alike likely.
double ExactPValue(std::size_t n, std::int64_t s) {
  std::vector<double> chance = {1};
  for (std::size_t i = 1; i < n; ++i) {
    std::vector<double> next(chance.size() + i);
    for (std::size_t k = 0; k < chance.size(); ++k) {
      for (std::size_t j = 0; j <= i; ++j) {
        next[k + j] += chance[k] / static_cast<double>(i + 1);
      }
    }
    chance = std::move(next);
  }
  const std::int64_t pairs = static_cast<std::int64_t>(n * (n - 1) / 2);
  double p = 0;
  for (std::size_t k = 0; k < chance.size(); ++k) {
    const std::int64_t of_k = pairs - 2 * static_cast<std::int64_t>(k);
    if (std::abs(of_k) >= std::abs(s)) p += chance[k];
  }
  return std::min(p, 1.0);
}

// The variance of S, less what ties take away (Kendall 1975).
double VarianceOfS(std::span<const Point> points, bool* ties) {
  std::vector<double> values;
  for (const Point& point : points) values.push_back(point.value);
  std::sort(values.begin(), values.end());
  const double n = static_cast<double>(values.size());
  double sum = n * (n - 1) * (2 * n + 5);
  *ties = false;
  for (std::size_t i = 0; i < values.size();) {
    std::size_t end = i;
    while (end < values.size() && values[end] == values[i]) ++end;
    const double t = static_cast<double>(end - i);
    sum -= t * (t - 1) * (2 * t + 5);
    *ties = *ties || end - i > 1;
    i = end;
  }
  return sum / 18;
}

// The median slope, and the slopes at the ranks (N -+ C) / 2.
Estimate SlopeOf(std::vector<double> slopes, double variance) {
  std::sort(slopes.begin(), slopes.end());
  const std::size_t n = slopes.size();
  const double median = (slopes[(n - 1) / 2] + slopes[n / 2]) / 2;
  const double reach = kNormalQuantile * std::sqrt(variance);
  const double rank = std::floor((static_cast<double>(n) - reach) / 2);
  constexpr double kEnd = std::numeric_limits<double>::infinity();
  if (rank < 1) return {median, -kEnd, kEnd, true};
  const std::size_t low = static_cast<std::size_t>(rank) - 1;
  return {median, slopes[low], slopes[n - 1 - low], true};
}

}  // namespace

TrendTest TestTrend(std::span<const Point> points) {
  TrendTest test;
  test.points = points.size();
  if (points.size() < 3) return test;
  std::int64_t s = 0;
  std::vector<double> slopes;
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      const double rise = points[j].value - points[i].value;
      s += (rise > 0) - (rise < 0);
      slopes.push_back(rise / (points[j].time - points[i].time));
    }
  }
  bool ties = false;
  const double variance = VarianceOfS(points, &ties);
  test.tau = static_cast<double>(s) / static_cast<double>(slopes.size());
  test.slope = SlopeOf(std::move(slopes), variance);
  if (!ties && points.size() <= kMostExact) {
    test.p_value = ExactPValue(points.size(), s);
  } else if (variance > 0 && s != 0) {
    const double z =
        (std::abs(static_cast<double>(s)) - 1) / std::sqrt(variance);
    test.p_value = std::erfc(z / std::sqrt(2.0));
  }
  return test;
}

}  // namespace framescope
