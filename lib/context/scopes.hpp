// Scopes: the stretches of a sentence that each cue and contrast governs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "context/clauses.hpp"
#include "context/stance_rules.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// The words [first, last) of a sentence, counted from its first word.
struct WordRange {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
  std::uint32_t size() const { return last - first; }
  bool Holds(WordRange other) const {
    return first <= other.first && other.last <= last;
  }
  bool Touches(WordRange other) const {
    return first < other.last && other.first < last;
  }
};

// One stance over one stretch, from one cue.
struct Scope {
  WordRange words;
  WordRange near;  // a match must touch it, when it is not empty
  WordRange cue;
  WordRange holder;
  Stance stance = Stance::kUsed;
  std::uint32_t rule = 0;
  std::int32_t head_start = 0;
  std::uint32_t contrast = kNone;  // the same for the sides of one contrast
  std::uint64_t poles = ~std::uint64_t{0};  // that it speaks for
  bool both_sides = false;  // falls unless both sides hold a match
};

// Removes pseudo-cues and the hits that they touch, but for longer hits that
// contain them, from the hits of one sentence: those from `from` on, which are
// by first word. Linear.
void DropPseudoHits(const StanceRules& rules, std::size_t from,
                    std::vector<CueHit>* hits);

// Builds the scopes of one sentence. Belongs to one thread; reused.
class ScopeBuilder {
 public:
  // What cues that need a turn look at, also in the next sentence.
  struct Surroundings {
    bool turn = false;
  };

  // Replaces `*scopes`, in the order of their cues. Linear in words and hits.
  void Build(const StanceRules& rules, const Clauses& clauses,
             std::span<const CueHit> hits, Surroundings around,
             std::vector<Scope>* scopes);

  // How many contrasts the last call found.
  std::uint32_t contrasts() const { return contrasts_; }

  // The words that name whose speech the cue at `cue` reports.
  static WordRange Holder(const Clauses& clauses, WordRange cue,
                          HolderSide side);
  // True when the cue's subject is the author ("I said", "we believe").
  static bool SaidByAuthor(const Clauses& clauses, WordRange cue);

 private:
  enum class Aside : std::uint8_t { kNo, kPlain, kInverted };
  Aside AsideOf(WordRange cue) const;
  bool InPlace(WordRange words, const CueRule& cue) const;
  bool Flipped(WordRange cue, std::uint32_t most) const;
  void AddCue(WordRange words, const CueRule& cue);
  void AddForward(Scope scope, Reach reach, const CueRule& cue);
  std::uint32_t EndOfReport(WordRange said, std::uint32_t most) const;
  bool GoesOnBehind(std::uint32_t stop) const;
  std::uint32_t EndOfLeadingClause(std::uint32_t from) const;
  void AddBackward(Scope scope, Reach reach, std::uint32_t words);
  void AddPart(const CueHit& hit, const PatternUse& use);
  void AddContrast(const ContrastRule& rule, WordRange one, WordRange two);
  void AddFronted(const ContrastRule& rule, WordRange part);

  const StanceRules* rules_ = nullptr;
  const Clauses* clauses_ = nullptr;
  Surroundings around_;
  std::vector<Scope>* scopes_ = nullptr;
  WordRange last_negator_;
  std::vector<WordRange> pending_;  // first part, for each contrast rule
  std::uint32_t contrasts_ = 0;
};

}  // namespace framescope
