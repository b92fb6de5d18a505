// Findings handed to a caller's function.
#pragma once

#include <vector>

#include "framescope/framescope.h"
#include "framescope/status.hpp"

namespace framescope {

// Calls `diagnostic`, if there is one, with each finding. kCallback when it
// asked to stop.
inline Status Tell(const std::vector<Diagnostic>& findings,
                   framescope_diagnostic_fn diagnostic, void* payload) {
  if (diagnostic == nullptr) return Status();
  for (const Diagnostic& finding : findings) {
    if (diagnostic(payload, static_cast<int>(finding.severity),
                   ToString(finding).c_str()) != 0) {
      return Status(StatusCode::kCallback, "stopped by the caller");
    }
  }
  return Status();
}

}  // namespace framescope
