// Writes the built-in lexicon and stance rules, compiled with the options of a
// run that asks for nothing else, into a file; it becomes part of the library.
#include <cstdint>
#include <cstdio>
#include <string>

#include "context/context.hpp"
#include "framescope/lexicon.hpp"
#include "lexicon/built_in.hpp"
#include "lexicon/lexicon_archive.hpp"
#include "match/matcher.hpp"

int main(int argc, char** argv) {
  using namespace framescope;  // NOLINT
  if (argc != 2) {
    std::fputs("usage: framescope_precompile FILE\n", stderr);
    return 2;
  }
  const Result<Lexicon> lexicon = ParseBuiltIn();
  if (!lexicon.ok()) {
    std::fprintf(stderr, "%s\n", lexicon.status().message().c_str());
    return 1;
  }
  MatcherOptions options;
  options.profile = lexicon.value().content().default_profile;
  const Result<Matcher> matcher =
      Matcher::Compile(lexicon.value(), options, nullptr);
  if (!matcher.ok()) {
    std::fprintf(stderr, "%s\n", matcher.status().message().c_str());
    return 1;
  }
  const Result<ContextEngine> stance =
      ContextEngine::BuiltIn("en", lexicon.value(), options.locale);
  if (!stance.ok()) {
    std::fprintf(stderr, "%s\n", stance.status().message().c_str());
    return 1;
  }
  std::string bytes;
  for (const std::string& part :
       {WriteLexiconArchive(lexicon.value()), matcher.value().Archive(),
        stance.value().Archive()}) {
    const std::uint64_t size = part.size();
    bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
    bytes += part;
  }
  std::FILE* file = std::fopen(argv[1], "wb");
  if (file == nullptr) {
    std::perror(argv[1]);
    return 1;
  }
  const bool whole =
      std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (std::fclose(file) != 0 || !whole) {
    std::perror(argv[1]);
    return 1;
  }
  return 0;
}
