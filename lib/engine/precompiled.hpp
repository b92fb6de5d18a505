// The built-in lexicon and stance rules as they were compiled when the library
// was built.
#pragma once

#include <string_view>

namespace framescope {

// What WriteLexiconArchive(), Matcher::Archive() and ContextEngine::Archive()
// gave; empty when the library was built for another machine than the one it
// was built on.
std::string_view PrecompiledLexicon();
std::string_view PrecompiledPatterns();
std::string_view PrecompiledStance();

}  // namespace framescope
