// Tested by tests/unit/lexicon/formats/tables_test.cpp.
//
// CSV and TSV tables: a header, then one entry a row. "term" holds a word,
// phrase or glob, "pattern" our own syntax; "category" is required; "weight",
// "note" and "when" may follow.
#include <map>

#include "base/numbers.hpp"
#include "lexicon/formats/delimited.hpp"
#include "lexicon/formats/formats.hpp"
#include "lexicon/tsv.hpp"

namespace framescope {
namespace {

// Names of columns that mean the same.
const std::map<std::string_view, std::string_view>& Synonyms() {
  static const std::map<std::string_view, std::string_view> kNames = {
      {"term", "term"},         {"word", "term"},        {"entry", "term"},
      {"phrase", "term"},       {"dicterm", "term"},     {"pattern", "pattern"},
      {"category", "category"}, {"key", "category"},     {"class", "category"},
      {"weight", "weight"},     {"score", "weight"},     {"value", "weight"},
      {"note", "note"},         {"description", "note"}, {"comment", "note"},
      {"when", "when"}};
  return kNames;
}

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

class TableReader {
 public:
  TableReader(std::string_view text, char separator, LexiconBuilder* out)
      : rows_(text, separator, out), out_(*out) {}

  void Read() {
    if (!ReadHeader()) return;
    while (rows_.Next()) ReadRow();
  }

 private:
  bool ReadHeader() {
    if (rows_.Next()) {
      for (std::size_t i = 0; i < rows_.cells().size(); ++i) {
        const auto known = Synonyms().find(Lower(rows_.Cell(i)));
        if (known != Synonyms().end()) {
          columns_.emplace(known->second, i);
        } else {
          out_.Warn(rows_.line(), rows_.column(i), "unknown-column",
                    "the column \"" + std::string(rows_.Cell(i)) +
                        "\" is not known and not read; there are term, "
                        "pattern, category, weight, note and when");
        }
      }
      width_ = rows_.cells().size();
    }
    const bool terms = columns_.count("term") || columns_.count("pattern");
    if (terms && columns_.count("category")) return true;
    out_.findings().Error(
        1, 1, "no-header",
        std::string("there is no column \"") + (terms ? "category" : "term") +
            "\": expected a header line with the columns term (or pattern) "
            "and category, and weight if there is one");
    return false;
  }

  std::string_view Get(std::string_view column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() ? std::string_view()
                                   : rows_.Cell(found->second);
  }
  std::int32_t ColumnOf(std::string_view column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() ? 1 : rows_.column(found->second);
  }

  void ReadRow() {
    if (rows_.cells().size() > width_) {
      out_.Warn(rows_.line(), rows_.column(width_), "extra-cells",
                "the row has more cells than the header; the rest is passed "
                "over");
    }
    const bool native = !Get("pattern").empty();
    LexiconBuilder::Term term;
    term.text = native ? Get("pattern") : Get("term");
    term.line = rows_.line();
    term.column = ColumnOf(native ? "pattern" : "term");
    if (term.text.empty() || Get("category").empty()) {
      return out_.Warn(rows_.line(), 1, "empty-cell",
                       "a row needs a term and a category; it is passed over");
    }
    if (!Get("weight").empty() && !ReadNumber(Get("weight"), &term.score)) {
      out_.Warn(rows_.line(), ColumnOf("weight"), "bad-weight",
                "\"" + std::string(Get("weight")) +
                    "\" is no number; the weight is taken for 1");
    }
    term.category = out_.Category(Get("category"));
    term.note = Get("note");
    term.when = Get("when");
    if (native) return out_.AddPattern(std::string(term.text), term);
    out_.Add(term);
  }

  DelimitedRows rows_;
  LexiconBuilder& out_;
  std::map<std::string_view, std::size_t> columns_;
  std::size_t width_ = 0;
};

std::string WriteTable(const TermTable& table, char separator) {
  const auto cell = [separator](std::string_view text) {
    if (separator == ',') return CsvCell(text);
    std::string out(text);
    for (char& c : out) {
      if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    }
    return out;
  };
  std::string out = "term,pattern,category,weight,when,note\n";
  if (separator == '\t') {
    for (char& c : out) {
      if (c == ',') c = '\t';
    }
  }
  for (const TableTerm& term : table.terms) {
    const Entry& entry = table.content->entries[term.entry];
    const std::optional<std::string> plain = PlainTermOf(entry);
    out += cell(plain.value_or("")) + separator + cell(plain ? "" : term.text) +
           separator + cell(table.content->categories[term.category].name) +
           separator + Shortest(term.score) + separator + cell(entry.when) +
           separator + cell(entry.note) + '\n';
  }
  return out;
}

}  // namespace

void ReadCsv(std::string_view text, LexiconBuilder* builder) {
  TableReader(text, ',', builder).Read();
}
void ReadTsv(std::string_view text, LexiconBuilder* builder) {
  TableReader(text, '\t', builder).Read();
}
std::string WriteCsv(const TermTable& table) { return WriteTable(table, ','); }
std::string WriteTsv(const TermTable& table) { return WriteTable(table, '\t'); }

}  // namespace framescope
