// The built-in lexicon as it was compiled when the library was built.
#pragma once

#include <string_view>

namespace framescope {

// What Matcher::Archive() gave; empty when the library was built for another
// machine than the one it was built on.
std::string_view PrecompiledLexicon();

}  // namespace framescope
