// The balance of two poles with its interval and log ratio. The idea: n+ of
// the n- + n+ matches are positive, a binomial share; mapped to [-1, 1].
// Tested by tests/unit/score/balance_test.cpp.
#include <atomic>
#include <cmath>

#include "base/beta.hpp"
#include "score/score.hpp"

namespace framescope {
namespace {

constexpr std::uint32_t kFewestMatches = 3;
constexpr double kWidestInterval = 1.5;

// To nine decimals, so that the last bits of a machine's exp and log never
// reach a report.
double Rounded(double x) { return std::nearbyint(x * 1e9) / 1e9; }

// The end of the 95 % Jeffreys interval that `p` names (Brown, Cai and
// DasGupta 2001, Statistical Science 16(2), section 4.3).
double IntervalEnd(double p, std::uint32_t positive, std::uint32_t negative) {
  const double share = BetaQuantile(p, positive + 0.5, negative + 0.5);
  return Rounded(2 * share - 1);
}

double LowEnd(std::uint32_t positive, std::uint32_t negative) {
  return positive == 0 ? -1 : IntervalEnd(0.025, positive, negative);
}

// Most documents have few matches: their intervals are computed when they are
// first asked for. Any thread may come first, and all find the same.
class SmallIntervals {
 public:
  static constexpr std::uint32_t kSize = 24;

  double low(std::uint32_t positive, std::uint32_t negative) {
    std::atomic<double>& known = low_[positive][negative];
    double low = known.load(std::memory_order_relaxed);
    if (low == kUnknown) {
      low = LowEnd(positive, negative);
      known.store(low, std::memory_order_relaxed);
    }
    return low;
  }

 private:
  // Were a low end just this, it would be computed each time.
  static constexpr double kUnknown = 0;
  std::atomic<double> low_[kSize][kSize] = {};
};

double CachedLowEnd(std::uint32_t positive, std::uint32_t negative) {
  static SmallIntervals small;
  if (positive < small.kSize && negative < small.kSize) {
    return small.low(positive, negative);
  }
  return LowEnd(positive, negative);
}

double Per1000(std::uint32_t count, std::uint32_t words) {
  return words == 0 ? 0 : 1000.0 * count / words;
}

}  // namespace

Verdict VerdictOf(std::uint64_t matches, double low, double high) {
  if (matches < kFewestMatches || high - low > kWidestInterval) {
    return Verdict::kTooLittle;
  }
  if (high < 0) return Verdict::kNegative;
  return low > 0 ? Verdict::kPositive : Verdict::kMixed;
}

Balance MakeBalance(const PoleCount& negative, const PoleCount& positive,
                    std::uint32_t words) {
  Balance result{negative, positive};
  result.negative.per_1000 = Per1000(negative.count, words);
  result.positive.per_1000 = Per1000(positive.count, words);
  const double plus = positive.count, minus = negative.count;
  if (plus + minus > 0) result.balance = (plus - minus) / (plus + minus);
  result.low = CachedLowEnd(positive.count, negative.count);
  // By symmetry; "0 -" keeps a zero positive.
  result.high = 0 - CachedLowEnd(negative.count, positive.count);
  result.log_ratio = Rounded(std::log((plus + 0.5) / (minus + 0.5)));
  result.log_ratio_error =
      Rounded(std::sqrt(1 / (plus + 0.5) + 1 / (minus + 0.5)));
  result.verdict = VerdictOf(std::uint64_t{positive.count} + negative.count,
                             result.low, result.high);
  return result;
}

}  // namespace framescope
