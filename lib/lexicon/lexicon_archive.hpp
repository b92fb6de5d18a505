// A lexicon as bytes, and back: to read its files takes several times longer.
#pragma once

#include <string>
#include <string_view>

#include "framescope/lexicon.hpp"

namespace framescope {

// The content and its hash.
std::string WriteLexiconArchive(const Lexicon& lexicon);

// Fills both. False when the archive is not whole.
bool ReadLexiconArchive(std::string_view archive, Lexicon::Content* content,
                        std::string* hash);

}  // namespace framescope
