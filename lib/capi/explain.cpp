// Tested by tests/unit/capi/capi_test.c.
#include <string>

#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/locks.hpp"
#include "capi/write_out.hpp"
#include "framescope/explanation.hpp"
#include "report/explanation_text.hpp"

namespace framescope {
namespace {

// Whether `line` is one of the document; 0 stands for all of them.
Status CheckLine(const Document& document, std::uint32_t line) {
  if (line == 0 || document.row) return Status();
  std::string name = document.path.empty() ? document.id : document.path;
  if (name.empty()) name = "the text";
  if (document.line_starts.empty()) {
    return Status(StatusCode::kInvalidArgument,
                  name +
                      ": no lines are known of files of this format; "
                      "explain all of it, without a line");
  }
  const std::size_t lines =
      document.line_starts.size() - (document.text.ends_with('\n') ? 1 : 0);
  if (line <= lines) return Status();
  return Status(StatusCode::kInvalidArgument,
                name + " has " + std::to_string(lines) +
                    (lines == 1 ? " line" : " lines"));
}

}  // namespace
}  // namespace framescope

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
    const Status known = CheckLine(*document->view, sentence_line);
    if (!known.ok()) return known;
    const Analyzer& from = analyzer->analyzer;
    const auto explanation = from.Explain(*document->view, lock.scratch());
    if (!explanation.ok()) return explanation.status();
    const std::string text =
        ExplanationText({from.lexicon(), from.rules(), from.stamp()},
                        explanation.value(), sentence_line);
    return WriteOut(text, write, payload);
  });
}
