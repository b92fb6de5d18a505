// Tested by tests/unit/lexicon/native_test.cpp.
#include "lexicon/parse_toml.hpp"

#include <utility>

#include "lexicon/toml_text.hpp"

namespace framescope {

std::optional<TomlFault> ParseToml(std::string_view text, toml::table* root) {
  if (const auto bare = FindBareCharacter(text)) {
    return TomlFault{bare->line, bare->column,
                     "letters beyond A to Z must stand between quotation "
                     "marks"};
  }
  toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    const toml::source_position at = parsed.error().source().begin;
    return TomlFault{static_cast<std::int32_t>(at.line),
                     static_cast<std::int32_t>(at.column),
                     std::string(parsed.error().description())};
  }
  *root = std::move(parsed).table();
  return std::nullopt;
}

}  // namespace framescope
