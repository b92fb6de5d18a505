// Tested by tests/unit/score/score_test.cpp.
#include "score/match_tally.hpp"

#include "score/score.hpp"

namespace framescope {

std::vector<AxisScore> MatchTally::Axes(std::uint32_t words) const {
  std::vector<AxisScore> scores = table_->axes;
  const auto fill = [words](const PoleCount& negative,
                            const PoleCount& positive, Balance* balance) {
    if (negative.count + positive.count == 0) return;
    *balance = MakeBalance(negative, positive, words);
  };
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const PoleCounts& negative = poles_[2 * i];
    const PoleCounts& positive = poles_[2 * i + 1];
    fill(negative.evoked, positive.evoked, &scores[i].evoked);
    fill(negative.endorsed, positive.endorsed, &scores[i].endorsed);
  }
  return scores;
}

}  // namespace framescope
