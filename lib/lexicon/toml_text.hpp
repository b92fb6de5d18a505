// What toml++ must not be given: it does not expect letters beyond ASCII where
// TOML has none, and what it does then is undefined.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace framescope {

struct TomlPlace {
  std::int32_t line = 1, column = 1;  // in characters, both from 1
};

// The first character beyond ASCII outside strings and comments.
std::optional<TomlPlace> FindBareCharacter(std::string_view toml);

}  // namespace framescope
