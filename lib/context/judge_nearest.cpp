// Judge: the nearest scope that holds a match, and which others it yields to.
#include <algorithm>
#include <optional>

#include "context/judge.hpp"

namespace framescope {
namespace {

// A match looks at so many scopes on either side, so that a page of nothing
// but cues costs linear time.
constexpr std::uint32_t kScopesLookedAt = 64;
// A cue outside the quotation that holds the match is further than any inside.
constexpr std::int32_t kQuotationStep = 1000;

}  // namespace

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
// denied is that it is said, and with it what is said. Not so in a clause that
// says of whom the talk is ("those who do not cope are seen as …").
bool Judge::DeniesReport(std::uint32_t denial, std::uint32_t report) const {
  constexpr std::uint32_t kMost = 3;
  const Scope& denied = s_.scopes[denial];
  const Scope& said = s_.scopes[report];
  for (std::uint32_t i = denied.cue.first; i-- > 0;) {
    if (s_.clauses.Relative(i)) return false;
    if (!s_.clauses.Finite(i)) break;
  }
  return said.stance == Stance::kReported && denied.words.Holds(said.cue) &&
         said.cue.first - denied.cue.last <= kMost;
}

// How near a scope is that holds the match; nothing when it does not.
std::optional<Judge::Choice> Judge::Reach(std::uint32_t number, WordRange match,
                                          std::uint32_t pole_bit,
                                          std::uint32_t quotation) {
  const Scope& scope = s_.scopes[number];
  const bool overlaps = LeadsInto(scope, match);
  const bool before = overlaps || scope.cue.last <= match.first;
  const std::uint32_t edge = before && !overlaps ? match.first : match.last - 1;
  if (edge < scope.words.first || edge >= scope.words.last ||
      (!overlaps && scope.cue.Touches(match)) ||
      (!scope.near.empty() && !scope.near.Touches(match)) ||
      !SpeaksFor(scope.poles, pole_bit)) {
    return std::nullopt;
  }
  const int steps = QuotationSteps(quotation, LongQuotation(scope.cue.first));
  if (steps < 0 || LeavesItsQuotation(scope, match)) return std::nullopt;
  const std::uint32_t between = overlaps ? 0
                                : before ? match.first - scope.cue.last
                                         : scope.cue.first - match.last;
  const std::int32_t distance = static_cast<std::int32_t>(between) -
                                scope.head_start + kQuotationStep * steps;
  return Choice{number, steps, 2 * distance + (before ? 0 : 1)};
}

Judge::Nearby Judge::FindNearby(WordRange match, std::uint32_t pole_bit) {
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
  Nearby nearby;
  const std::uint32_t quotation = LongQuotation(match.first);
  s_.steps += highest - lowest;
  for (std::uint32_t i = lowest; i < highest; ++i) {
    const auto choice = Reach(i, match, pole_bit, quotation);
    if (!choice) continue;
    nearby.any.TakeIfNearer(*choice);
    const Stance stance = scopes[i].stance;
    if (stance == Stance::kSupposed) nearby.supposed.TakeIfNearer(*choice);
    if (stance == Stance::kNegated) nearby.negated.TakeIfNearer(*choice);
    if (stance == Stance::kRejected) nearby.rejected.TakeIfNearer(*choice);
    if (stance == Stance::kMovedFrom) nearby.moved.TakeIfNearer(*choice);
  }
  return nearby;
}

Judge::Choice Judge::Nearest(WordRange match, std::uint32_t pole_bit) {
  const Nearby nearby = FindNearby(match, pole_bit);
  const Choice &any = nearby.any, &negated = nearby.negated;
  const Choice &rejected = nearby.rejected, &moved = nearby.moved;
  if (any.scope == kNone) return any;
  const Scope& nearest = s_.scopes[any.scope];
  const bool reported = nearest.stance == Stance::kReported;
  const bool moved_to = nearest.stance == Stance::kMovedTo;
  const auto holds_nearest = [&](const Choice& outer) {
    return s_.scopes[outer.scope].words.Holds(nearest.cue);
  };
  const auto leads_straight_to_match = [&](const Choice& outer) {
    return LeadsStraightTo(s_.scopes[outer.scope].cue, match);
  };
  // A cue in another quotation does not cover the nearest.
  const auto is_beside = [&any](const Choice& other) {
    return other.scope != kNone && other.steps == any.steps;
  };
  if (moved.scope != kNone &&
      (reported || nearest.stance == Stance::kRejected) &&
      holds_nearest(moved)) {
    return moved;
  }
  if (is_beside(negated)) {
    const bool denied =
        (nearest.stance == Stance::kRecommended && holds_nearest(negated)) ||
        DeniesReport(negated.scope, any.scope) ||
        (moved_to && nearest.cue.first >= match.last &&
         leads_straight_to_match(negated));
    if (denied) return negated;
  }
  if (is_beside(rejected) &&
      (reported || (moved_to && leads_straight_to_match(rejected)))) {
    return rejected;
  }
  return is_beside(nearby.supposed) && MayBeAsked(nearest.stance)
             ? nearby.supposed
             : any;
}

}  // namespace framescope
