// Where matches lie, in the units that readers count in; contrasts as pairs.
#pragma once

#include <vector>

#include "framescope/analyzer.hpp"
#include "unicode/kernel.hpp"

namespace framescope {

// Fills chars and utf16 of every match, and where the document has lines also
// its line; matches are by begin. One pass over the text, and one over each
// match that overlaps the next.
void FillPlaces(const Kernel& kernel, const Document& document,
                std::vector<Match>* matches);

// Collects the pairs of moved_from and moved_to matches.
void AddReframings(Analysis* analysis);

}  // namespace framescope
