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
    const std::size_t place = Cheapest(row, begin, end);
    const PatternNode& node = *row[place].node;
    const auto at = row.begin() + static_cast<std::ptrdiff_t>(place);
    AnchoredPattern anchored;
    if (node.kind == PatternNode::Kind::kWord) {
      anchored.words.push_back(node.number);
    } else {
      for (const PatternSequence& phrase : facts_.AlternativesOf(node)) {
        if (IsWord(phrase)) {
          anchored.words.push_back(phrase[0].number);
        } else {
          CutPhrase(row, place, phrase);
        }
      }
    }
    if (anchored.words.empty()) return;
    anchored.before.assign(row.begin(), at);
    anchored.after.assign(at + 1, row.end());
    anchored.companions = CompanionsOf(row, place);
    out_.push_back(std::move(anchored));
  }

 private:
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

  static std::size_t Cheapest(const NodeRow& row, std::size_t begin,
                              std::size_t end) {
    std::size_t best = begin;
    std::uint64_t least = NodeFacts::kAny;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint64_t frequency = row[i].facts.frequency;
      if (frequency == NodeFacts::kAny) continue;
      std::uint64_t chance = kMillion;
      ForEachCompanion(row, i, [&chance](const Companion& companion) {
        chance = std::min(chance, companion.chance);
      });
      const std::uint64_t often = std::min(frequency, kMillion);
      const std::uint64_t cost = often * (kLook + chance);
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    return best;
  }

  static std::vector<Companion> CompanionsOf(const NodeRow& row,
                                             std::size_t anchor) {
    std::vector<Companion> companions;
    ForEachCompanion(row, anchor, [&companions](const Companion& companion) {
      companions.push_back(companion);
    });
    std::stable_sort(companions.begin(), companions.end(),
                     [](const Companion& a, const Companion& b) {
                       return a.chance < b.chance;
                     });
    return companions;
  }

  // Calls `use` with each place near `anchor` whose words do not stand there
  // anyhow, first those behind it.
  template <typename Use>
  static void ForEachCompanion(const NodeRow& row, std::size_t anchor,
                               const Use& use) {
    for (const Reading reading : {Reading::kForward, Reading::kBackward}) {
      const bool ahead = reading == Reading::kForward;
      Companion at{nullptr, reading, 1, 1, 0};
      std::size_t i = anchor;
      while (at.most <= Places::kReach && (ahead ? ++i < row.size() : i > 0)) {
        if (!ahead) --i;
        const NodeFacts& of = row[i].facts;
        const std::uint64_t first = of.first[static_cast<std::size_t>(reading)];
        if (of.least > 0 && first < kMillion) {
          at.node = row[i].node;
          at.chance = first * (at.most - at.least + 1);
          if (at.chance < kMillion) use(at);
        }
        at.least += of.least;
        at.most += of.most;
      }
    }
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
