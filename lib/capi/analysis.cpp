// Tested by tests/unit/capi/capi_test.c.
//
// Analyses are made here; analysis_views.cpp is what callers see of them.
#include "capi/analysis.hpp"

#include <limits>
#include <utility>

#include "capi/guard.hpp"
#include "capi/locks.hpp"

namespace framescope {
namespace {

Result<std::unique_ptr<framescope_analysis>> Wrap(Result<Analysis> made) {
  if (!made.ok()) return made.status();
  auto handle = std::make_unique<framescope_analysis>();
  handle->analysis = std::move(made).value();
  FillViews(handle.get());
  return handle;
}

Status Give(Result<std::unique_ptr<framescope_analysis>> made,
            framescope_analysis** out) {
  if (!made.ok()) return made.status();
  *out = std::move(made).value().release();
  return Status();
}

}  // namespace

Status CheckText(const char* text, std::size_t size) {
  if (text == nullptr && size != 0) return NullArgument("text");
  // Before a byte is read: no such text is in memory.
  if (size >= std::numeric_limits<std::uint32_t>::max()) {
    return Status(StatusCode::kTooLarge, "the text is larger than 4 GiB");
  }
  return Status();
}

Result<std::unique_ptr<framescope_analysis>> AnalyzeText(
    const framescope_analyzer& analyzer, const framescope_text& text,
    Scratch& scratch) {
  const Status sound = CheckText(text.data, text.size);
  if (!sound.ok()) return sound;
  return Wrap(
      analyzer.analyzer.Analyze(TextView(text.data, text.size), scratch));
}

}  // namespace framescope

using framescope::Guard;
using framescope::NullArgument;
using framescope::ScratchLock;
using framescope::Status;

extern "C" {

framescope_status framescope_analyze(framescope_analysis** out,
                                     const framescope_analyzer* analyzer,
                                     framescope_scratch* scratch,
                                     const char* text, size_t size,
                                     framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (scratch == nullptr) return NullArgument("scratch");
    ScratchLock lock(scratch);
    if (!lock.held()) return ScratchLock::InUse();
    return framescope::Give(
        framescope::AnalyzeText(*analyzer, {text, size}, lock.scratch()), out);
  });
}

framescope_status framescope_analyze_document(
    framescope_analysis** out, const framescope_analyzer* analyzer,
    framescope_scratch* scratch, const framescope_document* document,
    framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (scratch == nullptr) return NullArgument("scratch");
    if (document == nullptr) return NullArgument("document");
    ScratchLock lock(scratch);
    if (!lock.held()) return ScratchLock::InUse();
    return framescope::Give(framescope::Wrap(analyzer->analyzer.Analyze(
                                *document->view, lock.scratch())),
                            out);
  });
}

framescope_status framescope_analysis_copy(framescope_analysis** out,
                                           const framescope_analysis* analysis,
                                           framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (analysis == nullptr) return NullArgument("analysis");
    return framescope::Give(framescope::Wrap(analysis->analysis), out);
  });
}

void framescope_analysis_free(framescope_analysis* analysis) {
  delete analysis;
}

void framescope_analysis_free_all(framescope_analysis** analyses,
                                  size_t count) {
  if (analyses == nullptr) return;
  for (size_t i = 0; i < count; ++i) {
    delete analyses[i];
    analyses[i] = nullptr;
  }
}

}  // extern "C"
