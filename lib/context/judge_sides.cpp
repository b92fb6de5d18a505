// Judge: verdicts on what is reported, and the two sides of contrasts.
#include <algorithm>

#include "context/judge.hpp"

namespace framescope {

// What is reported in one sentence, and countered in the next or the last.
void Judge::RejectByNeighbours(std::span<const FoundEntry> found,
                               std::vector<Judgement>& out) {
  std::size_t near = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::uint32_t bit = entries_[found[i].entry].pole_bit;
    if (out[i].stance != Stance::kReported || bit >= 64) continue;
    while (s_.said[near].sentence + 1 < found[i].sentence) ++near;
    for (std::size_t j = near; j < s_.said.size(); ++j) {
      if (s_.said[j].sentence > found[i].sentence + 1) break;
      if (tokens_.sentences[s_.said[j].sentence].block !=
          tokens_.sentences[found[i].sentence].block) {
        continue;
      }
      if (!(s_.said[j].poles >> (bit ^ 1) & 1)) continue;
      out[i].stance = Stance::kRejected;
      out[i].rule = rules_.built.counter_frame;
      break;
    }
  }
}

// Contrasts that ask for matches on both sides fall without them.
void Judge::DropOneSided(std::span<const FoundEntry> found) {
  const std::uint32_t base = sentence_->first_word;
  const auto holds_match = [&](WordRange words) {
    const auto first =
        std::lower_bound(found.begin(), found.end(), base + words.first,
                         [](const FoundEntry& entry, std::uint32_t at) {
                           return entry.first < at;
                         });
    return first != found.end() && first->last <= base + words.last;
  };
  s_.sides.assign(s_.builder.contrasts(), 0);
  for (const Scope& scope : s_.scopes) {
    if (scope.both_sides && holds_match(scope.words)) {
      ++s_.sides[scope.contrast];
    }
  }
  std::erase_if(s_.scopes, [this](const Scope& scope) {
    return scope.both_sides && s_.sides[scope.contrast] < 2;
  });
}

void Judge::TurnReportedToRejected(std::span<const FoundEntry> found,
                                   std::span<Judgement> out) {
  std::uint64_t said = 0;
  bool reported = false;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::uint32_t bit = entries_[found[i].entry].pole_bit;
    reported |= out[i].stance == Stance::kReported;
    if (Endorsed(out[i].stance) && bit < 64) said |= std::uint64_t{1} << bit;
  }
  s_.said.push_back({sentence_index_, said});
  if (!reported) return;
  FindVerdicts();
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (out[i].stance != Stance::kReported) continue;
    const Span span{tokens_.words[found[i].first].begin,
                    tokens_.words[found[i].last - 1].end};
    for (const VerdictHit& verdict : s_.verdicts) {
      if (verdict.span.begin < span.end && span.begin < verdict.span.end) {
        continue;
      }
      out[i].stance = verdict.agrees ? Stance::kUsed : Stance::kRejected;
      out[i].rule = verdict.rule;
      out[i].cue = verdict.span;
      break;
    }
  }
}

// The verdicts of this sentence and of its neighbours, nearest first.
void Judge::FindVerdicts() {
  constexpr std::size_t kMost = 8;
  constexpr std::uint32_t kNegatorWords = 3;
  s_.verdicts.clear();
  for (const int step : {0, 1, -1}) {
    std::uint32_t at = sentence_index_;
    if (step != 0 && !Neighbour(sentence_index_, step, &at)) continue;
    const std::uint32_t first = tokens_.sentences[at].first_word;
    std::uint32_t denied_until = 0;
    for (const CueHit& hit : Hits(at)) {
      const PatternUse& use = rules_.uses[hit.pattern];
      if (use.kind == HitKind::kCue && rules_.cues[use.index].negator) {
        denied_until = hit.last + kNegatorWords + 1;
      }
      if (use.kind != HitKind::kVerdict) continue;
      if (hit.first < denied_until &&
          denied_until <= hit.first + 1 + kNegatorWords) {
        continue;
      }
      const VerdictRule& verdict = rules_.verdicts[use.index];
      if (verdict.agrees && step < 0) continue;
      if (s_.verdicts.size() == kMost) return;
      s_.verdicts.push_back({{tokens_.words[first + hit.first].begin,
                              tokens_.words[first + hit.last - 1].end},
                             verdict.rule,
                             verdict.agrees});
    }
  }
}

// Ties each side of a contrast to a match of the other side, of the opposite
// pole where there is one.
void Judge::Pair(std::span<const FoundEntry> found, std::span<Judgement> out) {
  constexpr std::size_t kCandidates = 8;
  s_.by_contrast.clear();
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    if (s_.scope_of[i] == kNone) continue;
    const Scope& scope = s_.scopes[s_.scope_of[i]];
    if (scope.contrast == kNone || out[i].rule != scope.rule) continue;
    s_.by_contrast.push_back({scope.contrast, out[i].stance, i});
  }
  std::sort(s_.by_contrast.begin(), s_.by_contrast.end());
  const auto opposed = [&](std::uint32_t a, std::uint32_t b) {
    const std::uint32_t one = entries_[found[a].entry].pole_bit;
    return one < 64 && entries_[found[b].entry].pole_bit == (one ^ 1);
  };
  const auto& sides = s_.by_contrast;
  for (std::size_t begin = 0; begin < sides.size();) {
    std::size_t end = begin, turn = begin;
    while (end < sides.size() && sides[end].contrast == sides[begin].contrast) {
      if (sides[end].stance == Stance::kMovedFrom) turn = end + 1;
      ++end;
    }
    for (std::size_t i = begin; i < end; ++i) {
      const bool from = i < turn;
      const std::size_t low = from ? turn : begin;
      const std::size_t high = from ? end : turn;
      if (low == high) continue;
      const std::size_t nth = from ? i - begin : i - turn;
      std::size_t best = std::min(low + nth, high - 1);
      for (std::size_t j = low; j < std::min(high, low + kCandidates); ++j) {
        if (opposed(sides[best].match, sides[i].match)) break;
        if (opposed(sides[j].match, sides[i].match)) best = j;
      }
      out[sides[i].match].pair = first_found_ + sides[best].match;
    }
    begin = end;
  }
}

}  // namespace framescope
