// Tested by tests/unit/capi/capi_test.c.
#include <cstddef>
#include <utility>

#include "capi/diagnostics.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/options.hpp"

namespace framescope {

AnalyzerOptions AnalyzerOptionsOf(const framescope_options* options) {
  AnalyzerOptions used;
  if (FRAMESCOPE_HAS_FIELD(options, flags)) {
    used.masks = (options->flags & FRAMESCOPE_NO_MASKS) == 0;
    if (options->flags & FRAMESCOPE_NO_STANCE) used.stance = "none";
    used.count_repeats = (options->flags & FRAMESCOPE_COUNT_REPEATS) != 0;
  }
  if (FRAMESCOPE_HAS_FIELD(options, profile)) {
    used.profile = OrEmpty(options->profile);
  }
  if (FRAMESCOPE_HAS_FIELD(options, locale) && options->locale != nullptr) {
    used.locale = options->locale;
  }
  if (FRAMESCOPE_HAS_FIELD(options, segmenter)) {
    used.segmenter = OrEmpty(options->segmenter);
  }
  if (FRAMESCOPE_HAS_FIELD(options, overlap)) {
    used.overlap = OrEmpty(options->overlap);
  }
  if (FRAMESCOPE_HAS_FIELD(options, sense_model)) {
    used.sense_model = OrEmpty(options->sense_model);
  }
  return used;
}

}  // namespace framescope

using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_analyzer_new(framescope_analyzer** out,
                                          const framescope_lexicon* lexicon,
                                          const framescope_options* options,
                                          framescope_diagnostic_fn diagnostic,
                                          void* payload,
                                          framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (lexicon == nullptr) return NullArgument("lexicon");
    std::vector<framescope::Diagnostic> findings;
    auto made = framescope::Analyzer::Compile(
        lexicon->lexicon, framescope::AnalyzerOptionsOf(options), &findings);
    const Status told = framescope::Tell(findings, diagnostic, payload);
    if (!told.ok()) return told;
    if (!made.ok()) return made.status();
    *out = new framescope_analyzer{std::move(made).value(), *lexicon,
                                   std::make_shared<framescope::ScratchPool>()};
    return Status();
  });
}

void framescope_analyzer_free(framescope_analyzer* analyzer) {
  delete analyzer;
}

const char* framescope_analyzer_stamp(const framescope_analyzer* analyzer) {
  return analyzer == nullptr ? "" : analyzer->analyzer.stamp().c_str();
}

const framescope_lexicon* framescope_analyzer_lexicon(
    const framescope_analyzer* analyzer) {
  return analyzer == nullptr ? nullptr : &analyzer->lexicon;
}

size_t framescope_analyzer_rule_count(const framescope_analyzer* analyzer) {
  return analyzer == nullptr ? 0 : analyzer->analyzer.rules().size();
}

const char* framescope_analyzer_rule_name(const framescope_analyzer* analyzer,
                                          uint32_t rule) {
  if (analyzer == nullptr || rule >= analyzer->analyzer.rules().size()) {
    return "";
  }
  return analyzer->analyzer.rules()[rule].id.c_str();
}

const char* framescope_analyzer_rule_text(const framescope_analyzer* analyzer,
                                          uint32_t rule) {
  if (analyzer == nullptr || rule >= analyzer->analyzer.rules().size()) {
    return "";
  }
  return analyzer->analyzer.rules()[rule].explanation.c_str();
}

framescope_status framescope_scratch_new(framescope_scratch** out,
                                         framescope_error* error) {
  return Guard(error, [&] {
    if (out == nullptr) return NullArgument("out");
    *out = new framescope_scratch;
    return Status();
  });
}

void framescope_scratch_free(framescope_scratch* scratch) { delete scratch; }

}  // extern "C"
