// Tested by tests/unit/score/score_test.cpp.
#include "score/score.hpp"

#include <algorithm>

#include "score/sections.hpp"
#include "score/tally.hpp"

namespace framescope {
namespace {

// Walks matches and sections side by side, for one axis.
class WayForwardSearch {
 public:
  WayForwardSearch(const Lexicon& lexicon, const Analysis& analysis,
                   const std::vector<std::uint32_t>& starts)
      : lexicon_(lexicon), analysis_(analysis), starts_(starts) {}

  // Appends the first problem of each section without a way forward.
  void Run(std::uint32_t axis, std::vector<std::uint32_t>* found) const {
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
      for (; section + 1 < starts_.size() &&
             starts_[section + 1] <= match.span.begin;
           ++section) {
        close();
      }
      const Category& category = lexicon_.categories()[match.category];
      if (match.repeated || category.axis != axis) continue;
      if (category.pole == Pole::kPositive) {
        forward = forward || Evoked(match.stance);
      } else if (problem == kNone && Endorsed(match.stance)) {
        problem = i;
      }
    }
    close();
  }

 private:
  const Lexicon& lexicon_;
  const Analysis& analysis_;
  const std::vector<std::uint32_t>& starts_;
};

std::vector<std::uint32_t> ProblemsWithoutWayForward(const Lexicon& lexicon,
                                                     const Analysis& analysis) {
  std::vector<std::uint32_t> found;
  if (analysis.matches.empty()) return found;
  const std::vector<std::uint32_t> starts =
      SectionStarts(analysis.document.blocks, analysis.sentence_spans);
  const WayForwardSearch search(lexicon, analysis, starts);
  for (std::uint32_t axis = 0; axis < lexicon.axes().size(); ++axis) {
    if (lexicon.axes()[axis].way_forward) search.Run(axis, &found);
  }
  std::sort(found.begin(), found.end());
  return found;
}

double BuzzwordShare(const Lexicon& lexicon, const Analysis& analysis) {
  std::uint32_t buzzwords = 0, all = 0;
  for (const Match& match : analysis.matches) {
    const Category& category = lexicon.categories()[match.category];
    if (match.repeated || category.axis == kNone ||
        category.pole != Pole::kPositive || !Endorsed(match.stance)) {
      continue;
    }
    ++all;
    if (lexicon.entries()[match.entry].flags & kBuzzword) ++buzzwords;
  }
  return all == 0 ? 0 : static_cast<double>(buzzwords) / all;
}

Measures MakeMeasures(const Lexicon& lexicon, const Analysis& analysis) {
  Measures measures;
  measures.problem_without_way_forward =
      ProblemsWithoutWayForward(lexicon, analysis);
  measures.buzzword_share = BuzzwordShare(lexicon, analysis);
  const auto missing = [&](std::size_t i) {
    return lexicon.categories()[i].expected &&
           analysis.categories[i].evoked == 0;
  };
  std::size_t count = 0;
  for (std::size_t i = 0; i < analysis.categories.size(); ++i) {
    count += missing(i) ? 1 : 0;
  }
  if (count == 0) return measures;
  measures.missing.reserve(count);
  for (std::uint32_t i = 0; i < analysis.categories.size(); ++i) {
    if (missing(i)) measures.missing.push_back(i);
  }
  return measures;
}

}  // namespace

void Score(const Lexicon& lexicon, Analysis* analysis) {
  Tally tally(lexicon);
  for (const Match& match : analysis->matches) {
    if (!match.repeated) tally.Add(match.entry, match.weight, match.stance);
  }
  analysis->axes = ScoresOf(tally, ScoredWords(*analysis));
  analysis->categories = tally.TakeCategories();
  analysis->measures = MakeMeasures(lexicon, *analysis);
}

}  // namespace framescope
