// Selection: which of the occurrences that overlap are matches.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "framescope/lexicon.hpp"
#include "match/hash_table.hpp"
#include "match/matcher.hpp"

namespace framescope {

// What selection knows of an entry.
struct EntryTraits {
  std::int32_t weight = 0;
  std::uint32_t category = 0;
  std::uint32_t group = 0;  // one axis, or one category without an axis
  std::uint32_t pole = 0;   // one pole of an axis, or such a category
};

// The traits of each entry under a profile, and how many groups there are.
std::vector<EntryTraits> TraitsOf(const Lexicon& lexicon,
                                  const std::string& profile,
                                  std::size_t* groups);

// An occurrence on its way to be a match.
struct Candidate {
  FoundEntry found;
  bool kept = true;
  std::uint32_t by = kNone;  // the entry that it lost to
};

// By first word, longest first, then heavier first, then by entry.
void SortForSelection(std::span<const EntryTraits> traits,
                      std::vector<Candidate>* candidates);

// Decides `kept` for candidates, sorted as above, under one policy: for those
// of a sentence, or for a stretch of them that no other overlaps. Belongs to
// one thread; Reset() for each text.
//
// kLongest goes from the left and, in each group, takes what does not overlap
// what it has taken. kKey and kDictionary do what quanteda's tokens_lookup()
// does: longest first, then from the left; an occurrence is dropped when a
// word of it already counts for its category, and under kDictionary also when
// all its words already count for any longer one.
class Selector {
 public:
  void Reset(std::size_t groups);
  void Select(Overlap overlap, std::span<const EntryTraits> traits,
              std::span<Candidate> candidates);

 private:
  void SelectLongest(std::span<const EntryTraits> traits,
                     std::span<Candidate> candidates);
  void SelectNested(bool dictionary, std::span<const EntryTraits> traits,
                    std::span<Candidate> candidates);
  bool Claim(const EntryTraits& traits, Candidate* candidate);

  struct Taken {
    std::uint32_t end = 0;  // word behind the last one taken
    std::uint32_t entry = kNone;
  };
  std::vector<Taken> groups_;  // empty between calls of Select()
  std::vector<std::uint32_t> order_;
  PairTable claimed_;                          // (category, word) to entry
  std::vector<std::uint32_t> claimed_by_any_;  // by word: entry, or kNone
};

}  // namespace framescope
