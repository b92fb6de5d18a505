// Judge: the nearest scope that holds a match, and which others it yields to.
#include <algorithm>

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

}  // namespace framescope
