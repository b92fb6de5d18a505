// Trends: whether a series rises or falls, and how steeply.
#pragma once

#include <cstdint>
#include <span>

#include "stats/comparison.hpp"

namespace framescope {

struct Point {
  double time = 0, value = 0;
};

struct TrendTest {
  std::uint64_t points = 0;
  double tau = 0;      // Kendall's tau-a: S / (n (n - 1) / 2)
  double p_value = 1;  // two-sided
  Estimate slope;      // change of the value by one unit of time
};

// Mann-Kendall's test (Mann 1945; Kendall 1975) and the slope of Theil and Sen
// with Sen's 95 % interval (Sen 1968, JASA 63, 1379–1389) over points in
// ascending time, no two at the same. Without ties in the values the p-value is
// exact up to 50 points; else the normal approximation with correction for ties
// and continuity. The slope's ends are those of the whole line when there are
// too few points for an interval, and it is not known below three points.
// Quadratic in the points.
TrendTest TestTrend(std::span<const Point> points);

}  // namespace framescope
