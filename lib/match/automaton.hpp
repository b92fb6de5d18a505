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
#include "match/pattern_facts.hpp"
#include "match/row_filter.hpp"
#include "match/vocabulary.hpp"

namespace framescope {

using StateId = std::uint32_t;

// Immutable once finished.
struct Automaton {
  static constexpr StateId kRoot = 0;
  enum Flag : std::uint32_t {
    kHasEdges = 1,
    kHasAny = 2,
    kHasLinks = 4,
    kAccepts = 8
  };

  // What is known of one state lies together. Its rows end where those of the
  // next state begin.
  struct State {
    std::uint32_t edges = 0;    // of `edge_elements` and `edge_targets`
    std::uint32_t links = 0;    // of `links`
    std::uint32_t accepts = 0;  // of `accepts`
    StateId any = kNone;        // after any word
    RowFilter::Row steps;       // which words the edges read
    std::uint32_t flags = 0;
    std::uint32_t unused = 0;
  };

  std::vector<State> states;   // and one more, for the ends of rows
  std::vector<StateId> roots;  // by element: after the first word
  // Edges by ascending element, states entered at once, and what is accepted.
  std::vector<std::uint32_t> edge_elements, edge_targets, links, accepts;
  RowFilter steps;
  template <typename Archive>
  void Visit(Archive& archive) {
    archive(states, roots, edge_elements, edge_targets, links, accepts, steps);
  }

  std::span<const std::uint32_t> AcceptsOf(StateId state) const {
    return Rows(accepts, &State::accepts, state);
  }
  std::span<const StateId> LinksOf(StateId state) const {
    return Rows(links, &State::links, state);
  }

  void Prefetch(StateId state) const { __builtin_prefetch(&states[state]); }

  // False only when no edge of the state reads the word with these hashes. The
  // state must have edges.
  bool MayStep(const State& state, std::uint32_t word,
               std::uint32_t head) const {
    return steps.MayHold(state.steps, word, head);
  }

 private:
  std::span<const std::uint32_t> Rows(const std::vector<std::uint32_t>& of,
                                      std::uint32_t State::*start,
                                      StateId state) const {
    const std::uint32_t begin = states[state].*start;
    return std::span(of).subspan(begin, states[state + 1].*start - begin);
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
