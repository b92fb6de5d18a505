// A stranger's program over the C++ headers.
#include <cstdio>
#include <framescope/analyzer.hpp>

int main() {
  const auto lexicon = framescope::Lexicon::BuiltIn();
  if (!lexicon.ok()) return 1;
  const auto analyzer = framescope::Analyzer::Compile(lexicon.value());
  if (!analyzer.ok()) return 2;
  framescope::Scratch scratch;
  const auto analysis =
      analyzer.value().Analyze("She is no longer a burden.", scratch);
  if (!analysis.ok()) return 3;
  for (const framescope::Match& match : analysis.value().matches) {
    std::printf("%u-%u\n", match.span.begin, match.span.end);
  }
  return analysis.value().matches.empty() ? 4 : 0;
}
