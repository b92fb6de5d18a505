// Tested by tests/unit/stats/proportion_test.cpp.
#include <algorithm>
#include <cmath>

#include "framescope/evaluation.hpp"

namespace framescope {

Proportion WilsonInterval(std::uint32_t successes, std::uint32_t trials) {
  if (trials == 0) return {0, 1};
  constexpr double kZ = 1.959963984540054;
  const double n = trials;
  const double p = successes / n;
  const double centre = p + kZ * kZ / (2 * n);
  const double half = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n));
  const double scale = 1 + kZ * kZ / n;
  return {std::max(0.0, (centre - half) / scale),
          std::min(1.0, (centre + half) / scale)};
}

double Tally::precision() const {
  const std::uint32_t marked = right + false_marks;
  return marked == 0 ? 1 : static_cast<double>(right) / marked;
}

double Tally::recall() const {
  const std::uint32_t wanted = right + misses;
  return wanted == 0 ? 1 : static_cast<double>(right) / wanted;
}

double Tally::f1() const {
  const double both = precision() + recall();
  return both == 0 ? 0 : 2 * precision() * recall() / both;
}

void Tally::Add(const Tally& other) {
  right += other.right;
  false_marks += other.false_marks;
  misses += other.misses;
}

double Share::value() const {
  return whole == 0 ? 1 : static_cast<double>(part) / whole;
}

Tally Evaluation::stance(Stance stance) const {
  const auto asked = static_cast<std::size_t>(stance);
  Tally tally;
  for (std::size_t other = 0; other < kStances; ++other) {
    if (other == asked) continue;
    tally.misses += stances[asked][other];
    tally.false_marks += stances[other][asked];
  }
  tally.right = stances[asked][asked];
  return tally;
}

Share Evaluation::endorsed_agreed() const {
  Share share;
  for (int gold = 0; gold < kStances; ++gold) {
    for (int own = 0; own < kStances; ++own) {
      const std::uint32_t count = stances[gold][own];
      share.whole += count;
      if (Endorsed(static_cast<Stance>(gold)) ==
          Endorsed(static_cast<Stance>(own))) {
        share.part += count;
      }
    }
  }
  return share;
}

Share Evaluation::set_aside_found() const {
  const auto set_aside = [](int stance) {
    const Stance s = static_cast<Stance>(stance);
    return s == Stance::kNegated || s == Stance::kMovedFrom ||
           s == Stance::kRejected;
  };
  Share share;
  for (int gold = 0; gold < kStances; ++gold) {
    if (!set_aside(gold)) continue;
    for (int own = 0; own < kStances; ++own) {
      share.whole += stances[gold][own];
      if (set_aside(own)) share.part += stances[gold][own];
    }
  }
  return share;
}

}  // namespace framescope
