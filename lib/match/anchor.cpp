// Tested by tests/unit/match/anchor_test.cpp.
#include "match/anchor.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace framescope {
namespace {

constexpr std::uint64_t kMillion = 1000000;
constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

bool IsWord(const PatternSequence& sequence) {
  return sequence.size() == 1 && sequence[0].kind == PatternNode::Kind::kWord;
}

class Anchorer {
 public:
  Anchorer(const ClassLookup& classes, const WordCost& cost)
      : classes_(classes), cost_(cost) {}

  // Appends the ways to match `before`, `sequence`, `after` with the anchor in
  // `sequence`.
  void Cut(PatternSequence before, const PatternSequence& sequence,
           PatternSequence after, std::vector<AnchoredPattern>* out) {
    const std::size_t at = Cheapest(sequence);
    const auto middle = sequence.begin() + static_cast<std::ptrdiff_t>(at);
    before.insert(before.end(), sequence.begin(), middle);
    after.insert(after.begin(), middle + 1, sequence.end());
    const PatternNode& node = *middle;
    if (node.kind == PatternNode::Kind::kWord) {
      out->push_back({std::move(before), {node.word}, std::move(after)});
      return;
    }
    std::vector<PatternWord> words;
    for (const PatternSequence& alternative : Alternatives(node)) {
      if (IsWord(alternative)) {
        words.push_back(alternative[0].word);
      } else {
        Cut(before, alternative, after, out);
      }
    }
    if (!words.empty()) {
      out->push_back({std::move(before), std::move(words), std::move(after)});
    }
  }

 private:
  const std::vector<PatternSequence>& Alternatives(const PatternNode& node) {
    return node.kind == PatternNode::Kind::kClass ? classes_(node.class_name)
                                                  : node.alternatives;
  }

  // The place where the search expects to go on least often: it goes on from a
  // word of the place that stands beside a word of a place next to it. Of two
  // such places the one with the rarer words.
  std::size_t Cheapest(const PatternSequence& sequence) {
    std::vector<std::uint64_t> costs;
    for (const PatternNode& node : sequence) costs.push_back(CostOf(node));
    std::size_t best = 0;
    std::uint64_t least = kNever;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      if (costs[i] == kNever) continue;
      std::uint64_t beside = kMillion;
      if (i > 0) beside = std::min(beside, costs[i - 1]);
      if (i + 1 < sequence.size()) beside = std::min(beside, costs[i + 1]);
      const std::uint64_t cost = std::min(costs[i], kMillion) * beside;
      if (cost < least || (cost == least && costs[i] < costs[best])) {
        least = cost;
        best = i;
      }
    }
    return best;
  }

  // kNever when the node may match no word, or any word.
  std::uint64_t CostOf(const PatternNode& node) {
    switch (node.kind) {
      case PatternNode::Kind::kWord:
        return cost_(node.word);
      case PatternNode::Kind::kGap:
        return kNever;
      case PatternNode::Kind::kGroup:
        if (node.optional) return kNever;
        [[fallthrough]];
      case PatternNode::Kind::kClass:
        break;
    }
    std::uint64_t sum = 0;
    for (const PatternSequence& alternative : Alternatives(node)) {
      std::uint64_t least = kNever;
      for (const PatternNode& inner : alternative) {
        least = std::min(least, CostOf(inner));
      }
      if (least == kNever) return kNever;
      sum += least;
    }
    return sum;
  }

  const ClassLookup& classes_;
  const WordCost& cost_;
};

// Adds to `words` what can come first. False when that may be any word, or
// nothing.
bool AddFirstWords(const PatternSequence& sequence, const ClassLookup& classes,
                   std::vector<PatternWord>* words) {
  for (const PatternNode& node : sequence) {
    if (node.kind == PatternNode::Kind::kWord) {
      words->push_back(node.word);
      return true;
    }
    if (node.kind == PatternNode::Kind::kGap) return false;
    const bool is_class = node.kind == PatternNode::Kind::kClass;
    bool passable = node.optional;
    for (const PatternSequence& alternative :
         is_class ? classes(node.class_name) : node.alternatives) {
      if (AddFirstWords(alternative, classes, words)) continue;
      if (!MatchesNothing(alternative)) return false;
      passable = true;
    }
    if (!passable) return true;
  }
  return false;
}

}  // namespace

std::vector<PatternWord> FirstWords(const PatternSequence& sequence,
                                    const ClassLookup& classes) {
  std::vector<PatternWord> words;
  if (!AddFirstWords(sequence, classes, &words)) words.clear();
  return words;
}

std::vector<AnchoredPattern> AnchorPattern(const PatternSequence& sequence,
                                           const ClassLookup& classes,
                                           const WordCost& cost) {
  std::vector<AnchoredPattern> anchored;
  Anchorer(classes, cost).Cut({}, sequence, {}, &anchored);
  return anchored;
}

std::uint32_t MostWords(const PatternSequence& sequence,
                        const ClassLookup& classes) {
  std::uint32_t sum = 0;
  for (const PatternNode& node : sequence) {
    if (node.kind == PatternNode::Kind::kWord) {
      ++sum;
    } else if (node.kind == PatternNode::Kind::kGap) {
      sum += node.most;
    } else {
      const auto& alternatives = node.kind == PatternNode::Kind::kClass
                                     ? classes(node.class_name)
                                     : node.alternatives;
      std::uint32_t most = 0;
      for (const PatternSequence& alternative : alternatives) {
        most = std::max(most, MostWords(alternative, classes));
      }
      sum += most;
    }
  }
  return sum;
}

PatternSequence Reversed(const PatternSequence& sequence) {
  PatternSequence reversed(sequence.rbegin(), sequence.rend());
  for (PatternNode& node : reversed) {
    for (PatternSequence& alternative : node.alternatives) {
      alternative = Reversed(alternative);
    }
  }
  return reversed;
}

}  // namespace framescope
