// Pseudo-cues: hits that only look like cues, and what they hide.
#include <algorithm>
#include <optional>

#include "context/scopes.hpp"

namespace framescope {
namespace {

std::uint32_t BitOf(std::optional<Stance> stance) {
  return stance ? 1u << static_cast<unsigned>(*stance) : 0;
}

std::uint32_t SidesOf(const ContrastRule& rule) {
  return BitOf(rule.before) | BitOf(rule.between) | BitOf(rule.after);
}

// The bits, as in PseudoRule::hides, that must all be set to hide a hit of this
// use; nothing for what is never hidden.
std::optional<std::uint32_t> HiddenBy(const StanceRules& rules,
                                      const PatternUse& use) {
  switch (use.kind) {
    case HitKind::kCue:
      return BitOf(rules.cues[use.index].stance);
    case HitKind::kContrast:
      return SidesOf(rules.contrasts[use.index]);
    case HitKind::kVerdict:
    case HitKind::kTurn:
    case HitKind::kLocus:
      return ~PseudoRule::kHidesStops;
    case HitKind::kStop:
      return PseudoRule::kHidesStops;
    default:
      return std::nullopt;
  }
}

// The words of a pseudo-cue, and the bits of what it hides.
struct Hiding {
  WordRange words;
  std::uint32_t hides = 0;
};

// Whether it hides a hit of which all the bits of `needed` must be hidden. A
// longer hit that holds the pseudo-cue is none itself.
bool Hides(const Hiding& hiding, WordRange hit, std::uint32_t needed) {
  const bool inside =
      hit.Holds(hiding.words) && hit.size() > hiding.words.size();
  return hit.Touches(hiding.words) && !inside && (needed & ~hiding.hides) == 0;
}

}  // namespace

void DropPseudoHits(const StanceRules& rules, std::size_t from,
                    std::vector<CueHit>* hits) {
  std::vector<Hiding> hiding;
  const auto begin = hits->begin() + static_cast<std::ptrdiff_t>(from);
  for (auto hit = begin; hit != hits->end(); ++hit) {
    const PatternUse& use = rules.uses[hit->pattern];
    if (use.kind != HitKind::kPseudo) continue;
    hiding.push_back({{hit->first, hit->last}, rules.pseudos[use.index].hides});
  }
  if (hiding.empty()) return;
  std::size_t at = 0;  // those before it end before the hits that come
  const auto hidden = [&](const CueHit& hit) {
    const PatternUse& use = rules.uses[hit.pattern];
    if (use.kind == HitKind::kPseudo) return true;
    const std::optional<std::uint32_t> needed = HiddenBy(rules, use);
    if (!needed) return false;
    while (at < hiding.size() && hiding[at].words.last <= hit.first) ++at;
    for (std::size_t i = at;
         i < hiding.size() && hiding[i].words.first < hit.last; ++i) {
      if (Hides(hiding[i], {hit.first, hit.last}, *needed)) return true;
    }
    return false;
  };
  hits->erase(std::remove_if(begin, hits->end(), hidden), hits->end());
}

}  // namespace framescope
