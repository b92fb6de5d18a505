// Tested by tests/cli/lexicon.
#include "framescope/lexicon_tools.hpp"

#include "capi/diagnostics.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/options.hpp"
#include "capi/paths.hpp"
#include "capi/write_out.hpp"

using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_lexicon_check(uint64_t* errors,
                                           const framescope_lexicon* lexicon,
                                           const char* const* paths,
                                           size_t path_count,
                                           framescope_diagnostic_fn diagnostic,
                                           void* payload,
                                           framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (errors == nullptr) return NullArgument("errors");
    if (lexicon == nullptr) return NullArgument("lexicon");
    const auto corpus = framescope::PathsOf(paths, path_count);
    if (!corpus.ok()) return corpus.status();
    std::vector<framescope::Diagnostic> findings;
    const Status checked =
        framescope::CheckLexicon(lexicon->lexicon, corpus.value(), &findings);
    const Status told = framescope::Tell(findings, diagnostic, payload);
    if (!checked.ok()) return checked;
    if (!told.ok()) return told;
    *errors = 0;
    for (const framescope::Diagnostic& finding : findings) {
      *errors += finding.severity == framescope::Severity::kError;
    }
    return Status();
  });
}

framescope_status framescope_lexicon_show(
    const framescope_lexicon* lexicon, const char* pattern,
    const framescope_options* options, const char* const* paths,
    size_t path_count, framescope_write_fn write, void* payload,
    framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (lexicon == nullptr) return NullArgument("lexicon");
    if (pattern == nullptr) return NullArgument("pattern");
    if (write == nullptr) return NullArgument("write");
    const auto corpus = framescope::PathsOf(paths, path_count);
    if (!corpus.ok()) return corpus.status();
    return framescope::WriteOut(
        framescope::ShowEntry(lexicon->lexicon, pattern,
                              framescope::AnalyzerOptionsOf(options),
                              corpus.value()),
        write, payload);
  });
}

framescope_status framescope_lexicon_diff(
    const framescope_lexicon* before, const framescope_lexicon* after,
    const framescope_options* options, const char* const* paths,
    size_t path_count, framescope_write_fn write, void* payload,
    framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (before == nullptr) return NullArgument("before");
    if (after == nullptr) return NullArgument("after");
    if (write == nullptr) return NullArgument("write");
    const auto corpus = framescope::PathsOf(paths, path_count);
    if (!corpus.ok()) return corpus.status();
    return framescope::WriteOut(
        framescope::DiffLexicons(before->lexicon, after->lexicon,
                                 framescope::AnalyzerOptionsOf(options),
                                 corpus.value()),
        write, payload);
  });
}

}  // extern "C"
