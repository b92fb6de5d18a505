// Any bytes as a lexicon of another tool: refused with findings, or compiled,
// written in every format, and used. The first byte picks the format.
#include <string>
#include <string_view>

#include "framescope/analyzer.hpp"

namespace {

constexpr const char* kFormats[] = {
    "liwc", "dicx", "yaml", "wordstat", "yoshikoder", "lexicoder",
    "csv",  "tsv",  "json", "empath",   "vader"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace framescope;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  LexiconReadOptions options;
  options.format =
      kFormats[static_cast<unsigned char>(bytes[0]) % std::size(kFormats)];
  const auto lexicon = Lexicon::ParseForeign("f", bytes.substr(1), options);
  if (!lexicon.ok()) return 0;
  for (const char* format : kFormats) {
    (void)lexicon.value().ToForeign(format);
  }
  const Lexicon::NativeFiles files = lexicon.value().ToNative();
  const auto back = Lexicon::Parse("f", files.toml, files.entries, files.masks);
  if (!back.ok()) __builtin_trap();
  AnalyzerOptions used;
  used.stance = "none";
  used.overlap = "dictionary";
  const auto analyzer = Analyzer::Compile(lexicon.value(), used);
  if (!analyzer.ok()) return 0;
  Scratch scratch;
  (void)analyzer.value().Analyze(
      "Adult people are not a burden; well-being, caf\xC3\xA9, 24/7.", scratch);
  return 0;
}
