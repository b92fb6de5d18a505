// Text handed to a caller's function.
#pragma once

#include <string>

#include "framescope/framescope.h"
#include "framescope/status.hpp"

namespace framescope {

// Calls `write` with the text that was made. kCallback when it asked to stop.
inline Status WriteOut(const Result<std::string>& text,
                       framescope_write_fn write, void* payload) {
  if (!text.ok()) return text.status();
  if (write(payload, text.value().data(), text.value().size()) != 0) {
    return Status(StatusCode::kCallback, "stopped by the caller");
  }
  return Status();
}

}  // namespace framescope
