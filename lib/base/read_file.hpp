// A whole file as bytes.
#pragma once

#include <string>

#include "framescope/status.hpp"

namespace framescope {

// The bytes of the file at `path`. Fails with kIo when it cannot be opened or
// read, also when it is a folder.
Result<std::string> ReadFile(const std::string& path);

}  // namespace framescope
