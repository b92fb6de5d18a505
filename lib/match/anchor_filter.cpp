// Tested by tests/differential/patterns_test.cpp.
#include "match/anchor_filter.hpp"

#include <algorithm>
#include <string_view>

namespace framescope {
AnchorFilter::Neighbours AnchorFilter::NeighboursIn(
    const PatternSequence& sequence, const ClassLookup& classes) {
  Neighbours neighbours;
  for (const PatternWord& word : FirstWords(sequence, classes)) {
    neighbours.cost += frequency_.PerMillion(word.key);
    const auto& forms = vocabulary_.FormsOf(word);
    neighbours.forms.insert(neighbours.forms.end(), forms.begin(), forms.end());
  }
  return neighbours;
}

void AnchorFilter::Add(const AnchoredPattern& anchored) {
  const Neighbours after = NeighboursIn(anchored.after, classes_);
  const Neighbours before =
      NeighboursIn(Reversed(anchored.before), reversed_classes_);
  const bool ahead = before.forms.empty() ||
                     (!after.forms.empty() && after.cost <= before.cost);
  const Neighbours& chosen = ahead ? after : before;
  const std::vector<std::string_view> forms(chosen.forms.begin(),
                                            chosen.forms.end());
  const auto side =
      ahead ? WordFilter::Side::kAfter : WordFilter::Side::kBefore;
  for (const PatternWord& word : anchored.words) {
    for (const std::string& form : vocabulary_.FormsOf(word)) {
      if (forms.empty()) {
        filter_.Add(form);
      } else {
        filter_.AddBeside(form, side, forms);
      }
    }
  }
}

}  // namespace framescope
