// Tested by tests/unit/match/anchor_test.cpp.
#include "match/anchor.hpp"

#include <algorithm>

namespace framescope {
namespace {

constexpr std::uint64_t kMillion = 1000000;
// What it costs to look at a word whose companion is missing, in millionths of
// what it costs to go on from it.
constexpr std::uint64_t kLook = 50000;

class Anchorer {
 public:
  Anchorer(PatternFacts* facts, std::vector<AnchoredPattern>* out)
      : facts_(*facts), out_(*out) {}

  // Cuts `row` at one of its places [begin, end).
  void Cut(const NodeRow& row, std::size_t begin, std::size_t end) {
    const Place place = Cheapest(row, begin, end);
    const PatternNode& node = *row[place.index].node;
    const auto at = row.begin() + static_cast<std::ptrdiff_t>(place.index);
    AnchoredPattern anchored;
    if (node.kind == PatternNode::Kind::kWord) {
      anchored.words.push_back(node.number);
    } else {
      for (const PatternSequence& phrase : facts_.AlternativesOf(node)) {
        if (IsWord(phrase)) {
          anchored.words.push_back(phrase[0].number);
        } else {
          CutPhrase(row, place.index, phrase);
        }
      }
    }
    if (anchored.words.empty()) return;
    anchored.before.assign(row.begin(), at);
    anchored.after.assign(at + 1, row.end());
    anchored.sides = place.sides;
    anchored.better = place.better;
    out_.push_back(std::move(anchored));
  }

 private:
  struct Place {
    std::size_t index = 0;
    std::array<Companion, 2> sides;  // as in AnchoredPattern
    std::size_t better = 0;
  };

  // Cuts `row` in `phrase`, which stands in the place of its node `at`.
  void CutPhrase(const NodeRow& row, std::size_t at,
                 const PatternSequence& phrase) {
    const auto middle = row.begin() + static_cast<std::ptrdiff_t>(at);
    NodeRow spread(row.begin(), middle);
    for (const PatternNode& node : phrase) {
      spread.push_back({&node, facts_.Of(node)});
    }
    spread.insert(spread.end(), middle + 1, row.end());
    Cut(spread, at, at + phrase.size());
  }

  static Place Cheapest(const NodeRow& row, std::size_t begin,
                        std::size_t end) {
    Place best;
    std::uint64_t least = NodeFacts::kAny;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint64_t frequency = row[i].facts.frequency;
      if (frequency == NodeFacts::kAny) continue;
      std::array<std::uint64_t, 2> chances = {kMillion, kMillion};
      Place place{i,
                  {BestCompanion(row, i, Reading::kForward, &chances[0]),
                   BestCompanion(row, i, Reading::kBackward, &chances[1])}};
      place.better = chances[1] < chances[0] ? 1 : 0;
      const std::uint64_t often = std::min(frequency, kMillion);
      const std::uint64_t cost = often * (kLook + chances[place.better]);
      if (cost < least) {
        least = cost;
        best = place;
      }
    }
    return best;
  }

  // The place on one side of `anchor` whose words are least likely to stand by
  // chance where they must stand; none unless that is less than `*chance`, in a
  // million, which it replaces.
  static Companion BestCompanion(const NodeRow& row, std::size_t anchor,
                                 Reading reading, std::uint64_t* chance) {
    const bool ahead = reading == Reading::kForward;
    Companion best, at{nullptr, reading, 1, 1};
    std::size_t i = anchor;
    while (at.most <= Wanted::kReach && (ahead ? ++i < row.size() : i > 0)) {
      if (!ahead) --i;
      const NodeFacts& of = row[i].facts;
      const std::uint64_t first = of.first[static_cast<std::size_t>(reading)];
      if (of.least > 0 && first < kMillion) {
        const std::uint64_t here = first * (at.most - at.least + 1);
        if (here < *chance) {
          *chance = here;
          best = at;
          best.node = row[i].node;
        }
      }
      at.least += of.least;
      at.most += of.most;
    }
    return best;
  }

  PatternFacts& facts_;
  std::vector<AnchoredPattern>& out_;
};

}  // namespace

std::vector<AnchoredPattern> AnchorPattern(const PatternSequence& sequence,
                                           PatternFacts* facts) {
  NodeRow row;
  for (const PatternNode& node : sequence) {
    row.push_back({&node, facts->Of(node)});
  }
  std::vector<AnchoredPattern> anchored;
  Anchorer(facts, &anchored).Cut(row, 0, row.size());
  return anchored;
}

}  // namespace framescope
