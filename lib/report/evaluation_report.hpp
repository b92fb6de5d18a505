// Evaluations as tables for people and as JSON.
#pragma once

#include <span>
#include <string>

#include "framescope/evaluation.hpp"

namespace framescope {

// The first evaluation in full (poles, strata, stances, agreement), a line for
// each of the others (ablations), then, if asked for, what differs. `unmarked`
// names the gold files without marks, which the text warns of.
std::string EvaluationText(std::span<const Evaluation> evaluations,
                           std::span<const std::string> unmarked,
                           bool disagreements);

// The same as one JSON object, "framescope.evaluation/1".
std::string EvaluationJson(std::span<const Evaluation> evaluations,
                           std::span<const std::string> unmarked);

}  // namespace framescope
