// Text and lexicon for the benchmarks.
#pragma once

#include <string>
#include <vector>

#include "framescope/lexicon.hpp"

namespace framescope::bench {

// About `megabytes` of English: real prose from ../shared when it is there,
// else sentences made of common words with a fixed seed. One string for each
// document.
const std::vector<std::string>& Documents();

// True when Documents() is real prose.
bool RealProse();

// The bench lexicon of ../shared, else the built-in one.
const Lexicon& BenchLexicon();

}  // namespace framescope::bench
