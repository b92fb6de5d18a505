#include "stats/comparison.hpp"

#include <gtest/gtest.h>

#include "framescope/evaluation.hpp"
#include "score/score.hpp"
#include "unit/score/sample.hpp"

namespace framescope {
namespace {

// A document of `words` words with `burdens` of one entry and `skills` of
// another, all used.
Analysis Made(const Lexicon& lexicon, int burdens, int skills,
              std::uint32_t words) {
  std::string text;
  std::vector<Match> matches;
  for (int i = 0; i < burdens + skills; ++i) {
    const bool burden = i < burdens;
    const std::size_t at = text.size();
    text += burden ? "burden " : "skill ";
    matches.push_back(sample::MakeMatch(text, burden ? "burden" : "skill",
                                        burden ? 0 : 1, Stance::kUsed, at));
  }
  return sample::MakeAnalysis(lexicon, text + ".", matches, words);
}

// Lengths and counts of the literature: reference calculators give the same.
TEST(Keyness, G2IsThatOfFourCells) {
  EXPECT_NEAR(SignedG2(7, 2, 10, 9), 4.5349394, 1e-6);
  EXPECT_NEAR(SignedG2(0, 5, 100, 200), -4.0969064, 1e-4);
  EXPECT_NEAR(SignedG2(100, 50, 1e5, 1e5), 17.002413, 1e-5);
  EXPECT_NEAR(SignedG2(120, 60, 80000, 90000), 28.108227, 1e-5);
}

TEST(Keyness, SignSaysWhereItIsMoreFrequent) {
  EXPECT_GT(SignedG2(20, 10, 1000, 1000), 0);
  EXPECT_NEAR(SignedG2(20, 10, 1000, 1000), -SignedG2(10, 20, 1000, 1000),
              1e-9);
  EXPECT_EQ(SignedG2(0, 0, 1000, 1000), 0);
  EXPECT_EQ(SignedG2(1, 0, 1000, 0), 0);
}

// 56 of 70 and 48 of 80 with Wilson intervals: Newcombe 1998, table II.
TEST(BalanceDifference, IntervalIsNewcombes) {
  const auto balance = [](std::uint32_t n, std::uint32_t of) {
    Balance made;
    const Proportion wilson = WilsonInterval(n, of);
    made.balance = static_cast<double>(n) / of;
    made.low = wilson.low;
    made.high = wilson.high;
    made.verdict = Verdict::kMixed;
    return made;
  };
  const Estimate estimate = BalanceDifference(balance(56, 70), balance(48, 80));
  EXPECT_NEAR(estimate.value, 0.2, 1e-12);
  EXPECT_NEAR(estimate.low, 0.0524, 5e-5);
  EXPECT_NEAR(estimate.high, 0.3339, 5e-5);
}

TEST(BalanceDifference, IsNotKnownWhenOneSideIsNot) {
  Balance known;
  known.verdict = Verdict::kMixed;
  EXPECT_FALSE(BalanceDifference(known, Balance()).known);
  EXPECT_FALSE(BalanceDifference(Balance(), known).known);
  EXPECT_TRUE(BalanceDifference(known, known).known);
}

// 120 in 80,000 words against 60 in 90,000: log2 of the ratio is 1.169925, and
// ln +- 1.96 sqrt(1/120 + 1/60) gives its ends.
TEST(RateRatio, OfFewDocumentsIsPoissons) {
  const Lexicon lexicon = sample::MakeLexicon();
  CorpusCounts a(lexicon), b(lexicon);
  a.Add(Made(lexicon, 120, 0, 80000));
  b.Add(Made(lexicon, 60, 0, 90000));
  const Estimate ratio = RateRatio(a.pole(0, 1, Pole::kNegative), a,
                                   b.pole(0, 1, Pole::kNegative), b);
  EXPECT_NEAR(LogRatio(ratio).value, 1.169925, 1e-6);
  EXPECT_NEAR(ratio.value, 2.25, 1e-12);
  EXPECT_NEAR(ratio.low, 2.25 / 1.3633, 1e-3);
  EXPECT_NEAR(ratio.high, 2.25 * 1.3633, 1e-3);
}

TEST(RateRatio, DocumentsThatDifferWidenTheInterval) {
  const Lexicon lexicon = sample::MakeLexicon();
  CorpusCounts even(lexicon), uneven(lexicon), other(lexicon);
  for (int i = 0; i < 12; ++i) {
    even.Add(Made(lexicon, 2, 0, 100));
    uneven.Add(Made(lexicon, i == 0 ? 24 : 0, 0, 100));
    other.Add(Made(lexicon, 1, 0, 100));
  }
  const auto width = [&](const CorpusCounts& a) {
    const Estimate ratio = RateRatio(a.entry(0), a, other.entry(0), other);
    return ratio.high / ratio.low;
  };
  EXPECT_GT(width(uneven), 2 * width(even));
  EXPECT_EQ(even.entry(0).documents, 12u);
  EXPECT_EQ(uneven.entry(0).documents, 1u);
}

TEST(RateRatio, ZeroHasAnAnswerAndNothingHasNone) {
  const Lexicon lexicon = sample::MakeLexicon();
  CorpusCounts a(lexicon), b(lexicon);
  a.Add(Made(lexicon, 0, 3, 1000));
  b.Add(Made(lexicon, 4, 0, 1000));
  const Estimate ratio = RateRatio(a.entry(0), a, b.entry(0), b);
  EXPECT_TRUE(ratio.known);
  EXPECT_NEAR(ratio.value, 0.5 / 4.5, 1e-12);
  EXPECT_FALSE(RateRatio(a.entry(2), a, b.entry(2), b).known);
}

TEST(CorpusCounts, RepeatedAndMentionedMatchesAreNoKeys) {
  const Lexicon lexicon = sample::MakeLexicon();
  const std::string text = "burden burden burden";
  std::vector<Match> matches = {
      sample::MakeMatch(text, "burden", 0),
      sample::MakeMatch(text, "burden", 0, Stance::kMentioned, 1),
      sample::MakeMatch(text, "burden", 0, Stance::kNegated, 8)};
  matches[0].repeated = true;
  CorpusCounts counts(lexicon);
  counts.Add(sample::MakeAnalysis(lexicon, text, matches, 3));
  EXPECT_EQ(counts.entry(0).count, 1u);
  EXPECT_EQ(counts.pole(0, 0, Pole::kNegative).count, 1u);
  EXPECT_EQ(counts.pole(0, 1, Pole::kNegative).count, 0u);
}

}  // namespace
}  // namespace framescope
