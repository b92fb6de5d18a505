// Tools for those who look after a lexicon: check, show, diff.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/lexicon.hpp"
#include "framescope/status.hpp"

namespace framescope {

// Adds to `findings`: duplicates, patterns on both poles of an axis, patterns
// that do not compile (errors); entries that match none of their own phrases,
// entries that another one covers, masks that hide nothing on their own words,
// sources that nothing cites, and, when `corpus` names files or folders,
// entries that never fire in them (warnings). Cost: one search of a phrase for
// each entry, one analysis of the corpus. Fails when the corpus cannot be read.
Status CheckLexicon(const Lexicon& lexicon,
                    const std::vector<std::string>& corpus,
                    std::vector<Diagnostic>* findings);

// Everything about the entries and masks of this pattern, or whose pattern
// contains it when none is equal, as text for people; with up to 20 lines of
// concordance each when `corpus` names files or folders. kInvalidArgument when
// there is none.
Result<std::string> ShowEntry(const Lexicon& lexicon, std::string_view pattern,
                              const AnalyzerOptions& options,
                              const std::vector<std::string>& corpus);

// What was added, removed and changed from `before` to `after`, as text for
// people; with the effect on counts and balances when `corpus` names files or
// folders.
Result<std::string> DiffLexicons(const Lexicon& before, const Lexicon& after,
                                 const AnalyzerOptions& options,
                                 const std::vector<std::string>& corpus);

}  // namespace framescope
