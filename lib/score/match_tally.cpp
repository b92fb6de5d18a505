// Tested by tests/unit/score/score_test.cpp.
#include "score/match_tally.hpp"

#include "score/score.hpp"

namespace framescope {
namespace {

// The balance of no match is what a Balance is from the start.
void Fill(const PoleCount& negative, const PoleCount& positive,
          std::uint32_t words, Balance* balance) {
  if (negative.count + positive.count == 0) return;
  *balance = MakeBalance(negative, positive, words);
}

}  // namespace

std::vector<AxisScore> ScoresOf(const MatchTally& tally, std::uint32_t words) {
  const std::vector<PoleCounts>& poles = tally.poles();
  std::vector<AxisScore> scores(poles.size() / 2);
  for (std::uint32_t i = 0; i < scores.size(); ++i) {
    const PoleCounts& negative = poles[2 * i];
    const PoleCounts& positive = poles[2 * i + 1];
    scores[i].axis = i;
    Fill(negative.evoked, positive.evoked, words, &scores[i].evoked);
    Fill(negative.endorsed, positive.endorsed, words, &scores[i].endorsed);
  }
  return scores;
}

}  // namespace framescope
