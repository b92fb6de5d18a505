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
                       std::span<const Guard> guards, PatternFacts* facts) {
  Pattern added{anchor, {{}, AddGuards(guards), 0}};
  if (!pattern.before.empty()) added.row.sides |= kBefore;
  if (!pattern.after.empty()) added.row.sides |= kAfter;
  std::size_t size = 0;
  for (const Companion& companion : pattern.companions) {
    if (size == kMostNeeds) break;
    if (FindNeed(companion, facts, &added.row.needs[size])) ++size;
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

// The number of a list of guards.
std::uint32_t Surroundings::AddGuards(std::span<const Guard> guards) {
  if (guards.empty()) return 0;
  const std::uint32_t number =
      1 + guard_numbers_.Add({reinterpret_cast<const char*>(guards.data()),
                              guards.size_bytes()});
  if (number + 1 == guard_starts_.size()) {
    guards_.insert(guards_.end(), guards.begin(), guards.end());
    guard_starts_.push_back(static_cast<std::uint32_t>(guards_.size()));
  }
  return number;
}

// One row for all of the patterns: there are too many, or one of them needs
// nothing.
Surroundings::Row Surroundings::OneFor(std::span<const Pattern> patterns) {
  Row one;
  bool all_need = true;
  for (const Pattern& pattern : patterns) {
    all_need = all_need && pattern.row.needs[0].places != 0;
    one.sides |= pattern.row.sides;
  }
  if (all_need) one.needs = {AnyFirst(patterns)};
  return one;
}

// What one of the patterns needs first.
Need Surroundings::AnyFirst(std::span<const Pattern> patterns) {
  Need any{static_cast<std::uint32_t>(sets_.size()), 0};
  NeighbourWords set;
  for (const Pattern& pattern : patterns) {
    const Need& first = pattern.row.needs[0];
    set.Add(sets_[first.set]);
    any.places |= first.places;
  }
  sets_.push_back(set);
  return any;
}

void Surroundings::AddRows(std::span<const Pattern> patterns) {
  const bool many = patterns.size() > kMostPatterns;
  // The guards of many are not told apart.
  const auto needs_nothing = [many](const Pattern& one) {
    return one.row.needs[0].places == 0 && (many || one.row.guards == 0);
  };
  if (many || std::any_of(patterns.begin(), patterns.end(), needs_nothing)) {
    rows_.push_back(OneFor(patterns));
  } else {
    for (const Pattern& one : patterns) rows_.push_back(one.row);
  }
}

void Surroundings::Finish(std::uint32_t elements) {
  std::sort(patterns_.begin(), patterns_.end());
  patterns_.erase(std::unique(patterns_.begin(), patterns_.end()),
                  patterns_.end());
  rows_.reserve(patterns_.size());
  auto pattern = patterns_.begin();
  for (std::uint32_t anchor = 0; anchor < elements; ++anchor) {
    starts_.push_back(static_cast<std::uint32_t>(rows_.size()));
    const auto first = pattern;
    while (pattern != patterns_.end() && pattern->anchor == anchor) ++pattern;
    // A search reads on otherwise from those with words on the left alone.
    const auto left = std::stable_partition(
        first, pattern,
        [](const Pattern& one) { return one.row.sides != kBefore; });
    AddRows({first, left});
    AddRows({left, pattern});
  }
  starts_.push_back(static_cast<std::uint32_t>(rows_.size()));
  patterns_ = {};
  set_numbers_ = {};
  guard_numbers_ = {};
  // A need of nothing names the first set, which kernels read all the same.
  if (sets_.empty()) sets_.emplace_back();
}

}  // namespace framescope
