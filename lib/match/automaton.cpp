// Tested by tests/unit/match/pattern_set_test.cpp.
#include "match/automaton.hpp"

#include <algorithm>

namespace framescope {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

void SortUnique(Pairs* pairs) {
  std::sort(pairs->begin(), pairs->end());
  pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
}

// Cuts sorted (state, value) pairs into rows, which begin where `start` says.
void FillRows(const Pairs& pairs, std::uint32_t Automaton::State::*start,
              std::vector<Automaton::State>* states,
              std::vector<std::uint32_t>* values) {
  std::size_t at = 0;
  for (StateId state = 0; state < states->size(); ++state) {
    (*states)[state].*start = static_cast<std::uint32_t>(at);
    while (at < pairs.size() && pairs[at].first == state) ++at;
  }
  values->reserve(pairs.size());
  for (const auto& pair : pairs) values->push_back(pair.second);
}

}  // namespace

AutomatonBuilder::AutomatonBuilder(Reading reading, Vocabulary* vocabulary,
                                   PatternFacts* facts)
    : reading_(reading), vocabulary_(*vocabulary), facts_(*facts) {
  NewState();
}

StateId AutomatonBuilder::NewState() {
  automaton_.states.emplace_back();
  return static_cast<StateId>(automaton_.states.size() - 1);
}

StateId AutomatonBuilder::Child(StateId from, std::uint32_t element) {
  StateId& child = edges_.At(from, element);
  if (child != kNone) return child;
  automaton_.states[from].flags |= Automaton::kHasEdges;
  edge_keys_.emplace_back(from, element);
  return child = NewState();
}

StateId AutomatonBuilder::AnyChild(StateId from) {
  if (automaton_.states[from].any == kNone) {
    const StateId child = NewState();
    automaton_.states[from].any = child;
    automaton_.states[from].flags |= Automaton::kHasAny;
  }
  return automaton_.states[from].any;
}

AutomatonBuilder::States AutomatonBuilder::Joined(States states) {
  if (states.size() <= 1) return states;
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
  if (states.size() == 1) return states;
  const std::uint32_t join =
      joins_.Add({reinterpret_cast<const char*>(states.data()),
                  states.size() * sizeof(StateId)});
  if (join == join_states_.size()) {
    join_states_.push_back(NewState());
    for (const StateId state : states) {
      links_.emplace_back(state, join_states_[join]);
      automaton_.states[state].flags |= Automaton::kHasLinks;
    }
  }
  return {join_states_[join]};
}

AutomatonBuilder::States AutomatonBuilder::Phrase(const PatternSequence& phrase,
                                                  States from) {
  const std::size_t size = phrase.size();
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t at = reading_ == Reading::kForward ? i : size - 1 - i;
    from = Step(phrase[at], Joined(std::move(from)));
  }
  return from;
}

AutomatonBuilder::States AutomatonBuilder::Step(const PatternNode& node,
                                                const States& from) {
  switch (node.kind) {
    case PatternNode::Kind::kWord: {
      States to;
      const std::uint32_t element = facts_.ElementOf(node);
      for (const StateId state : from) to.push_back(Child(state, element));
      return to;
    }
    case PatternNode::Kind::kGap:
      return Gap(node, from);
    case PatternNode::Kind::kClass:
    case PatternNode::Kind::kGroup:
      break;
  }
  States to = Alternatives(node, from);
  if (node.optional) to.insert(to.end(), from.begin(), from.end());
  return to;
}

AutomatonBuilder::States AutomatonBuilder::Gap(const PatternNode& node,
                                               const States& from) {
  States to;
  for (StateId state : from) {
    for (int words = 0; words <= node.most; ++words) {
      if (words > 0) state = AnyChild(state);
      if (words >= node.least) to.push_back(state);
    }
  }
  return to;
}

// The single words are one element, the phrases go their own ways.
AutomatonBuilder::States AutomatonBuilder::Alternatives(const PatternNode& node,
                                                        const States& from) {
  States to;
  for (const PatternSequence& alternative : facts_.AlternativesOf(node)) {
    if (IsWord(alternative)) continue;
    const States ends = Phrase(alternative, from);
    to.insert(to.end(), ends.begin(), ends.end());
  }
  const std::uint32_t element = facts_.ElementOf(node);
  if (element == kNone) return to;
  for (const StateId state : from) to.push_back(Child(state, element));
  return to;
}

void AutomatonBuilder::Add(std::uint32_t first, const NodeRow& rest,
                           std::uint32_t part) {
  States states = {Child(Automaton::kRoot, first)};
  const std::size_t size = rest.size();
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t at = reading_ == Reading::kForward ? i : size - 1 - i;
    states = Step(*rest[at].node, Joined(std::move(states)));
  }
  for (const StateId state : states) {
    accepts_.emplace_back(state, part);
    automaton_.states[state].flags |= Automaton::kAccepts;
  }
}

Automaton AutomatonBuilder::Finish() && {
  Automaton& out = automaton_;
  SortUnique(&links_);
  SortUnique(&accepts_);
  std::sort(edge_keys_.begin(), edge_keys_.end());
  out.states.emplace_back();
  FillRows(links_, &Automaton::State::links, &out.states, &out.links);
  FillRows(accepts_, &Automaton::State::accepts, &out.states, &out.accepts);
  FillRows(edge_keys_, &Automaton::State::edges, &out.states,
           &out.edge_elements);
  out.roots.assign(vocabulary_.size(), kNone);
  out.edge_targets.reserve(edge_keys_.size());
  for (const auto& [state, element] : edge_keys_) {
    out.edge_targets.push_back(edges_.Find(state, element));
    if (state == Automaton::kRoot) {
      out.roots[element] = out.edge_targets.back();
    }
  }
  // A huge lexicon has no room for both.
  edges_ = {};
  edge_keys_ = {};
  links_ = {};
  accepts_ = {};
  FillStepFilter();
  return std::move(automaton_);
}

// Calls use(first bytes) for each edge of `state`.
template <typename Use>
void AutomatonBuilder::ForEachEdge(StateId state, const Use& use) const {
  const Automaton& out = automaton_;
  for (std::uint32_t i = out.states[state].edges;
       i < out.states[state + 1].edges; ++i) {
    use(vocabulary_.FirstBytesOf(out.edge_elements[i]));
  }
}

void AutomatonBuilder::FillStepFilter() {
  Automaton& out = automaton_;
  // No search asks the root.
  const auto end = static_cast<StateId>(out.states.size() - 1);
  for (StateId state = Automaton::kRoot + 1; state < end; ++state) {
    if ((out.states[state].flags & Automaton::kHasEdges) == 0) continue;
    std::size_t size = 0;
    ForEachEdge(state, [&](const FirstBytes& first) { size += first.size(); });
    out.states[state].steps = out.steps.AddRow(size);
  }
  out.steps.Fill();
  for (StateId state = Automaton::kRoot + 1; state < end; ++state) {
    ForEachEdge(state, [&](const FirstBytes& first) {
      out.steps.Add(out.states[state].steps, first);
    });
  }
}

}  // namespace framescope
