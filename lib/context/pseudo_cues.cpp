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

}  // namespace

void DropPseudoHits(const StanceRules& rules, std::size_t from,
                    std::vector<CueHit>* hits) {
  struct Hiding {
    WordRange words;
    std::uint32_t hides;
  };
  std::vector<Hiding> hiding;
  const auto begin = hits->begin() + static_cast<std::ptrdiff_t>(from);
  for (auto one = begin; one != hits->end(); ++one) {
    const CueHit& hit = *one;
    const PatternUse& use = rules.uses[hit.pattern];
    if (use.kind != HitKind::kPseudo) continue;
    hiding.push_back({{hit.first, hit.last}, rules.pseudos[use.index].hides});
  }
  if (hiding.empty()) return;
  std::size_t at = 0;
  const auto hidden = [&](const CueHit& hit) {
    const PatternUse& use = rules.uses[hit.pattern];
    if (use.kind == HitKind::kPseudo) return true;
    const std::optional<std::uint32_t> needed = HiddenBy(rules, use);
    if (!needed) return false;
    const WordRange words{hit.first, hit.last};
    while (at < hiding.size() && hiding[at].words.last <= hit.first) ++at;
    for (std::size_t i = at;
         i < hiding.size() && hiding[i].words.first < hit.last; ++i) {
      const bool inside =
          words.Holds(hiding[i].words) && words.size() > hiding[i].words.size();
      if (words.Touches(hiding[i].words) && !inside &&
          (*needed & ~hiding[i].hides) == 0) {
        return true;
      }
    }
    return false;
  };
  hits->erase(std::remove_if(begin, hits->end(), hidden), hits->end());
}

}  // namespace framescope
