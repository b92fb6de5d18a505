// Tested by tests/unit/match/surroundings_test.cpp.
#include "match/surroundings.hpp"

#include <algorithm>
#include <string_view>

namespace framescope {
namespace {

// Words at one place: of more, hardly any is missing.
constexpr std::size_t kMostWords = 256;
// Patterns with one anchor that are told apart.
constexpr std::size_t kMostPatterns = 16;

}  // namespace

void Surroundings::Add(std::uint32_t anchor, const AnchoredPattern& pattern,
                       PatternFacts* facts) {
  Pattern added{anchor, {}};
  std::size_t size = 0;
  for (const Companion& companion : pattern.companions) {
    if (size == kMostNeeds) break;
    if (FindNeed(companion, facts, &added.needs[size])) ++size;
  }
  patterns_.push_back(added);
}

// False when its words are too many to tell anything.
bool Surroundings::FindNeed(const Companion& companion, PatternFacts* facts,
                            Need* need) {
  facts->FindFirstBytes(*companion.node, companion.reading, &first_);
  if (first_.any || first_.size() > kMostWords) return false;
  const NeighbourWords set(first_);
  const std::uint32_t number =
      set_numbers_.Add({reinterpret_cast<const char*>(&set), sizeof set});
  if (number == sets_.size()) sets_.push_back(set);
  *need = {number, companion.places()};
  return true;
}

// What one of the patterns needs first.
Need Surroundings::AnyFirst(std::span<const Pattern> patterns) {
  Need any{static_cast<std::uint32_t>(sets_.size()), 0};
  NeighbourWords set;
  for (const Pattern& pattern : patterns) {
    const Need& first = pattern.needs[0];
    set.Add(sets_[first.set]);
    any.places |= first.places;
  }
  sets_.push_back(set);
  return any;
}

void Surroundings::Finish(std::uint32_t elements) {
  std::sort(patterns_.begin(), patterns_.end());
  patterns_.erase(std::unique(patterns_.begin(), patterns_.end()),
                  patterns_.end());
  needs_.reserve(patterns_.size());
  auto pattern = patterns_.begin();
  for (std::uint32_t anchor = 0; anchor < elements; ++anchor) {
    starts_.push_back(static_cast<std::uint32_t>(needs_.size()));
    const auto first = pattern;
    bool any_free = false;
    for (; pattern != patterns_.end() && pattern->anchor == anchor; ++pattern) {
      any_free = any_free || pattern->needs[0].places == 0;
      needs_.push_back(pattern->needs);
    }
    const std::span<const Pattern> patterns(first, pattern);
    if (!any_free && patterns.size() <= kMostPatterns) continue;
    needs_.resize(starts_.back());
    needs_.push_back({any_free ? Need() : AnyFirst(patterns)});
  }
  starts_.push_back(static_cast<std::uint32_t>(needs_.size()));
  patterns_ = {};
  set_numbers_ = {};
  // A need of nothing names the first set, which kernels read all the same.
  if (sets_.empty()) sets_.emplace_back();
}

}  // namespace framescope
