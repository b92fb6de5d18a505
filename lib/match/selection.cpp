// Tested by tests/unit/match/selection_test.cpp.
#include "match/selection.hpp"

#include <algorithm>
#include <tuple>

namespace framescope {

std::vector<EntryTraits> TraitsOf(const Lexicon& lexicon,
                                  const std::string& profile,
                                  std::size_t* groups) {
  const auto axes = static_cast<std::uint32_t>(lexicon.axes().size());
  *groups = axes + lexicon.categories().size();
  std::vector<EntryTraits> traits(lexicon.entries().size());
  for (std::uint32_t i = 0; i < traits.size(); ++i) {
    const std::uint32_t category = lexicon.entries()[i].category;
    const Category& of = lexicon.categories()[category];
    const bool axis = of.axis != kNone;
    traits[i].weight = lexicon.weight(i, profile);
    traits[i].category = category;
    traits[i].group = axis ? of.axis : axes + category;
    traits[i].pole = axis ? 2 * of.axis + static_cast<std::uint32_t>(of.pole)
                          : 2 * axes + category;
  }
  return traits;
}

void SortForSelection(std::span<const EntryTraits> traits,
                      std::vector<Candidate>* candidates) {
  std::sort(
      candidates->begin(), candidates->end(),
      [&](const Candidate& a, const Candidate& b) {
        const FoundEntry& x = a.found;
        const FoundEntry& y = b.found;
        return std::tuple(x.first, ~x.last, -traits[x.entry].weight, x.entry) <
               std::tuple(y.first, ~y.last, -traits[y.entry].weight, y.entry);
      });
}

void Selector::Reset(std::size_t groups) {
  if (groups_.size() != groups) groups_.assign(groups, Taken{});
  if (claimed_.size() == 0) return;
  claimed_ = PairTable();
  claimed_by_any_.clear();
}

void Selector::Select(Overlap overlap, std::span<const EntryTraits> traits,
                      std::span<Candidate> candidates) {
  switch (overlap) {
    case Overlap::kLongest:
      return SelectLongest(traits, candidates);
    case Overlap::kKey:
    case Overlap::kDictionary:
      return SelectNested(overlap == Overlap::kDictionary, traits, candidates);
    case Overlap::kAll:
      return;
  }
}

void Selector::SelectLongest(std::span<const EntryTraits> traits,
                             std::span<Candidate> candidates) {
  for (Candidate& candidate : candidates) {
    if (!candidate.kept) continue;
    Taken& taken = groups_[traits[candidate.found.entry].group];
    if (taken.entry != kNone && candidate.found.first < taken.end) {
      candidate.kept = false;
      candidate.by = taken.entry;
    } else {
      taken = {candidate.found.last, candidate.found.entry};
    }
  }
  for (const Candidate& candidate : candidates) {
    groups_[traits[candidate.found.entry].group] = Taken{};
  }
}

bool Selector::Claim(const EntryTraits& traits, Candidate* candidate) {
  const FoundEntry& found = candidate->found;
  for (std::uint32_t i = found.first; i < found.last; ++i) {
    const std::uint32_t owner = claimed_.Find(traits.category, i);
    if (owner == kNone) continue;
    candidate->kept = false;
    candidate->by = owner;
    return false;
  }
  for (std::uint32_t i = found.first; i < found.last; ++i) {
    claimed_.At(traits.category, i) = found.entry;
  }
  return true;
}

void Selector::SelectNested(bool dictionary,
                            std::span<const EntryTraits> traits,
                            std::span<Candidate> candidates) {
  order_.clear();
  std::uint32_t end = 0;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    if (candidates[i].kept) order_.push_back(i);
    end = std::max(end, candidates[i].found.last);
  }
  if (claimed_by_any_.size() < end) claimed_by_any_.resize(end, kNone);
  const auto found = [&](std::uint32_t i) -> const FoundEntry& {
    return candidates[i].found;
  };
  std::sort(order_.begin(), order_.end(),
            [&](std::uint32_t a, std::uint32_t b) {
              const std::uint32_t size_a = found(a).last - found(a).first;
              const std::uint32_t size_b = found(b).last - found(b).first;
              return std::tuple(~size_a, found(a).first, found(a).entry) <
                     std::tuple(~size_b, found(b).first, found(b).entry);
            });
  for (std::size_t i = 0; i < order_.size();) {
    std::size_t same = i;
    const FoundEntry span = found(order_[i]);
    while (same < order_.size() && found(order_[same]).first == span.first &&
           found(order_[same]).last == span.last) {
      ++same;
    }
    bool covered = dictionary;
    for (std::uint32_t w = span.first; covered && w < span.last; ++w) {
      covered = claimed_by_any_[w] != kNone;
    }
    std::uint32_t winner = kNone;
    for (; i < same; ++i) {
      Candidate& candidate = candidates[order_[i]];
      if (covered) {
        candidate.kept = false;
        candidate.by = claimed_by_any_[span.first];
      } else if (Claim(traits[candidate.found.entry], &candidate)) {
        winner = winner == kNone ? candidate.found.entry : winner;
      }
    }
    for (std::uint32_t w = span.first; winner != kNone && w < span.last; ++w) {
      claimed_by_any_[w] = winner;
    }
  }
}

}  // namespace framescope
