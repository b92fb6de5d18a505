// Tested by tests/unit/lexicon/native_test.cpp.
#include "lexicon/built_in.hpp"

#include "lexicon/embedded.hpp"

namespace framescope {

Lexicon::NativeFiles BuiltInFiles() {
  const auto file = [](std::string_view name) {
    return std::string(EmbeddedBytes(name));
  };
  return {file("care/lexicon.toml"), file("care/entries.tsv"),
          file("care/masks.tsv")};
}

Result<Lexicon> ParseBuiltIn(std::vector<Diagnostic>* diagnostics) {
  const Lexicon::NativeFiles files = BuiltInFiles();
  return Lexicon::Parse("care", files.toml, files.entries, files.masks,
                        diagnostics);
}

}  // namespace framescope
