// Tested by tests/unit/context/stance_reader_test.cpp.
#include "context/stance_tables.hpp"

#include <algorithm>
#include <utility>

#include "context/stance_names.hpp"

namespace framescope {
namespace {

std::vector<WordClass> ReadClasses(const toml::table& root) {
  std::vector<WordClass> classes;
  const toml::table* table = root["classes"].as_table();
  if (!table) return classes;
  for (const auto& [key, node] : *table) {
    WordClass one{std::string(key.str()), {}};
    if (const toml::array* words = node.as_array()) {
      for (const toml::node& word : *words) {
        one.words.push_back(word.value_or(std::string()));
      }
    }
    classes.push_back(std::move(one));
  }
  return classes;
}

}  // namespace

StanceTables::StanceTables(const std::string& name, const Lexicon& lexicon,
                           const std::string& locale, const toml::table& root,
                           std::vector<Diagnostic>* diagnostics)
    : TomlReader(name, diagnostics),
      root_(root),
      lexicon_(lexicon),
      builder_(ReadClasses(root), lexicon.content().spelling, locale) {}

std::uint32_t StanceTables::Shown(const toml::table& table) {
  RuleInfo info{Value<std::string>(table, "id", ""),
                Value<std::string>(table, "explanation", "")};
  if (info.id.empty()) {
    Error(table.source(), "missing-id", "a rule needs an \"id\"");
  } else if (info.explanation.empty()) {
    Error(table.source(), "missing-explanation",
          "rule \"" + info.id + "\" needs an \"explanation\"");
  }
  for (std::uint32_t i = 0; i < rules_.shown.size(); ++i) {
    if (rules_.shown[i].id == info.id && !info.id.empty()) {
      Error(table.source(), "repeated-id",
            "rule \"" + info.id + "\" is there already");
    }
  }
  rules_.shown.push_back(std::move(info));
  return static_cast<std::uint32_t>(rules_.shown.size() - 1);
}

std::uint32_t StanceTables::BuiltRule(const toml::table& parent,
                                      std::string_view key) {
  if (const toml::table* table = parent[key].as_table()) {
    CheckKeys(*table, {"id", "explanation"});
    return Shown(*table);
  }
  Error(parent.source(), "missing-rule",
        "a stance file needs a table \"" + std::string(key) +
            "\" with id and explanation");
  return 0;
}

void StanceTables::AddPattern(const toml::node& node, PatternUse use) {
  const auto text = node.value_exact<std::string>();
  if (!text) {
    Error(node.source(), "wrong-type", "a pattern must be a string");
    return;
  }
  std::string_view pattern = *text;
  std::int32_t shift = 1;
  if (pattern.starts_with(',')) {
    use.after_pause = true;
    pattern.remove_prefix(1);
    ++shift;
    while (pattern.starts_with(' ')) {
      pattern.remove_prefix(1);
      ++shift;
    }
  }
  const Result<std::uint32_t> added = builder_.Add(pattern);
  if (!added.ok()) {
    Error(node.source(), "pattern", added.status().message(),
          shift + std::max(0, added.status().where().column - 1));
    return;
  }
  rules_.uses.push_back(use);
}

void StanceTables::AddPatterns(const toml::table& table, std::string_view key,
                               PatternUse use) {
  const toml::array* list = table[key].as_array();
  if (!list || list->empty()) {
    const toml::node* node = table.get(key);
    Error(node ? node->source() : table.source(), "missing-patterns",
          "\"" + std::string(key) + "\" must be a list of patterns");
    return;
  }
  for (const toml::node& node : *list) AddPattern(node, use);
}

void StanceTables::AddPart(const toml::node& node, PatternUse use) {
  if (const toml::array* list = node.as_array()) {
    for (const toml::node& one : *list) AddPattern(one, use);
  } else {
    AddPattern(node, use);
  }
}

Stance StanceTables::StanceOf(const toml::node& node) {
  const std::string name = node.value_or(std::string());
  for (const auto& [known, stance] : kStanceOf) {
    if (name == known) return stance;
  }
  Error(node.source(), "unknown-value", "\"" + name + "\" is no stance");
  return Stance::kUsed;
}

std::optional<Stance> StanceTables::Side(const toml::table& table,
                                         std::string_view key) {
  if (!table.get(key)) return std::nullopt;
  return Choice(table, key, kStanceOf, Stance::kUsed);
}

std::uint64_t StanceTables::Poles(const toml::table& table,
                                  std::string_view key) {
  std::uint64_t bits = 0;
  const toml::array* list = table[key].as_array();
  if (!list) {
    Error(table.source(), "missing-poles",
          "\"" + std::string(key) + "\" must be a list of poles");
    return 0;
  }
  const std::size_t axes = std::min<std::size_t>(32, lexicon_.axes().size());
  for (const toml::node& node : *list) {
    const std::string pole = node.value_or(std::string());
    for (std::size_t axis = 0; axis < axes; ++axis) {
      if (lexicon_.axes()[axis].negative == pole) bits |= 1ull << (2 * axis);
      if (lexicon_.axes()[axis].positive == pole) bits |= 2ull << (2 * axis);
    }
  }
  return bits;
}

std::int32_t StanceTables::HeadStart(const toml::table& table,
                                     std::int32_t otherwise) {
  const auto words = Value<std::int64_t>(table, "head_start", otherwise);
  if (words < -1000 || words > 1000) {
    Error(table.get("head_start")->source(), "out-of-range",
          "head_start must lie between -1000 and 1000");
    return otherwise;
  }
  return static_cast<std::int32_t>(words);
}

Result<StanceRules> StanceTables::Finish() {
  if (!first_error().ok()) return first_error();
  Result<PatternSet> set = std::move(builder_).Build();
  if (!set.ok()) return set.status();
  rules_.patterns = std::move(set).value();
  return std::move(rules_);
}

}  // namespace framescope
