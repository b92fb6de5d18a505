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
  AddSide(anchor, kAfter, pattern.sides[0], facts);
  AddSide(anchor, kBefore, pattern.sides[1], facts);
  AddSide(anchor, kBetter, pattern.companion, facts);
}

void Surroundings::AddSide(std::uint32_t anchor, Side side,
                           const Companion& companion, PatternFacts* facts) {
  if (companion.node != nullptr) {
    facts->FindFirstBytes(*companion.node, companion.reading, &first_);
    const std::size_t size = first_.words.size() + first_.heads.size();
    if (!first_.any && size <= kMostNotes) {
      AddNotes(anchor, side, companion);
      return;
    }
  }
  free_[side].push_back(anchor);
}

void Surroundings::AddNotes(std::uint32_t anchor, Side side,
                            const Companion& companion) {
  std::uint32_t reach = 0;
  for (std::uint32_t d = companion.least; d <= companion.most; ++d) {
    reach |= 1u << Wanted::PlaceOf(companion.reading == Reading::kForward, d);
  }
  for (const std::uint64_t word : first_.words) {
    notes_.push_back({anchor, reach, word, side});
  }
  const std::uint32_t heads = reach << PairFilter::kPlaces;
  for (const std::uint32_t head : first_.heads) {
    notes_.push_back({anchor, heads, head, side});
  }
  // What has no such bytes is not ASCII, which passes wherever it is looked
  // for.
  if (first_.words.empty() && first_.heads.empty()) {
    notes_.push_back({anchor, heads, 0, side});
  }
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
    if (is_free[note.side][note.anchor]) return nullptr;
    if (note.side != kBetter) return &wanted_[note.anchor][note.side];
    return is_free[kAfter][note.anchor] && is_free[kBefore][note.anchor]
               ? &wanted_[note.anchor][kAfter]
               : nullptr;
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
