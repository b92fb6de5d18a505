// Tested by tests/unit/lexicon/formats/tables_test.cpp.
//
// Lists with one line a thing: Empath (a category and its terms) and VADER (a
// token, its mean valence, the standard deviation, the ratings). Read only.
#include <algorithm>

#include "lexicon/formats/formats.hpp"
#include "lexicon/formats/text_lines.hpp"
#include "lexicon/tsv.hpp"

namespace framescope {
namespace {

constexpr TermSyntax kLiteral = {false, false};

}  // namespace

void ReadEmpath(std::string_view text, LexiconBuilder* builder) {
  TextLines lines(text);
  while (lines.Next()) {
    const std::vector<std::string_view> cells =
        SplitTrimmed(lines.line(), '\t');
    if (cells.empty()) continue;
    if (lines.line()[0] == '\t') {
      builder->Warn(lines.number(), 1, "unnamed-category",
                    "the line begins with a tab: expected a category first; "
                    "the line is passed over");
      continue;
    }
    if (cells.size() == 1) {
      builder->Warn(lines.number(), 1, "empty-category",
                    "\"" + std::string(cells[0]) +
                        "\" has no terms; they follow it after tabs");
    }
    const std::uint32_t category = builder->Category(cells[0]);
    ColumnCounter columns(lines.line());
    for (std::size_t i = 1; i < cells.size(); ++i) {
      std::string term(cells[i]);
      std::replace(term.begin(), term.end(), '_', ' ');
      builder->Add({term, category, lines.number(), columns.Of(cells[i])},
                   kLiteral);
    }
  }
}

void ReadVader(std::string_view text, LexiconBuilder* builder) {
  TextLines lines(text);
  for (const char* name : {"negative", "positive"}) builder->Category(name);
  while (lines.Next()) {
    const std::string_view line = lines.line();
    if (Trimmed(line).empty()) continue;
    const std::size_t tab = line.find('\t');
    const std::string_view term = Trimmed(line.substr(0, tab));
    std::string_view rest =
        tab == line.npos ? std::string_view() : line.substr(tab + 1);
    const std::string_view mean = Trimmed(rest.substr(0, rest.find('\t')));
    LexiconBuilder::Term added;
    if (term.empty() || !ReadNumber(mean, &added.score)) {
      builder->Warn(lines.number(), 1, "bad-line",
                    "expected a token, a tab and its mean valence; the line "
                    "is passed over");
      continue;
    }
    added.text = term;
    added.category = builder->Category(added.score < 0   ? "negative"
                                       : added.score > 0 ? "positive"
                                                         : "neutral");
    added.line = lines.number();
    added.column = 1;
    builder->Add(added, kLiteral);
  }
}

}  // namespace framescope
