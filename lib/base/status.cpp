// Tested by tests/unit/base/status_test.cpp.
#include "framescope/status.hpp"

#include <algorithm>

namespace framescope {
namespace {

const char* SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kNote:
      return "note";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      break;
  }
  return "error";
}

}  // namespace

std::string ToString(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.line > 0) {
    text.append(":").append(std::to_string(diagnostic.line));
  }
  if (diagnostic.column > 0) {
    text.append(":").append(std::to_string(diagnostic.column));
  }
  if (!text.empty()) text.append(": ");
  return text.append(SeverityName(diagnostic.severity))
      .append(": ")
      .append(diagnostic.message);
}

bool HasErrors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(
      diagnostics.begin(), diagnostics.end(),
      [](const Diagnostic& d) { return d.severity == Severity::kError; });
}

}  // namespace framescope
