// Tested by tests/unit/capi/capi_test.c.
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/locks.hpp"
#include "capi/write_out.hpp"
#include "framescope/explanation.hpp"
#include "report/explanation_text.hpp"

extern "C" framescope_status framescope_explain(
    const framescope_analyzer* analyzer, framescope_scratch* scratch,
    const framescope_document* document, uint32_t sentence_line,
    framescope_write_fn write, void* payload, framescope_error* error) {
  using namespace framescope;
  return Guard(error, [&]() -> Status {
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (scratch == nullptr) return NullArgument("scratch");
    if (document == nullptr) return NullArgument("document");
    if (write == nullptr) return NullArgument("write");
    ScratchLock lock(scratch);
    if (!lock.held()) return ScratchLock::InUse();
    const Analyzer& from = analyzer->analyzer;
    const auto explanation = from.Explain(*document->view, lock.scratch());
    if (!explanation.ok()) return explanation.status();
    const std::string text =
        ExplanationText({from.lexicon(), from.rules(), from.stamp()},
                        explanation.value(), sentence_line);
    return WriteOut(text, write, payload);
  });
}
