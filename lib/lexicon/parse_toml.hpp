// TOML, read by toml++ once it is sure that toml++ can take it.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace framescope {

struct TomlFault {
  std::int32_t line = 1, column = 1;
  std::string message;
};

// Fills `root`, or says what is wrong with `text` first.
std::optional<TomlFault> ParseToml(std::string_view text, toml::table* root);

}  // namespace framescope
