// Clauses: where scopes end inside a sentence.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "context/stance_rules.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// A hit of a stance pattern at the words [first, last) of a sentence, counted
// from the sentence's first word.
struct CueHit {
  std::uint32_t pattern = 0;
  std::uint32_t first = 0, last = 0;
};

// The first of a sentence's hits, in order, that begins at `word` or behind it.
inline std::span<const CueHit>::iterator FirstFrom(std::span<const CueHit> hits,
                                                   std::uint32_t word) {
  return std::lower_bound(
      hits.begin(), hits.end(), word,
      [](const CueHit& hit, std::uint32_t at) { return hit.first < at; });
}

// What stands before a word; a scope of a reach ends at the level it names.
enum Level : std::uint8_t {
  kNoBoundary,
  kListComma,    // between the items of a list: nothing ends
  kComma,        // ends a phrase
  kClauseStart,  // a new clause or a subordinate one: ends a clause
  kBreak  // but, however, ; : – ( ): ends all but whole-sentence scopes
};

enum GapFlag : std::uint8_t {
  kGapComma = 1,
  kGapBreak = 2,
  kGapColon = 4,
  kGapQuestion = 8,
  kGapQuote = 16,
  kGapDash = 32,
  kGapClose = 64,  // a quotation ends and none begins
};

// The boundaries of one sentence. Belongs to one thread; reused.
class Clauses {
 public:
  // Linear in the words and bytes of the sentence.
  void Build(const Tokens& tokens, const Sentence& sentence,
             std::span<const CueHit> hits, const std::vector<PatternUse>& uses);

  std::uint32_t size() const { return size_; }
  Level level(std::uint32_t i) const { return levels_[i]; }
  // The punctuation before word i; i == size() is after the last word.
  std::uint8_t gap(std::uint32_t i) const { return gaps_[i]; }
  bool pause(std::uint32_t i) const {
    return i == 0 || (gaps_[i] & (kGapComma | kGapBreak)) != 0;
  }

  // The first boundary of at least `level` after word position i, or size().
  std::uint32_t EndAfter(std::uint32_t i, Level least) const;
  // The last boundary of at least `level` at or before i, or 0.
  std::uint32_t BeginBefore(std::uint32_t i, Level level) const;
  bool Author(std::uint32_t i) const { return (marks_[i] & kAuthorMark) != 0; }
  bool Subject(std::uint32_t i) const {
    return (marks_[i] & kSubjectMark) != 0;
  }
  bool Joiner(std::uint32_t i) const { return (marks_[i] & kJoinerMark) != 0; }
  bool Relative(std::uint32_t i) const {
    return (marks_[i] & kRelativeMark) != 0;
  }
  bool Finite(std::uint32_t i) const { return (marks_[i] & kFiniteMark) != 0; }
  bool Definite(std::uint32_t i) const {
    return (marks_[i] & kDefiniteMark) != 0;
  }
  bool Copula(std::uint32_t i) const { return (marks_[i] & kCopulaMark) != 0; }
  // The first of words that say of whom the talk is ("people who").
  bool Label(std::uint32_t i) const { return (marks_[i] & kLabelMark) != 0; }
  // The last of some words behind which all is taken for granted ("because").
  bool Given(std::uint32_t i) const { return (marks_[i] & kGivenMark) != 0; }
  bool Subordinator(std::uint32_t i) const {
    return (marks_[i] & kSubordinatorMark) != 0;
  }
  // A word that ends scopes, whatever stands before it.
  bool Stop(std::uint32_t i) const { return (marks_[i] & kStopMark) != 0; }
  bool Negative(std::uint32_t i) const {
    return (marks_[i] & kNegativeMark) != 0;
  }
  // The word in [begin, end) that opens a question: "who", "how", or a verb at
  // the head of a clause; `end` when there is none.
  std::uint32_t QuestionOpener(std::uint32_t begin, std::uint32_t end) const;

 private:
  enum WordMark : std::uint16_t {
    kStopMark = 1,
    kSubordinatorMark = 2,
    kRelativeMark = 4,
    kSubjectMark = 8,
    kFiniteMark = 16,
    kJoinerMark = 32,
    kAuthorMark = 64,
    kOpenerMark = 128,
    kDefiniteMark = 256,
    kGivenMark = 512,
    kCopulaMark = 1024,
    kLabelMark = 2048,
    kNegativeMark = 4096,
  };
  // 0 for hits that mark no word.
  static std::uint16_t MarkOf(HitKind kind);
  void ReadGaps(const Tokens& tokens, const Sentence& sentence);
  void ReadMarks(std::span<const CueHit> hits,
                 const std::vector<PatternUse>& uses);
  void SetLevels();
  void FindEdges() const;
  Level CommaLevel(std::uint32_t i) const;
  Level JoinerLevel(std::uint32_t i) const;
  bool OpensClause(std::uint32_t i) const;
  bool CommaBefore(std::uint32_t i) const;

  std::uint32_t size_ = 0;
  std::vector<std::uint8_t> gaps_;
  std::vector<std::uint16_t> marks_;
  std::vector<Level> levels_;
  // By level, from kComma on.
  using Edges = std::array<std::uint32_t, 3>;
  // Found when first asked for: sentences without a cue need none.
  mutable bool edges_found_ = false;
  mutable std::vector<Edges> ends_, begins_;
};

}  // namespace framescope
