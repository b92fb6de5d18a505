// Tested by tests/unit/stats/comparison_test.cpp.
#include "stats/comparison.hpp"

#include <algorithm>
#include <cmath>

#include "score/score.hpp"

namespace framescope {
namespace {

constexpr std::uint64_t kFewestClusters = 10;
constexpr double kNormalQuantile = 1.959963984540054;  // of 0.975

void AddCount(std::uint64_t count, double words, RateSums* sums) {
  if (count == 0) return;
  const double c = static_cast<double>(count);
  sums->count += count;
  ++sums->documents;
  sums->sum_cc += c * c;
  sums->sum_cw += c * words;
}

// The variance of the logarithm of a rate.
double LogVariance(const RateSums& sums, const CorpusCounts& corpus) {
  const double count = static_cast<double>(sums.count);
  const double poisson = 1 / count;
  const double m = static_cast<double>(corpus.total().documents());
  if (corpus.total().documents() < kFewestClusters) return poisson;
  const double rate = count / static_cast<double>(corpus.total().words());
  const double squares =
      sums.sum_cc - 2 * rate * sums.sum_cw + rate * rate * corpus.sum_ww();
  const double clustered =
      std::max(squares, 0.0) * m / (m - 1) / (count * count);
  return std::max(poisson, clustered);
}

double Term(double observed, double expected) {
  return observed > 0 ? observed * std::log(observed / expected) : 0;
}

}  // namespace

CorpusCounts::CorpusCounts(const Lexicon& lexicon)
    : total_(lexicon.axes().size()),
      poles_(4 * lexicon.axes().size()),
      entries_(lexicon.entries().size()),
      found_(lexicon.entries().size()) {}

void CorpusCounts::Add(const Analysis& analysis) {
  total_.Add(analysis);
  const double words = ScoredWords(analysis);
  sum_ww_ += words * words;
  for (std::size_t i = 0; 4 * i < poles_.size() && i < analysis.axes.size();
       ++i) {
    const Balance* const readings[] = {&analysis.axes[i].evoked,
                                       &analysis.axes[i].endorsed};
    for (std::size_t r = 0; r < 2; ++r) {
      AddCount(readings[r]->negative.count, words, &poles_[4 * i + 2 * r]);
      AddCount(readings[r]->positive.count, words, &poles_[4 * i + 2 * r + 1]);
    }
  }
  for (const Match& match : analysis.matches) {
    if (!match.repeated && Evoked(match.stance)) ++found_[match.entry];
  }
  for (const Match& match : analysis.matches) {
    AddCount(found_[match.entry], words, &entries_[match.entry]);
    found_[match.entry] = 0;
  }
}

Estimate BalanceDifference(const Balance& a, const Balance& b) {
  if (a.verdict == Verdict::kTooLittle || b.verdict == Verdict::kTooLittle) {
    return {};
  }
  const double difference = a.balance - b.balance;
  return {difference,
          difference - std::hypot(a.balance - a.low, b.high - b.balance),
          difference + std::hypot(a.high - a.balance, b.balance - b.low), true};
}

Estimate RateRatio(const RateSums& a, const CorpusCounts& of_a,
                   const RateSums& b, const CorpusCounts& of_b) {
  const double words_a = static_cast<double>(of_a.total().words());
  const double words_b = static_cast<double>(of_b.total().words());
  if (words_a == 0 || words_b == 0 || a.count + b.count == 0) return {};
  const bool zero = a.count == 0 || b.count == 0;
  const double n_a = static_cast<double>(a.count) + (zero ? 0.5 : 0);
  const double n_b = static_cast<double>(b.count) + (zero ? 0.5 : 0);
  const double variance =
      zero ? 1 / n_a + 1 / n_b : LogVariance(a, of_a) + LogVariance(b, of_b);
  const double ratio = (n_a / words_a) / (n_b / words_b);
  const double reach = std::exp(kNormalQuantile * std::sqrt(variance));
  return {ratio, ratio / reach, ratio * reach, true};
}

double SignedG2(double a, double b, double words_a, double words_b) {
  const double words = words_a + words_b;
  if (words_a <= 0 || words_b <= 0 || a + b <= 0) return 0;
  const double share_a = words_a / words, share_b = words_b / words;
  const double c = words_a - a, d = words_b - b;
  const double g2 =
      2 * (Term(a, (a + b) * share_a) + Term(b, (a + b) * share_b) +
           Term(c, (c + d) * share_a) + Term(d, (c + d) * share_b));
  return a > (a + b) * share_a ? g2 : -g2;
}

Estimate LogRatio(const Estimate& ratio) {
  if (!ratio.known) return {};
  return {std::log2(ratio.value), std::log2(ratio.low), std::log2(ratio.high),
          true};
}

}  // namespace framescope
