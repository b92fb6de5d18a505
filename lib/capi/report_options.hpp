// The C options of reports as C++ ones.
#pragma once

#include "framescope/framescope.h"
#include "framescope/report.hpp"

namespace framescope {

// `many` becomes FRAMESCOPE_REPORT_MANY; may be null. Fails with
// kInvalidArgument for an unknown format.
Result<ReportOptions> ReportOptionsOf(const framescope_report_options* options,
                                      bool* many);

}  // namespace framescope
