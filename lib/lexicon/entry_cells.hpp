// What an entry or mask holds several of, as one cell of the native format.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "framescope/lexicon.hpp"

namespace framescope {

std::string FlagCell(const Entry& entry);     // "statutory factual"
std::string ProfileCell(const Entry& entry);  // "strict=2 lenient=0"
std::string InsteadCell(const Entry& entry);  // "one wording; another"
// The keys of those of `sources` with these numbers.
std::string SourceCell(std::span<const Source> sources,
                       std::span<const std::uint32_t> numbers);

}  // namespace framescope
