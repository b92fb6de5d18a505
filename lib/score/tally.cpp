// Tested by tests/unit/score/score_test.cpp.
#include "score/tally.hpp"

#include <algorithm>

#include "score/score.hpp"

namespace framescope {
namespace {

void Count(std::int32_t weight, PoleCount* pole) {
  ++pole->count;
  pole->weighted += static_cast<std::uint32_t>(std::max(weight, 0));
}

}  // namespace

Tally::Tally(const Lexicon& lexicon)
    : lexicon_(lexicon),
      axes_(lexicon.axes().size()),
      categories_(lexicon.categories().size()) {}

void Tally::Add(std::uint32_t entry, std::int32_t weight, Stance stance) {
  const Entry& of = lexicon_.entries()[entry];
  const Category& category = lexicon_.categories()[of.category];
  CategoryCount& count = categories_[of.category];
  AxisTally* axis = category.axis == kNone ? nullptr : &axes_[category.axis];
  const auto pole = static_cast<std::size_t>(category.pole);
  if (Evoked(stance)) {
    ++count.evoked;
    count.weighted += of.score;
    if (axis != nullptr) Count(weight, &axis->evoked[pole]);
  }
  if (Endorsed(stance)) {
    ++count.endorsed;
    if (axis != nullptr) Count(weight, &axis->endorsed[pole]);
  }
}

std::vector<AxisScore> ScoresOf(const Tally& tally, std::uint32_t words) {
  std::vector<AxisScore> scores;
  scores.reserve(tally.axes().size());
  for (std::uint32_t i = 0; i < tally.axes().size(); ++i) {
    const AxisTally& axis = tally.axes()[i];
    scores.push_back({i, MakeBalance(axis.evoked[0], axis.evoked[1], words),
                      MakeBalance(axis.endorsed[0], axis.endorsed[1], words)});
  }
  return scores;
}

}  // namespace framescope
