// ContextEngine: how an author stands to the words of each match.
//
// All it knows about language is data: lexicons/stance/<language>.toml.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/lexicon.hpp"
#include "framescope/status.hpp"
#include "match/matcher.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// What context says of one found entry.
struct Judgement {
  Stance stance = Stance::kUsed;
  Locus locus = Locus::kAny;
  bool counts = true;  // false: another sense, or somebody else's frame
  bool in_quotation = false;
  Span cue;                    // bytes; what decided, empty for nothing
  std::uint32_t rule = kNone;  // index into rules()
  Span holder;                 // bytes; whose words are reported
  std::uint32_t pair = kNone;  // index of the other side of a contrast
};

// A judgement takes one thing only from another block: what the head of a list
// or of a column says. So many items back, and no further, the head of their
// list is looked for.
inline constexpr std::uint32_t kListItemsLookedOver = 32;
// So many blocks back, and no further, a table may start that has heads.
inline constexpr std::uint32_t kCellsLookedOver = 256;

// Whether a table starts with blocks[i], which is part of one.
inline bool StartsTable(std::span<const Block> blocks, std::size_t i) {
  if (i == 0 || blocks[i - 1].column == 0) return true;
  if (!blocks[i].in_first_row) return false;
  return !blocks[i - 1].in_first_row || blocks[i - 1].column > blocks[i].column;
}

class ContextScratch {
 public:
  ContextScratch();
  ~ContextScratch();
  ContextScratch(ContextScratch&&) noexcept;
  ContextScratch& operator=(ContextScratch&&) noexcept;

  // What the calls so far have looked at: states of patterns, words of clauses,
  // scopes, items. Grows as the text does; for tests.
  std::uint64_t steps() const;

 private:
  friend class ContextEngine;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Immutable; shared by threads.
class ContextEngine {
 public:
  // Reads and compiles stance rules; `name` stands for the file in messages.
  // All findings go to `diagnostics`, if given.
  static Result<ContextEngine> Parse(const std::string& name,
                                     std::string_view toml,
                                     const Lexicon& lexicon,
                                     const std::string& locale,
                                     std::vector<Diagnostic>* diagnostics,
                                     std::string_view archive = {});
  // The rules that are part of the library, for "en". `archive`: what Archive()
  // gave for some rules; it is used where it is of the same.
  static Result<ContextEngine> BuiltIn(const std::string& language,
                                       const Lexicon& lexicon,
                                       const std::string& locale,
                                       std::string_view archive = {});

  // The compiled rules as bytes, as Matcher::Archive() gives patterns.
  std::string Archive() const;

  // Fills `out` with one judgement for each of `found` (in Matcher's order).
  // Looks only at sentences with matches and their neighbours; linear in
  // their words for any text. Works on `blocks` for headings and the like.
  void Judge(const Tokens& tokens, std::span<const Block> blocks,
             std::span<const FoundEntry> found, ContextScratch* scratch,
             std::vector<Judgement>* out) const;

  const std::vector<RuleInfo>& rules() const;
  const std::string& hash() const;  // of the rules' content

 private:
  struct Impl;
  explicit ContextEngine(std::shared_ptr<const Impl> impl);
  std::shared_ptr<const Impl> impl_;
};

}  // namespace framescope
