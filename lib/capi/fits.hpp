// Whether an analysis can be that of an analyzer.
#pragma once

#include "framescope/analyzer.hpp"
#include "framescope/lexicon.hpp"
#include "framescope/status.hpp"

namespace framescope {

// Fails when `analysis` was made with another lexicon, as far as its numbers
// tell: indices in it would lead nowhere.
inline Status CheckFits(const Analysis& analysis, const Analyzer& analyzer) {
  const Lexicon& lexicon = analyzer.lexicon();
  bool fits = analysis.axes.size() == lexicon.axes().size() &&
              analysis.categories.size() == lexicon.categories().size();
  for (const Match& match : analysis.matches) {
    fits = fits && match.entry < lexicon.entries().size() &&
           (match.rule == kNone || match.rule < analyzer.rules().size());
  }
  if (fits) return Status();
  return Status(StatusCode::kInvalidArgument,
                "the analysis was made with another lexicon");
}

}  // namespace framescope
