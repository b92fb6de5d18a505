// Tested by tests/unit/match/surroundings_test.cpp.
#include "match/surroundings.hpp"

#include <algorithm>

namespace framescope {
namespace {

// Words that one pattern may ask for.
constexpr std::size_t kMostNotes = 1 << 12;

}  // namespace

void Surroundings::Add(std::uint32_t anchor, const AnchoredPattern& pattern,
                       PatternFacts* facts) {
  for (const Side side : {kAfter, kBefore}) {
    const bool is_better = side == pattern.better;
    if (AddSide(anchor, side, is_better, pattern.sides[side], facts)) continue;
    free_[side].push_back(anchor);
    if (is_better) free_[kBetter].push_back(anchor);
  }
}

// False when nothing is asked for on that side.
bool Surroundings::AddSide(std::uint32_t anchor, Side side, bool is_better,
                           const Companion& companion, PatternFacts* facts) {
  if (companion.node == nullptr) return false;
  facts->FindFirstBytes(*companion.node, companion.reading, &first_);
  if (first_.any || first_.words.size() + first_.heads.size() > kMostNotes) {
    return false;
  }
  ForEachWanted(first_, companion.reach(),
                [&](std::uint64_t bytes, std::uint32_t reach) {
                  notes_.push_back({anchor, reach, bytes, side, is_better});
                });
  return true;
}

void Surroundings::Finish(std::uint32_t elements) {
  std::array<std::vector<bool>, kSides> is_free;
  for (std::size_t side = 0; side < kSides; ++side) {
    is_free[side].assign(elements, false);
    for (const std::uint32_t anchor : free_[side]) is_free[side][anchor] = true;
  }
  wanted_.assign(elements, {});
  // The better companions are asked for where neither side has one of all
  // patterns.
  const auto wanted_of = [&](const Note& note) -> Wanted* {
    auto& both = wanted_[note.anchor];
    if (!is_free[note.side][note.anchor]) return &both[note.side];
    const bool any = note.is_better && !is_free[kBetter][note.anchor] &&
                     is_free[kAfter][note.anchor] &&
                     is_free[kBefore][note.anchor];
    return any ? &both[kAfter] : nullptr;
  };
  // Until there are rows, their sizes stand in their places.
  for (const Note& note : notes_) {
    if (Wanted* wanted = wanted_of(note)) ++wanted->row.start;
  }
  for (auto& both : wanted_) {
    for (Wanted& wanted : both) {
      if (wanted.row.start > 0) wanted.row = pairs_.AddRow(wanted.row.start);
    }
  }
  pairs_.Fill();
  for (const Note& note : notes_) {
    Wanted* const wanted = wanted_of(note);
    if (wanted == nullptr) continue;
    wanted->reach |= note.reach;
    pairs_.Add(wanted->row, note.bytes, note.reach);
  }
  notes_ = {};
  free_ = {};
}

}  // namespace framescope
