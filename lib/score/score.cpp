// Tested by tests/unit/score/score_test.cpp.
#include "score/score.hpp"

#include <algorithm>

#include "score/match_tally.hpp"
#include "score/sections.hpp"

namespace framescope {
namespace {

// Walks matches and sections side by side, for one axis.
class WayForwardSearch {
 public:
  WayForwardSearch(const ScoringTable& table, const Analysis& analysis,
                   std::uint32_t axis)
      : table_(table), analysis_(analysis), problem_pole_(2 * axis) {}

  bool AnyProblem() const {
    return std::any_of(analysis_.matches.begin(), analysis_.matches.end(),
                       [this](const Match& match) { return IsProblem(match); });
  }

  // Appends the first problem of each section without a way forward.
  void Run(const std::vector<std::uint32_t>& starts,
           std::vector<std::uint32_t>* found) const {
    std::size_t section = 0;
    std::uint32_t problem = kNone;
    bool forward = false;
    const auto close = [&] {
      if (problem != kNone && !forward) found->push_back(problem);
      problem = kNone;
      forward = false;
    };
    for (std::uint32_t i = 0; i < analysis_.matches.size(); ++i) {
      const Match& match = analysis_.matches[i];
      for (; section + 1 < starts.size() &&
             starts[section + 1] <= match.span.begin;
           ++section) {
        close();
      }
      if (IsWayForward(match)) forward = true;
      if (problem == kNone && IsProblem(match)) problem = i;
    }
    close();
  }

 private:
  std::uint32_t PoleOf(const Match& match) const {
    return table_.worths[match.entry].pole;
  }
  bool IsProblem(const Match& match) const {
    return PoleOf(match) == problem_pole_ && !match.repeated &&
           Endorsed(match.stance);
  }
  bool IsWayForward(const Match& match) const {
    return PoleOf(match) == problem_pole_ + 1 && !match.repeated &&
           Evoked(match.stance);
  }

  const ScoringTable& table_;
  const Analysis& analysis_;
  const std::uint32_t problem_pole_;
};

std::vector<std::uint32_t> ProblemsWithoutWayForward(const ScoringTable& table,
                                                     const Analysis& analysis) {
  std::vector<std::uint32_t> found, starts;
  for (const std::uint32_t axis : table.way_forward) {
    const WayForwardSearch search(table, analysis, axis);
    if (!search.AnyProblem()) continue;
    if (starts.empty()) {
      starts = SectionStarts(analysis.document.blocks, analysis.sentence_spans);
    }
    search.Run(starts, &found);
  }
  std::sort(found.begin(), found.end());
  return found;
}

double BuzzwordShare(const ScoringTable& table, const Analysis& analysis) {
  std::uint32_t buzzwords = 0, all = 0;
  for (const Match& match : analysis.matches) {
    const Worth& worth = table.worths[match.entry];
    const bool positive = worth.pole != kNone && worth.pole % 2 == 1;
    if (match.repeated || !positive || !Endorsed(match.stance)) continue;
    ++all;
    if (worth.buzzword) ++buzzwords;
  }
  return all == 0 ? 0 : static_cast<double>(buzzwords) / all;
}

std::vector<std::uint32_t> Missing(const ScoringTable& table,
                                   const Analysis& analysis) {
  std::vector<std::uint32_t> missing;
  for (const std::uint32_t category : table.expected) {
    if (analysis.categories[category].evoked > 0) continue;
    if (missing.empty()) missing.reserve(table.expected.size());
    missing.push_back(category);
  }
  return missing;
}

}  // namespace

void Score(const ScoringTable& table, MatchTally* tally, Analysis* analysis) {
  if (analysis->matches.empty()) {
    analysis->axes = table.axes;
    analysis->categories = table.categories;
    analysis->measures = {{}, 0, table.expected};
    return;
  }
  tally->Begin(table);
  for (const Match& match : analysis->matches) {
    if (!match.repeated) tally->Add(match.entry, match.weight, match.stance);
  }
  analysis->axes = tally->Axes(ScoredWords(*analysis));
  analysis->categories = tally->TakeCategories();
  analysis->measures = {ProblemsWithoutWayForward(table, *analysis),
                        BuzzwordShare(table, *analysis),
                        Missing(table, *analysis)};
}

void Score(const Lexicon& lexicon, Analysis* analysis) {
  MatchTally tally;
  Score(ScoringTable(lexicon), &tally, analysis);
}

}  // namespace framescope
