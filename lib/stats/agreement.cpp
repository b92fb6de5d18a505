// Tested by tests/unit/stats/agreement_test.cpp.
#include <limits>
#include <map>

#include "framescope/corpus.hpp"

namespace framescope {

double KrippendorffAlpha(std::span<const std::vector<std::uint32_t>> units) {
  std::map<std::uint32_t, double> totals;  // of each value, over all units
  double values = 0;
  double observed = 0;  // disagreeing pairs, weighted by 1 / (m - 1)
  for (const std::vector<std::uint32_t>& unit : units) {
    const double size = static_cast<double>(unit.size());
    if (size < 2) continue;
    std::map<std::uint32_t, double> counts;
    for (const std::uint32_t value : unit) ++counts[value];
    for (const auto& [value, count] : counts) {
      totals[value] += count;
      observed += count * (size - count) / (size - 1);
    }
    values += size;
  }
  if (values == 0) return std::numeric_limits<double>::quiet_NaN();
  double expected = 0;
  for (const auto& [value, total] : totals) {
    expected += total * (values - total);
  }
  if (expected == 0) return 1;
  return 1 - (values - 1) * observed / expected;
}

}  // namespace framescope
