// Where matches lie, in the units that readers count in; contrasts as pairs.
#pragma once

#include <vector>

#include "framescope/analyzer.hpp"

namespace framescope {

// The line of the file, counted from 1, that holds `byte` of `block`; 0 when
// the document has no lines.
std::uint32_t LineOf(const Document& document, const Block& block,
                     std::uint32_t byte);

// Fills chars and utf16 of every match; they are by begin. One pass over the
// text, and one over each match that overlaps the next.
void CountOffsets(std::string_view text, std::vector<Match>* matches);

// Collects the pairs of moved_from and moved_to matches.
void AddReframings(Analysis* analysis);

}  // namespace framescope
