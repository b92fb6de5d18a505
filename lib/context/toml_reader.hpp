// TomlReader: typed reading of TOML tables; what is wrong becomes findings.
#pragma once

#include <toml++/toml.h>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framescope/status.hpp"

namespace framescope {

// Holds the findings of one reading. Belongs to one thread.
class TomlReader {
 public:
  // `name` stands for the file in messages; `diagnostics` may be null.
  TomlReader(std::string name, std::vector<Diagnostic>* diagnostics)
      : name_(std::move(name)), diagnostics_(diagnostics) {}

  // Adds a finding `shift` columns after the beginning of `where`.
  void Error(const toml::source_region& where, std::string code,
             std::string message, std::int32_t shift = 0);
  const Status& first_error() const { return first_error_; }

  // Every key of `table` that is not among `known` is a finding.
  void CheckKeys(const toml::table& table,
                 std::initializer_list<std::string_view> known);

  // The meaning of the word under `key`; a word that is not among `names` is a
  // finding.
  template <typename T, std::size_t N>
  T Choice(const toml::table& table, std::string_view key,
           const std::array<std::pair<std::string_view, T>, N>& names,
           T otherwise) {
    const toml::node* node = table.get(key);
    if (!node) return otherwise;
    const std::string value = node->value_or(std::string());
    std::string known;
    for (const auto& [name, meaning] : names) {
      if (value == name) return meaning;
      known += (known.empty() ? "" : ", ") + std::string(name);
    }
    Error(node->source(), "unknown-value",
          std::string(key) + " must be one of " + known);
    return otherwise;
  }

  // The value under `key`; one of another type is a finding.
  template <typename T>
  T Value(const toml::table& table, std::string_view key, T otherwise) {
    const toml::node* node = table.get(key);
    if (!node) return otherwise;
    if (const auto value = node->value_exact<T>()) return *value;
    Error(node->source(), "wrong-type",
          std::string(key) + " has a value of the wrong type");
    return otherwise;
  }

  // A count from 0 to 1000.
  std::uint32_t Number(const toml::table& table, std::string_view key,
                       std::int64_t otherwise);

 private:
  std::string name_;
  std::vector<Diagnostic>* diagnostics_;
  Status first_error_;
};

}  // namespace framescope
