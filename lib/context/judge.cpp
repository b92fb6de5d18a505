// Judge: which cue decides each match.
#include "context/judge.hpp"

#include <algorithm>

namespace framescope {
namespace {

// A match looks at so many scopes on either side, so that a page of nothing
// but cues costs linear time.
constexpr std::uint32_t kScopesLookedAt = 64;
// A cue outside the quotation that holds the match is further than any inside.
constexpr std::int32_t kQuotationStep = 1000;
// As many bytes as end a contraction ("n't").
constexpr std::size_t kEndingBytes = 3;

}  // namespace

Judge::Judge(const StanceRules& rules, const std::vector<EntrySense>& entries,
             const Tokens& tokens, std::span<const Block> blocks,
             JudgeMemory* scratch)
    : rules_(rules),
      entries_(entries),
      tokens_(tokens),
      blocks_(blocks),
      s_(*scratch) {}

void Judge::Run(std::span<const FoundEntry> found,
                std::vector<Judgement>* out) {
  out->assign(found.size(), {});
  if (found.empty()) return;
  s_.all_hits.clear();
  s_.hits_of.assign(tokens_.sentences.size(), {kNone, 0});
  s_.other_sentence = kNone;
  s_.list_cue = {};
  s_.said.clear();
  FindQuotations(found);
  std::size_t begin = 0;
  while (begin < found.size()) {
    std::size_t end = begin + 1;
    while (end < found.size() && found[end].sentence == found[begin].sentence) {
      ++end;
    }
    first_found_ = static_cast<std::uint32_t>(begin);
    JudgeSentence(found.subspan(begin, end - begin),
                  std::span(*out).subspan(begin, end - begin));
    begin = end;
  }
  RejectByNeighbours(found, *out);
}

std::span<const CueHit> Judge::Hits(std::uint32_t sentence) {
  WordRange& range = s_.hits_of[sentence];
  if (range.first == kNone) {
    const Sentence& words = tokens_.sentences[sentence];
    s_.found_hits.clear();
    rules_.patterns->Find(tokens_, sentence, sentence + 1, &s_.patterns,
                          &s_.found_hits);
    s_.sentence_hits.clear();
    for (const PatternHit& hit : s_.found_hits) {
      s_.sentence_hits.push_back({hit.pattern, hit.first - words.first_word,
                                  hit.last - words.first_word});
    }
    DropPseudoHits(rules_, &s_.sentence_hits);
    range.first = static_cast<std::uint32_t>(s_.all_hits.size());
    s_.all_hits.insert(s_.all_hits.end(), s_.sentence_hits.begin(),
                       s_.sentence_hits.end());
    range.last = static_cast<std::uint32_t>(s_.all_hits.size());
  }
  return std::span<const CueHit>(s_.all_hits)
      .subspan(range.first, range.last - range.first);
}

bool Judge::Neighbour(std::uint32_t sentence, int step,
                      std::uint32_t* neighbour) const {
  if (step < 0 && sentence == 0) return false;
  *neighbour = sentence + step;
  return *neighbour < tokens_.sentences.size() &&
         tokens_.sentences[*neighbour].block ==
             tokens_.sentences[sentence].block;
}

Span Judge::Bytes(WordRange words) const {
  if (words.empty()) return {};
  const std::uint32_t first = sentence_->first_word;
  return {tokens_.words[first + words.first].begin,
          tokens_.words[first + words.last - 1].end};
}

void Judge::JudgeSentence(std::span<const FoundEntry> found,
                          std::span<Judgement> out) {
  sentence_index_ = found.front().sentence;
  sentence_ = &tokens_.sentences[sentence_index_];
  Hits(sentence_index_);
  const ScopeBuilder::Surroundings around = LookAround();
  const std::span<const CueHit> hits = Hits(sentence_index_);
  s_.clauses.Build(tokens_, *sentence_, hits, rules_.uses);
  s_.steps += s_.clauses.size();
  s_.builder.Build(rules_, s_.clauses, hits, around, &s_.scopes);
  DropOneSided(found);
  FindQuestions();
  s_.scope_of.assign(found.size(), kNone);
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    Decide(found[i], i, &out[i]);
    ApplyLocus(found[i], &out[i]);
  }
  ApplyList(found, out);
  TurnReportedToRejected(found, out);
  Pair(found, out);
}

ScopeBuilder::Surroundings Judge::LookAround() {
  bool wants_turn = false;
  for (const CueHit& hit : Hits(sentence_index_)) {
    const PatternUse& use = rules_.uses[hit.pattern];
    wants_turn |=
        use.kind == HitKind::kCue && rules_.cues[use.index].needs_turn;
  }
  ScopeBuilder::Surroundings around;
  if (!wants_turn) return around;
  for (int step = 0; step <= 1; ++step) {
    std::uint32_t at = sentence_index_;
    if (step != 0 && !Neighbour(sentence_index_, step, &at)) continue;
    for (const CueHit& hit : Hits(at)) {
      around.turn |= rules_.uses[hit.pattern].kind == HitKind::kTurn;
    }
  }
  return around;
}

// "The sign says “please ring twice” at the door of …": what a verb of speech
// reports ends with the quotation that follows it.
bool Judge::LeavesItsQuotation(const Scope& scope, WordRange match) {
  constexpr std::uint32_t kWordsBetween = 2;
  if (scope.stance != Stance::kReported || scope.cue.last > match.first ||
      s_.quotations.size() == 0) {
    return false;
  }
  const auto at = [this](std::uint32_t word) { return LongQuotation(word); };
  const std::uint32_t outside = at(scope.cue.first);
  const std::uint32_t end =
      std::min(scope.cue.last + kWordsBetween, match.first);
  for (std::uint32_t i = scope.cue.last; i <= end; ++i) {
    if (at(i) != outside) return at(match.first) == outside;
  }
  return false;
}

// "portrayed as a burden": the last words of the cue are the first of the
// match; "unions warned of collapse": the match holds the whole report.
bool Judge::LeadsInto(const Scope& scope, WordRange match) {
  const bool leads =
      scope.cue.first < match.first ||
      (scope.cue.first == match.first && scope.stance == Stance::kReported &&
       !scope.holder.empty());
  return scope.stance != Stance::kUsed && leads &&
         match.first < scope.cue.last && scope.cue.last < match.last &&
         scope.words.first == scope.cue.last;
}

// "caution against reliance on the idea of need instead of rights": what is
// rejected is not moved to, when nothing joins it to something else before.
bool Judge::LeadsStraightTo(WordRange cue, WordRange match) const {
  constexpr std::uint32_t kMost = 5;
  if (match.first < cue.last || match.first - cue.last > kMost) return false;
  for (std::uint32_t i = cue.last; i < match.first; ++i) {
    if (s_.clauses.Joiner(i) || s_.clauses.gap(i) != 0) return false;
  }
  return true;
}

// "nobody here thinks of him as a burden", "won't be treated as …": what is
// denied is that it is said, and with it what is said.
bool Judge::DeniesReport(std::uint32_t denial, std::uint32_t report) const {
  constexpr std::uint32_t kMost = 3;
  const Scope& denied = s_.scopes[denial];
  const Scope& said = s_.scopes[report];
  return said.stance == Stance::kReported && denied.words.Holds(said.cue) &&
         said.cue.first - denied.cue.last <= kMost;
}

Judge::Choice Judge::Nearest(WordRange match, std::uint32_t pole_bit) {
  const auto& scopes = s_.scopes;
  const auto middle = static_cast<std::uint32_t>(
      std::lower_bound(scopes.begin(), scopes.end(), match.last,
                       [](const Scope& scope, std::uint32_t at) {
                         return scope.cue.first < at;
                       }) -
      scopes.begin());
  const std::uint32_t lowest =
      middle > kScopesLookedAt ? middle - kScopesLookedAt : 0;
  const std::uint32_t highest = std::min<std::uint32_t>(
      static_cast<std::uint32_t>(scopes.size()), middle + kScopesLookedAt);
  Choice any, supposed, negated, rejected, moved;
  const std::uint32_t inner = LongQuotation(match.first);
  s_.steps += highest - lowest;
  for (std::uint32_t i = lowest; i < highest; ++i) {
    const Scope& scope = scopes[i];
    const bool overlaps = LeadsInto(scope, match);
    const bool before = overlaps || scope.cue.last <= match.first;
    const std::uint32_t edge =
        before && !overlaps ? match.first : match.last - 1;
    if (edge < scope.words.first || edge >= scope.words.last ||
        (!overlaps && scope.cue.Touches(match))) {
      continue;
    }
    if (!scope.near.empty() && !scope.near.Touches(match)) continue;
    if (~scope.poles && (pole_bit >= 64 || !(scope.poles >> pole_bit & 1))) {
      continue;
    }
    const int steps = QuotationSteps(inner, LongQuotation(scope.cue.first));
    if (steps < 0 || LeavesItsQuotation(scope, match)) continue;
    std::int32_t distance =
        (overlaps ? 0
                  : static_cast<std::int32_t>(
                        before ? match.first - scope.cue.last
                               : scope.cue.first - match.last)) -
        scope.head_start + kQuotationStep * steps;
    distance = 2 * distance + (before ? 0 : 1);
    const Choice choice{i, steps, distance};
    any.TakeIfNearer(choice);
    if (scope.stance == Stance::kSupposed) supposed.TakeIfNearer(choice);
    if (scope.stance == Stance::kNegated) negated.TakeIfNearer(choice);
    if (scope.stance == Stance::kRejected) rejected.TakeIfNearer(choice);
    if (scope.stance == Stance::kMovedFrom) moved.TakeIfNearer(choice);
  }
  if (any.scope != kNone && moved.scope != kNone &&
      (scopes[any.scope].stance == Stance::kRejected ||
       scopes[any.scope].stance == Stance::kReported) &&
      scopes[moved.scope].words.Holds(scopes[any.scope].cue)) {
    return moved;
  }
  if (any.scope != kNone && negated.scope != kNone &&
      negated.steps == any.steps &&
      scopes[any.scope].stance == Stance::kRecommended &&
      scopes[negated.scope].words.Holds(scopes[any.scope].cue)) {
    return negated;
  }
  if (any.scope != kNone && negated.scope != kNone &&
      negated.steps == any.steps && DeniesReport(negated.scope, any.scope)) {
    return negated;
  }
  if (any.scope != kNone && negated.scope != kNone &&
      negated.steps == any.steps &&
      scopes[any.scope].stance == Stance::kMovedTo &&
      scopes[any.scope].cue.first >= match.last &&
      LeadsStraightTo(scopes[negated.scope].cue, match)) {
    return negated;
  }
  if (any.scope != kNone && rejected.scope != kNone &&
      rejected.steps == any.steps &&
      (scopes[any.scope].stance == Stance::kReported ||
       (scopes[any.scope].stance == Stance::kMovedTo &&
        LeadsStraightTo(scopes[rejected.scope].cue, match)))) {
    return rejected;
  }
  const bool asked = any.scope != kNone && supposed.scope != kNone &&
                     supposed.steps == any.steps &&
                     MayBeAsked(scopes[any.scope].stance);
  return asked ? supposed : any;
}

void Judge::Decide(const FoundEntry& found, std::uint32_t index,
                   Judgement* judgement) {
  const WordRange match{found.first - sentence_->first_word,
                        found.last - sentence_->first_word};
  const bool quotation_block =
      sentence_->block < blocks_.size() &&
      blocks_[sentence_->block].kind == BlockKind::kQuotation;
  judgement->in_quotation =
      quotation_block ||
      s_.quotations.At(tokens_.words[found.first].begin) != kNone;
  const std::uint32_t pole_bit = entries_[found.entry].pole_bit;
  const Choice choice = Nearest(match, pole_bit);
  const bool chosen = choice.scope != kNone;
  if (chosen && choice.steps == 0) ApplyScope(choice.scope, index, judgement);
  ApplyQuotation(match, judgement);
  if (chosen && choice.steps > 0 && judgement->rule == kNone) {
    ApplyScope(choice.scope, index, judgement);
  }
  if (quotation_block && judgement->rule == kNone) {
    judgement->stance = Stance::kReported;
    judgement->rule = rules_.built.unattributed;
  }
  const Judgement told = *judgement;
  ApplyQuestion(match, index, judgement);
  ApplyPresupposition(match, pole_bit, told, judgement);
  if (judgement->rule == rules_.built.presupposed) {
    Judgement quoted;
    ApplyQuotation(match, &quoted);
    if (quoted.rule != kNone) {
      quoted.in_quotation = judgement->in_quotation;
      *judgement = quoted;
    }
  }
  if (judgement->rule == kNone || judgement->stance == Stance::kMovedTo ||
      judgement->rule == rules_.built.unattributed) {
    ApplyCriticalWord(match, judgement);
  }
  ApplyInnerDenial(found, match, judgement);
}

// "Tokenism", "othering": who uses such a word rejects what it names; "not a
// number" denies it, with all its words inside the match.
void Judge::ApplyCriticalWord(WordRange match, Judgement* judgement) {
  constexpr std::uint32_t kLongestPattern = 8;
  const std::span<const CueHit> hits = Hits(sentence_index_);
  auto hit = std::lower_bound(
      hits.begin(), hits.end(),
      match.first - std::min(match.first, kLongestPattern),
      [](const CueHit& one, std::uint32_t at) { return one.first < at; });
  for (; hit != hits.end() && hit->first < match.last; ++hit) {
    const PatternUse& use = rules_.uses[hit->pattern];
    const WordRange words{hit->first, hit->last};
    if (use.kind != HitKind::kCritical || !words.Touches(match)) continue;
    const bool rejects = rules_.inner[use.index].stance == Stance::kRejected;
    if (!rejects && !match.Holds(words)) continue;
    judgement->stance = rules_.inner[use.index].stance;
    judgement->rule = rules_.inner[use.index].rule;
    judgement->cue = Bytes(words);
    return;
  }
}

// "services were not overwhelmed", found as services <0-2> overwhelmed: a
// denial among the words of the match denies it, unless its entry names it.
void Judge::ApplyInnerDenial(const FoundEntry& found, WordRange match,
                             Judgement* judgement) {
  const EntrySense& entry = entries_[found.entry];
  if (entry.gapped.empty() || match.size() < 3) return;
  if (judgement->stance != Stance::kReported && !Endorsed(judgement->stance)) {
    return;
  }
  const std::span<const CueHit> hits = Hits(sentence_index_);
  auto hit = std::lower_bound(
      hits.begin(), hits.end(), match.first + 1,
      [](const CueHit& one, std::uint32_t at) { return one.first < at; });
  for (; hit != hits.end() && hit->last < match.last; ++hit) {
    const PatternUse& use = rules_.uses[hit->pattern];
    if (use.kind != HitKind::kCue || !rules_.cues[use.index].negator) continue;
    const CueRule& cue = rules_.cues[use.index];
    if (entry.pole_bit >= 64 || !(cue.poles >> entry.pole_bit & 1)) continue;
    const Span bytes = Bytes({hit->first, hit->last});
    const std::string_view words =
        tokens_.text.substr(bytes.begin, bytes.end - bytes.begin);
    // A contraction is named by its ending ("*n't").
    const std::size_t ending =
        words.size() - std::min<std::size_t>(words.size(), kEndingBytes);
    if (entry.gapped.find(words) != std::string::npos ||
        entry.gapped.find(words.substr(ending)) != std::string::npos) {
      continue;
    }
    judgement->stance = Stance::kNegated;
    judgement->rule = cue.rule;
    judgement->cue = bytes;
    return;
  }
}

void Judge::ApplyScope(std::uint32_t scope, std::uint32_t index,
                       Judgement* judgement) {
  const Scope& one = s_.scopes[scope];
  s_.scope_of[index] = scope;
  judgement->stance = one.stance;
  judgement->rule = one.rule;
  judgement->cue = Bytes(one.cue);
  judgement->holder = Bytes(one.holder);
}

void Judge::ApplyLocus(const FoundEntry& found, Judgement* judgement) {
  const EntrySense& entry = entries_[found.entry];
  judgement->locus = entry.locus;
  const std::uint32_t first = found.first - sentence_->first_word;
  const std::uint32_t last = found.last - sentence_->first_word;
  constexpr std::uint32_t kFurthest = 24;
  const std::span<const CueHit> hits = Hits(sentence_index_);
  auto hit = std::lower_bound(
      hits.begin(), hits.end(), first - std::min(first, kFurthest),
      [](const CueHit& one, std::uint32_t at) { return one.first < at; });
  std::uint32_t best = kFurthest;
  for (; hit != hits.end() && hit->first < last + kFurthest; ++hit) {
    const PatternUse& use = rules_.uses[hit->pattern];
    if (use.kind != HitKind::kLocus) continue;
    const LocusRule& rule = rules_.loci[use.index];
    if (entry.pole_bit >= 64 || !(rule.poles >> entry.pole_bit & 1)) continue;
    const bool before = hit->first < first;
    const bool after = hit->last > last;
    if (rule.direction == Direction::kForward && !before) continue;
    if (rule.direction == Direction::kBackward && !after) continue;
    const std::uint32_t distance =
        before ? first - std::min(first, hit->last)
               : hit->first - std::min(hit->first, last);
    if (distance > rule.words || distance >= best) continue;
    if (!before && distance > 0 && s_.clauses.Joiner(last)) continue;
    const std::uint32_t from = before ? hit->last : last;
    const std::uint32_t to = before ? first : hit->first;
    bool pause = false;
    for (std::uint32_t i = from; i <= to; ++i) pause |= s_.clauses.pause(i);
    if (pause) continue;
    best = distance;
    judgement->locus = rule.locus;
  }
  const auto bit = static_cast<std::uint8_t>(judgement->locus);
  judgement->counts =
      entry.axis_loci == 0 || bit == 0 || (entry.axis_loci & bit) != 0;
}

}  // namespace framescope
