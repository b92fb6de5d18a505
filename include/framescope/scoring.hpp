// Scores: counts, rates and balances of one document on each axis.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace framescope {

// One pole of one axis.
struct PoleCount {
  std::uint32_t count = 0;
  std::uint32_t weighted = 0;  // the sum of the matches' weights
  double per_1000 = 0;         // count per 1,000 words; 0 for no words
};

enum class Verdict : std::uint8_t {
  kTooLittle,  // fewer than 3 matches, or an interval wider than 1.5
  kNegative,   // the whole interval lies below 0
  kPositive,
  kMixed  // the interval holds 0
};

// A pair of poles under one reading (evoked or endorsed).
struct Balance {
  PoleCount negative, positive;
  double balance = 0;  // (n+ - n-) / (n+ + n-), in [-1, 1]; 0 for no match
  double low = -1;     // 95 % interval (docs/scoring.md)
  double high = 1;
  double log_ratio = 0;        // ln((n+ + 1/2) / (n- + 1/2)) (Lowe et al. 2011)
  double log_ratio_error = 2;  // its standard error
  Verdict verdict = Verdict::kTooLittle;
};

struct AxisScore {
  std::uint32_t axis = 0;
  Balance evoked, endorsed;
};

struct CategoryCount {
  std::uint32_t evoked = 0, endorsed = 0;
  double weighted = 0;  // the sum of the entries' scores over evoked matches
};

struct Measures {
  // First match of each section that has crisis spans and no way forward.
  std::vector<std::uint32_t> problem_without_way_forward;
  double buzzword_share = 0;           // of endorsed matches of positive poles
  std::vector<std::uint32_t> missing;  // expected categories with no match
};

}  // namespace framescope
