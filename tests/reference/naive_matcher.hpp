// What matching means, written as plainly as possible: the twin that the
// automaton and the selection are compared with. Slow.
#pragma once

#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "framescope/lexicon.hpp"
#include "match/matcher.hpp"
#include "match/pattern.hpp"
#include "match/pattern_set.hpp"
#include "unicode/tokens.hpp"

namespace framescope::reference {

class NaivePatterns {
 public:
  NaivePatterns(std::span<const WordClass> classes,
                std::span<const std::pair<std::string, std::string>> spelling,
                const std::vector<std::string>& patterns);

  // All occurrences in all sentences, in the order of PatternSet::Find.
  std::vector<PatternHit> Find(const Tokens& tokens) const;

 private:
  using Ends = std::set<std::uint32_t>;

  Ends After(const Tokens& tokens, const PatternSequence& sequence,
             std::size_t node, std::uint32_t start, std::uint32_t at,
             std::uint32_t end) const;
  Ends AfterNode(const Tokens& tokens, const PatternNode& node,
                 std::uint32_t start, std::uint32_t at,
                 std::uint32_t end) const;
  bool IsWord(const Tokens& tokens, const PatternWord& word,
              std::uint32_t at) const;
  // Whether a phrase that began at `start` may go on to word `at`.
  static bool RunsOn(const Tokens& tokens, std::uint32_t start,
                     std::uint32_t at, std::uint32_t end);

  std::vector<std::pair<std::string, std::vector<PatternSequence>>> classes_;
  std::vector<std::pair<std::string, std::string>> spelling_;
  std::vector<PatternSequence> patterns_;
};

// The occurrences of entries that no occurrence of a mask hides.
std::vector<FoundEntry> NaiveUnmasked(const Lexicon& lexicon,
                                      const Tokens& tokens,
                                      const std::vector<PatternHit>& entries,
                                      const std::vector<PatternHit>& masks);

// Masks, then the policy kLongest, over all pairs. No conditions.
std::vector<FoundEntry> NaiveFind(const Lexicon& lexicon, const Tokens& tokens);

}  // namespace framescope::reference
