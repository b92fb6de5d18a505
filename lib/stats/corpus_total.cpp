// Tested by tests/unit/stats/corpus_total_test.cpp.
#include <algorithm>
#include <cmath>
#include <limits>

#include "framescope/corpus.hpp"
#include "score/score.hpp"

namespace framescope {
namespace {

constexpr std::uint64_t kFewestClusters = 10;
constexpr double kNormalQuantile = 1.959963984540054;  // of 0.975

std::uint32_t Narrow(std::uint64_t count) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::min(count, kMost));
}

double Signed(std::uint64_t sum) {
  return static_cast<double>(static_cast<std::int64_t>(sum));
}

double Rounded(double x) { return std::nearbyint(x * 1e9) / 1e9; }

}  // namespace

void CorpusTotal::AddTo(const Balance& balance, Reading* reading) {
  const std::uint64_t plus = balance.positive.count;
  const std::uint64_t minus = balance.negative.count;
  reading->count[0] += balance.negative.count;
  reading->count[1] += balance.positive.count;
  reading->weighted[0] += balance.negative.weighted;
  reading->weighted[1] += balance.positive.weighted;
  if (plus + minus == 0) return;
  ++reading->clusters;
  reading->sum_dd += (plus - minus) * (plus - minus);
  reading->sum_dt += (plus - minus) * (plus + minus);
  reading->sum_tt += (plus + minus) * (plus + minus);
}

void CorpusTotal::Add(const Analysis& analysis) {
  Add(ScoredWords(analysis), analysis.axes);
}

void CorpusTotal::Add(std::uint64_t words, std::span<const AxisScore> axes) {
  ++documents_;
  words_ += words;
  for (std::size_t i = 0; i < axes_.size() && i < axes.size(); ++i) {
    AddTo(axes[i].evoked, &axes_[i].evoked);
    AddTo(axes[i].endorsed, &axes_[i].endorsed);
  }
}

template <typename Total, typename Use>
void CorpusTotal::ForEachSum(Total& total, Use use) {
  use(total.documents_);
  use(total.words_);
  for (auto& axis : total.axes_) {
    for (auto* reading : {&axis.evoked, &axis.endorsed}) {
      for (auto& count : reading->count) use(count);
      for (auto& weighted : reading->weighted) use(weighted);
      use(reading->clusters);
      use(reading->sum_dd);
      use(reading->sum_dt);
      use(reading->sum_tt);
    }
  }
}

std::vector<std::uint64_t> CorpusTotal::State() const {
  std::vector<std::uint64_t> state;
  ForEachSum(*this, [&](std::uint64_t sum) { state.push_back(sum); });
  return state;
}

std::optional<CorpusTotal> CorpusTotal::FromState(
    std::size_t axes, std::span<const std::uint64_t> state) {
  CorpusTotal total(axes);
  std::size_t sums = 0;
  ForEachSum(total, [&](std::uint64_t&) { ++sums; });
  if (sums != state.size()) return std::nullopt;
  ForEachSum(total, [next = state.begin()](std::uint64_t& sum) mutable {
    sum = *next++;
  });
  return total;
}

void CorpusTotal::Merge(const CorpusTotal& other) {
  const std::vector<std::uint64_t> state = other.State();
  ForEachSum(*this, [next = state.begin()](std::uint64_t& sum) mutable {
    sum += *next++;
  });
}

Balance CorpusTotal::BalanceOf(const Reading& reading) const {
  Balance balance = MakeBalance(
      {Narrow(reading.count[0]), Narrow(reading.weighted[0]), 0},
      {Narrow(reading.count[1]), Narrow(reading.weighted[1]), 0}, 0);
  if (words_ > 0) {
    const double words = static_cast<double>(words_);
    balance.negative.per_1000 = 1000.0 * reading.count[0] / words;
    balance.positive.per_1000 = 1000.0 * reading.count[1] / words;
  }
  if (reading.clusters < kFewestClusters ||
      reading.count[0] + reading.count[1] == 0) {
    return balance;
  }
  const double b = balance.balance;
  const double n = static_cast<double>(reading.clusters);
  const double total = static_cast<double>(reading.count[0] + reading.count[1]);
  const double squares = Signed(reading.sum_dd) -
                         2 * b * Signed(reading.sum_dt) +
                         b * b * Signed(reading.sum_tt);
  const double error = std::sqrt(std::max(squares, 0.0) * n / (n - 1)) / total;
  const double reach = kNormalQuantile * error;
  balance.low = std::min(balance.low, Rounded(std::max(b - reach, -1.0)));
  balance.high = std::max(balance.high, Rounded(std::min(b + reach, 1.0)));
  balance.verdict =
      VerdictOf(reading.count[0] + reading.count[1], balance.low, balance.high);
  return balance;
}

std::vector<AxisScore> CorpusTotal::Scores() const {
  std::vector<AxisScore> scores;
  for (const AxisSums& sums : axes_) {
    scores.push_back({static_cast<std::uint32_t>(scores.size()),
                      BalanceOf(sums.evoked), BalanceOf(sums.endorsed)});
  }
  return scores;
}

}  // namespace framescope
