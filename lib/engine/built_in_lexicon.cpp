// Lexicon::BuiltIn: from what was kept of its files when the library was built,
// which only the engine knows.
// Tested by tests/unit/engine/precompiled_test.cpp.
#include <string>
#include <utility>

#include "engine/precompiled.hpp"
#include "framescope/lexicon.hpp"
#include "lexicon/built_in.hpp"
#include "lexicon/lexicon_archive.hpp"

namespace framescope {

Result<Lexicon> Lexicon::BuiltIn(std::vector<Diagnostic>* diagnostics) {
  Content content;
  std::string hash;
  if (ReadLexiconArchive(PrecompiledLexicon(), &content, &hash)) {
    return Lexicon(std::move(content), std::move(hash));
  }
  return ParseBuiltIn(diagnostics);
}

}  // namespace framescope
