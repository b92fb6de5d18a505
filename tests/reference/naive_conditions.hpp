// What the conditions of entries and masks mean, written as plainly as
// possible: the twin that guards and judged conditions are compared with. Slow.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "framescope/lexicon.hpp"
#include "match/matcher.hpp"
#include "match/pattern_set.hpp"
#include "reference/naive_matcher.hpp"
#include "unicode/tokens.hpp"

namespace framescope::reference {

// A lexicon whose conditions are `followed-by`, `preceded-by`, `near` and
// `sentence`, with or without `not`, as docs/lexicon-format.md has them.
class NaiveConditions {
 public:
  // Borrows the lexicon.
  explicit NaiveConditions(const Lexicon& lexicon);

  // Every occurrence of an entry for which its conditions hold, unless one of a
  // mask hides it for which those of the mask hold. Overlaps are kept.
  std::vector<FoundEntry> Find(const Tokens& tokens) const;

 private:
  struct Condition {
    bool negated = false;
    std::string kind;
    std::uint32_t within = 0;  // words
    std::uint32_t asked = 0;   // pattern of `asked_`
  };
  using Cell = std::vector<Condition>;

  Cell Read(const std::string& when);
  Condition ReadOne(std::string text);
  static bool Holds(const Condition& condition, const Tokens& tokens,
                    const PatternHit& hit,
                    const std::vector<PatternHit>& occurrences);

  const Lexicon& lexicon_;
  std::vector<std::string> asked_patterns_;
  std::vector<Cell> entry_cells_, mask_cells_;
  std::vector<NaivePatterns> patterns_;  // entries, masks, what is asked for
};

}  // namespace framescope::reference
