// Automaton: word sequences as one graph of states that step on elements.
//
// A state stands for what has been read since the start, so sequences share
// their beginnings as in a trie. Where alternatives or optional words meet
// again, the states join in one, so that the graph grows by the sum of the
// alternatives, never by their product.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "match/anchor.hpp"
#include "match/hash_table.hpp"
#include "match/pair_filter.hpp"
#include "match/pattern.hpp"
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
    kAnyHead = 16  // has an edge that `steps` does not know
  };

  std::vector<std::uint8_t> flags;  // by state
  std::vector<StateId> any;         // by state: after any word, or kNone
  std::vector<StateId> roots;       // by element: after the first word
  // Rows by state: edges by ascending element, states entered at once, and
  // what is accepted.
  std::vector<std::uint32_t> edge_starts, edge_elements, edge_targets;
  std::vector<std::uint32_t> link_starts, links;
  std::vector<std::uint32_t> accept_starts, accepts;
  PairFilter steps;

  std::uint32_t states() const {
    return static_cast<std::uint32_t>(flags.size());
  }
};

// Makes an Automaton.
class AutomatonBuilder {
 public:
  // `classes` gives the phrases of a class in the direction of reading.
  AutomatonBuilder(Vocabulary* vocabulary, ClassLookup classes);

  // Adds the element `first` followed by `rest`; what is accepted then is
  // called `part`.
  void Add(std::uint32_t first, const PatternSequence& rest,
           std::uint32_t part);

  // Call after Vocabulary::Finish().
  Automaton Finish() &&;

 private:
  using States = std::vector<StateId>;

  StateId NewState();
  StateId Child(StateId from, std::uint32_t element);
  StateId AnyChild(StateId from);
  // At most one state: what follows is built once.
  States Joined(States states);
  States Sequence(const PatternSequence& sequence, States from);
  States Step(const PatternNode& node, const States& from);
  States Gap(const PatternNode& node, const States& from);
  void FillStepFilter();
  States Alternatives(const std::vector<PatternSequence>& alternatives,
                      const States& from);

  Vocabulary* vocabulary_;
  ClassLookup classes_;
  Automaton automaton_;
  PairTable edges_;  // (state, element) to state
  std::vector<std::pair<StateId, std::uint32_t>> edge_keys_;
  StringIndex joins_;  // bytes of the states joined
  std::vector<StateId> join_states_;
  std::vector<std::pair<StateId, std::uint32_t>> links_, accepts_;
};

}  // namespace framescope
