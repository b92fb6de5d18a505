#include "framescope/corpus.hpp"

#include <gtest/gtest.h>

#include <cmath>

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

}  // namespace
}  // namespace framescope
