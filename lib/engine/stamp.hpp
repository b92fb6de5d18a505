// The stamp: everything that the numbers of a result depend on.
#pragma once

#include <string>
#include <string_view>

#include "framescope/analyzer.hpp"

namespace framescope {

// A JSON object with versions, hashes, profile and a hash of the options.
std::string MakeStamp(const Lexicon& lexicon, const AnalyzerOptions& options,
                      std::string_view segmenter, const std::string& rules_hash);

// "0.1.0", as in framescope.h.
std::string_view LibraryVersion();

}  // namespace framescope
