// Tested by tests/unit/match/automaton_test.cpp.
#include "match/automaton.hpp"

#include <algorithm>

namespace framescope {
namespace {

template <typename Pairs>
void SortUnique(Pairs* pairs) {
  std::sort(pairs->begin(), pairs->end());
  pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
}

}  // namespace

AutomatonBuilder::AutomatonBuilder(Reading reading, Vocabulary* vocabulary,
                                   PatternFacts* facts)
    : reading_(reading), vocabulary_(*vocabulary), facts_(*facts) {
  NewState();
}

std::uint32_t AutomatonBuilder::NewState() {
  states_.emplace_back();
  return static_cast<std::uint32_t>(states_.size() - 1);
}

std::uint32_t AutomatonBuilder::Child(std::uint32_t from,
                                      std::uint32_t element) {
  std::uint32_t& child = edges_.At(from, element);
  if (child != kNone) return child;
  states_[from].flags |= Automaton::kHasEdges;
  edge_keys_.emplace_back(from, element);
  return child = NewState();
}

std::uint32_t AutomatonBuilder::AnyChild(std::uint32_t from) {
  if (states_[from].any == kNone) {
    const std::uint32_t child = NewState();
    states_[from].any = child;
    states_[from].flags |= Automaton::kHasAny;
  }
  return states_[from].any;
}

AutomatonBuilder::States AutomatonBuilder::Joined(States states) {
  if (states.size() <= 1) return states;
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
  if (states.size() == 1) return states;
  const std::uint32_t join =
      joins_.Add({reinterpret_cast<const char*>(states.data()),
                  states.size() * sizeof states[0]});
  if (join == join_states_.size()) {
    join_states_.push_back(NewState());
    for (const std::uint32_t state : states) {
      links_.emplace_back(state, join_states_[join]);
      states_[state].flags |= Automaton::kHasLinks;
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
      for (const std::uint32_t state : from)
        to.push_back(Child(state, element));
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
  for (std::uint32_t state : from) {
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
  for (const std::uint32_t state : from) to.push_back(Child(state, element));
  return to;
}

void AutomatonBuilder::Add(std::uint32_t first, const NodeRow& rest,
                           std::uint32_t part) {
  States states = {Child(kRoot, first)};
  const std::size_t size = rest.size();
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t at = reading_ == Reading::kForward ? i : size - 1 - i;
    states = Step(*rest[at].node, Joined(std::move(states)));
  }
  for (const std::uint32_t state : states) {
    accepts_.emplace_back(state, part);
    states_[state].flags |= Automaton::kAccepts;
  }
}

Automaton AutomatonBuilder::Finish() && {
  SortRows();
  automaton_.roots_.assign(vocabulary_.size(), kNone);
  // No search enters the root: it begins behind the first word.
  ForEachNext(kRoot, [this](std::uint32_t state) { PlaceFrom(state); });
  for (std::uint32_t i = states_[kRoot].edges; i < states_[kRoot + 1].edges;
       ++i) {
    automaton_.roots_[edge_keys_[i].second] =
        states_[edges_.Find(kRoot, edge_keys_[i].second)].place;
  }
  automaton_.numbers_.reserve(size_);
  for (const std::uint32_t state : placed_) Write(state);
  return std::move(automaton_);
}

// Sorts what states have, and notes where what each has begins; for the ends
// there is one more state.
void AutomatonBuilder::SortRows() {
  SortUnique(&links_);
  SortUnique(&accepts_);
  std::sort(edge_keys_.begin(), edge_keys_.end());
  states_.emplace_back();
  const auto note = [this](const Pairs& pairs, std::uint32_t State::*start) {
    std::size_t at = 0;
    for (std::uint32_t state = 0; state < states_.size(); ++state) {
      states_[state].*start = static_cast<std::uint32_t>(at);
      while (at < pairs.size() && pairs[at].first == state) ++at;
    }
  };
  note(links_, &State::links);
  note(accepts_, &State::accepts);
  note(edge_keys_, &State::edges);
}

// Calls use(state) with each state that can follow.
template <typename Use>
void AutomatonBuilder::ForEachNext(std::uint32_t state, const Use& use) const {
  const State &of = states_[state], &end = states_[state + 1];
  for (std::uint32_t i = of.links; i < end.links; ++i) use(links_[i].second);
  if (of.any != kNone) use(of.any);
  for (std::uint32_t i = of.edges; i < end.edges; ++i) {
    use(edges_.Find(state, edge_keys_[i].second));
  }
}

// The blocks of the filter of its edges.
std::uint32_t AutomatonBuilder::BlocksOf(std::uint32_t state) const {
  std::size_t words = 0;
  for (std::uint32_t i = states_[state].edges; i < states_[state + 1].edges;
       ++i) {
    words += vocabulary_.FirstBytesOf(edge_keys_[i].second).size();
  }
  return WordBloom::BlocksFor(words);
}

// How many numbers a state takes.
std::size_t AutomatonBuilder::SizeOf(std::uint32_t state) const {
  const State &of = states_[state], &end = states_[state + 1];
  const auto listed = [](std::size_t size) { return size > 0 ? 1 + size : 0; };
  std::size_t size = 1 + listed(end.accepts - of.accepts) +
                     listed(end.links - of.links) + (of.any != kNone ? 1 : 0);
  if (end.edges > of.edges) {
    size += 2 + of.blocks + 2 * std::size_t{end.edges - of.edges};
  }
  return size;
}

// Gives it and all that follow a place, one way after the other.
void AutomatonBuilder::PlaceFrom(std::uint32_t state) {
  States left = {state}, next;
  while (!left.empty()) {
    const std::uint32_t at = left.back();
    left.pop_back();
    if (states_[at].place != kNone) continue;
    states_[at].place = static_cast<StateId>(size_);
    states_[at].blocks = BlocksOf(at);
    size_ += SizeOf(at);
    placed_.push_back(at);
    next.clear();
    ForEachNext(at, [&next](std::uint32_t to) { next.push_back(to); });
    left.insert(left.end(), next.rbegin(), next.rend());
  }
}

void AutomatonBuilder::Write(std::uint32_t state) {
  std::vector<std::uint32_t>& out = automaton_.numbers_;
  const State &of = states_[state], &end = states_[state + 1];
  out.push_back(of.flags);
  if (end.accepts > of.accepts) {
    out.push_back(end.accepts - of.accepts);
    for (std::uint32_t i = of.accepts; i < end.accepts; ++i) {
      out.push_back(accepts_[i].second);
    }
  }
  if (end.links > of.links) {
    out.push_back(end.links - of.links);
    for (std::uint32_t i = of.links; i < end.links; ++i) {
      out.push_back(states_[links_[i].second].place);
    }
  }
  if (of.any != kNone) out.push_back(states_[of.any].place);
  if (end.edges > of.edges) WriteEdges(state);
}

void AutomatonBuilder::WriteEdges(std::uint32_t state) {
  std::vector<std::uint32_t>& out = automaton_.numbers_;
  const std::uint32_t first = states_[state].edges;
  const std::uint32_t end = states_[state + 1].edges;
  const std::uint32_t blocks = states_[state].blocks;
  out.push_back(end - first);
  out.push_back(blocks - 1);
  const std::size_t filter = out.size();
  out.resize(filter + blocks, 0);
  for (std::uint32_t i = first; i < end; ++i) {
    WordBloom::Add(vocabulary_.FirstBytesOf(edge_keys_[i].second),
                   std::span(out).subspan(filter, blocks));
  }
  for (std::uint32_t i = first; i < end; ++i) {
    out.push_back(edge_keys_[i].second);
  }
  for (std::uint32_t i = first; i < end; ++i) {
    out.push_back(states_[edges_.Find(state, edge_keys_[i].second)].place);
  }
}

}  // namespace framescope
