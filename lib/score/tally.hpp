// Tally: the counts of a document's matches, on each axis and category.
#pragma once

#include <utility>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/lexicon.hpp"
#include "framescope/scoring.hpp"

namespace framescope {

// The counts of one axis as they grow; [0] is the negative pole.
struct AxisTally {
  PoleCount evoked[2], endorsed[2];
};

// Belongs to one thread.
class Tally {
 public:
  // Borrows the lexicon.
  explicit Tally(const Lexicon& lexicon);

  // Counts a match of `entry`, whose weight is that of the profile.
  void Add(std::uint32_t entry, std::int32_t weight, Stance stance);

  const std::vector<AxisTally>& axes() const { return axes_; }
  // One for each category; moved out.
  std::vector<CategoryCount> TakeCategories() { return std::move(categories_); }

 private:
  const Lexicon& lexicon_;
  std::vector<AxisTally> axes_;
  std::vector<CategoryCount> categories_;
};

// Axis scores of what was counted in `words` words.
std::vector<AxisScore> ScoresOf(const Tally& tally, std::uint32_t words);

}  // namespace framescope
