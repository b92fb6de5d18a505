// Tested by tests/unit/lexicon/formats/yaml_test.cpp.
//
// quanteda's YAML: maps of maps, whose leaves are terms or lists of terms. All
// scalars are text, so that "no" stays "no". The key "__" holds the terms of a
// category that has sub-categories too.
#include "base/json_writer.hpp"
#include "lexicon/formats/formats.hpp"

#ifdef FRAMESCOPE_HAVE_LIBYAML
#include <yaml.h>
#endif

namespace framescope {
namespace {

constexpr std::string_view kOwnLevel = "__";

}  // namespace

#ifdef FRAMESCOPE_HAVE_LIBYAML
namespace {

constexpr std::size_t kDeepest = 64;

// Follows libyaml's events with a stack of open maps and lists: no recursion,
// and aliases are never expanded.
class YamlReader {
 public:
  YamlReader(std::string_view text, LexiconBuilder* out) : out_(*out) {
    ready_ = yaml_parser_initialize(&parser_) == 1;
    if (!ready_) return;
    yaml_parser_set_input_string(
        &parser_, reinterpret_cast<const unsigned char*>(text.data()),
        text.size());
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
  }
  ~YamlReader() {
    if (ready_) yaml_parser_delete(&parser_);
  }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;

  void Read() {
    while (ready_) {
      yaml_event_t event;
      if (yaml_parser_parse(&parser_, &event) == 0) return Broken();
      const bool more = event.type != YAML_STREAM_END_EVENT && Handle(event);
      yaml_event_delete(&event);
      if (!more) return;
    }
    out_.findings().Error(1, 1, "no-memory", "not enough memory");
  }

 private:
  struct Open {
    bool map = false;
    bool has_key = false;  // of a map: its value comes next
    std::string path;      // of the category
    std::string key_path;  // of the value that comes next
  };

  static std::int32_t Line(const yaml_mark_t& mark) {
    return static_cast<std::int32_t>(mark.line) + 1;
  }
  static std::int32_t Column(const yaml_mark_t& mark) {
    return static_cast<std::int32_t>(mark.column) + 1;
  }
  void Warn(const yaml_event_t& event, const char* code, std::string message) {
    out_.Warn(Line(event.start_mark), Column(event.start_mark), code,
              std::move(message));
  }

  void Broken() {
    std::string message = parser_.problem == nullptr
                              ? "the YAML is damaged"
                              : std::string(parser_.problem);
    if (message.find("alphabetic or numeric") != message.npos) {
      message += "; put quotes around a term that begins with * or &";
    } else if (message.find("start any token") != message.npos) {
      message +=
          "; YAML is indented by spaces, never by tabs, and a term that "
          "begins with @ ` or % needs quotes";
    }
    const bool reader = parser_.error == YAML_READER_ERROR;
    out_.findings().Error(reader ? 1 : Line(parser_.problem_mark),
                          reader ? 1 : Column(parser_.problem_mark),
                          "yaml-syntax", std::move(message));
  }

  bool Handle(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_SCALAR_EVENT:
        Scalar(event);
        return true;
      case YAML_ALIAS_EVENT:
        Alias(event);
        return true;
      case YAML_MAPPING_START_EVENT:
      case YAML_SEQUENCE_START_EVENT:
        return Begin(event);
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        open_.pop_back();
        ValueEnded();
        return true;
      case YAML_DOCUMENT_START_EVENT:
        if (++documents_ == 2) {
          Warn(event, "second-document",
               "a second YAML document begins here; it is passed over");
          return false;
        }
        return true;
      default:
        return true;
    }
  }

  // A key is followed by its value, after which a key follows again.
  void ValueEnded() {
    if (!open_.empty() && open_.back().map) open_.back().has_key = false;
  }

  bool Fail(const yaml_event_t& event, const char* code, std::string message) {
    out_.findings().Error(Line(event.start_mark), Column(event.start_mark),
                          code, std::move(message));
    return false;
  }

  bool Begin(const yaml_event_t& event) {
    const bool map = event.type == YAML_MAPPING_START_EVENT;
    if (open_.size() == kDeepest) {
      return Fail(event, "too-deep", "it is nested deeper than 64 levels");
    }
    if (open_.empty() && !map) return NoCategories(event);
    if (!open_.empty() && open_.back().map && !open_.back().has_key) {
      return Fail(event, "odd-key",
                  "a category's name cannot be a list or a map");
    }
    Open next;
    next.map = map;
    if (!open_.empty()) {
      next.path = open_.back().map ? open_.back().key_path : open_.back().path;
    }
    open_.push_back(std::move(next));
    return true;
  }

  bool NoCategories(const yaml_event_t& event) {
    return Fail(event, "no-categories",
                "expected categories, such as \"care: [help, support*]\"");
  }

  void Scalar(const yaml_event_t& event) {
    const std::string_view text(
        reinterpret_cast<const char*>(event.data.scalar.value),
        event.data.scalar.length);
    if (open_.empty()) {
      NoCategories(event);
      return;
    }
    Open& top = open_.back();
    if (top.map && !top.has_key) return Key(event, text);
    const std::string path = top.map ? top.key_path : top.path;
    Term(event, text, path, event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE);
    ValueEnded();
  }

  void Key(const yaml_event_t& event, std::string_view text) {
    Open& top = open_.back();
    top.has_key = true;
    if (text == kOwnLevel && !top.path.empty()) {
      top.key_path = top.path;
      return;
    }
    if (text.empty()) {
      Warn(event, "unnamed-category",
           "a category has no name; it is called \"unnamed\"");
      text = "unnamed";
    }
    top.key_path = Joined(top.path, text);
    if (out_.HasCategory(top.key_path)) {
      Warn(event, "duplicate-category",
           "the category \"" + top.key_path +
               "\" stands twice; both are taken for one");
    }
    out_.Category(top.key_path);
  }

  void Term(const yaml_event_t& event, std::string_view text,
            const std::string& path, bool plain) {
    if (plain && (text.empty() || text == "~")) {
      // "care:" alone is a category without terms.
      if (open_.back().map && text.empty()) return;
      return Warn(event, "empty-term", "an empty item; it is passed over");
    }
    out_.Add({text, out_.Category(path), Line(event.start_mark),
              Column(event.start_mark)});
  }

  void Alias(const yaml_event_t& event) {
    const std::string text =
        '*' +
        std::string(reinterpret_cast<const char*>(event.data.alias.anchor));
    Warn(event, "alias",
         text + " is an alias in YAML; it is taken for the term \"" + text +
             "\". Put quotes around it");
    if (!open_.empty()) {
      Open& top = open_.back();
      if (top.map && !top.has_key) return Key(event, text);
      Term(event, text, top.map ? top.key_path : top.path, false);
    }
    ValueEnded();
  }

  LexiconBuilder& out_;
  yaml_parser_t parser_;
  bool ready_ = false;
  int documents_ = 0;
  std::vector<Open> open_;
};

}  // namespace

void ReadYaml(std::string_view text, LexiconBuilder* builder) {
  YamlReader(text, builder).Read();
}
#else
void ReadYaml(std::string_view, LexiconBuilder* builder) {
  builder->findings().Error(
      1, 1, "not-built-in",
      "YAML is not built in: build framescope with libyaml and "
      "FRAMESCOPE_WITH_LIBYAML=ON");
}
#endif

namespace {

// A double-quoted scalar of YAML is a JSON string.
std::string Quoted(std::string_view text) {
  std::string out;
  JsonWriter(&out).String(text);
  return out;
}

void WriteTerms(const TermTable& table, const std::vector<std::uint32_t>& terms,
                std::size_t depth, std::string* out) {
  for (const std::uint32_t i : terms) {
    out->append(2 * depth, ' ');
    *out += "- " + Quoted(table.terms[i].text) + '\n';
  }
}

void WriteNodes(const TermTable& table,
                const std::vector<std::vector<std::uint32_t>>& terms,
                const std::vector<CategoryNode>& nodes, std::size_t depth,
                std::string* out) {
  static const std::vector<std::uint32_t> kNoTerms;
  for (const CategoryNode& node : nodes) {
    const auto& own = node.category == kNone ? kNoTerms : terms[node.category];
    out->append(2 * depth, ' ');
    *out += Quoted(node.name) + ':';
    if (node.children.empty()) {
      *out += own.empty() ? " []\n" : "\n";
      WriteTerms(table, own, depth + 1, out);
      continue;
    }
    *out += '\n';
    if (!own.empty()) {
      out->append(2 * depth + 2, ' ');
      *out += std::string(kOwnLevel) + ":\n";
      WriteTerms(table, own, depth + 2, out);
    }
    WriteNodes(table, terms, node.children, depth + 1, out);
  }
}

}  // namespace

std::string WriteYaml(const TermTable& table) {
  std::string out;
  WriteNodes(table, TermsByCategory(table), CategoryTree(*table.content), 0,
             &out);
  return out.empty() ? "{}\n" : out;
}

}  // namespace framescope
