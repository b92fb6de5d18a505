// The files of the lexicon that is part of the library.
#pragma once

#include <vector>

#include "framescope/lexicon.hpp"

namespace framescope {

Lexicon::NativeFiles BuiltInFiles();

// Reads them; Lexicon::BuiltIn() gives the same, sooner.
Result<Lexicon> ParseBuiltIn(std::vector<Diagnostic>* diagnostics = nullptr);

}  // namespace framescope
