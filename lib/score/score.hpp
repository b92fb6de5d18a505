// Scores of one document: counts, rates, balances, measures.
#pragma once

#include <span>

#include "framescope/analyzer.hpp"
#include "framescope/lexicon.hpp"
#include "framescope/scoring.hpp"

namespace framescope {

// Fills `analysis->axes`, `->categories` and `->measures` from its words,
// matches (those not `repeated`), reframings, and the document's blocks.
// The numbers depend on nothing else, so that they can be computed again from
// a report. Formulae: docs/scoring.md. Linear in the matches and blocks.
void Score(const Lexicon& lexicon, Analysis* analysis);

// The balance of `negative` and `positive` matches among `words` words.
Balance MakeBalance(const PoleCount& negative, const PoleCount& positive,
                    std::uint32_t words);

}  // namespace framescope
