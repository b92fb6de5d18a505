// ScoringTable: what scoring asks of a lexicon, laid out for speed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "framescope/lexicon.hpp"
#include "framescope/scoring.hpp"

namespace framescope {

// What a match of an entry counts for.
struct Worth {
  double score = 0;
  std::uint32_t category = 0;
  std::uint32_t pole = kNone;  // 2 * axis + pole; kNone without an axis
  std::int32_t weight = 0;     // under the profile
  Locus locus = Locus::kAny;
  bool buzzword = false;
};

// The entries of a lexicon hold much text, and a document needs a few numbers
// of some of them. Immutable once made; shared by threads.
struct ScoringTable {
  // Linear in the lexicon.
  explicit ScoringTable(const Lexicon& lexicon, std::string_view profile = {});

  std::vector<Worth> worths;  // by entry
  // What is said of a text without matches.
  std::vector<AxisScore> axes;
  std::vector<CategoryCount> categories;
  std::vector<std::uint32_t> expected;     // categories, ascending
  std::vector<std::uint32_t> way_forward;  // axes, ascending
};

}  // namespace framescope
