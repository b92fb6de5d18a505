#include <gtest/gtest.h>

#include <cmath>

#include "framescope/corpus.hpp"
#include "score/score.hpp"

namespace framescope {
namespace {

Analysis WithCounts(std::uint32_t negative, std::uint32_t positive,
                    std::uint32_t words) {
  Analysis analysis;
  analysis.words = words;
  const Balance balance =
      MakeBalance({negative, 2 * negative, 0}, {positive, positive, 0}, words);
  analysis.axes = {{0, balance, Balance{}}};
  return analysis;
}

TEST(CorpusTotal, CountsAreTheSumsOfTheDocuments) {
  CorpusTotal total(1);
  total.Add(WithCounts(2, 1, 100));
  total.Add(WithCounts(0, 3, 300));
  const Balance evoked = total.Scores()[0].evoked;
  EXPECT_EQ(total.documents(), 2u);
  EXPECT_EQ(total.words(), 400u);
  EXPECT_EQ(evoked.negative.count, 2u);
  EXPECT_EQ(evoked.negative.weighted, 4u);
  EXPECT_EQ(evoked.positive.per_1000, 10);
  EXPECT_DOUBLE_EQ(evoked.balance, 2.0 / 6);
}

TEST(CorpusTotal, RepeatedWordsCountOnce) {
  CorpusTotal total(1);
  Analysis analysis = WithCounts(1, 0, 100);
  analysis.repeated_words = 40;
  total.Add(analysis);
  EXPECT_EQ(total.words(), 60u);
}

TEST(CorpusTotal, FewDocumentsHaveJeffreysInterval) {
  CorpusTotal total(1);
  total.Add(WithCounts(4, 2, 100));
  const Balance alone = WithCounts(4, 2, 100).axes[0].evoked;
  EXPECT_EQ(total.Scores()[0].evoked.low, alone.low);
  EXPECT_EQ(total.Scores()[0].evoked.high, alone.high);
}

// Ten documents all negative and ten all positive: d = -4 or 4, t = 4, b = 0,
// se = sqrt(20 * 16 * 20 / 19) / 80.
TEST(CorpusTotal, DocumentsThatDifferWidenTheInterval) {
  CorpusTotal total(1);
  for (int i = 0; i < 10; ++i) {
    total.Add(WithCounts(4, 0, 100));
    total.Add(WithCounts(0, 4, 100));
  }
  const Balance evoked = total.Scores()[0].evoked;
  const double reach = 1.959963984540054 * std::sqrt(320 * 20.0 / 19) / 80;
  EXPECT_NEAR(evoked.low, -reach, 1e-8);
  EXPECT_NEAR(evoked.high, reach, 1e-8);
  EXPECT_LT(evoked.low, WithCounts(40, 40, 100).axes[0].evoked.low);
}

TEST(CorpusTotal, DocumentsThatAgreeKeepJeffreysInterval) {
  CorpusTotal total(1);
  for (int i = 0; i < 12; ++i) total.Add(WithCounts(1, 3, 100));
  const Balance pooled = WithCounts(12, 36, 1200).axes[0].evoked;
  EXPECT_EQ(total.Scores()[0].evoked.low, pooled.low);
  EXPECT_EQ(total.Scores()[0].evoked.verdict, Verdict::kPositive);
}

TEST(CorpusTotal, NoDocumentTellsNothing) {
  const CorpusTotal total(2);
  EXPECT_EQ(total.Scores().size(), 2u);
  EXPECT_EQ(total.Scores()[1].endorsed.verdict, Verdict::kTooLittle);
}

bool Same(const CorpusTotal& a, const CorpusTotal& b) {
  return a.State() == b.State();
}

TEST(CorpusTotal, MergedPartsAreTheWhole) {
  CorpusTotal whole(1), first(1), second(1);
  for (std::uint32_t i = 0; i < 40; ++i) {
    const Analysis analysis = WithCounts(i % 4, i % 3, 50 + i);
    whole.Add(analysis);
    (i % 5 == 0 ? first : second).Add(analysis);
  }
  second.Merge(first);
  EXPECT_TRUE(Same(second, whole));
  EXPECT_EQ(second.Scores()[0].evoked.low, whole.Scores()[0].evoked.low);
}

TEST(CorpusTotal, MoreOfOnePoleOrTheOtherIsToldApartAfterAMerge) {
  CorpusTotal negative(1), both(1);
  for (int i = 0; i < 12; ++i) negative.Add(WithCounts(3, 1, 100));
  both.Merge(negative);
  EXPECT_LT(both.Scores()[0].evoked.balance, 0);
  EXPECT_LT(both.Scores()[0].evoked.low, -0.5);
}

TEST(CorpusTotal, ComesBackFromItsState) {
  CorpusTotal total(1);
  for (int i = 0; i < 20; ++i) total.Add(WithCounts(4, 1, 100));
  const auto again = CorpusTotal::FromState(1, total.State());
  ASSERT_TRUE(again.has_value());
  EXPECT_TRUE(Same(*again, total));
  EXPECT_EQ(again->documents(), 20u);
  EXPECT_FALSE(CorpusTotal::FromState(2, total.State()).has_value());
}

}  // namespace
}  // namespace framescope
