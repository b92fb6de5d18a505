// Scopes: from hits of cue patterns to the stretches they govern.
#include "context/scopes.hpp"

#include <algorithm>

namespace framescope {
namespace {

constexpr std::uint32_t kHolderWords = 8;
constexpr std::uint32_t kAsideWords = 8;   // "…, the committee says, …"
constexpr std::uint32_t kFlipWords = 3;    // "cannot simply ignore"
constexpr std::uint32_t kAuthorWords = 3;  // "I have often said"

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

}  // namespace

void DropCoveredHits(const std::vector<PatternUse>& uses,
                     std::vector<CueHit>* hits) {
  std::vector<WordRange> hidden;
  for (const CueHit& hit : *hits) {
    if (uses[hit.pattern].kind != HitKind::kPseudo) continue;
    if (!hidden.empty() && hit.first <= hidden.back().last) {
      hidden.back().last = std::max(hidden.back().last, hit.last);
    } else {
      hidden.push_back({hit.first, hit.last});
    }
  }
  std::size_t at = 0;
  WordRange longest;
  const auto covered = [&](const CueHit& hit) {
    const HitKind kind = uses[hit.pattern].kind;
    if (kind == HitKind::kPseudo) return true;
    if (kind > HitKind::kLocus) return false;
    while (at < hidden.size() && hidden[at].last <= hit.first) ++at;
    if (at < hidden.size() && hidden[at].first < hit.last) return true;
    if (kind != HitKind::kCue) return false;
    const bool inside = hit.last <= longest.last &&
                        hit.last - hit.first < longest.last - longest.first;
    if (hit.last > longest.last) longest = {hit.first, hit.last};
    return inside;
  };
  hits->erase(std::remove_if(hits->begin(), hits->end(), covered), hits->end());
}

WordRange ScopeBuilder::Holder(const Clauses& clauses, WordRange cue,
                               HolderSide side) {
  if (side == HolderSide::kAfter) {
    const std::uint32_t end = clauses.EndAfter(cue.last, kComma);
    if (clauses.pause(cue.last) || end - cue.last > kHolderWords) return {};
    return {cue.last, end};
  }
  if (side == HolderSide::kUnnamed) return {};
  std::uint32_t begin = clauses.BeginBefore(cue.first, kComma);
  std::uint32_t end = cue.first;
  while (begin < end && (clauses.Joiner(begin) || clauses.Relative(begin))) {
    ++begin;
  }
  while (end > begin && clauses.Finite(end - 1)) --end;
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

void ScopeBuilder::Build(const StanceRules& rules, const Tokens& tokens,
                         const Sentence& sentence, const Clauses& clauses,
                         std::span<const CueHit> hits, Surroundings around,
                         std::vector<Scope>* scopes) {
  rules_ = &rules;
  tokens_ = &tokens;
  sentence_ = &sentence;
  clauses_ = &clauses;
  around_ = around;
  scopes_ = scopes;
  scopes->clear();
  last_negator_ = {};
  pending_.assign(rules.contrasts.size(), {});
  contrasts_ = 0;
  for (const CueHit& hit : hits) {
    const PatternUse& use = rules.uses[hit.pattern];
    if (!Fits(hit, use)) continue;
    if (use.kind == HitKind::kCue) {
      AddCue(hit, rules.cues[use.index]);
    } else if (use.kind == HitKind::kContrast) {
      AddPart(hit, use);
    }
  }
  std::stable_sort(
      scopes->begin(), scopes->end(),
      [](const Scope& a, const Scope& b) { return a.cue.first < b.cue.first; });
}

bool ScopeBuilder::Fits(const CueHit& hit, const PatternUse& use) const {
  if (use.after_pause && (hit.first == 0 || !clauses_->pause(hit.first))) {
    return false;
  }
  if (!use.apostrophe) return true;
  const std::uint32_t first = sentence_->first_word;
  const std::uint32_t begin = tokens_->words[first + hit.first].begin;
  const std::uint32_t end = tokens_->words[first + hit.last - 1].end;
  const std::string_view text = tokens_->text.substr(begin, end - begin);
  return text.find('\'') != text.npos || text.find("\u2019") != text.npos;
}

// ", the committee says," or ", said the landlord": what is reported lies on
// both sides.
bool ScopeBuilder::IsAside(WordRange cue) const {
  const std::uint32_t begin = clauses_->BeginBefore(cue.first, kComma);
  const std::uint32_t end = clauses_->EndAfter(cue.last - 1, kComma);
  if (begin == 0 || end - begin > kAsideWords) return false;
  return cue.last == end || cue.first == begin;
}

bool ScopeBuilder::Flipped(const CueHit& hit, WordRange* negator) const {
  *negator = last_negator_;
  return !negator->empty() && negator->last <= hit.first &&
         hit.first - negator->last <= kFlipWords &&
         clauses_->BeginBefore(hit.first, kComma) <= negator->first;
}

void ScopeBuilder::AddCue(const CueHit& hit, const CueRule& cue) {
  const WordRange words{hit.first, hit.last};
  const bool starts = clauses_->BeginBefore(hit.first, kComma) == hit.first ||
                      clauses_->Joiner(hit.first - 1);
  const bool ends = clauses_->EndAfter(hit.last - 1, kComma) == hit.last;
  if (cue.place == Place::kStart && hit.first > 0 && !starts) return;
  if (cue.place == Place::kEnd && !ends) return;
  if (cue.needs_turn && !around_.turn) return;
  if (cue.needs_verdict && !around_.verdict) return;
  if (cue.holder == HolderSide::kBefore && SaidByAuthor(*clauses_, words)) {
    return;
  }
  Scope scope;
  scope.cue = words;
  scope.stance = cue.stance;
  scope.rule = cue.rule;
  scope.head_start = cue.head_start;
  scope.holder = Holder(*clauses_, words, cue.holder);
  Direction direction = cue.direction;
  Reach reach = cue.reach;
  WordRange negator;
  if (cue.flips && Flipped(hit, &negator)) {
    scope.stance = Stance::kUsed;
    scope.rule = rules_->built.double_negation;
    scope.cue.first = negator.first;
  } else if (cue.speech && IsAside(words)) {
    direction = Direction::kBoth;
    reach = Reach::kStop;
    if (scope.holder.empty()) {
      scope.holder = Holder(*clauses_, words, HolderSide::kAfter);
    }
  }
  if (cue.negator) last_negator_ = words;
  if (direction != Direction::kBackward) AddForward(scope, reach, cue.words);
  if (direction != Direction::kForward) AddBackward(scope, reach, cue.words);
}

// A colon right after the cue does not cut it off ("Words to avoid: …").
void ScopeBuilder::AddForward(Scope scope, Reach reach, std::uint32_t words) {
  const std::uint32_t from = scope.cue.last;
  const std::uint8_t gap = clauses_->gap(from);
  if (reach != Reach::kSentence && !(gap & kGapColon)) {
    if (clauses_->level(from) == kBreak) return;
    if ((gap & kGapComma) && reach <= Reach::kClause) return;
  }
  std::uint32_t end = clauses_->EndAfter(from, LevelOf(reach));
  if (reach == Reach::kSentence) end = clauses_->size();
  if (words > 0 || reach == Reach::kWords) end = std::min(end, from + words);
  scope.words = {from, end};
  if (!scope.words.empty()) scopes_->push_back(scope);
}

void ScopeBuilder::AddBackward(Scope scope, Reach reach, std::uint32_t words) {
  const std::uint32_t to = scope.cue.first;
  if (to == 0) return;
  std::uint32_t begin = clauses_->BeginBefore(to - 1, LevelOf(reach));
  if (reach == Reach::kPhrase || reach == Reach::kClause) {
    begin = clauses_->BeginBefore(to, LevelOf(reach));
  }
  if (reach == Reach::kSentence) begin = 0;
  if (words > 0 || reach == Reach::kWords) {
    begin = std::max(begin, to - std::min(to, words));
  }
  scope.words = {begin, to};
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
