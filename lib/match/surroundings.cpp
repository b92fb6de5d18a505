// Tested by tests/differential/patterns_test.cpp.
#include "match/surroundings.hpp"

#include <algorithm>

namespace framescope {
namespace {

// Words at places that one pattern may ask for.
constexpr std::size_t kMostNotes = 1 << 12;

}  // namespace

void Surroundings::Need(std::uint32_t anchor, const Companion& companion,
                        const FirstBytes& first) {
  const std::size_t size = first.words.size() + first.heads.size();
  const std::uint32_t places = companion.most - companion.least + 1;
  if (first.any || size * places > kMostNotes) {
    NeedNothing(anchor);
    return;
  }
  for (std::uint32_t d = companion.least; d <= companion.most; ++d) {
    const std::uint32_t place =
        Wanted::PlaceOf(companion.reading == Reading::kForward, d);
    for (const std::uint64_t word : first.words) {
      notes_.push_back({anchor, place, word});
    }
    const std::uint32_t head_place = PairFilter::kPlaces + place;
    for (const std::uint32_t head : first.heads) {
      notes_.push_back({anchor, head_place, head});
    }
    // What has no such bytes is not ASCII, which passes wherever it is looked
    // for.
    if (size == 0) notes_.push_back({anchor, head_place, 0});
  }
}

void Surroundings::NeedNothing(std::uint32_t anchor) {
  free_.push_back(anchor);
}

void Surroundings::Finish(std::uint32_t elements) {
  std::vector<bool> needs_nothing(elements, false);
  for (const std::uint32_t anchor : free_) needs_nothing[anchor] = true;
  std::erase_if(notes_, [&needs_nothing](const Note& note) {
    return needs_nothing[note.anchor];
  });
  std::vector<std::uint32_t> sizes(elements, 0);
  for (const Note& note : notes_) ++sizes[note.anchor];
  wanted_.assign(elements, Wanted());
  for (std::uint32_t anchor = 0; anchor < elements; ++anchor) {
    if (sizes[anchor] > 0) wanted_[anchor].row = pairs_.AddRow(sizes[anchor]);
  }
  pairs_.Fill();
  for (const Note& note : notes_) {
    Wanted& wanted = wanted_[note.anchor];
    wanted.reach |= 1u << note.place;
    if (note.place < PairFilter::kPlaces) {
      pairs_.AddWord(wanted.row, note.bytes, note.place);
    } else {
      pairs_.AddHead(wanted.row, static_cast<std::uint32_t>(note.bytes),
                     note.place - PairFilter::kPlaces);
    }
  }
  notes_ = {};
  free_ = {};
}

}  // namespace framescope
