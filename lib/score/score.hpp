// Scores of one document: counts, rates, balances, measures.
#pragma once

#include <cstdint>

#include "framescope/analyzer.hpp"
#include "framescope/lexicon.hpp"
#include "framescope/scoring.hpp"
#include "score/match_tally.hpp"
#include "score/scoring_table.hpp"

namespace framescope {

// Fills `analysis->axes`, `->categories` and `->measures` from its words,
// matches (those not `repeated`), reframings, and the document's blocks.
// The numbers depend on nothing else, so that they can be computed again from
// a report. Formulae: docs/scoring.md. Linear in the matches and blocks.
// `tally` is working memory.
void Score(const ScoringTable& table, MatchTally* tally, Analysis* analysis);
// The same with a table made for this one document.
void Score(const Lexicon& lexicon, Analysis* analysis);

// The words that rates are counted by: those of repeated paragraphs count once.
inline std::uint32_t ScoredWords(const Analysis& analysis) {
  return analysis.words - analysis.repeated_words;
}

// What a 95 % interval of a balance lets one say of `matches` matches.
Verdict VerdictOf(std::uint64_t matches, double low, double high);

// The balance of `negative` and `positive` matches among `words` words. Only
// their count and weighted are read; the rates are computed.
Balance MakeBalance(const PoleCount& negative, const PoleCount& positive,
                    std::uint32_t words);

}  // namespace framescope
