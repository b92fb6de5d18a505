// Where matches lie, in the units that readers count in; contrasts as pairs.
#pragma once

#include <span>

#include "framescope/analyzer.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Fills line, page, chars and utf16 of every match. One pass over the text.
void PlaceMatches(const Document& document, std::span<const Sentence> sentences,
                  Analysis* analysis);

// Collects the pairs of moved_from and moved_to matches.
void AddReframings(Analysis* analysis);

}  // namespace framescope
