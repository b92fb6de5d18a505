// Logistic regression over features that are there or not.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "framescope/status.hpp"

namespace framescope {

// One observation: the features that it has, and what it turned out to be.
struct Observation {
  std::vector<std::uint32_t> features;
  bool positive = false;
};

struct LogisticModel {
  double intercept = 0;
  std::vector<double> weights;  // one for each feature

  // Of being positive, in (0, 1). Features that the model does not have are
  // passed over.
  double Probability(std::span<const std::uint32_t> features) const;
};

// Minimises the sum of the log losses plus penalty * |weights|^2 / 2; the
// intercept is free. Newton's method, each step by conjugate gradients; sums
// are taken in a fixed order, so that the same input gives the same bits.
// `penalty` > 0. Fails with kInvalidArgument on a feature that is not below
// `features`, a penalty that is no positive number, or when the observations
// are all of one kind. Cost: tens of passes over the features.
Result<LogisticModel> FitLogistic(std::span<const Observation> observations,
                                  std::uint32_t features, double penalty);

}  // namespace framescope
