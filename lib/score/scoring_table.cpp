// Tested by tests/unit/score/score_test.cpp.
#include "score/scoring_table.hpp"

namespace framescope {

ScoringTable::ScoringTable(const Lexicon& lexicon, std::string_view profile)
    : worths(lexicon.entries().size()),
      axes(lexicon.axes().size()),
      categories(lexicon.categories().size()) {
  for (std::uint32_t i = 0; i < worths.size(); ++i) {
    const Entry& entry = lexicon.entries()[i];
    const Category& category = lexicon.categories()[entry.category];
    Worth& worth = worths[i];
    worth.score = entry.score;
    worth.category = entry.category;
    if (category.axis != kNone) {
      worth.pole =
          2 * category.axis + static_cast<std::uint32_t>(category.pole);
    }
    worth.weight = lexicon.weight(i, profile);
    worth.locus = entry.locus;
    worth.buzzword = (entry.flags & kBuzzword) != 0;
  }
  for (std::uint32_t i = 0; i < categories.size(); ++i) {
    if (lexicon.categories()[i].expected) expected.push_back(i);
  }
  for (std::uint32_t i = 0; i < axes.size(); ++i) {
    axes[i].axis = i;
    if (lexicon.axes()[i].way_forward) way_forward.push_back(i);
  }
}

}  // namespace framescope
