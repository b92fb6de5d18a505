// Explanations for people, step by step.
#pragma once

#include <string>

#include "framescope/explanation.hpp"
#include "framescope/report.hpp"

namespace framescope {

// For each sentence with an occurrence of an entry: the sentence, then every
// occurrence, what hid it or which cue decided. `line` 0: all sentences; else
// those whose occurrences lie on that line.
std::string ExplanationText(const ReportContext& context,
                            const Explanation& explanation, std::uint32_t line);

}  // namespace framescope
