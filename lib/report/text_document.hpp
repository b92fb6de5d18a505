// The text report of one document, for people.
#pragma once

#include <string>

#include "framescope/report.hpp"

namespace framescope {

// Appends the whole report. Meaningful without colour, at any width from 40.
void AppendTextReport(const ReportContext& context,
                      const ReportOptions& options, const Analysis& analysis,
                      std::string* out);
// Appends the scores on every axis.
void AppendAxes(const Lexicon& lexicon, const ReportOptions& options,
                const std::vector<AxisScore>& scores, std::string* out);

}  // namespace framescope
