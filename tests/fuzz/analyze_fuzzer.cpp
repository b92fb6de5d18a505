// Any bytes as text: refused as not UTF-8, or analysed under the laws.
#include <cstdlib>
#include <string_view>

#include "framescope/analyzer.hpp"
#include "score/score.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace framescope;
  static const Analyzer analyzer =
      Analyzer::Compile(Lexicon::BuiltIn().value()).value();
  static Scratch scratch;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto analysis = analyzer.Analyze(text, scratch);
  if (!analysis.ok()) return 0;
  for (const Match& match : analysis.value().matches) {
    const bool sound =
        match.span.begin < match.span.end && match.span.end <= size &&
        match.cue.begin <= match.cue.end && match.cue.end <= size &&
        match.holder.end <= size && match.chars.end <= match.utf16.end &&
        (match.pair == kNone || match.pair < analysis.value().matches.size());
    if (!sound) std::abort();
  }
  return 0;
}
