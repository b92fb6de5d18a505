// MatchTally: the counts of a document's matches, on each axis and category.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/scoring.hpp"
#include "score/scoring_table.hpp"

namespace framescope {

// The counts of one pole as they grow.
struct PoleCounts {
  PoleCount evoked, endorsed;
};

// Belongs to one thread; reused from document to document.
class MatchTally {
 public:
  // Starts on a document. Borrows the table until the next call.
  void Begin(const ScoringTable& table) {
    table_ = &table;
    poles_.assign(2 * table.axes.size(), PoleCounts());
    categories_ = table.categories;
  }

  // Counts a match of `entry`, whose weight is that of the profile.
  void Add(std::uint32_t entry, std::int32_t weight, Stance stance) {
    const Worth& worth = table_->worths[entry];
    CategoryCount& count = categories_[worth.category];
    const bool evoked = Evoked(stance), endorsed = Endorsed(stance);
    if (evoked) {
      ++count.evoked;
      count.weighted += worth.score;
    }
    count.endorsed += endorsed ? 1 : 0;
    if (worth.pole == kNone) return;
    if (evoked) Count(weight, &poles_[worth.pole].evoked);
    if (endorsed) Count(weight, &poles_[worth.pole].endorsed);
  }
  void Add(std::uint32_t entry, Stance stance) {
    Add(entry, table_->worths[entry].weight, stance);
  }

  // Scores of what was counted in `words` words.
  std::vector<AxisScore> Axes(std::uint32_t words) const;
  // One for each category; moved out.
  std::vector<CategoryCount> TakeCategories() { return std::move(categories_); }

 private:
  static void Count(std::int32_t weight, PoleCount* pole) {
    ++pole->count;
    pole->weighted += static_cast<std::uint32_t>(std::max(weight, 0));
  }

  const ScoringTable* table_ = nullptr;
  std::vector<PoleCounts> poles_;
  std::vector<CategoryCount> categories_;
};

}  // namespace framescope
