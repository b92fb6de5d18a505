// Tested by tests/unit/lexicon/formats/liwc_test.cpp.
//
// LIWC .dic of 2001, 2007 and 2015: a legend of numbered categories between
// two lines "%", indented by tabs where they are nested, then one term a line
// with the numbers of its categories.
#include <charconv>
#include <map>

#include "base/code_point.hpp"
#include "lexicon/formats/formats.hpp"
#include "lexicon/formats/text_lines.hpp"
#include "lexicon/tsv.hpp"

namespace framescope {
namespace {

constexpr TermSyntax kSyntax = {true, false};

// Each condition takes the terms of its categories along: a small file could
// ask for any number of them.
constexpr std::size_t kMostClassWords = 1'000'000;

// A number that ends before a space, a slash or the end. Moves past it.
bool TakeId(std::string_view* text, std::uint32_t* id) {
  const auto [end, error] =
      std::from_chars(text->data(), text->data() + text->size(), *id);
  if (error != std::errc()) return false;
  const auto size = static_cast<std::size_t>(end - text->data());
  if (size < text->size() &&
      std::string_view(" \t/").find((*text)[size]) == std::string_view::npos) {
    return false;
  }
  text->remove_prefix(size);
  return true;
}

class LiwcReader {
 public:
  LiwcReader(std::string_view text, LexiconBuilder* out)
      : lines_(text), out_(*out) {}

  void Read() {
    if (!FindLegend()) return;
    while (lines_.Next()) {
      const std::string_view line = Trimmed(lines_.line());
      if (line.empty()) continue;
      if (line == "%") {
        Warn(1, "stray-mark", "a third % line: it is passed over");
        continue;
      }
      ReadTerm(lines_.line());
    }
    FillClasses();
  }

 private:
  struct Parent {
    std::size_t tabs = 0;
    std::string path;
  };

  void Warn(std::int32_t column, const char* code, std::string message) {
    out_.Warn(lines_.number(), column, code, std::move(message));
  }

  // Reads up to the second mark. False when there are fewer than two.
  bool FindLegend() {
    int marks = 0;
    std::int32_t before = 0, first_before = 0;  // lines above the legend
    while (marks < 2 && lines_.Next()) {
      const std::string_view line = Trimmed(lines_.line());
      if (line == "%") {
        ++marks;
      } else if (!line.empty() && marks == 0) {
        if (before++ == 0) first_before = lines_.number();
      } else if (!line.empty()) {
        ReadCategory();
      }
    }
    if (before > 0 && marks > 0) {
      out_.Warn(
          first_before, 1, "before-legend",
          "text before the legend is passed over: " + std::to_string(before) +
              (before == 1 ? " line" : " lines"));
    }
    if (marks == 2) return true;
    out_.findings().Error(
        marks == 0 ? 1 : lines_.number(), 1, "no-legend",
        marks == 0 ? "there is no legend: expected a line \"%\", the "
                     "categories, and a second line \"%\""
                   : "the legend does not end: expected a second line \"%\" "
                     "after the categories");
    return false;
  }

  void ReadCategory() {
    const std::string_view line = lines_.line();
    const std::size_t tabs = line.find_first_not_of('\t');
    std::string_view rest = Trimmed(line);
    std::uint32_t id = 0;
    const std::string_view before = rest;
    const bool numbered = TakeId(&rest, &id) && !rest.starts_with('/');
    rest = numbered ? Trimmed(rest) : before;
    while (!parents_.empty() && parents_.back().tabs >= tabs) {
      parents_.pop_back();
    }
    std::string name(rest), title;
    const std::size_t open = rest.find(" (");
    if (rest.ends_with(')') && open != rest.npos) {
      name = Trimmed(rest.substr(0, open));
      title = rest.substr(open + 2, rest.size() - open - 3);
    }
    if (name.empty()) {
      return Warn(1, "unnamed-category",
                  "the category " + std::string(Trimmed(line)) +
                      " has no name; it is passed over");
    }
    const std::string path =
        Joined(parents_.empty() ? "" : parents_.back().path, name);
    parents_.push_back({tabs, path});
    if (!numbered) return;
    if (out_.HasCategory(path)) {
      Warn(1, "duplicate-category",
           "the category \"" + path +
               "\" has another number already; both "
               "are taken for one");
    }
    const std::uint32_t category = out_.Category(path);
    out_.content().categories[category].title = title;
    if (!ids_.emplace(id, category).second) {
      Warn(1, "duplicate-id",
           "the number " + std::to_string(id) + " stands for \"" +
               out_.content().categories[ids_[id]].name +
               "\" already, which keeps it");
    }
  }

  // The end of the term: the first tab, or else where only numbers follow.
  static std::size_t EndOfTerm(std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab != line.npos) return tab;
    const std::size_t condition = std::min(line.find(" ("), line.find(" <"));
    std::size_t end = line.size();
    if (condition != line.npos && condition > 0 &&
        line.find_first_of("0123456789", condition) != line.npos) {
      end = condition;
    }
    for (std::size_t begin = end;;) {
      begin = line.find_last_of(' ', begin == 0 ? 0 : begin - 1);
      if (begin == line.npos || begin == 0) return end;
      const std::string_view word = Trimmed(line.substr(begin, end - begin));
      for (const char c : word) {
        if (!IsAsciiDigit(c)) return end;
      }
      end = begin;
    }
  }

  void ReadTerm(std::string_view line) {
    const std::size_t end = EndOfTerm(line);
    const std::string_view term = Trimmed(line.substr(0, end));
    if (term.empty()) {
      return Warn(1, "empty-term", "a term is missing before the numbers");
    }
    columns_ = ColumnCounter(line);
    term_column_ = columns_.Of(term);
    std::string_view rest = Trimmed(line.substr(end));
    if (rest.empty()) {
      return Warn(term_column_, "no-category",
                  "\"" + std::string(term) +
                      "\" has no category; put a tab and a number after it");
    }
    while (!rest.empty()) {
      if (!ReadCode(term, &rest)) return;
      rest = Trimmed(rest);
    }
  }

  // One number, or a condition with one or two numbers.
  bool ReadCode(std::string_view term, std::string_view* rest) {
    const std::string_view begin = *rest;
    std::string when;
    if (begin[0] == '(' || begin[0] == '<') {
      const std::size_t close = begin.find(begin[0] == '(' ? ')' : '>');
      if (close == begin.npos) return BadCode(begin);
      when = Condition(begin[0], begin.substr(1, close - 1));
      *rest = Trimmed(begin.substr(close + 1));
      if (when.empty()) return BadCode(begin);
    }
    std::uint32_t id = 0;
    if (!TakeId(rest, &id)) return BadCode(begin);
    AddTo(id, term, begin, when);
    if (!rest->starts_with('/')) return true;
    rest->remove_prefix(1);
    if (!TakeId(rest, &id)) return BadCode(begin);
    AddTo(id, term, begin, when.empty() ? "" : "not " + when);
    return true;
  }

  bool BadCode(std::string_view at) {
    Warn(columns_.Of(at), "bad-number",
         "\"" + std::string(at.substr(0, 40)) +
             "\": expected the numbers of categories");
    return false;
  }

  // "(02 134)": after a word of those categories; "<of>": before that word.
  std::string Condition(char kind, std::string_view inside) {
    if (kind == '<') {
      const std::string_view word = Trimmed(inside);
      for (const char c : word) {
        const char low = static_cast<char>(c | 0x20);
        if (low < 'a' || low > 'z') return "";
      }
      return word.empty() ? "" : "followed-by " + std::string(word);
    }
    std::string name = "liwc";
    std::vector<std::uint32_t> ids;
    for (const std::string_view part : SplitTrimmed(inside, ' ')) {
      std::string_view left = part;
      std::uint32_t id = 0;
      if (!TakeId(&left, &id) || !left.empty()) return "";
      if (ids_.count(id) == 0) {
        Warn(columns_.Of(part), "unknown-number",
             "the legend has no category " + std::to_string(id));
        continue;
      }
      ids.push_back(id);
      name += '-' + std::to_string(id);
    }
    if (ids.empty()) return "";
    classes_.emplace(name, ids);
    return "preceded-by {" + name + "}";
  }

  void AddTo(std::uint32_t id, std::string_view term, std::string_view at,
             const std::string& when) {
    const auto found = ids_.find(id);
    if (found == ids_.end()) {
      return Warn(columns_.Of(at), "unknown-number",
                  "\"" + std::string(term) + "\": the legend has no category " +
                      std::to_string(id));
    }
    LexiconBuilder::Term added;
    added.text = term;
    added.category = found->second;
    added.line = lines_.number();
    added.column = term_column_;
    added.when = when;
    out_.Add(added, kSyntax);
  }

  // The words of each class are the terms of its categories.
  void FillClasses() {
    if (classes_.empty()) return;
    std::vector<std::vector<std::string>> words(
        out_.content().categories.size());
    for (const Entry& entry : out_.content().entries) {
      if (entry.weight > 0 && !entry.pattern.starts_with('/')) {
        words[entry.category].push_back(entry.pattern);
      }
    }
    std::size_t count = 0;
    for (const auto& [name, ids] : classes_) {
      WordClass word_class{name, {}};
      for (const std::uint32_t id : ids) {
        const std::vector<std::string>& more = words[ids_.find(id)->second];
        count += more.size();
        if (count > kMostClassWords) {
          out_.findings().Error(
              lines_.number(), 1, "too-many-conditions",
              "the conditions in brackets name categories of more than "
              "1,000,000 terms together");
          return;
        }
        word_class.words.insert(word_class.words.end(), more.begin(),
                                more.end());
      }
      out_.content().classes.push_back(std::move(word_class));
    }
  }

  TextLines lines_;
  LexiconBuilder& out_;
  ColumnCounter columns_;  // of the line with the term that is read
  std::int32_t term_column_ = 1;
  std::vector<Parent> parents_;
  std::map<std::uint32_t, std::uint32_t> ids_;  // number to category
  std::map<std::string, std::vector<std::uint32_t>> classes_;
};

// Writes the legend of `nodes` and numbers their categories in that order. A
// line for each category, since other readers refuse one without a number:
// what lies above categories but is none itself stays in their names,
// "care.virtue".
void WriteLegend(const TermTable& table, const std::vector<CategoryNode>& nodes,
                 std::size_t depth, const std::string& above,
                 std::vector<std::uint32_t>* ids, std::uint32_t* next,
                 std::string* out) {
  for (const CategoryNode& node : nodes) {
    const std::string name = Joined(above, node.name);
    if (node.category == kNone) {
      WriteLegend(table, node.children, depth, name, ids, next, out);
      continue;
    }
    (*ids)[node.category] = ++*next;
    out->append(depth, '\t').append(std::to_string(*next)).append(1, '\t');
    *out += name;
    const std::string& title = table.content->categories[node.category].title;
    if (!title.empty()) *out += " (" + title + ")";
    *out += '\n';
    WriteLegend(table, node.children, depth + 1, "", ids, next, out);
  }
}

}  // namespace

void ReadLiwc(std::string_view text, LexiconBuilder* builder) {
  LiwcReader(text, builder).Read();
}

std::string WriteLiwc(const TermTable& table) {
  std::string out = "%\n";
  std::vector<std::uint32_t> ids(table.content->categories.size());
  std::uint32_t next = 0;
  WriteLegend(table, CategoryTree(*table.content), 0, "", &ids, &next, &out);
  out += "%\n";
  std::unordered_map<std::string_view, std::size_t> lines;
  std::vector<std::string> numbers;
  std::vector<std::string_view> terms;
  for (const TableTerm& term : table.terms) {
    const auto [at, fresh] = lines.emplace(term.text, terms.size());
    if (fresh) {
      terms.push_back(term.text);
      numbers.emplace_back();
    }
    numbers[at->second] += '\t' + std::to_string(ids[term.category]);
  }
  for (std::size_t i = 0; i < terms.size(); ++i) {
    out.append(terms[i]).append(numbers[i]).append(1, '\n');
  }
  return out;
}

}  // namespace framescope
