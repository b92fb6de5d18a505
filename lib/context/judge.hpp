// Judge: one call of ContextEngine::Judge, sentence by sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "context/clauses.hpp"
#include "context/context.hpp"
#include "context/quotation.hpp"
#include "context/scopes.hpp"
#include "context/stance_rules.hpp"

namespace framescope {

// What is inside quotation marks, seen with the words around them.
struct QuotationSense {
  enum class Kind : std::uint8_t {
    kUnknown,  // not looked at yet
    kScare,
    kSpeech,
    kName,
    kOwn,  // the author's own words, said elsewhere
    kUnattributed
  };
  Kind kind = Kind::kUnknown;
  bool is_short = false;  // of as few words as scare quotes have
  bool own = false;       // the speaker found is the author
  Span cue, holder;
};

// A word of judgement found near a reported match.
struct VerdictHit {
  Span span;
  std::uint32_t rule = 0;
  bool agrees = false;
};

// A match as one side of a contrast; in the order in which sides are paired.
struct ContrastSide {
  std::uint32_t contrast = 0;
  Stance stance = Stance::kMovedFrom;
  std::uint32_t match = 0;
  auto operator<=>(const ContrastSide&) const = default;
};

// What the sentence that leads in a list, or the head of a column, says of what
// stands below it.
struct ListCue {
  std::uint32_t head = kNone;
  Stance stance = Stance::kUsed;
  std::uint32_t rule = kNone;  // none when it says nothing
  Span span, holder;
  std::uint64_t poles = ~std::uint64_t{0};
  // What is to be said instead may follow a dash or an arrow.
  bool ends_at_dash = false;
};

// The poles that the author endorses in a sentence.
struct SaidPoles {
  std::uint32_t sentence = 0;
  std::uint64_t poles = 0;
};

// The working memory of one thread.
struct JudgeMemory {
  PatternScratch patterns;
  std::vector<PatternHit> found_hits;
  // The hits of sentence s are all_hits[hits_of[s].first, hits_of[s].last).
  std::vector<CueHit> all_hits;
  std::vector<WordRange> hits_of;
  QuotationMap quotations;
  std::vector<QuotationSense> senses;
  Clauses clauses, other_clauses;
  std::uint32_t other_sentence = kNone;
  ScopeBuilder builder;
  std::vector<Scope> scopes;
  std::vector<WordRange> asked;         // words under a question mark
  std::vector<std::uint32_t> scope_of;  // of each match of the sentence
  std::vector<std::uint8_t> sides;      // that hold a match, of each contrast
  std::vector<VerdictHit> verdicts;
  std::vector<ContrastSide> by_contrast;
  std::vector<SaidPoles> said;
  ListCue list_cue;
  std::uint64_t steps = 0;  // scopes, words and items looked at
};

// What the lexicon says of an entry, as far as context needs it.
struct EntrySense {
  std::uint32_t pole_bit = 64;  // 2 * axis + pole; 64 for no axis
  std::uint8_t axis_loci = 0;
  Locus locus = Locus::kAny;
  std::string gapped;  // its pattern, when words may stand between its words
};

// What a question or condition around it makes `supposed`.
inline bool MayBeAsked(Stance stance) {
  return stance == Stance::kUsed || stance == Stance::kReported ||
         stance == Stance::kRecommended;
}

// Judges the matches of one document. Borrows everything.
class Judge {
 public:
  Judge(const StanceRules& rules, const std::vector<EntrySense>& entries,
        const Tokens& tokens, std::span<const Block> blocks,
        JudgeMemory* scratch);

  // Replaces `*out` by one judgement for each of `found`, which is in order.
  void Run(std::span<const FoundEntry> found, std::vector<Judgement>* out);

 private:
  void JudgeSentence(std::span<const FoundEntry> found,
                     std::span<Judgement> out);
  // The hits of a sentence, searched for once; the span lasts until the next
  // call for another sentence.
  std::span<const CueHit> Hits(std::uint32_t sentence);
  bool Neighbour(std::uint32_t sentence, int step,
                 std::uint32_t* neighbour) const;
  ScopeBuilder::Surroundings LookAround();
  void DropOneSided(std::span<const FoundEntry> found);
  void FindQuestions();
  bool LeavesItsQuotation(const Scope& scope, WordRange match);
  void RejectByNeighbours(std::span<const FoundEntry> found,
                          std::vector<Judgement>& out);

  // A scope over a match, with the quotations between its cue and the match,
  // and its distance in half words.
  struct Choice {
    std::uint32_t scope = kNone;
    int steps = 0;
    std::int32_t distance = 0;
    void TakeIfNearer(const Choice& other) {
      if (scope == kNone || other.distance <= distance) *this = other;
    }
  };
  // The nearest of all scopes over a match, and of those with some stances.
  struct Nearby {
    Choice any, supposed, negated, rejected, moved;
  };
  std::optional<Choice> Reach(std::uint32_t number, WordRange match,
                              std::uint32_t pole_bit, std::uint32_t quotation);
  Nearby FindNearby(WordRange match, std::uint32_t pole_bit);
  // The scope that decides: the nearest, but that a question or condition
  // covers what is merely said, reported or hoped for inside it, a rejection
  // what is reported inside it, and the side left behind what is rejected or
  // reported there ("away from the language of crisis").
  Choice Nearest(WordRange match, std::uint32_t pole_bit);
  static bool LeadsInto(const Scope& scope, WordRange match);
  bool LeadsStraightTo(WordRange cue, WordRange match) const;
  bool DeniesReport(std::uint32_t denial, std::uint32_t report) const;
  void Decide(const FoundEntry& found, std::uint32_t index,
              Judgement* judgement);
  void ApplyScope(std::uint32_t scope, std::uint32_t index,
                  Judgement* judgement);
  void ApplyPresupposition(WordRange match, std::uint32_t pole_bit,
                           const Judgement& told, Judgement* judgement) const;
  bool NearCopula(std::uint32_t at, const Judgement& judgement) const;
  bool KnownThing(std::uint32_t at, const Judgement& judgement) const;
  bool Given(std::uint32_t at, const Judgement& judgement) const;
  void ApplyCriticalWord(WordRange match, Judgement* judgement);
  void ApplyInnerDenial(const FoundEntry& found, WordRange match,
                        Judgement* judgement);
  void ApplyQuestion(WordRange match, std::uint32_t index,
                     Judgement* judgement);
  void TurnReportedToRejected(std::span<const FoundEntry> found,
                              std::span<Judgement> out);
  void FindVerdicts();
  void Pair(std::span<const FoundEntry> found, std::span<Judgement> out);
  void ApplyLocus(const FoundEntry& found, Judgement* judgement);
  Locus LocusOf(const FoundEntry& found, const EntrySense& entry);

  bool IsIn(BlockKind kind, std::uint32_t sentence) const;
  bool EndsInColon(std::uint32_t sentence) const;
  std::uint32_t ListHead(std::uint32_t sentence) const;
  std::uint32_t ColumnHead(std::uint32_t sentence) const;
  const ListCue& CueOfList(std::uint32_t head);
  std::uint32_t EndOfListed(const ListCue& cue) const;
  void ApplyList(std::span<const FoundEntry> found, std::span<Judgement> out);

  void FindQuotations(std::span<const FoundEntry> found);
  std::uint32_t LongQuotation(std::uint32_t word);
  int QuotationSteps(std::uint32_t inner, std::uint32_t outer);
  void ApplyQuotation(WordRange match, Judgement* judgement);
  const QuotationSense& Sense(std::uint32_t quotation);
  std::uint32_t WordAt(std::uint32_t byte) const;
  std::uint32_t SentenceAt(std::uint32_t word) const;
  WordRange WordsInside(std::uint32_t quotation) const;
  bool Attributed(std::uint32_t quotation, QuotationSense* sense);
  bool Named(WordRange words);
  bool NamesWhatFollows(WordRange words);
  QuotationSense::Kind ShortKind(std::uint32_t quotation);
  bool FindSpeech(std::uint32_t sentence, WordRange window,
                  std::uint32_t quotation, QuotationSense* sense);
  const Clauses& ClausesOf(std::uint32_t sentence);

  Span Bytes(WordRange words) const;

  const StanceRules& rules_;
  const std::vector<EntrySense>& entries_;
  const Tokens& tokens_;
  std::span<const Block> blocks_;
  JudgeMemory& s_;
  const Sentence* sentence_ = nullptr;
  std::uint32_t sentence_index_ = 0;
  std::uint32_t first_found_ = 0;
};

}  // namespace framescope
