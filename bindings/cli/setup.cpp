#include "setup.hpp"

#include <cstdio>

#include "terminal.hpp"

namespace cli {
namespace {

const char* OrNull(const std::string& text) {
  return text.empty() ? nullptr : text.c_str();
}

// "2" or "1:2".
bool ReadLevels(const std::string& text, framescope_lexicon_options* options) {
  unsigned first = 0, last = 0;
  char rest = 0;
  const int read = std::sscanf(text.c_str(), "%3u:%3u%c", &first, &last, &rest);
  const bool one = read == 1 && text.find(':') == std::string::npos;
  if (!one && read != 2) return false;
  options->first_level = first;
  options->last_level = one ? first : last;
  return first > 0 && options->first_level <= options->last_level;
}

}  // namespace

int ShowFinding(void* payload, int severity, const char* message) {
  constexpr std::uint32_t kMost = 20;
  constexpr int kErrorSeverity = 2;
  Findings* shown = static_cast<Findings*>(payload);
  ++shown->count;
  if (severity == kErrorSeverity || shown->all || shown->lesser++ < kMost) {
    Complain(std::string(message));
  }
  return 0;
}

void EndFindings(const Findings& shown) {
  constexpr std::uint32_t kMost = 20;
  if (shown.all || shown.lesser <= kMost) return;
  Complain("and " + std::to_string(shown.lesser - kMost) +
           " more: framescope lexicon check shows them all");
}

int Complain(const framescope_error& error) {
  Complain(std::string(error.message));
  return kError;
}

Lexicon LoadLexicon(const Options& options) {
  framescope_lexicon* lexicon = nullptr;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  if (options.lexicon.empty()) {
    if (framescope_lexicon_new_builtin(&lexicon, &error) != FRAMESCOPE_OK) {
      Complain(error);
    }
    return Lexicon(lexicon);
  }
  framescope_lexicon_options used = FRAMESCOPE_LEXICON_OPTIONS_INIT;
  used.flags = FlagIf(options.strict, FRAMESCOPE_LEXICON_STRICT);
  used.format = OrNull(options.lexicon_format);
  if (!options.levels.empty() && !ReadLevels(options.levels, &used)) {
    Complain("--levels " + options.levels +
             ": expected a level such as 1, or a range such as 1:2");
    return nullptr;
  }
  Findings findings;
  findings.all = options.all_findings;
  const framescope_status status = framescope_lexicon_read(
      &lexicon, options.lexicon.c_str(), &used, ShowFinding, &findings, &error);
  EndFindings(findings);
  if (status != FRAMESCOPE_OK && findings.count == 0) Complain(error);
  return Lexicon(lexicon);
}

framescope_options AnalyzerOptions(const Options& options) {
  framescope_options used = FRAMESCOPE_OPTIONS_INIT;
  used.profile = OrNull(options.profile);
  used.segmenter = OrNull(options.segmenter);
  used.sense_model = OrNull(options.sense_model);
  used.overlap = OrNull(options.overlap);
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
  Findings findings;
  if (framescope_analyzer_new(&analyzer, &lexicon, &used, ShowFinding,
                              &findings, &error) != FRAMESCOPE_OK &&
      findings.count == 0) {
    Complain(error);
  }
  return Analyzer(analyzer);
}

}  // namespace cli
