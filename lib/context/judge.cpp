// Judge: which cue decides each match.
#include "context/judge.hpp"

#include <algorithm>

namespace framescope {
namespace {

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
    range.first = static_cast<std::uint32_t>(s_.all_hits.size());
    s_.all_hits.resize(range.first + s_.found_hits.size());
    std::transform(s_.found_hits.begin(), s_.found_hits.end(),
                   s_.all_hits.begin() + range.first,
                   [&](const PatternHit& hit) {
                     return CueHit{hit.pattern, hit.first - words.first_word,
                                   hit.last - words.first_word};
                   });
    DropPseudoHits(rules_, range.first, &s_.all_hits);
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
  auto hit =
      FirstFrom(hits, match.first - std::min(match.first, kLongestPattern));
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
  auto hit = FirstFrom(hits, match.first + 1);
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
  judgement->locus = LocusOf(found, entry);
  const auto bit = static_cast<std::uint8_t>(judgement->locus);
  judgement->counts =
      entry.axis_loci == 0 || bit == 0 || (entry.axis_loci & bit) != 0;
}

// That of the entry, unless a cue near it says otherwise.
Locus Judge::LocusOf(const FoundEntry& found, const EntrySense& entry) {
  Locus locus = entry.locus;
  const bool cued =
      entry.pole_bit < 64 &&
      std::any_of(rules_.loci.begin(), rules_.loci.end(),
                  [&](const LocusRule& rule) {
                    return (rule.poles >> entry.pole_bit & 1) != 0;
                  });
  if (!cued) return locus;
  const std::uint32_t first = found.first - sentence_->first_word;
  const std::uint32_t last = found.last - sentence_->first_word;
  constexpr std::uint32_t kFurthest = 24;
  const std::span<const CueHit> hits = Hits(sentence_index_);
  auto hit = FirstFrom(hits, first - std::min(first, kFurthest));
  std::uint32_t best = kFurthest;
  for (; hit != hits.end() && hit->first < last + kFurthest; ++hit) {
    const PatternUse& use = rules_.uses[hit->pattern];
    if (use.kind != HitKind::kLocus) continue;
    const LocusRule& rule = rules_.loci[use.index];
    if (!(rule.poles >> entry.pole_bit & 1)) continue;
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
    locus = rule.locus;
  }
  return locus;
}

}  // namespace framescope
