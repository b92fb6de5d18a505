// TermTable: a lexicon as other formats can hold it, terms in categories.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/lexicon.hpp"
#include "lexicon/finding_list.hpp"
#include "lexicon/formats/term.hpp"

namespace framescope {

// What a format can hold beside terms and flat categories.
struct FormatLimits {
  TermSyntax syntax;
  bool patterns = false;  // our own pattern syntax
  bool weights = false;
  bool hierarchy = true;
  bool titles = false;   // of categories
  bool codes = false;    // of categories
  bool notes = false;    // of entries
  bool details = false;  // conditions, locus, flags, wordings, sources
};

struct TableTerm {
  std::string text;  // in the format's syntax
  std::uint32_t category = 0;
  double score = 1;
  std::uint32_t entry = 0;  // index into the lexicon's entries
};

// Borrows the lexicon's content.
struct TermTable {
  const Lexicon::Content* content = nullptr;
  std::vector<TableTerm> terms;
};

// Makes the table; what the format cannot hold goes to `lost`, one finding for
// each entry that changes or is left out, and one for each other thing.
TermTable MakeTermTable(const Lexicon::Content& content,
                        const FormatLimits& limits, FindingList* lost);

// The entry as one term of words and wildcards that TermReader would turn into
// the same pattern; nothing when it needs our own syntax.
std::optional<std::string> PlainTermOf(const Entry& entry);

// Categories as a tree over the dots of their names.
struct CategoryNode {
  std::string name;                // the last part
  std::uint32_t category = kNone;  // none for a node that only holds others
  std::vector<CategoryNode> children;
};
std::vector<CategoryNode> CategoryTree(const Lexicon::Content& content);

// The indices of `table.terms` for each category.
std::vector<std::vector<std::uint32_t>> TermsByCategory(const TermTable& table);

}  // namespace framescope
