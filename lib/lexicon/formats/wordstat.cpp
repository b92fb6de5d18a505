// Tested by tests/unit/lexicon/formats/trees_test.cpp.
//
// WordStat .cat: a tree by indentation; a line that ends in " (number)" is a
// term with its weight, any other line is a category. "_" joins the words of a
// phrase.
#include <algorithm>

#include "base/numbers.hpp"
#include "lexicon/formats/formats.hpp"
#include "lexicon/formats/text_lines.hpp"
#include "lexicon/tsv.hpp"

namespace framescope {
namespace {

constexpr std::size_t kTabWidth = 8;

std::size_t IndentOf(std::string_view line) {
  std::size_t width = 0;
  for (const char c : line) {
    if (c == '\t') {
      width = (width / kTabWidth + 1) * kTabWidth;
    } else if (c == ' ') {
      ++width;
    } else {
      break;
    }
  }
  return width;
}

class WordStatReader {
 public:
  WordStatReader(std::string_view text, LexiconBuilder* out)
      : lines_(text), out_(*out) {}

  void Read() {
    while (lines_.Next()) {
      const std::string_view line = Trimmed(lines_.line());
      if (line.empty()) continue;
      while (!path_.empty() && path_.back().indent >= IndentOf(lines_.line())) {
        Close();
      }
      if (line[0] == '@') {
        Warn("rule", "WordStat's rule \"" + std::string(line.substr(0, 60)) +
                         "\" is not supported; it is passed over");
      } else if (!ReadTerm(line)) {
        Open(line);
      }
    }
    while (!path_.empty()) Close();
  }

 private:
  struct Node {
    std::size_t indent = 0;
    std::string path;
    std::int32_t line = 0;
    bool filled = false;
  };

  void Warn(const char* code, std::string message) {
    out_.Warn(
        lines_.number(),
        static_cast<std::int32_t>(lines_.line().find_first_not_of(" \t") + 1),
        code, std::move(message));
  }

  bool ReadTerm(std::string_view line) {
    const std::size_t open = line.rfind('(');
    double score = 1;
    if (open == line.npos || !line.ends_with(')') ||
        !ReadNumber(Trimmed(line.substr(open + 1, line.size() - open - 2)),
                    &score)) {
      return false;
    }
    std::string term(Trimmed(line.substr(0, open)));
    if (path_.empty()) {
      Warn("no-category",
           "\"" + term + "\" stands under no category; it is passed over");
      return true;
    }
    std::replace(term.begin(), term.end(), '_', ' ');
    path_.back().filled = true;
    LexiconBuilder::Term added;
    added.text = term;
    added.category = out_.Category(path_.back().path);
    added.line = lines_.number();
    added.column =
        static_cast<std::int32_t>(lines_.line().find_first_not_of(" \t") + 1);
    added.score = score;
    out_.Add(added);
    return true;
  }

  void Open(std::string_view name) {
    if (!path_.empty()) path_.back().filled = true;
    path_.push_back({IndentOf(lines_.line()),
                     Joined(path_.empty() ? "" : path_.back().path, name),
                     lines_.number()});
  }

  void Close() {
    const Node& node = path_.back();
    if (!node.filled) {
      const std::string name = node.path.substr(node.path.rfind('.') + 1);
      out_.Warn(node.line, 1, "empty-category",
                "the category \"" + node.path +
                    "\" holds nothing; a term is written with its weight, "
                    "such as \"" +
                    std::string(Trimmed(name.substr(0, name.find('(')))) +
                    " (1)\"");
      out_.Category(node.path);
    }
    path_.pop_back();
  }

  TextLines lines_;
  LexiconBuilder& out_;
  std::vector<Node> path_;
};

void WriteNodes(const TermTable& table,
                const std::vector<std::vector<std::uint32_t>>& terms,
                const std::vector<CategoryNode>& nodes, std::size_t depth,
                std::string* out) {
  for (const CategoryNode& node : nodes) {
    out->append(depth, '\t').append(node.name).append(1, '\n');
    if (node.category != kNone) {
      for (const std::uint32_t i : terms[node.category]) {
        std::string text = table.terms[i].text;
        std::replace(text.begin(), text.end(), ' ', '_');
        out->append(depth + 1, '\t');
        *out += text + " (" + Shortest(table.terms[i].score) + ")\n";
      }
    }
    WriteNodes(table, terms, node.children, depth + 1, out);
  }
}

}  // namespace

void ReadWordStat(std::string_view text, LexiconBuilder* builder) {
  WordStatReader(text, builder).Read();
}

std::string WriteWordStat(const TermTable& table) {
  std::string out;
  WriteNodes(table, TermsByCategory(table), CategoryTree(*table.content), 0,
             &out);
  return out;
}

}  // namespace framescope
