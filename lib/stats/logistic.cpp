// Tested by tests/unit/stats/logistic_test.cpp.
//
// Newton's method on the penalised likelihood (Hastie, Tibshirani, Friedman
// 2009, 4.4 and 18.4). The Hessian is never formed: its product with a vector
// takes one pass over the observations.
#define EIGEN_MPL2_ONLY
#define EIGEN_DONT_VECTORIZE  // sums in the order of the elements

#include "stats/logistic.hpp"

#include <Eigen/Core>
#include <Eigen/SparseCore>
#include <algorithm>
#include <cmath>
#include <string>

namespace framescope {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::SparseMatrix<double, Eigen::RowMajor>;

constexpr int kMostSteps = 100;
constexpr double kGradientAtEnd = 1e-9;  // largest element, per observation

double Sigmoid(double z) {
  return z >= 0 ? 1 / (1 + std::exp(-z)) : std::exp(z) / (1 + std::exp(z));
}

// log(1 + exp(z)) without overflow.
double SoftPlus(double z) {
  return std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z)));
}

// The objective over parameters: one for each feature, the intercept last.
class Objective {
 public:
  Objective(std::span<const Observation> observations, std::uint32_t features,
            double penalty)
      : design_(static_cast<Eigen::Index>(observations.size()), features + 1),
        label_(static_cast<Eigen::Index>(observations.size())),
        penalty_(Vector::Constant(features + 1, penalty)) {
    penalty_[features] = 0;
    std::vector<Eigen::Triplet<double>> cells;
    for (std::size_t row = 0; row < observations.size(); ++row) {
      const int r = static_cast<int>(row);
      for (const std::uint32_t feature : observations[row].features) {
        cells.emplace_back(r, static_cast<int>(feature), 1.0);
      }
      cells.emplace_back(r, static_cast<int>(features), 1.0);
      label_[r] = observations[row].positive ? 1 : 0;
    }
    // A feature that is named twice is there once.
    design_.setFromTriplets(cells.begin(), cells.end(),
                            [](double, double) { return 1.0; });
  }

  double Value(const Vector& at) const {
    const Vector z = design_ * at;
    double value = 0.5 * penalty_.dot(at.cwiseProduct(at));
    for (Eigen::Index i = 0; i < z.size(); ++i) {
      value += SoftPlus(label_[i] > 0 ? -z[i] : z[i]);
    }
    return value;
  }

  Vector Gradient(const Vector& at) {
    const Vector p = (design_ * at).unaryExpr(&Sigmoid);
    curvature_ = p.cwiseProduct(Vector::Ones(p.size()) - p);
    return design_.transpose() * (p - label_) + penalty_.cwiseProduct(at);
  }

  // The Hessian where Gradient() was last taken, times `direction`.
  Vector TimesHessian(const Vector& direction) const {
    const Vector along = curvature_.cwiseProduct(design_ * direction);
    return design_.transpose() * along + penalty_.cwiseProduct(direction);
  }

  Eigen::Index parameters() const { return design_.cols(); }

 private:
  Matrix design_;
  Vector label_, penalty_, curvature_;
};

// Solves Hessian * step = -gradient by conjugate gradients, as exactly as the
// distance from the end asks for (Nocedal and Wright 2006, algorithm 7.1).
Vector NewtonStep(const Objective& objective, const Vector& gradient) {
  Vector step = Vector::Zero(gradient.size());
  Vector residual = gradient;
  Vector direction = -residual;
  double norm = residual.squaredNorm();
  const double start = std::sqrt(norm);
  const double enough = std::min(0.1, std::sqrt(start)) * start;
  const Eigen::Index most = 2 * gradient.size() + 10;
  for (Eigen::Index round = 0; round < most && std::sqrt(norm) > enough;
       ++round) {
    const Vector product = objective.TimesHessian(direction);
    const double curvature = direction.dot(product);
    if (curvature <= 0) break;
    const double length = norm / curvature;
    step += length * direction;
    residual += length * product;
    const double next = residual.squaredNorm();
    direction = -residual + (next / norm) * direction;
    norm = next;
  }
  return step;
}

// How far along `step` to go: halved until the objective falls enough.
double StepLength(const Objective& objective, const Vector& at,
                  const Vector& step, double slope) {
  const double before = objective.Value(at);
  double length = 1;
  for (int tries = 0; tries < 40; ++tries, length /= 2) {
    if (objective.Value(at + length * step) <= before + 1e-4 * length * slope) {
      return length;
    }
  }
  return 0;
}

Status Check(std::span<const Observation> observations, std::uint32_t features,
             double penalty) {
  if (!(penalty > 0) || !std::isfinite(penalty)) {
    return Status(StatusCode::kInvalidArgument,
                  "the penalty of a regression must be a positive number");
  }
  std::size_t positive = 0;
  for (const Observation& observation : observations) {
    positive += observation.positive ? 1 : 0;
    for (const std::uint32_t feature : observation.features) {
      if (feature >= features) {
        return Status(StatusCode::kInvalidArgument,
                      "feature " + std::to_string(feature) + " of " +
                          std::to_string(features));
      }
    }
  }
  if (positive == 0 || positive == observations.size()) {
    return Status(StatusCode::kInvalidArgument,
                  "a regression needs observations of both kinds");
  }
  return Status();
}

}  // namespace

double LogisticModel::Probability(
    std::span<const std::uint32_t> features) const {
  double z = intercept;
  for (const std::uint32_t feature : features) {
    if (feature < weights.size()) z += weights[feature];
  }
  return Sigmoid(z);
}

Result<LogisticModel> FitLogistic(std::span<const Observation> observations,
                                  std::uint32_t features, double penalty) {
  const Status sound = Check(observations, features, penalty);
  if (!sound.ok()) return sound;
  Objective objective(observations, features, penalty);
  Vector at = Vector::Zero(objective.parameters());
  const double small =
      kGradientAtEnd * static_cast<double>(observations.size());
  for (int steps = 0; steps < kMostSteps; ++steps) {
    const Vector gradient = objective.Gradient(at);
    if (gradient.cwiseAbs().maxCoeff() <= small) break;
    const Vector step = NewtonStep(objective, gradient);
    const double length = StepLength(objective, at, step, gradient.dot(step));
    if (length == 0) break;
    at += length * step;
  }
  LogisticModel model;
  model.intercept = at[features];
  model.weights.assign(at.data(), at.data() + features);
  return model;
}

}  // namespace framescope
