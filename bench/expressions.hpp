// The bench lexicon as regular expressions, for engines that know no lexicon.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "framescope/lexicon.hpp"

namespace framescope::bench {

// `hard to reach*` as \bhard\s+to\s+reach\w*\b, by category. The words of
// these engines are ASCII's, so their matches differ by a few.
std::map<std::string, std::vector<std::string>> Expressions(
    const Lexicon& lexicon);

// All expressions of each category as one alternation, longest first.
std::vector<std::string> Alternations(const Lexicon& lexicon);

}  // namespace framescope::bench
