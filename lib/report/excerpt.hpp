// The words around a match, as concordances show them.
#pragma once

#include <cstddef>
#include <string>

#include "framescope/analyzer.hpp"

namespace framescope {

// All three are safe to show. "…" stands where the block goes on.
struct Excerpt {
  std::string before, words, after;
};

// What stands around `match` in its block, in at most `columns` columns for
// before and after together; cut between words where there are any.
Excerpt ExcerptOf(const Analysis& analysis, const Match& match,
                  std::size_t columns);

// The block that holds the byte `at`; the whole text when none does.
Span BlockAround(const Document& document, std::uint32_t at);

}  // namespace framescope
