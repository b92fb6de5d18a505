// Automaton: word sequences as one graph of states that step on elements.
//
// A state stands for what has been read since the start, so sequences share
// their beginnings as in a trie. Where alternatives or optional words meet
// again, the states join in one, so that the graph grows by the sum of the
// alternatives, never by their product.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "match/hash_table.hpp"
#include "match/pattern_facts.hpp"
#include "match/vocabulary.hpp"
#include "match/word_bloom.hpp"

namespace framescope {

// Where the numbers of a state begin.
using StateId = std::uint32_t;

// The finished graph. What is known of one state lies together, and states that
// follow each other lie near each other: a search reads few of them, and each
// only now and then.
class Automaton {
 public:
  // The first number of a state says what it has. Behind that stand, where it
  // has them: how many parts are accepted, and they; how many states are
  // entered with it, and they; the state after any word; its edges.
  enum Flag : std::uint32_t {
    kAccepts = 1,
    kHasLinks = 2,
    kHasAny = 4,
    kHasEdges = 8
  };

  // How many edges, how many blocks of a filter less one, those blocks (which
  // words the edges read); then their elements, ascending, and their targets.
  struct Edges {
    std::uint32_t size, mask;
    const std::uint32_t* blocks;

    const std::uint32_t* elements() const { return blocks + mask + 1; }
    const StateId* targets() const { return elements() + size; }
    // False only when no edge reads the word with these hashes.
    bool MayRead(std::uint32_t word, std::uint32_t head) const {
      return WordBloom::MayHold(blocks, mask, word, head);
    }
  };

  // Reads a state from its beginning to its end: in the order of Flag, what it
  // has, and each once.
  class Reader {
   public:
    Reader(const Automaton& automaton, StateId state)
        : at_(automaton.numbers_.data() + state), flags_(*at_++) {}

    bool Has(std::uint32_t flags) const { return (flags_ & flags) != 0; }
    // The parts, or the states.
    std::span<const std::uint32_t> List() {
      const std::uint32_t size = *at_++;
      const std::uint32_t* const first = at_;
      at_ += size;
      return {first, size};
    }
    StateId Any() { return *at_++; }
    Edges ReadEdges() const { return {at_[0], at_[1], at_ + 2}; }

   private:
    const std::uint32_t* at_;
    std::uint32_t flags_;
  };

  // The state after the first word, or kNone.
  StateId Root(std::uint32_t element) const { return roots_[element]; }
  void Prefetch(StateId state) const { __builtin_prefetch(&numbers_[state]); }
  // States are below this.
  std::size_t size() const { return numbers_.size(); }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(numbers_, roots_);
  }

 private:
  friend class AutomatonBuilder;

  std::vector<std::uint32_t> numbers_;
  std::vector<StateId> roots_;  // by element
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
  // States are numbered as they are made, from the root on.
  static constexpr std::uint32_t kRoot = 0;
  using States = std::vector<std::uint32_t>;
  // (state, value), sorted at the end.
  using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

  struct State {
    std::uint32_t flags = 0;
    std::uint32_t any = kNone;
    // At the end: its first rows in `accepts_`, `links_` and `edge_keys_`, how
    // many blocks the filter of its edges has, and where its numbers will
    // stand.
    std::uint32_t accepts = 0, links = 0, edges = 0, blocks = 0;
    StateId place = kNone;
  };

  std::uint32_t NewState();
  std::uint32_t Child(std::uint32_t from, std::uint32_t element);
  std::uint32_t AnyChild(std::uint32_t from);
  // At most one state: what follows is built once.
  States Joined(States states);
  States Phrase(const PatternSequence& phrase, States from);
  States Step(const PatternNode& node, const States& from);
  States Gap(const PatternNode& node, const States& from);
  States Alternatives(const PatternNode& node, const States& from);

  void SortRows();
  template <typename Use>
  void ForEachNext(std::uint32_t state, const Use& use) const;
  std::size_t SizeOf(std::uint32_t state) const;
  std::uint32_t BlocksOf(std::uint32_t state) const;
  void PlaceFrom(std::uint32_t state);
  void Write(std::uint32_t state);
  void WriteEdges(std::uint32_t state);

  Reading reading_;
  Vocabulary& vocabulary_;
  PatternFacts& facts_;
  std::vector<State> states_;
  PairTable edges_;  // (state, element) to state
  Pairs edge_keys_;
  StringIndex joins_;  // bytes of the states joined
  States join_states_;
  Pairs links_, accepts_;
  // At the end.
  Automaton automaton_;
  std::size_t size_ = 0;  // of the numbers of states that have a place
  States placed_;         // in the order of their places
};

}  // namespace framescope
