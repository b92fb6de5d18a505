// Paths from a caller's array.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "capi/guard.hpp"

namespace framescope {

// kInvalidArgument when the array, or one of its paths, is NULL.
inline Result<std::vector<std::string>> PathsOf(const char* const* paths,
                                                std::size_t count) {
  if (paths == nullptr && count != 0) return NullArgument("paths");
  std::vector<std::string> all;
  for (std::size_t i = 0; i < count; ++i) {
    if (paths[i] == nullptr) return NullArgument("paths[i]");
    all.emplace_back(paths[i]);
  }
  return all;
}

}  // namespace framescope
