// Tested by tests/unit/lexicon/formats/tables_test.cpp.
//
// JSON in two shapes: nested objects whose leaves are terms or lists of terms,
// as in YAML; or an object with "entries", a list of objects with term (or
// pattern), category, weight, when and note, and "categories" with titles.
#include <algorithm>

#include "base/json_writer.hpp"
#include "base/numbers.hpp"
#include "lexicon/formats/formats.hpp"

#ifdef FRAMESCOPE_HAVE_SIMDJSON
#include <simdjson.h>
#endif

namespace framescope {
#ifdef FRAMESCOPE_HAVE_SIMDJSON
namespace {

namespace sj = simdjson::ondemand;

constexpr int kDeepest = 64;
constexpr std::string_view kOwnLevel = "__";

// Reads on demand; the first failure of the parser ends the reading. Borrows
// the padded text.
class JsonReader {
 public:
  JsonReader(const simdjson::padded_string& text, LexiconBuilder* out)
      : text_(text), out_(*out), counted_(text.data()) {}

  void Read() {
    sj::object root;
    if (Failed(parser_.iterate(text_).get(document_))) return;
    started_ = true;
    if (Failed(document_.get_object().get(root))) return;
    bool table = false;
    for (auto field : root) {
      std::string_view key;
      if (Failed(field.unescaped_key().get(key))) return;
      table = table || key == "entries" || key == "schema";
      if (table) break;
    }
    if (Failed(root.reset().error())) return;
    for (auto field : root) {
      std::string_view key;
      sj::value value;
      if (Failed(field.unescaped_key().get(key)) ||
          Failed(field.value().get(value))) {
        return;
      }
      const bool read = table ? ReadPart(std::string(key), value)
                              : ReadKey("", key, value, 1);
      if (!read) return;
    }
    const char* rest = nullptr;
    if (document_.current_location().get(rest) == simdjson::SUCCESS) {
      Error("trailing-text", "text follows the end of the JSON");
    }
  }

 private:
  // The line that is being read, counted on from the last one asked for.
  std::int32_t Line() {
    const char* at = nullptr;
    if (!started_ || document_.current_location().get(at) != simdjson::SUCCESS)
      return 0;
    if (at < text_.data() || at > text_.data() + text_.size()) return 0;
    const auto between = static_cast<std::int32_t>(
        std::count(std::min(at, counted_), std::max(at, counted_), '\n'));
    line_ += at < counted_ ? -between : between;
    counted_ = at;
    return line_;
  }
  void Error(const char* code, std::string message) {
    out_.findings().Error(Line(), 0, code, std::move(message));
  }
  bool Failed(simdjson::error_code error) {
    if (error == simdjson::SUCCESS) return false;
    Error("json-syntax", error == simdjson::INCORRECT_TYPE
                             ? std::string("expected an object of categories, "
                                           "with lists of terms")
                             : std::string("the JSON is damaged: ") +
                                   simdjson::error_message(error));
    return true;
  }

  // A category's name with its terms and sub-categories.
  bool ReadKey(const std::string& parent, std::string_view key, sj::value value,
               int depth) {
    const bool own = key == kOwnLevel && !parent.empty();
    const std::string path = own ? parent : Joined(parent, key);
    if (path.empty()) {
      Error("unnamed-category", "a category has no name");
      return false;
    }
    if (!own && out_.HasCategory(path)) {
      out_.Warn(
          Line(), 0, "duplicate-category",
          "the category \"" + path + "\" stands twice; both are taken for one");
    }
    out_.Category(path);
    return ReadValue(path, value, depth);
  }

  bool ReadValue(const std::string& path, sj::value value, int depth) {
    if (depth > kDeepest) {
      Error("too-deep", "it is nested deeper than 64 levels");
      return false;
    }
    sj::json_type type = sj::json_type::null;
    if (Failed(value.type().get(type))) return false;
    if (type == sj::json_type::object) return ReadObject(path, value, depth);
    if (type == sj::json_type::array) {
      sj::array items;
      if (Failed(value.get_array().get(items))) return false;
      for (auto item : items) {
        sj::value inner;
        if (Failed(item.get(inner)) || !ReadValue(path, inner, depth + 1)) {
          return false;
        }
      }
      return true;
    }
    return ReadLeaf(path, value, type);
  }

  bool ReadObject(const std::string& path, sj::value value, int depth) {
    sj::object object;
    if (Failed(value.get_object().get(object))) return false;
    for (auto field : object) {
      std::string_view key;
      sj::value inner;
      if (Failed(field.unescaped_key().get(key))) return false;
      const std::string name(key);
      if (Failed(field.value().get(inner)) ||
          !ReadKey(path, name, inner, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  bool ReadLeaf(const std::string& path, sj::value value, sj::json_type type) {
    const std::int32_t line = Line();
    std::string_view text;
    if (type == sj::json_type::string) {
      if (Failed(value.get_string().get(text))) return false;
    } else {
      text = Trimmed(value.raw_json_token());
      if (type == sj::json_type::null) {
        out_.Warn(line, 0, "empty-term", "null is no term; it is passed over");
        return true;
      }
      out_.findings().Note(line, 0, "not-a-string",
                           "\"" + std::string(text) + "\" is read as a term");
    }
    LexiconBuilder::Term term;
    term.text = text;
    term.category = out_.Category(path);
    term.line = line;
    out_.Add(term);
    return true;
  }

  static std::string_view Trimmed(std::string_view text) {
    const std::size_t end = text.find_last_not_of(" \t\r\n,]}");
    return text.substr(0, end + 1);
  }

  // One member of the object with "entries".
  bool ReadPart(const std::string& key, sj::value value) {
    const bool entries = key == "entries";
    if (!entries && key != "categories") {
      std::string_view text;
      if (value.get_string().get(text) != simdjson::SUCCESS) return true;
      if (key == "title") out_.content().title = text;
      if (key == "version") out_.content().version = text;
      return true;
    }
    sj::array items;
    if (Failed(value.get_array().get(items))) return false;
    for (auto item : items) {
      sj::object object;
      if (Failed(item.get_object().get(object)) ||
          !(entries ? ReadEntry(object) : ReadCategory(object))) {
        return false;
      }
    }
    return true;
  }

  struct Fields {
    std::string term, pattern, category, note, when, name, title, code;
    double weight = 1;
  };

  bool ReadFields(sj::object object, Fields* out) {
    const std::pair<std::string_view, std::string*> texts[] = {
        {"term", &out->term},         {"pattern", &out->pattern},
        {"category", &out->category}, {"note", &out->note},
        {"when", &out->when},         {"name", &out->name},
        {"title", &out->title},       {"code", &out->code}};
    for (auto field : object) {
      std::string_view view;
      sj::value value;
      if (Failed(field.unescaped_key().get(view))) return false;
      const std::string key(view);
      if (Failed(field.value().get(value))) return false;
      bool known = key == "weight";
      if (known && Failed(value.get_double().get(out->weight))) return false;
      for (const auto& [name, text] : texts) {
        if (key != name) continue;
        known = true;
        if (Failed(value.get_string().get(view))) return false;
        *text = view;
      }
      if (!known) {
        out_.Warn(Line(), 0, "unknown-key",
                  "the key \"" + key + "\" is not known and not read");
      }
    }
    return true;
  }

  bool ReadCategory(sj::object object) {
    Fields fields;
    if (!ReadFields(object, &fields)) return false;
    if (fields.name.empty()) {
      out_.Warn(Line(), 0, "unnamed-category", "a category without a name");
      return true;
    }
    Category& category = out_.content().categories[out_.Category(fields.name)];
    category.title = fields.title;
    category.code = fields.code;
    return true;
  }

  bool ReadEntry(sj::object object) {
    const std::int32_t line = Line();
    Fields fields;
    if (!ReadFields(object, &fields)) return false;
    const bool native = !fields.pattern.empty();
    if (fields.category.empty() || (!native && fields.term.empty())) {
      out_.Warn(line, 0, "empty-cell",
                "an entry needs a term and a category; it is passed over");
      return true;
    }
    LexiconBuilder::Term term;
    term.text = native ? fields.pattern : fields.term;
    term.category = out_.Category(fields.category);
    term.line = line;
    term.score = fields.weight;
    term.note = fields.note;
    term.when = fields.when;
    if (native) {
      out_.AddPattern(fields.pattern, term);
    } else {
      out_.Add(term);
    }
    return true;
  }

  const simdjson::padded_string& text_;
  LexiconBuilder& out_;
  sj::parser parser_;
  sj::document document_;
  bool started_ = false;  // before, the document knows no location
  const char* counted_;   // up to which lines are counted
  std::int32_t line_ = 1;
};

}  // namespace

void ReadJson(std::string_view text, LexiconBuilder* builder) {
  if (text.find_first_not_of(" \t\r\n") == text.npos) {
    builder->findings().Error(1, 1, "json-syntax", "the file is empty");
    return;
  }
  const simdjson::padded_string padded(text);
  JsonReader(padded, builder).Read();
}
#else
void ReadJson(std::string_view, LexiconBuilder* builder) {
  builder->findings().Error(
      1, 1, "not-built-in",
      "JSON is not built in: build framescope with simdjson and "
      "FRAMESCOPE_WITH_SIMDJSON=ON");
}
#endif

namespace {

void WriteEntry(const TermTable& table, const TableTerm& term,
                JsonWriter* json) {
  const Entry& entry = table.content->entries[term.entry];
  json->BeginObject();
  if (const std::optional<std::string> plain = PlainTermOf(entry)) {
    json->Field("term", *plain);
  } else {
    json->Field("pattern", term.text);
  }
  json->Field("category", table.content->categories[term.category].name);
  if (term.score != 1) json->Field("weight", term.score);
  if (!entry.when.empty()) json->Field("when", entry.when);
  if (!entry.note.empty()) json->Field("note", entry.note);
  json->EndObject();
}

}  // namespace

std::string WriteJson(const TermTable& table) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject().Field("schema", "framescope.lexicon/1");
  json.Field("title", table.content->title);
  json.Field("version", table.content->version);
  json.Key("categories").BeginArray();
  for (const Category& category : table.content->categories) {
    out += '\n';
    json.BeginObject().Field("name", category.name);
    if (!category.title.empty()) json.Field("title", category.title);
    if (!category.code.empty()) json.Field("code", category.code);
    json.EndObject();
  }
  json.EndArray().Key("entries").BeginArray();
  for (const TableTerm& term : table.terms) {
    out += '\n';
    WriteEntry(table, term, &json);
  }
  json.EndArray().EndObject();
  return out + '\n';
}

}  // namespace framescope
