// The stamp: everything that the numbers of a result depend on.
#pragma once

#include <string>
#include <string_view>

#include "framescope/analyzer.hpp"
#include "framescope/framescope.h"

namespace framescope {

#define FRAMESCOPE_QUOTED(x) #x
#define FRAMESCOPE_DOTTED(a, b, c) \
  FRAMESCOPE_QUOTED(a) "." FRAMESCOPE_QUOTED(b) "." FRAMESCOPE_QUOTED(c)
inline constexpr std::string_view kLibraryVersion =
    FRAMESCOPE_DOTTED(FRAMESCOPE_VERSION_MAJOR, FRAMESCOPE_VERSION_MINOR,
                      FRAMESCOPE_VERSION_PATCH);
#undef FRAMESCOPE_DOTTED
#undef FRAMESCOPE_QUOTED

// A JSON object with versions, hashes, profile and a hash of the options.
std::string MakeStamp(const Lexicon& lexicon, const AnalyzerOptions& options,
                      std::string_view segmenter,
                      const std::string& rules_hash);

}  // namespace framescope
