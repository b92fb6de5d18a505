// Tested by tests/unit/lexicon/native_test.cpp.
//
// Reads lexicon.toml. Every table is read by one function that takes what it
// knows and reports keys that it does not know, so that a slip of the pen is
// never ignored.
#include <algorithm>
#include <initializer_list>
#include <string>
#include <unordered_set>

#include "lexicon/names.hpp"
#include "lexicon/native.hpp"
#include "lexicon/parse_toml.hpp"

namespace framescope {
namespace {

std::int32_t Line(const toml::node& node) {
  return static_cast<std::int32_t>(node.source().begin.line);
}
std::int32_t Column(const toml::node& node) {
  return static_cast<std::int32_t>(node.source().begin.column);
}

// One table of the file, with checks.
class TableReader {
 public:
  TableReader(const toml::table& table, FindingList* findings)
      : table_(table), findings_(findings) {}

  // Reports every key that is not in `known`.
  void Know(std::initializer_list<std::string_view> known) const {
    for (const auto& [key, node] : table_) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) {
        continue;
      }
      findings_->Error(Line(node), Column(node), "unknown-key",
                       "unknown key \"" + std::string(key.str()) + "\"" +
                           DidYouMean(key.str(), known));
    }
  }

  std::string Text(std::string_view key, bool required = false) const {
    return Value<std::string>(key, "a string", required, "");
  }
  bool Flag(std::string_view key) const {
    return Value<bool>(key, "true or false", false, false);
  }
  std::int32_t Number(std::string_view key) const {
    return static_cast<std::int32_t>(
        Value<std::int64_t>(key, "a number", false, 0));
  }
  std::vector<std::string> Texts(std::string_view key) const {
    std::vector<std::string> texts;
    const toml::node* node = table_.get(key);
    if (node == nullptr) return texts;
    const toml::array* array = node->as_array();
    if (array == nullptr) {
      Expected(*node, key, "a list of strings");
      return texts;
    }
    for (const toml::node& item : *array) {
      if (const auto text = item.value<std::string>()) {
        texts.push_back(*text);
      } else {
        Expected(item, key, "strings only");
      }
    }
    return texts;
  }

  void Expected(const toml::node& node, std::string_view key,
                std::string_view what) const {
    findings_->Error(
        Line(node), Column(node), "wrong-type",
        "\"" + std::string(key) + "\": expected " + std::string(what));
  }

 private:
  static std::string DidYouMean(std::string_view name,
                                std::initializer_list<std::string_view> known) {
    return framescope::DidYouMean(name, std::vector<std::string_view>(known));
  }

  template <typename T>
  T Value(std::string_view key, std::string_view what, bool required,
          T fallback) const {
    const toml::node* node = table_.get(key);
    if (node == nullptr) {
      if (required) {
        findings_->Error(Line(table_), Column(table_), "missing-key",
                         "missing key \"" + std::string(key) + "\"");
      }
      return fallback;
    }
    if (const auto value = node->value_exact<T>()) return *value;
    Expected(*node, key, what);
    return fallback;
  }

  const toml::table& table_;
  FindingList* findings_;
};

// Calls `read` with each table of the list [[key]].
template <typename Read>
void EachTable(const toml::table& root, std::string_view key,
               FindingList* findings, Read read) {
  const toml::node* node = root.get(key);
  if (node == nullptr) return;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    findings->Error(Line(*node), Column(*node), "wrong-type",
                    "expected [[" + std::string(key) + "]] tables");
    return;
  }
  for (const toml::node& item : *array) {
    if (const toml::table* table = item.as_table()) {
      read(*table);
    } else {
      findings->Error(Line(item), Column(item), "wrong-type",
                      "expected a [[" + std::string(key) + "]] table");
    }
  }
}

void ReadAxis(const toml::table& table, Lexicon::Content* content,
              FindingList* findings) {
  const TableReader reader(table, findings);
  reader.Know({"name", "negative", "positive", "title", "description", "loci",
               "headline", "way_forward"});
  Axis axis;
  axis.name = reader.Text("name", true);
  axis.negative = reader.Text("negative", true);
  axis.positive = reader.Text("positive", true);
  axis.title = reader.Text("title");
  axis.headline = reader.Flag("headline");
  axis.way_forward = reader.Flag("way_forward");
  for (const std::string& name : reader.Texts("loci")) {
    if (const auto locus = ValueOf(kLocusNames, name)) {
      axis.loci |= static_cast<std::uint8_t>(*locus);
    } else {
      findings->Error(Line(table), Column(table), "unknown-locus",
                      "unknown locus \"" + name +
                          "\": expected any, person, group, community, "
                          "system or condition");
    }
  }
  if (content->axes.size() >= 32) {
    findings->Error(Line(table), Column(table), "too-many-axes",
                    "a lexicon has at most 32 axes");
    return;
  }
  content->axes.push_back(std::move(axis));
}

// `names`: of the categories so far.
void ReadCategory(const toml::table& table, Lexicon::Content* content,
                  std::unordered_set<std::string>* names,
                  FindingList* findings) {
  const TableReader reader(table, findings);
  reader.Know({"name", "pole", "code", "title", "expected", "when"});
  Category category;
  category.name = reader.Text("name", true);
  category.code = reader.Text("code");
  category.title = reader.Text("title");
  category.expected = reader.Flag("expected");
  category.when = reader.Text("when");
  const std::string pole = reader.Text("pole");
  std::vector<std::string_view> poles;
  for (std::uint32_t i = 0; i < content->axes.size(); ++i) {
    const Axis& axis = content->axes[i];
    poles.insert(poles.end(), {axis.negative, axis.positive});
    if (pole != axis.negative && pole != axis.positive) continue;
    category.axis = i;
    category.pole = pole == axis.positive ? Pole::kPositive : Pole::kNegative;
  }
  if (!pole.empty() && category.axis == kNone) {
    findings->Error(Line(table), Column(table), "unknown-pole",
                    "unknown pole \"" + pole + "\"" + DidYouMean(pole, poles));
  }
  if (!names->insert(category.name).second) {
    findings->Error(Line(table), Column(table), "duplicate-category",
                    "category \"" + category.name + "\" stands twice");
  }
  content->categories.push_back(std::move(category));
}

void ReadSource(const toml::table& table, Lexicon::Content* content,
                FindingList* findings) {
  const TableReader reader(table, findings);
  reader.Know({"key", "title", "author", "year", "url", "status"});
  Source source;
  source.key = reader.Text("key", true);
  source.title = reader.Text("title");
  source.author = reader.Text("author");
  source.url = reader.Text("url");
  source.status = reader.Text("status");
  source.year = reader.Number("year");
  content->sources.push_back(std::move(source));
}

void ReadClasses(const toml::table& classes, Lexicon::Content* content,
                 FindingList* findings) {
  const TableReader reader(classes, findings);
  for (const auto& [key, node] : classes) {
    content->classes.push_back(
        {std::string(key.str()), reader.Texts(key.str())});
  }
}

void ReadSpelling(const toml::table& spelling, Lexicon::Content* content,
                  FindingList* findings) {
  const TableReader reader(spelling, findings);
  reader.Know({"pairs"});
  const toml::array* pairs = spelling["pairs"].as_array();
  if (pairs == nullptr) return;
  for (const toml::node& item : *pairs) {
    const toml::array* pair = item.as_array();
    const auto british = pair && pair->size() == 2
                             ? pair->get(0)->value<std::string>()
                             : std::nullopt;
    const auto american = pair && pair->size() == 2
                              ? pair->get(1)->value<std::string>()
                              : std::nullopt;
    if (british && american) {
      content->spelling.emplace_back(*british, *american);
    } else {
      reader.Expected(item, "pairs", "two strings in each pair");
    }
  }
}

void ReadProfiles(const toml::table& profiles, Lexicon::Content* content,
                  FindingList* findings) {
  for (const auto& [key, node] : profiles) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
      findings->Error(Line(node), Column(node), "wrong-type",
                      "expected a [profiles.NAME] table");
      continue;
    }
    const TableReader reader(*table, findings);
    reader.Know({"title", "description"});
    content->profiles.push_back({std::string(key.str()), reader.Text("title")});
  }
}

// Calls `read` with the table [key], if there is one.
template <typename Read>
void OneTable(const toml::table& root, std::string_view key,
              FindingList* findings, Read read) {
  const toml::node* node = root.get(key);
  if (node == nullptr) return;
  if (const toml::table* table = node->as_table()) {
    read(*table);
  } else {
    findings->Error(Line(*node), Column(*node), "wrong-type",
                    "expected a [" + std::string(key) + "] table");
  }
}

}  // namespace

void ReadLexiconToml(std::string_view toml, Lexicon::Content* content,
                     FindingList* findings) {
  toml::table root;
  if (const auto fault = ParseToml(toml, &root)) {
    findings->Error(fault->line, fault->column, "toml-syntax", fault->message);
    return;
  }
  const TableReader reader(root, findings);
  reader.Know({"name", "version", "title", "description", "language", "licence",
               "default_profile", "axis", "category", "classes", "spelling",
               "profiles", "source"});
  content->name = reader.Text("name", true);
  content->version = reader.Text("version", true);
  content->title = reader.Text("title");
  content->language = reader.Text("language");
  content->licence = reader.Text("licence");
  content->default_profile = reader.Text("default_profile");
  EachTable(root, "axis", findings, [&](const toml::table& table) {
    ReadAxis(table, content, findings);
  });
  std::unordered_set<std::string> categories;
  EachTable(root, "category", findings, [&](const toml::table& table) {
    ReadCategory(table, content, &categories, findings);
  });
  EachTable(root, "source", findings, [&](const toml::table& table) {
    ReadSource(table, content, findings);
  });
  OneTable(root, "classes", findings, [&](const toml::table& table) {
    ReadClasses(table, content, findings);
  });
  OneTable(root, "spelling", findings, [&](const toml::table& table) {
    ReadSpelling(table, content, findings);
  });
  OneTable(root, "profiles", findings, [&](const toml::table& table) {
    ReadProfiles(table, content, findings);
  });
}

}  // namespace framescope
