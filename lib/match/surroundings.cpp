// Tested by tests/unit/match/surroundings_test.cpp.
#include "match/surroundings.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace framescope {
namespace {

// Words that are asked for at one place.
constexpr std::size_t kMostWords = 1 << 12;
// Patterns with one anchor that are told apart.
constexpr std::size_t kMostPatterns = 64;

// What PairFilter::Add() takes.
struct WantedWord {
  std::uint64_t bytes = 0;
  std::uint64_t place = 0;
};

}  // namespace

void Surroundings::Add(std::uint32_t anchor, const AnchoredPattern& pattern,
                       PatternFacts* facts) {
  Pattern added{anchor, {}};
  std::size_t size = 0;
  for (const Companion& companion : pattern.companions) {
    if (size == kMost) break;
    if (FindWanted(companion, facts, &added.needs[size])) ++size;
  }
  patterns_.push_back(added);
}

// False when its words are too many to be named.
bool Surroundings::FindWanted(const Companion& companion, PatternFacts* facts,
                              Wanted* wanted) {
  facts->FindFirstBytes(*companion.node, companion.reading, &first_);
  if (first_.any || first_.words.size() + first_.heads.size() > kMostWords) {
    return false;
  }
  // The same words are one set, however near to the anchor they must stand.
  const std::uint32_t nearest =
      Wanted::ReachOf(companion.reading == Reading::kForward, 1, 1);
  std::uint32_t places = 0;
  bytes_.clear();
  ForEachWanted(first_, nearest, [&](std::uint64_t bytes, std::uint32_t place) {
    const WantedWord word{bytes, place};
    bytes_.append(reinterpret_cast<const char*>(&word), sizeof word);
    places |= place;
  });
  const bool by_head = places >> PairFilter::kPlaces != 0;
  const std::uint32_t reach =
      ((places & nearest) != 0 ? companion.reach() : 0) |
      (by_head ? companion.reach() << PairFilter::kPlaces : 0);
  *wanted = {{sets_.Add(bytes_), 0}, reach};
  return true;
}

void Surroundings::Finish(std::uint32_t elements) {
  std::sort(patterns_.begin(), patterns_.end());
  patterns_.erase(std::unique(patterns_.begin(), patterns_.end()),
                  patterns_.end());
  const std::vector<PairFilter::Row> rows = AddRows();
  auto pattern = patterns_.begin();
  for (std::uint32_t anchor = 0; anchor < elements; ++anchor) {
    starts_.push_back(static_cast<std::uint32_t>(needs_.size()));
    const auto first = pattern;
    while (pattern != patterns_.end() && pattern->anchor == anchor) ++pattern;
    if (first == pattern) continue;
    // One that needs nothing is the first.
    if (first->needs[0].reach == 0 ||
        static_cast<std::size_t>(pattern - first) > kMostPatterns) {
      needs_.emplace_back();
      continue;
    }
    for (auto one = first; one != pattern; ++one) {
      for (Wanted& wanted : one->needs) {
        if (wanted.reach != 0) wanted.row = rows[wanted.row.start];
      }
      needs_.push_back(one->needs);
    }
  }
  starts_.push_back(static_cast<std::uint32_t>(needs_.size()));
  patterns_ = {};
  sets_ = {};
}

// Makes a row for each set.
std::vector<PairFilter::Row> Surroundings::AddRows() {
  std::vector<PairFilter::Row> rows;
  for (std::uint32_t i = 0; i < sets_.size(); ++i) {
    rows.push_back(
        pairs_.AddRow(sets_.string(i).size() / sizeof(WantedWord)));
  }
  pairs_.Fill();
  for (std::uint32_t i = 0; i < sets_.size(); ++i) {
    FillRow(rows[i], sets_.string(i));
  }
  return rows;
}

void Surroundings::FillRow(PairFilter::Row row, std::string_view set) {
  for (std::size_t at = 0; at < set.size(); at += sizeof(WantedWord)) {
    WantedWord word;
    std::memcpy(&word, set.data() + at, sizeof word);
    pairs_.Add(row, word.bytes, static_cast<std::uint32_t>(word.place));
  }
}

}  // namespace framescope
