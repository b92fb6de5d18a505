// TomlReader: findings with their place.
#include "context/toml_reader.hpp"

#include <algorithm>

namespace framescope {

void TomlReader::Error(const toml::source_region& where, std::string code,
                       std::string message, std::int32_t shift) {
  const auto line = static_cast<std::int32_t>(where.begin.line);
  const auto column = static_cast<std::int32_t>(where.begin.column) + shift;
  if (diagnostics_) {
    diagnostics_->push_back(
        {Severity::kError, name_, line, column, std::move(code), message});
  }
  if (first_error_.ok()) {
    first_error_ = Status(StatusCode::kParse,
                          name_ + ":" + std::to_string(line) + ":" +
                              std::to_string(column) + ": " + message,
                          {-1, line, column});
  }
}

void TomlReader::CheckKeys(const toml::table& table,
                           std::initializer_list<std::string_view> known) {
  for (const auto& [key, node] : table) {
    const bool found =
        std::find(known.begin(), known.end(), key.str()) != known.end();
    if (found) continue;
    std::string list;
    for (const std::string_view one : known) {
      list += (list.empty() ? "" : ", ") + std::string(one);
    }
    Error(key.source(), "unknown-key",
          "\"" + std::string(key.str()) + "\" is not known here; known are " +
              list);
  }
}

std::uint32_t TomlReader::Number(const toml::table& table, std::string_view key,
                                 std::int64_t otherwise) {
  const std::int64_t value = Value<std::int64_t>(table, key, otherwise);
  if (value >= 0 && value <= 1000) return static_cast<std::uint32_t>(value);
  Error(table.get(key)->source(), "out-of-range",
        std::string(key) + " must lie between 0 and 1000");
  return static_cast<std::uint32_t>(otherwise);
}

}  // namespace framescope
