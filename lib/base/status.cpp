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

std::string_view StatusName(StatusCode code) {
  switch (code) {
    case StatusCode::kOk:
      return "OK";
    case StatusCode::kInvalidArgument:
      return "E_INVALID_ARGUMENT";
    case StatusCode::kNoMemory:
      return "E_NO_MEMORY";
    case StatusCode::kIo:
      return "E_IO";
    case StatusCode::kParse:
      return "E_PARSE";
    case StatusCode::kEncoding:
      return "E_ENCODING";
    case StatusCode::kUnsupported:
      return "E_UNSUPPORTED";
    case StatusCode::kTooLarge:
      return "E_TOO_LARGE";
    case StatusCode::kCallback:
      return "E_CALLBACK";
    case StatusCode::kNoText:
      return "E_NO_TEXT";
    case StatusCode::kInternal:
      break;
  }
  return "E_INTERNAL";
}

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
