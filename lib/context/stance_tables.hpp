// StanceTables: what the tables of a stance file have in common: rules that are
// shown, patterns, poles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "context/stance_rules.hpp"
#include "context/toml_reader.hpp"
#include "framescope/lexicon.hpp"
#include "match/pattern_set.hpp"

namespace framescope {

// Holds the state of one reading; what is wrong becomes findings. Belongs to
// one thread. Borrows the lexicon and the tables.
class StanceTables : protected TomlReader {
 public:
  StanceTables(const std::string& name, const Lexicon& lexicon,
               const std::string& locale, const toml::table& root,
               std::vector<Diagnostic>* diagnostics);

 protected:
  // Adds "id" and "explanation" of a table to the shown rules.
  std::uint32_t Shown(const toml::table& table);
  // The same of the table under `key`, which must be there.
  std::uint32_t BuiltRule(const toml::table& parent, std::string_view key);

  // Adds one pattern; a leading comma asks for a pause before it.
  void AddPattern(const toml::node& node, PatternUse use);
  // Adds the list under `key`.
  void AddPatterns(const toml::table& table, std::string_view key,
                   PatternUse use);
  // A part is a pattern, or a list of patterns that may stand there.
  void AddPart(const toml::node& node, PatternUse use);

  Stance StanceOf(const toml::node& node);
  std::optional<Stance> Side(const toml::table& table, std::string_view key);
  // From -1000 to 1000 words.
  std::int32_t HeadStart(const toml::table& table, std::int32_t otherwise);
  // A bit for each. Poles that the lexicon does not have are left out: a stance
  // file serves many lexicons.
  std::uint64_t Poles(const toml::table& table, std::string_view key);

  // The rules with their patterns compiled, or the first error.
  Result<StanceRules> Finish();

  const toml::table& root_;
  StanceRules rules_;

 private:
  const Lexicon& lexicon_;
  PatternSet::Builder builder_;
};

}  // namespace framescope
