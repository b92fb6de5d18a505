#include "stats/logistic.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace framescope {
namespace {

// `positive` observations of `count` with the given features.
void Add(std::vector<Observation>* to, std::vector<std::uint32_t> features,
         int positive, int count) {
  for (int i = 0; i < count; ++i) to->push_back({features, i < positive});
}

std::vector<Observation> TenObservations() {
  return {{{0}, true},  {{0, 1}, true}, {{1}, true}, {{1, 2}, false},
          {{2}, false}, {{0, 2}, true}, {{}, false}, {{0, 1, 2}, false},
          {{0}, false}, {{0, 1}, true}};
}

TEST(FitLogistic, WithoutFeaturesGivesTheLogitOfTheShare) {
  std::vector<Observation> observations;
  Add(&observations, {}, 3, 12);
  const auto model = FitLogistic(observations, 0, 1);
  ASSERT_TRUE(model.ok()) << model.status().message();
  EXPECT_NEAR(model.value().intercept, std::log(3.0 / 9), 1e-9);
  EXPECT_NEAR(model.value().Probability({}), 0.25, 1e-9);
}

// With a vanishing penalty the weight of a lone feature is the log odds ratio
// of the two-by-two table.
TEST(FitLogistic, OfOneFeatureGivesTheLogOddsRatio) {
  std::vector<Observation> observations;
  Add(&observations, {0}, 30, 40);
  Add(&observations, {}, 20, 60);
  const auto model = FitLogistic(observations, 1, 1e-9);
  ASSERT_TRUE(model.ok());
  EXPECT_NEAR(model.value().intercept, std::log(20.0 / 40), 1e-6);
  EXPECT_NEAR(model.value().weights[0], std::log(30.0 * 40 / (10 * 20)), 1e-6);
}

// Golden values: Newton's method with a dense solver, written apart.
TEST(FitLogistic, GivesTheValuesOfADenseSolver) {
  const auto weak = FitLogistic(TenObservations(), 3, 0.5);
  ASSERT_TRUE(weak.ok());
  EXPECT_NEAR(weak.value().weights[0], 0.869176607832, 1e-8);
  EXPECT_NEAR(weak.value().weights[1], 0.469645807945, 1e-8);
  EXPECT_NEAR(weak.value().weights[2], -0.869176607832, 1e-8);
  EXPECT_NEAR(weak.value().intercept, -0.415630327482, 1e-8);
  const auto strong = FitLogistic(TenObservations(), 3, 2);
  ASSERT_TRUE(strong.ok());
  EXPECT_NEAR(strong.value().weights[0], 0.371710580047, 1e-8);
  EXPECT_NEAR(strong.value().weights[1], 0.191369209793, 1e-8);
  EXPECT_NEAR(strong.value().weights[2], -0.371710580047, 1e-8);
  EXPECT_NEAR(strong.value().intercept, -0.170629291381, 1e-8);
}

// At the minimum the gradient is nought: sum of (p - y) over a feature's
// observations equals minus penalty times its weight.
TEST(FitLogistic, EndsWhereTheGradientVanishes) {
  const std::vector<Observation> observations = TenObservations();
  const auto model = FitLogistic(observations, 3, 0.1);
  ASSERT_TRUE(model.ok());
  for (std::uint32_t feature = 0; feature < 3; ++feature) {
    double sum = 0.1 * model.value().weights[feature];
    for (const Observation& observation : observations) {
      for (const std::uint32_t has : observation.features) {
        if (has != feature) continue;
        sum += model.value().Probability(observation.features) -
               (observation.positive ? 1 : 0);
      }
    }
    EXPECT_NEAR(sum, 0, 1e-7) << feature;
  }
}

TEST(FitLogistic, StaysFiniteOnWhatAFeatureSeparates) {
  std::vector<Observation> observations;
  Add(&observations, {0}, 50, 50);
  Add(&observations, {1}, 0, 50);
  const auto model = FitLogistic(observations, 2, 0.01);
  ASSERT_TRUE(model.ok());
  EXPECT_TRUE(std::isfinite(model.value().weights[0]));
  EXPECT_NEAR(model.value().weights[0], -model.value().weights[1], 1e-6);
  const std::uint32_t first[] = {0};
  EXPECT_GT(model.value().Probability(first), 0.99);
}

TEST(FitLogistic, AFeatureThatNobodyHasWeighsNothing) {
  std::vector<Observation> observations = TenObservations();
  const auto model = FitLogistic(observations, 4, 1);
  ASSERT_TRUE(model.ok());
  EXPECT_DOUBLE_EQ(model.value().weights[3], 0);
}

TEST(FitLogistic, AFeatureNamedTwiceCountsOnce) {
  std::vector<Observation> once = TenObservations(), twice = once;
  twice[1].features = {0, 1, 1, 0};
  const auto a = FitLogistic(once, 3, 1), b = FitLogistic(twice, 3, 1);
  ASSERT_TRUE(a.ok() && b.ok());
  EXPECT_EQ(a.value().weights, b.value().weights);
}

TEST(FitLogistic, GivesTheSameBitsAgain) {
  const auto a = FitLogistic(TenObservations(), 3, 0.3);
  const auto b = FitLogistic(TenObservations(), 3, 0.3);
  ASSERT_TRUE(a.ok() && b.ok());
  EXPECT_EQ(a.value().weights, b.value().weights);
  EXPECT_EQ(a.value().intercept, b.value().intercept);
}

TEST(FitLogistic, RefusesWhatCannotBeFitted) {
  std::vector<Observation> one_kind;
  Add(&one_kind, {0}, 3, 3);
  EXPECT_EQ(FitLogistic(one_kind, 1, 1).status().code(),
            StatusCode::kInvalidArgument);
  EXPECT_FALSE(FitLogistic({}, 1, 1).ok());
  EXPECT_FALSE(FitLogistic(TenObservations(), 2, 1).ok());
  EXPECT_FALSE(FitLogistic(TenObservations(), 3, 0).ok());
  EXPECT_FALSE(FitLogistic(TenObservations(), 3, std::nan("")).ok());
}

TEST(LogisticModel, PassesOverFeaturesThatItDoesNotHave) {
  const LogisticModel model{0.5, {1, -2}};
  const std::uint32_t features[] = {1, 7};
  EXPECT_NEAR(model.Probability(features), 1 / (1 + std::exp(1.5)), 1e-15);
}

}  // namespace
}  // namespace framescope
