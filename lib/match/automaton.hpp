// Automaton: word sequences as one graph of states that step on elements.
//
// A state stands for what has been read since the start, so sequences share
// their beginnings as in a trie. Where alternatives or optional words meet
// again, the states join in one, so that the graph grows by the sum of the
// alternatives, never by their product.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "match/hash_table.hpp"
#include "match/pair_filter.hpp"
#include "match/pattern_facts.hpp"
#include "match/vocabulary.hpp"

namespace framescope {

using StateId = std::uint32_t;

// Immutable once finished.
struct Automaton {
  static constexpr StateId kRoot = 0;
  enum Flag : std::uint8_t {
    kHasEdges = 1,
    kHasAny = 2,
    kHasLinks = 4,
    kAccepts = 8,
    kHasStems = 16,  // `steps` knows some of its edges by heads
    kOpen = 32       // it has an edge that `steps` does not know
  };

  std::vector<std::uint8_t> flags;  // by state
  std::vector<StateId> any;         // by state: after any word, or kNone
  std::vector<StateId> roots;       // by element: after the first word
  // Rows by state: edges by ascending element, states entered at once, and
  // what is accepted.
  std::vector<std::uint32_t> edge_starts, edge_elements, edge_targets;
  std::vector<std::uint32_t> link_starts, links;
  std::vector<std::uint32_t> accept_starts, accepts;
  // Which words edges read.
  PairFilter steps;
  std::vector<PairFilter::Row> step_rows;  // by state
  // What must stand near a first word for anything to be accepted, by element.
  PairFilter around;
  std::vector<Wanted> wanted;

  std::uint32_t states() const {
    return static_cast<std::uint32_t>(flags.size());
  }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(flags, any, roots, edge_starts, edge_elements, edge_targets,
            link_starts, links, accept_starts, accepts, steps, step_rows, around,
            wanted);
  }

  std::span<const std::uint32_t> AcceptsOf(StateId state) const {
    return std::span(accepts).subspan(
        accept_starts[state], accept_starts[state + 1] - accept_starts[state]);
  }

  // False only when no edge of a state with this row and these flags reads the
  // word with these hashes.
  bool MayStep(PairFilter::Row row, std::uint8_t state_flags,
               std::uint32_t word, std::uint32_t head) const {
    return (state_flags & kOpen) != 0 || steps.MayHoldWord(row, word) ||
           ((state_flags & kHasStems) != 0 && steps.MayHoldHead(row, head));
  }
};

// Makes an Automaton.
class AutomatonBuilder {
 public:
  // Borrows both.
  AutomatonBuilder(Reading reading, Vocabulary* vocabulary,
                   PatternFacts* facts);

  // Adds the element `first` and then `rest`, which is in the order of the
  // pattern and read in the direction of this automaton; what is accepted then
  // is called `part`.
  void Add(std::uint32_t first, const NodeRow& rest, std::uint32_t part);

  // Call after Vocabulary::Finish().
  Automaton Finish() &&;

 private:
  using States = std::vector<StateId>;

  StateId NewState();
  StateId Child(StateId from, std::uint32_t element);
  StateId AnyChild(StateId from);
  // At most one state: what follows is built once.
  States Joined(States states);
  States Phrase(const PatternSequence& phrase, States from);
  States Step(const PatternNode& node, const States& from);
  States Gap(const PatternNode& node, const States& from);
  void FillStepFilter();
  template <typename Use>
  void ForEachEdge(StateId state, const Use& use) const;
  // A state, and how many words lie between it and the first one.
  using Ahead = std::vector<std::pair<StateId, std::uint32_t>>;
  bool LookAhead(StateId root, Ahead* ahead) const;
  template <typename Use>
  bool ForEachPlace(StateId root, const Use& use);
  void FillAround();
  States Alternatives(const PatternNode& node, const States& from);

  Reading reading_;
  Vocabulary& vocabulary_;
  PatternFacts& facts_;
  Automaton automaton_;
  PairTable edges_;  // (state, element) to state
  std::vector<std::pair<StateId, std::uint32_t>> edge_keys_;
  StringIndex joins_;  // bytes of the states joined
  std::vector<StateId> join_states_;
  Ahead ahead_;  // of one root
  std::vector<std::pair<StateId, std::uint32_t>> links_, accepts_;
};

}  // namespace framescope
