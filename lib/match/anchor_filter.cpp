// Tested by tests/differential/patterns_test.cpp.
#include "match/anchor_filter.hpp"

#include <algorithm>
#include <string_view>

namespace framescope {
namespace {

constexpr std::uint32_t kCommon = 64;  // per million

}  // namespace

bool AnchorFilter::IsCommon(const PatternWord& word) const {
  return !word.exact_case &&
         word.key.find_first_of({kAnyLetters, kOneLetter}) ==
             std::string::npos &&
         frequency_.PerMillion(word.key) >= kCommon;
}

AnchorFilter::Neighbours AnchorFilter::NeighboursIn(
    const PatternSequence& sequence, const ClassLookup& classes) const {
  Neighbours neighbours;
  for (const PatternWord& word : FirstWords(sequence, classes)) {
    neighbours.cost += frequency_.PerMillion(word.key);
    for (std::string& form : vocabulary_.FormsOf(word)) {
      neighbours.forms.push_back(std::move(form));
    }
  }
  return neighbours;
}

void AnchorFilter::AddBeside(const PatternWord& word,
                             const AnchoredPattern& anchored) {
  const Neighbours after = NeighboursIn(anchored.after, classes_);
  const Neighbours before = NeighboursIn(Reversed(anchored.before), reversed_classes_);
  const bool ahead = before.forms.empty() ||
                     (!after.forms.empty() && after.cost <= before.cost);
  const Neighbours& chosen = ahead ? after : before;
  const std::vector<std::string_view> forms(chosen.forms.begin(),
                                            chosen.forms.end());
  for (const std::string& form : vocabulary_.FormsOf(word)) {
    if (forms.empty()) {
      filter_.Add(form);
    } else {
      filter_.AddBeside(form,
                        ahead ? WordFilter::Side::kAfter
                              : WordFilter::Side::kBefore,
                        forms);
    }
  }
}

void AnchorFilter::Add(std::uint32_t element, const AnchoredPattern& anchored) {
  if (added_.size() <= element) added_.resize(element + 1, false);
  if (added_[element]) return;
  bool any_common = false;
  for (const PatternWord& word : anchored.words) {
    if (IsCommon(word)) {
      any_common = true;
      AddBeside(word, anchored);
      continue;
    }
    for (const std::string& form : vocabulary_.FormsOf(word)) {
      filter_.Add(form);
    }
  }
  added_[element] = !any_common;
}

}  // namespace framescope
