// The C options of an analyzer as those of C++.
#pragma once

#include "framescope/analyzer.hpp"
#include "framescope/framescope.h"

namespace framescope {

AnalyzerOptions AnalyzerOptionsOf(const framescope_options* options);

}  // namespace framescope
