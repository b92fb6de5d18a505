// Findings: marks that could be worded otherwise, as lint and SARIF tell them.
#pragma once

#include <cstdint>
#include <string>

#include "framescope/report.hpp"

namespace framescope {

// Whether the author says it and it belongs to a negative pole: the marks that
// `endorsed.negative` counts.
bool IsFinding(const Lexicon& lexicon, const Match& match);

// Weight 3, unless the entry is a term of law, disputed, or may state a fact.
bool IsWarning(const Lexicon& lexicon, const Match& match);

// The code point in its line, counted from 1; 0 where the text is not the
// file's own, so that its columns are not the file's. Linear in the line.
std::uint32_t ColumnOf(const Analysis& analysis, const Match& match);

// "“a burden” is often heard as Burden and cost; instead: …". Without the
// document's words if `quiet`.
std::string FindingInWords(const Lexicon& lexicon, const Analysis& analysis,
                           const Match& match, bool quiet);

}  // namespace framescope
