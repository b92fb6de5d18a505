// Tested by tests/unit/lexicon/formats/trees_test.cpp.
//
// Lexicoder .lc3: a line "+CATEGORY", with or without a colour, then one term
// a line.
#include "lexicon/formats/formats.hpp"
#include "lexicon/formats/text_lines.hpp"
#include "lexicon/tsv.hpp"

namespace framescope {
namespace {

// Cuts "#00FF00" from the end of `name`.
std::string_view TakeColour(std::string_view* name) {
  constexpr std::size_t kSize = 7;
  if (name->size() <= kSize) return {};
  const std::string_view colour = name->substr(name->size() - kSize);
  if (colour[0] != '#' ||
      colour.find_first_not_of("0123456789abcdefABCDEF", 1) != colour.npos) {
    return {};
  }
  name->remove_suffix(kSize);
  *name = Trimmed(*name);
  return colour;
}

}  // namespace

void ReadLexicoder(std::string_view text, LexiconBuilder* builder) {
  TextLines lines(text);
  std::uint32_t category = kNone;
  while (lines.Next()) {
    const std::string_view line = Trimmed(lines.line());
    if (line.empty()) continue;
    if (line[0] == '+') {
      std::string_view name = Trimmed(line.substr(1));
      const std::string_view colour = TakeColour(&name);
      if (name.empty()) {
        builder->Warn(lines.number(), 1, "unnamed-category",
                      "a category without a name; its terms are passed over");
        category = kNone;
        continue;
      }
      if (builder->HasCategory(name)) {
        builder->findings().Note(lines.number(), 1, "duplicate-category",
                                 "\"" + std::string(name) +
                                     "\" stands twice; both are taken for one");
      }
      category = builder->Category(name);
      if (!colour.empty()) {
        builder->content().categories[category].code = colour;
      }
      continue;
    }
    if (category == kNone) {
      builder->Warn(lines.number(), 1, "no-category",
                    "\"" + std::string(line) +
                        "\" stands before the first +CATEGORY; it is passed "
                        "over");
      continue;
    }
    for (const char c : line) {
      if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') continue;
      builder->Warn(lines.number(), 1, "control-character",
                    "the line holds a control character, which is left out");
      break;
    }
    builder->Add({line, category, lines.number(), 1});
  }
}

std::string WriteLexicoder(const TermTable& table) {
  std::string out;
  const auto terms = TermsByCategory(table);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Category& category = table.content->categories[i];
    out += '+' + category.name;
    if (category.code.size() == 7 && category.code[0] == '#') {
      out += category.code;
    }
    out += '\n';
    for (const std::uint32_t term : terms[i]) {
      out += table.terms[term].text + '\n';
    }
  }
  return out;
}

}  // namespace framescope
