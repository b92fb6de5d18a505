// How texts are counted, for one call and for many.
#pragma once

#include <cstddef>
#include <string_view>

#include "capi/handles.hpp"
#include "framescope/status.hpp"

namespace framescope {

// The caller's arrays, as far as the caller's struct has them.
framescope_counts CountsOf(const framescope_counts* counts);

// Fails unless the arrays have the lexicon's shape.
Status CheckCounts(const framescope_counts& counts, const Lexicon& lexicon);

// The arrays' part for text `index`.
framescope_counts RowOf(const framescope_counts& counts, std::size_t index);

// Sets a row to zero, and its status to `status`.
void ClearRow(const framescope_counts& row, framescope_status status);

// Counts one text into a row, whose status becomes that of the text; on failure
// the rest of the row is left as it was. Every count of the C API is made here.
Status CountInto(const framescope_counts& row, const Analyzer& analyzer,
                 Scratch& scratch, const framescope_text& text);

// The score of counts among `words` words. kInvalidArgument when they are more
// than a text can have.
Result<Balance> BalanceOf(const framescope_pole_counts& counts,
                          std::uint64_t words);

}  // namespace framescope
