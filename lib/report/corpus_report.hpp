// Reports about many documents: two sets side by side, and one through time.
#pragma once

#include <string>

#include "framescope/report.hpp"
#include "stats/comparison.hpp"
#include "stats/timeline.hpp"

namespace framescope {

// Balances, rates and entries of set A (index 0) against set B as text, JSON
// ("framescope.comparison/1") or CSV (one entry a row). Text lists the `most`
// entries that differ most in each direction; the others hold all. Fails with
// kInvalidArgument for another format.
Result<std::string> ComparisonReport(const ReportContext& context,
                                     const ReportOptions& options,
                                     const CorpusCounts (&sets)[2],
                                     std::size_t most);

// Balances and rates by period and their trends as text, JSON
// ("framescope.trend/1") or CSV (a row for each period, axis and reading).
Result<std::string> TrendReport(const ReportContext& context,
                                const ReportOptions& options,
                                const Timeline& timeline);

}  // namespace framescope
