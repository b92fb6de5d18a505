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

double LogRatio(std::uint32_t positive, std::uint32_t negative) {
  return Rounded(std::log((positive + 0.5) / (negative + 0.5)));
}

double LogRatioError(std::uint32_t positive, std::uint32_t negative) {
  return Rounded(std::sqrt(1 / (positive + 0.5) + 1 / (negative + 0.5)));
}

// A function of two counts. Most documents have few matches: what it is for
// small counts is computed when it is first asked for. Any thread may come
// first, and all find the same.
template <double (*function)(std::uint32_t, std::uint32_t)>
class SmallCounts {
 public:
  double of(std::uint32_t positive, std::uint32_t negative) {
    if (positive >= kSize || negative >= kSize) {
      return function(positive, negative);
    }
    std::atomic<double>& known = known_[positive][negative];
    double value = known.load(std::memory_order_relaxed);
    if (value == kUnknown) {
      value = function(positive, negative);
      known.store(value, std::memory_order_relaxed);
    }
    return value;
  }

 private:
  static constexpr std::uint32_t kSize = 24;
  // Were a value just this, it would be computed each time.
  static constexpr double kUnknown = 0;
  std::atomic<double> known_[kSize][kSize] = {};
};

constinit SmallCounts<LowEnd> low_ends;
constinit SmallCounts<LogRatio> log_ratios;
constinit SmallCounts<LogRatioError> log_ratio_errors;

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
  result.low = low_ends.of(positive.count, negative.count);
  // By symmetry; "0 -" keeps a zero positive.
  result.high = 0 - low_ends.of(negative.count, positive.count);
  result.log_ratio = positive.count == negative.count
                         ? 0
                         : log_ratios.of(positive.count, negative.count);
  result.log_ratio_error = log_ratio_errors.of(positive.count, negative.count);
  result.verdict = VerdictOf(std::uint64_t{positive.count} + negative.count,
                             result.low, result.high);
  return result;
}

}  // namespace framescope
