// Tested by tests/unit/lexicon/formats/trees_test.cpp.
//
// Yoshikoder .ykd and .lcd: XML with categories <cnode> in each other and
// terms <pnode>, both with a name, a score and a description.
#include "base/numbers.hpp"
#include "lexicon/formats/formats.hpp"
#include "lexicon/tsv.hpp"

#ifdef FRAMESCOPE_HAVE_LIBXML2
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#endif

namespace framescope {
#ifdef FRAMESCOPE_HAVE_LIBXML2
namespace {

constexpr std::size_t kDeepest = 256;
constexpr TermSyntax kSyntax = {true, false};

std::string_view View(const xmlChar* text) {
  return text == nullptr
             ? std::string_view()
             : std::string_view(reinterpret_cast<const char*>(text));
}

// Listens to libxml2's SAX parser. No DOCTYPE, so no entities of the file's
// own; no network; limited depth.
class YoshikoderReader {
 public:
  explicit YoshikoderReader(LexiconBuilder* out) : out_(*out) {}

  void Read(std::string_view text) {
    static const bool ready = (xmlInitParser(), true);
    (void)ready;
    xmlSAXHandler sax = {};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = &OnStart;
    sax.endElementNs = &OnEnd;
    sax.internalSubset = &OnDoctype;
    sax.serror = &OnError;
    context_ = xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr);
    if (context_ == nullptr) return Fail(1, "no-memory", "not enough memory");
    xmlCtxtUseOptions(context_, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    constexpr std::size_t kPiece = 1 << 16;
    for (std::size_t at = 0; at < text.size() && !stopped_; at += kPiece) {
      const std::string_view piece = text.substr(at, kPiece);
      xmlParseChunk(context_, piece.data(), static_cast<int>(piece.size()), 0);
    }
    if (!stopped_) xmlParseChunk(context_, "", 0, 1);
    if (!stopped_ && !seen_root_) {
      Fail(1, "no-dictionary", "expected the element <dictionary>");
    }
    xmlFreeParserCtxt(context_);
  }

 private:
  struct Node {
    std::string path;
    double score = 1;
    bool filled = false;
  };

  static YoshikoderReader& Of(void* self) {
    return *static_cast<YoshikoderReader*>(self);
  }
  std::int32_t Line() const { return xmlSAX2GetLineNumber(context_); }

  void Fail(std::int32_t line, const char* code, std::string message) {
    if (stopped_) return;
    stopped_ = true;
    out_.findings().Error(line, 1, code, std::move(message));
    if (context_ != nullptr) xmlStopParser(context_);
  }

  static void OnDoctype(void* self, const xmlChar*, const xmlChar*,
                        const xmlChar*) {
    Of(self).Fail(Of(self).Line(), "doctype",
                  "the file holds a DOCTYPE, which Yoshikoder does not write; "
                  "refused, since it can be made to expand without end");
  }

  static void OnError(void* self, xmlErrorPtr error) {
    if (error->level != XML_ERR_FATAL) return;
    std::string message =
        error->message == nullptr ? "" : std::string(error->message);
    Of(self).Fail(error->line, "xml-syntax",
                  "the XML is damaged: " + std::string(Trimmed(message)));
  }

  using Attributes = std::vector<std::pair<std::string_view, std::string>>;

  static std::string_view Get(const Attributes& attributes,
                              std::string_view name) {
    for (const auto& [key, value] : attributes) {
      if (key == name) return value;
    }
    return {};
  }

  // libxml2 leaves &amp; &lt; and others in attributes as they are when the
  // parser builds no tree.
  static std::string Unescaped(std::string_view text) {
    static constexpr std::pair<std::string_view, char> kNames[] = {
        {"&amp;", '&'}, {"&#38;", '&'},  {"&lt;", '<'},
        {"&gt;", '>'},  {"&quot;", '"'}, {"&apos;", '\''}};
    std::string out;
    while (!text.empty()) {
      std::size_t size = 1;
      char c = text[0];
      for (const auto& [name, character] : kNames) {
        if (c != '&' || !text.starts_with(name)) continue;
        c = character;
        size = name.size();
        break;
      }
      out += c;
      text.remove_prefix(size);
    }
    return out;
  }

  static void OnStart(void* self, const xmlChar* name, const xmlChar*,
                      const xmlChar*, int, const xmlChar**, int count, int,
                      const xmlChar** values) {
    YoshikoderReader& reader = Of(self);
    if (reader.stopped_) return;
    Attributes attributes;
    for (int i = 0; i < count; ++i) {
      const xmlChar** const a = values + i * 5;
      const char* const value = reinterpret_cast<const char*>(a[3]);
      attributes.emplace_back(
          View(a[0]),
          Unescaped({value, static_cast<std::size_t>(
                                reinterpret_cast<const char*>(a[4]) - value)}));
    }
    reader.Start(View(name), attributes);
  }

  static void OnEnd(void* self, const xmlChar* name, const xmlChar*,
                    const xmlChar*) {
    YoshikoderReader& reader = Of(self);
    if (!reader.stopped_ && View(name) == "cnode" && !reader.open_.empty()) {
      const Node& node = reader.open_.back();
      if (!node.filled) reader.out_.Category(node.path);
      reader.open_.pop_back();
    }
  }

  void Start(std::string_view name, const Attributes& attributes) {
    if (!seen_root_) {
      seen_root_ = true;
      if (name != "dictionary") {
        return Fail(Line(), "no-dictionary",
                    "expected the element <dictionary>, found <" +
                        std::string(name) + ">");
      }
      ReadEngine(Get(attributes, "patternengine"));
    } else if (name == "cnode") {
      OpenCategory(attributes);
    } else if (name == "pnode") {
      AddTerm(attributes);
    } else {
      out_.Warn(Line(), 1, "unknown-element",
                "the element <" + std::string(name) +
                    "> is not known; it is passed over");
    }
  }

  void ReadEngine(std::string_view engine) {
    regexp_ = engine == "regexp";
    if (regexp_ || engine.empty() || engine == "substring") return;
    out_.Warn(Line(), 1, "unknown-engine",
              "the pattern engine \"" + std::string(engine) +
                  "\" is not known; terms are read as words with *");
  }

  double ScoreOf(const Attributes& attributes, double otherwise) {
    const std::string_view text = Trimmed(Get(attributes, "score"));
    double score = otherwise;
    if (!text.empty() && !ReadNumber(text, &score)) {
      out_.Warn(Line(), 1, "bad-score",
                "the score \"" + std::string(text) + "\" is no number");
    }
    return score;
  }

  void OpenCategory(const Attributes& attributes) {
    if (open_.size() == kDeepest) {
      return Fail(Line(), "too-deep", "it is nested deeper than 256 levels");
    }
    std::string_view name = Trimmed(Get(attributes, "name"));
    if (name.empty()) {
      out_.Warn(Line(), 1, "unnamed-category",
                "a <cnode> without a name; it is called \"unnamed\"");
      name = "unnamed";
    }
    Node node;
    node.path = Joined(open_.empty() ? "" : open_.back().path, name);
    node.score = ScoreOf(attributes, open_.empty() ? 1 : open_.back().score);
    const std::string_view description = Trimmed(Get(attributes, "desc"));
    if (!description.empty()) {
      const std::uint32_t category = out_.Category(node.path);
      out_.content().categories[category].title = description;
    }
    if (!open_.empty()) open_.back().filled = true;
    open_.push_back(std::move(node));
  }

  void AddTerm(const Attributes& attributes) {
    const std::string_view name = Get(attributes, "name");
    if (open_.empty()) {
      return out_.Warn(Line(), 1, "no-category",
                       "<pnode name=\"" + std::string(name) +
                           "\"> stands in no <cnode>; it is passed over");
    }
    open_.back().filled = true;
    LexiconBuilder::Term term;
    term.text = name;
    term.category = out_.Category(open_.back().path);
    term.line = Line();
    term.column = 1;
    term.score = ScoreOf(attributes, open_.back().score);
    term.note = Get(attributes, "desc");
    if (!regexp_ || name.empty()) return out_.Add(term, kSyntax);
    out_.AddPattern('/' + std::string(name) + '/', term);
  }

  LexiconBuilder& out_;
  xmlParserCtxtPtr context_ = nullptr;
  std::vector<Node> open_;
  bool seen_root_ = false, regexp_ = false, stopped_ = false;
};

}  // namespace

void ReadYoshikoder(std::string_view text, LexiconBuilder* builder) {
  YoshikoderReader(builder).Read(text);
}
#else
void ReadYoshikoder(std::string_view, LexiconBuilder* builder) {
  builder->findings().Error(
      1, 1, "not-built-in",
      "Yoshikoder's XML is not built in: build framescope with libxml2 and "
      "FRAMESCOPE_WITH_LIBXML2=ON");
}
#endif

namespace {

std::string Attribute(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

void WriteNodes(const TermTable& table,
                const std::vector<std::vector<std::uint32_t>>& terms,
                const std::vector<CategoryNode>& nodes, std::size_t depth,
                std::string* out) {
  for (const CategoryNode& node : nodes) {
    out->append(2 * depth, ' ');
    *out += "<cnode name=\"" + Attribute(node.name) + '"';
    if (node.category != kNone) {
      const Category& category = table.content->categories[node.category];
      if (!category.title.empty()) {
        *out += " desc=\"" + Attribute(category.title) + '"';
      }
    }
    *out += ">\n";
    if (node.category != kNone) {
      for (const std::uint32_t i : terms[node.category]) {
        const TableTerm& term = table.terms[i];
        out->append(2 * depth + 2, ' ');
        *out += "<pnode name=\"" + Attribute(term.text) + '"';
        if (term.score != 1) *out += " score=\"" + Shortest(term.score) + '"';
        const std::string& note = table.content->entries[term.entry].note;
        if (!note.empty()) *out += " desc=\"" + Attribute(note) + '"';
        *out += "/>\n";
      }
    }
    WriteNodes(table, terms, node.children, depth + 1, out);
    out->append(2 * depth, ' ').append("</cnode>\n");
  }
}

}  // namespace

std::string WriteYoshikoder(const TermTable& table) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<dictionary style=\"050805\" patternengine=\"substring\">\n";
  WriteNodes(table, TermsByCategory(table), CategoryTree(*table.content), 1,
             &out);
  return out + "</dictionary>\n";
}

}  // namespace framescope
