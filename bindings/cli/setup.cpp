#include "setup.hpp"

#include "terminal.hpp"

namespace cli {
namespace {

// Counts the findings that are shown, so that the first is not said twice.
int ShowFinding(void* payload, int, const char* message) {
  ++*static_cast<int*>(payload);
  Complain(std::string(message));
  return 0;
}

const char* OrNull(const std::string& text) {
  return text.empty() ? nullptr : text.c_str();
}

}  // namespace

int Complain(const framescope_error& error) {
  Complain(std::string(error.message));
  return kError;
}

Lexicon LoadLexicon(const Options& options) {
  framescope_lexicon* lexicon = nullptr;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  int findings = 0;
  const framescope_status status =
      options.lexicon.empty()
          ? framescope_lexicon_new_builtin(&lexicon, &error)
          : framescope_lexicon_load(&lexicon, options.lexicon.c_str(),
                                    ShowFinding, &findings, &error);
  if (status != FRAMESCOPE_OK && findings == 0) Complain(error);
  return Lexicon(lexicon);
}

framescope_options AnalyzerOptions(const Options& options) {
  framescope_options used = FRAMESCOPE_OPTIONS_INIT;
  used.profile = OrNull(options.profile);
  used.segmenter = OrNull(options.segmenter);
  used.flags = FlagIf(options.no_masks, FRAMESCOPE_NO_MASKS) |
               FlagIf(options.no_stance, FRAMESCOPE_NO_STANCE) |
               FlagIf(options.count_repeats, FRAMESCOPE_COUNT_REPEATS);
  return used;
}

Analyzer MakeAnalyzer(const framescope_lexicon& lexicon,
                      const Options& options) {
  const framescope_options used = AnalyzerOptions(options);
  framescope_analyzer* analyzer = nullptr;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  int findings = 0;
  if (framescope_analyzer_new(&analyzer, &lexicon, &used, ShowFinding,
                              &findings, &error) != FRAMESCOPE_OK &&
      findings == 0) {
    Complain(error);
  }
  return Analyzer(analyzer);
}

}  // namespace cli
