// Scopes: from hits of cue patterns to the stretches they govern.
#include "context/scopes.hpp"

#include <algorithm>

namespace framescope {
namespace {

constexpr std::uint32_t kHolderWords = 8;
constexpr std::uint32_t kClauseWords = 24;  // in which a holder is looked for
constexpr std::uint32_t kAsideWords = 8;    // "…, the committee says, …"
constexpr std::uint32_t kAuthorWords = 3;   // "I have often said"

Level LevelOf(Reach reach) {
  switch (reach) {
    case Reach::kPhrase:
      return kComma;
    case Reach::kClause:
      return kClauseStart;
    default:
      return kBreak;
  }
}

// "The nurse who wrote to us": the name ends before the clause that tells more
// of it.
std::uint32_t BeforeRelative(const Clauses& clauses, WordRange name) {
  for (std::uint32_t i = name.first + 1; i < name.last; ++i) {
    if (clauses.Relative(i)) return i;
  }
  return name.last;
}

}  // namespace

WordRange ScopeBuilder::Holder(const Clauses& clauses, WordRange cue,
                               HolderSide side) {
  if (side == HolderSide::kAfter) {
    const std::uint32_t end = clauses.EndAfter(cue.last, kComma);
    if (clauses.pause(cue.last) || end - cue.last > kHolderWords) return {};
    return {cue.last, end};
  }
  if (side == HolderSide::kUnnamed) return {};
  std::uint32_t begin = clauses.BeginBefore(cue.first, kComma);
  const bool with = side == HolderSide::kWith;
  std::uint32_t end = with ? cue.last : cue.first;
  if (end - begin > kClauseWords) return {};
  while (begin < end && (clauses.Joiner(begin) || clauses.Relative(begin) ||
                         clauses.Subordinator(begin) || clauses.Stop(begin))) {
    ++begin;
  }
  while (end > begin && clauses.Finite(end - 1)) --end;
  if (!with) end = BeforeRelative(clauses, {begin, end});
  if (end - begin > kHolderWords) return {};
  return {begin, end};
}

bool ScopeBuilder::SaidByAuthor(const Clauses& clauses, WordRange cue) {
  const std::uint32_t begin =
      std::max(clauses.BeginBefore(cue.first, kComma),
               cue.first - std::min(cue.first, kAuthorWords));
  for (std::uint32_t i = begin; i < cue.first; ++i) {
    if (clauses.Author(i)) return true;
  }
  return false;
}

void ScopeBuilder::Build(const StanceRules& rules, const Clauses& clauses,
                         std::span<const CueHit> hits, Surroundings around,
                         std::vector<Scope>* scopes) {
  rules_ = &rules;
  clauses_ = &clauses;
  around_ = around;
  scopes_ = scopes;
  scopes->clear();
  last_negator_ = {};
  pending_.assign(rules.contrasts.size(), {});
  contrasts_ = 0;
  WordRange longest;
  for (const CueHit& hit : hits) {
    const PatternUse& use = rules.uses[hit.pattern];
    if (use.after_pause && (hit.first == 0 || !clauses.pause(hit.first))) {
      continue;
    }
    if (use.kind == HitKind::kCue) {
      const WordRange words{hit.first, hit.last};
      if (!InPlace(words, rules.cues[use.index])) continue;
      if (longest.Holds(words) && words.size() < longest.size()) continue;
      const bool for_all = ~rules.cues[use.index].poles == 0;
      if (for_all && words.last > longest.last) longest = words;
      AddCue(words, rules.cues[use.index]);
    } else if (use.kind == HitKind::kContrast) {
      AddPart(hit, use);
    }
  }
  const auto earlier = [](const Scope& a, const Scope& b) {
    return a.cue.first < b.cue.first;
  };
  if (!std::is_sorted(scopes->begin(), scopes->end(), earlier)) {
    std::stable_sort(scopes->begin(), scopes->end(), earlier);
  }
}

// "…, the committee says." and "…, said the landlord,": what is reported lies
// before, and after the first also behind. A colon or a quotation after the
// verb keeps it to what follows.
ScopeBuilder::Aside ScopeBuilder::AsideOf(WordRange cue) const {
  const std::uint32_t begin = clauses_->BeginBefore(cue.first, kComma);
  const std::uint32_t end = clauses_->EndAfter(cue.last - 1, kComma);
  if (begin == 0 || !clauses_->pause(begin) ||
      (clauses_->gap(end) & kGapColon) != 0) {
    return Aside::kNo;
  }
  const bool speaks_on =  // "…, said she felt …"
      cue.last + 1 < end && clauses_->Subject(cue.last);
  if (cue.first == begin && cue.last < end && !clauses_->Finite(begin) &&
      !speaks_on) {
    for (std::uint32_t i = cue.last; i < end; ++i) {
      if (clauses_->Finite(i) || clauses_->Relative(i)) return Aside::kNo;
    }
    return Aside::kInverted;
  }
  const bool plain = cue.first > begin && cue.last == end &&
                     end - begin <= kAsideWords && !clauses_->Joiner(begin - 1);
  return plain ? Aside::kPlain : Aside::kNo;
}

bool ScopeBuilder::Flipped(WordRange cue, std::uint32_t most) const {
  if (last_negator_.empty() || last_negator_.last > cue.first ||
      cue.first - last_negator_.last > most ||
      clauses_->BeginBefore(cue.first, kComma) > last_negator_.first) {
    return false;
  }
  for (std::uint32_t i = last_negator_.last; i < cue.first; ++i) {
    if (clauses_->Joiner(i)) return false;
  }
  return true;
}

bool ScopeBuilder::InPlace(WordRange words, const CueRule& cue) const {
  switch (cue.place) {
    case Place::kStart:
      return words.first == 0 || clauses_->level(words.first) == kBreak;
    case Place::kEnd:
      return clauses_->EndAfter(words.last - 1, kComma) == words.last;
    case Place::kSignature:
      return words.last == clauses_->size() &&
             (clauses_->gap(words.first) & kGapDash) != 0;
    default:
      return true;
  }
}

void ScopeBuilder::AddCue(WordRange words, const CueRule& cue) {
  const bool negator = cue.negator;
  if (cue.needs_turn && !around_.turn) return;
  if (cue.holder == HolderSide::kBefore && SaidByAuthor(*clauses_, words)) {
    return;
  }
  Scope scope;
  scope.cue = words;
  scope.stance = cue.stance;
  scope.rule = cue.rule;
  scope.head_start = cue.head_start;
  scope.poles = cue.poles;
  scope.holder = Holder(*clauses_, words, cue.holder);
  Direction direction = cue.direction;
  Reach reach = cue.reach;
  const bool flipped = cue.flips && Flipped(words, cue.flip_words);
  if (cue.flips && !flipped && cue.stance == Stance::kUsed) return;
  if (flipped) {
    scope.stance = Stance::kUsed;
    scope.rule = rules_->built.double_negation;
    scope.cue.first = last_negator_.first;
  } else if (cue.speech && reach != Reach::kWords) {
    const Aside aside = AsideOf(words);
    if (aside != Aside::kNo) {
      direction =
          aside == Aside::kPlain ? Direction::kBoth : Direction::kBackward;
      reach = Reach::kStop;
    }
    if (aside == Aside::kInverted) {
      scope.holder = Holder(*clauses_, words, HolderSide::kAfter);
    }
  }
  if (negator) last_negator_ = words;
  if (direction != Direction::kBackward) AddForward(scope, reach, cue);
  if (direction != Direction::kForward) AddBackward(scope, reach, cue.words);
}

// A colon right after the cue does not cut it off ("Words to avoid: …"), nor
// does a dash but after a denial.
void ScopeBuilder::AddForward(Scope scope, Reach reach, const CueRule& cue) {
  const std::uint32_t words = cue.words;
  const std::uint32_t from = scope.cue.last;
  const std::uint8_t gap = clauses_->gap(from);
  const bool denies = scope.stance == Stance::kNegated;
  const bool passes = (gap & kGapColon) || (!denies && (gap & kGapDash));
  const bool sets_aside = denies || scope.stance == Stance::kRejected;
  if (sets_aside && LevelOf(reach) < kBreak && clauses_->Subordinator(from)) {
    return;
  }
  // "rights, not rules, to …": between commas a denial goes no further.
  if (denies && reach == Reach::kClause &&
      (clauses_->gap(scope.cue.first) & kGapComma) != 0) {
    reach = Reach::kPhrase;
  }
  if (reach != Reach::kSentence && !passes) {
    if (clauses_->level(from) == kBreak) return;
    if ((gap & kGapComma) &&
        (reach == Reach::kPhrase || reach == Reach::kClause)) {
      return;
    }
  }
  std::uint32_t end = clauses_->EndAfter(from, LevelOf(reach));
  if (reach == Reach::kSentence) end = clauses_->size();
  if (reach == Reach::kWords) end = std::min(end, from + words);
  if (scope.stance == Stance::kReported && reach == Reach::kStop) {
    end = std::min(EndOfReport({from, end}, words),
                   EndOfLeadingClause(scope.cue.first));
  }
  if (cue.until_verb) {
    std::uint32_t verb = from;
    while (verb < std::min(end, from + words) && !clauses_->Finite(verb)) {
      ++verb;
    }
    if (verb < from + words) end = std::min(end, verb);
  }
  scope.words = {from, end};
  if (words > 0) scope.near = {from, from + words};
  if (!scope.words.empty()) scopes_->push_back(scope);
}

// "… said that it is hard but is often done", "but that …": behind such a word
// the same is still being said.
bool ScopeBuilder::GoesOnBehind(std::uint32_t stop) const {
  return stop + 1 < clauses_->size() &&
         (clauses_->Finite(stop + 1) || clauses_->Relative(stop + 1));
}

// "When he said that it was over, we left": the end of what is said in a
// clause that leads in another.
std::uint32_t ScopeBuilder::EndOfLeadingClause(std::uint32_t from) const {
  if (!clauses_->Subordinator(clauses_->BeginBefore(from, kClauseStart))) {
    return clauses_->size();
  }
  std::uint32_t end = from;
  do {
    end = clauses_->EndAfter(end, kComma);
  } while (end < clauses_->size() && !(clauses_->gap(end) & kGapComma));
  return end;
}

// "X argues: one – …; two – …": behind a colon a report goes on to the next
// word that stops it, but no further than a match may stand.
std::uint32_t ScopeBuilder::EndOfReport(WordRange said,
                                        std::uint32_t most) const {
  bool colon = (clauses_->gap(said.first) & kGapColon) != 0;
  while (said.last < clauses_->size() && said.size() < most) {
    if (clauses_->Stop(said.last)) {
      if (!GoesOnBehind(said.last)) break;
    } else {
      colon |= (clauses_->gap(said.last) & kGapColon) != 0;
      if (!colon) break;
    }
    said.last = clauses_->EndAfter(said.last, kBreak);
  }
  return said.last;
}

void ScopeBuilder::AddBackward(Scope scope, Reach reach, std::uint32_t words) {
  const std::uint32_t to = scope.cue.first;
  if (to == 0) return;
  std::uint32_t begin = clauses_->BeginBefore(to - 1, LevelOf(reach));
  if (reach == Reach::kPhrase || reach == Reach::kClause) {
    begin = clauses_->BeginBefore(to, LevelOf(reach));
    // "The plan, with all its aims, has been dropped": past the aside.
    const bool aside = begin > 0 && begin + 1 >= to &&
                       clauses_->Finite(begin) &&
                       (clauses_->gap(begin) & kGapComma) != 0;
    if (aside) begin = clauses_->BeginBefore(begin - 1, kClauseStart);
  }
  if (reach == Reach::kSentence) begin = 0;
  if (reach == Reach::kWords) begin = std::max(begin, to - std::min(to, words));
  scope.words = {begin, to};
  if (words > 0) scope.near = {to - std::min(to, words), to};
  if (!scope.words.empty()) scopes_->push_back(scope);
}

void ScopeBuilder::AddPart(const CueHit& hit, const PatternUse& use) {
  const ContrastRule& rule = rules_->contrasts[use.index];
  const WordRange part{hit.first, hit.last};
  WordRange& pending = pending_[use.index];
  if (use.part + 1u < rule.parts) {
    pending = part;
    return;
  }
  if (rule.parts == 1) {
    AddContrast(rule, part, part);
    return;
  }
  if (pending.empty() || pending.last >= part.first ||
      part.first - pending.last > rule.words ||
      clauses_->EndAfter(pending.last, kBreak) < part.first) {
    return;
  }
  if (rule.pause && clauses_->EndAfter(pending.last, kComma) > part.first) {
    return;
  }
  AddContrast(rule, pending, part);
  pending = {};
}

void ScopeBuilder::AddFronted(const ContrastRule& rule, WordRange part) {
  Scope scope;
  scope.cue = part;
  scope.rule = rule.rule;
  scope.head_start = rule.head_start;
  scope.contrast = contrasts_++;
  scope.both_sides = rule.both;
  scope.poles = rule.poles;
  const std::uint32_t comma = clauses_->EndAfter(part.last, kComma);
  if (rule.after) {
    scope.stance = *rule.after;
    scope.words = {part.last, comma};
    scopes_->push_back(scope);
  }
  if (rule.before && comma < clauses_->size()) {
    scope.stance = *rule.before;
    scope.words = {comma, clauses_->EndAfter(comma, kBreak)};
    scopes_->push_back(scope);
  }
}

void ScopeBuilder::AddContrast(const ContrastRule& rule, WordRange one,
                               WordRange two) {
  const bool starts = one.first == 0 ||
                      clauses_->BeginBefore(one.first, kComma) == one.first ||
                      clauses_->Joiner(one.first - 1);
  if (rule.fronted && starts && !(clauses_->gap(one.first) & kGapComma)) {
    AddFronted(rule, one);
    return;
  }
  Scope scope;
  scope.rule = rule.rule;
  scope.head_start = rule.head_start;
  scope.contrast = contrasts_++;
  scope.both_sides = rule.both;
  scope.poles = rule.poles;
  const auto add = [&](std::optional<Stance> stance, WordRange cue,
                       WordRange words) {
    if (!stance || words.empty()) return;
    scope.stance = *stance;
    scope.cue = cue;
    scope.words = words;
    scopes_->push_back(scope);
  };
  const std::uint32_t begin =
      clauses_->BeginBefore(one.first == 0 ? 0 : one.first - 1, kBreak);
  const std::uint32_t end =
      rule.reach == Reach::kSentence
          ? clauses_->size()
          : clauses_->EndAfter(two.last, LevelOf(rule.reach));
  add(rule.before, one, {begin, one.first});
  if (rule.parts > 1) add(rule.between, one, {one.last, two.first});
  add(rule.after, two, {two.last, end});
}

}  // namespace framescope
