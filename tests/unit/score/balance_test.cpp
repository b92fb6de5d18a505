#include <gtest/gtest.h>

#include <cmath>

#include "score/score.hpp"

namespace framescope {
namespace {

Balance Of(std::uint32_t negative, std::uint32_t positive) {
  return MakeBalance({negative, negative, 0}, {positive, positive, 0}, 1000);
}

// Values of sent_logit and its error in quanteda.sentiment.
TEST(Balance, LogRatioIsThatOfLoweAndOthers) {
  const struct {
    std::uint32_t positive, negative;
    double log_ratio, error;
  } golden[] = {{3, 2, 0.3364722, 0.8280787},
                {1, 0, 1.0986123, 1.6329932},
                {0, 0, 0, 2.0},
                {2, 0, 1.6094379, 1.5491933}};
  for (const auto& row : golden) {
    const Balance balance = Of(row.negative, row.positive);
    EXPECT_NEAR(balance.log_ratio, row.log_ratio, 5e-8);
    EXPECT_NEAR(balance.log_ratio_error, row.error, 5e-8);
  }
}

// Quantiles computed with 30 digits by another program.
TEST(Balance, IntervalIsThatOfJeffreys) {
  const Balance few = Of(2, 1);
  EXPECT_NEAR(few.low, 2 * 0.038747617785165161 - 1, 1e-9);
  EXPECT_NEAR(few.high, 2 * 0.82326390286874268 - 1, 1e-9);
  const Balance many = Of(100, 200);
  EXPECT_NEAR(many.low, 2 * 0.61192399917898902 - 1, 1e-9);
  EXPECT_NEAR(many.high, 2 * 0.718210954694751 - 1, 1e-9);
}

TEST(Balance, IntervalHoldsTheBalanceAndIsSymmetric) {
  for (std::uint32_t negative = 0; negative < 40; ++negative) {
    for (std::uint32_t positive = 0; positive < 40; positive += 3) {
      const Balance one = Of(negative, positive);
      const Balance other = Of(positive, negative);
      EXPECT_LE(one.low, one.balance);
      EXPECT_GE(one.high, one.balance);
      EXPECT_EQ(one.low, -other.high);
      EXPECT_EQ(one.balance, -other.balance);
    }
  }
}

TEST(Balance, OneSidedCountsReachTheEndOfTheScale) {
  EXPECT_EQ(Of(3, 0).low, -1);
  EXPECT_NEAR(Of(3, 0).high, 2 * 0.53558324304295091 - 1, 1e-9);
  EXPECT_EQ(Of(0, 3).high, 1);
}

TEST(Balance, NoMatchTellsNothing) {
  const Balance none = Of(0, 0);
  EXPECT_EQ(none.balance, 0);
  EXPECT_EQ(none.low, -1);
  EXPECT_EQ(none.high, 1);
  EXPECT_EQ(none.verdict, Verdict::kTooLittle);
}

TEST(Balance, FewerThanThreeMatchesAreTooLittle) {
  EXPECT_EQ(Of(2, 0).verdict, Verdict::kTooLittle);
  EXPECT_NE(Of(3, 0).verdict, Verdict::kTooLittle);
}

TEST(Balance, AWideIntervalIsTooLittleText) {
  EXPECT_GT(Of(2, 1).high - Of(2, 1).low, 1.5);
  EXPECT_EQ(Of(2, 1).verdict, Verdict::kTooLittle);
}

TEST(Balance, VerdictFollowsTheInterval) {
  EXPECT_EQ(Of(12, 1).verdict, Verdict::kNegative);
  EXPECT_EQ(Of(1, 12).verdict, Verdict::kPositive);
  EXPECT_EQ(Of(6, 6).verdict, Verdict::kMixed);
  EXPECT_EQ(VerdictOf(100, -0.9, 0.7), Verdict::kTooLittle);
}

TEST(Balance, RatesArePerThousandWordsAndZeroForNoWords) {
  const Balance some = MakeBalance({3, 6, 99}, {1, 2, 99}, 2000);
  EXPECT_EQ(some.negative.per_1000, 1.5);
  EXPECT_EQ(some.positive.per_1000, 0.5);
  EXPECT_EQ(some.negative.weighted, 6u);
  EXPECT_EQ(MakeBalance({3, 6, 0}, {1, 2, 0}, 0).negative.per_1000, 0);
}

}  // namespace
}  // namespace framescope
