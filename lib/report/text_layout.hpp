// How text reports are laid out: paint, wrapped lines, bars, columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "framescope/scoring.hpp"

namespace framescope {

enum class Ink { kBold, kFaint, kNegative, kPositive };

// `text` in colour, or as it is. Colour never says more than the words do.
std::string Painted(std::string_view text, Ink ink, bool colour);

// Appends `text` in lines of at most `width` columns, the first after `first`,
// the others after as many spaces. A longer word has a line of its own.
void AppendWrapped(std::string_view first, std::string_view text,
                   std::size_t width, std::string* out);

// `text`, cut to `columns` with "…" at its end.
std::string Cut(std::string_view text, std::size_t columns);
// Text at the left of a field, cut to it; or at its right, never cut.
std::string Left(std::string_view text, std::size_t columns);
std::string Right(std::string_view text, std::size_t columns);

// The scale from -1 to +1 with a balance and its interval:
// "·····├──●──┼─┤······". An open circle stands for too little text.
std::string Bar(const Balance& balance, std::size_t columns);

}  // namespace framescope
