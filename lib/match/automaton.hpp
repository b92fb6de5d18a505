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
    kOpen = 32,      // it has an edge that `steps` does not know
    kEnds = 64       // something is accepted behind its links
  };

  std::vector<std::uint8_t> flags;  // by state
  std::vector<StateId> any;         // by state: after any word, or kNone
  std::vector<StateId> roots;       // by element: after the first word
  // Rows by state: edges by ascending element, states entered at once, and
  // what is accepted.
  std::vector<std::uint32_t> edge_starts, edge_elements, edge_targets;
  std::vector<std::uint32_t> link_starts, links;
  std::vector<std::uint32_t> accept_starts, accepts;
  // Which words edges read. The row of a state after a first word holds those
  // behind its links and gaps as well: one of the next `reach` words must be
  // among them.
  PairFilter steps;
  std::vector<PairFilter::Row> step_rows;  // by state
  std::vector<std::uint8_t> reach;         // by state

  std::uint32_t states() const {
    return static_cast<std::uint32_t>(flags.size());
  }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(flags, any, roots, edge_starts, edge_elements, edge_targets,
            link_starts, links, accept_starts, accepts, steps, step_rows,
            reach);
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
  void ForEachEdge(const Use& use);
  void LookAhead(StateId root, std::vector<StateId>* ahead);
  States Alternatives(const PatternNode& node, const States& from);

  Reading reading_;
  Vocabulary& vocabulary_;
  PatternFacts& facts_;
  Automaton automaton_;
  PairTable edges_;  // (state, element) to state
  std::vector<std::pair<StateId, std::uint32_t>> edge_keys_;
  StringIndex joins_;  // bytes of the states joined
  std::vector<StateId> join_states_;
  std::vector<std::pair<StateId, std::uint32_t>> links_, accepts_;
};

}  // namespace framescope
