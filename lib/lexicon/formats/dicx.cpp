// Tested by tests/unit/lexicon/formats/tables_test.cpp.
//
// LIWC-22 .dicx: a CSV table with one row a term and one column a category.
// A cell X means membership, a number other than 0 means it with that weight.
#include "base/numbers.hpp"
#include "lexicon/formats/delimited.hpp"
#include "lexicon/formats/formats.hpp"

namespace framescope {
namespace {

constexpr TermSyntax kSyntax = {true, false};

void ReadTermRow(const DelimitedRows& rows,
                 const std::vector<std::uint32_t>& categories,
                 LexiconBuilder* out) {
  if (rows.Cell(0).empty()) {
    out->Warn(rows.line(), 1, "empty-term", "the first cell holds no term");
    return;
  }
  if (rows.cells().size() > categories.size() + 1) {
    out->Warn(rows.line(), rows.column(categories.size() + 1), "extra-cells",
              "the row has " + std::to_string(rows.cells().size()) +
                  " cells, the header " +
                  std::to_string(categories.size() + 1) +
                  "; the rest is passed over");
  }
  bool anywhere = false;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    const std::string_view cell = rows.Cell(i + 1);
    if (cell.empty()) continue;
    LexiconBuilder::Term term;
    if (ReadNumber(cell, &term.score)) {
      if (term.score == 0) continue;
    } else if (cell != "X" && cell != "x") {
      out->Warn(rows.line(), rows.column(i + 1), "odd-cell",
                "\"" + std::string(cell) +
                    "\": expected X or a weight; it is read as X");
    }
    anywhere = true;
    term.text = rows.Cell(0);
    term.category = categories[i];
    term.line = rows.line();
    term.column = rows.column(0);
    out->Add(term, kSyntax);
  }
  if (!anywhere) {
    out->Warn(rows.line(), 1, "no-category",
              "\"" + std::string(rows.Cell(0)) + "\" has no category");
  }
}

}  // namespace

void ReadDicx(std::string_view text, LexiconBuilder* builder) {
  DelimitedRows rows(text, ',', builder);
  if (!rows.Next() || rows.cells().size() < 2) {
    builder->findings().Error(1, 1, "no-header",
                              "expected a header such as DicTerm,CategoryA,"
                              "CategoryB");
    return;
  }
  std::vector<std::uint32_t> categories;
  for (std::size_t i = 1; i < rows.cells().size(); ++i) {
    std::string name(rows.Cell(i));
    if (name.empty()) {
      name = "column " + std::to_string(i + 1);
      builder->Warn(rows.line(), rows.column(i), "unnamed-category",
                    "this column has no name; it is called \"" + name + "\"");
    } else if (builder->HasCategory(name)) {
      builder->Warn(rows.line(), rows.column(i), "duplicate-category",
                    "the category \"" + name +
                        "\" stands twice; both columns "
                        "are taken for one");
    }
    categories.push_back(builder->Category(name));
  }
  while (rows.Next()) ReadTermRow(rows, categories, builder);
}

std::string WriteDicx(const TermTable& table) {
  const std::size_t width = table.content->categories.size();
  std::string out = "DicTerm";
  for (const Category& category : table.content->categories) {
    out += ',' + CsvCell(category.name);
  }
  out += '\n';
  std::unordered_map<std::string_view, std::size_t> lines;
  std::vector<std::vector<const TableTerm*>> rows;
  for (const TableTerm& term : table.terms) {
    const auto [at, fresh] = lines.emplace(term.text, rows.size());
    if (fresh) rows.emplace_back();
    rows[at->second].push_back(&term);
  }
  for (const std::vector<const TableTerm*>& row : rows) {
    std::vector<std::string> cells(width);
    for (const TableTerm* term : row) {
      cells[term->category] = term->score == 1 ? "X" : Shortest(term->score);
    }
    out += CsvCell(row[0]->text);
    for (const std::string& cell : cells) out += ',' + cell;
    out += '\n';
  }
  return out;
}

}  // namespace framescope
