// Automaton: all patterns as one graph of states that step on elements.
//
// A state stands for what has been read since the start, so patterns share
// their beginnings as in a trie. Where alternatives or optional words meet
// again, the states join in one, so that the graph grows by the sum of the
// alternatives, never by their product.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "match/hash_table.hpp"
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
    kAccepts = 8
  };

  PairTable edges;                  // (state, element) to state
  std::vector<std::uint8_t> flags;  // by state
  std::vector<StateId> any;         // by state: after any word, or kNone
  std::vector<StateId> roots;       // by element: after the first word
  // Rows by state.
  std::vector<std::uint32_t> link_starts, links;      // states entered at once
  std::vector<std::uint32_t> accept_starts, accepts;  // patterns

  std::uint32_t states() const {
    return static_cast<std::uint32_t>(flags.size());
  }
};

// Makes an Automaton. Classes are alternatives that the caller resolves.
class AutomatonBuilder {
 public:
  explicit AutomatonBuilder(Vocabulary* vocabulary);

  // `classes[i]` holds the alternatives of the class number i of `class_names`.
  void SetClasses(const StringIndex* class_names,
                  const std::vector<std::vector<PatternSequence>>* classes);

  // Adds `sequence`, which must match at least one word, as `pattern`.
  void Add(const PatternSequence& sequence, std::uint32_t pattern);

  Automaton Finish() &&;

 private:
  using States = std::vector<StateId>;

  StateId NewState();
  StateId Child(StateId from, std::uint32_t element);
  StateId AnyChild(StateId from);
  // At most one state beside the root: what follows is built once.
  States Joined(States states);
  States Sequence(const PatternSequence& sequence, States from);
  States Step(const PatternNode& node, const States& from);
  States Gap(const PatternNode& node, const States& from);
  States Class(const PatternNode& node, const States& from);
  States Alternatives(const std::vector<PatternSequence>& alternatives,
                      const States& from);

  Vocabulary* vocabulary_;
  const StringIndex* class_names_ = nullptr;
  const std::vector<std::vector<PatternSequence>>* classes_ = nullptr;
  Automaton automaton_;
  StringIndex joins_;  // bytes of the states joined
  std::vector<StateId> join_states_;
  std::vector<std::pair<StateId, std::uint32_t>> links_, accepts_;
};

}  // namespace framescope
