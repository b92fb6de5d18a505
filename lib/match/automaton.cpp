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

// Cuts sorted (row, value) pairs into rows.
void FillRows(const Pairs& pairs, std::uint32_t rows,
              std::vector<std::uint32_t>* starts,
              std::vector<std::uint32_t>* values) {
  starts->assign(rows + 1, 0);
  values->reserve(pairs.size());
  for (const auto& [row, value] : pairs) {
    ++(*starts)[row + 1];
    values->push_back(value);
  }
  for (std::uint32_t i = 0; i < rows; ++i) (*starts)[i + 1] += (*starts)[i];
}

}  // namespace

AutomatonBuilder::AutomatonBuilder(Reading reading, Vocabulary* vocabulary,
                                   PatternFacts* facts)
    : reading_(reading), vocabulary_(*vocabulary), facts_(*facts) {
  NewState();
}

StateId AutomatonBuilder::NewState() {
  automaton_.flags.push_back(0);
  automaton_.any.push_back(kNone);
  return automaton_.states() - 1;
}

StateId AutomatonBuilder::Child(StateId from, std::uint32_t element) {
  StateId& child = edges_.At(from, element);
  if (child != kNone) return child;
  automaton_.flags[from] |= Automaton::kHasEdges;
  edge_keys_.emplace_back(from, element);
  return child = NewState();
}

StateId AutomatonBuilder::AnyChild(StateId from) {
  if (automaton_.any[from] == kNone) {
    const StateId child = NewState();
    automaton_.any[from] = child;
    automaton_.flags[from] |= Automaton::kHasAny;
  }
  return automaton_.any[from];
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
      automaton_.flags[state] |= Automaton::kHasLinks;
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
    automaton_.flags[state] |= Automaton::kAccepts;
  }
}

Automaton AutomatonBuilder::Finish() && {
  Automaton& out = automaton_;
  SortUnique(&links_);
  SortUnique(&accepts_);
  std::sort(edge_keys_.begin(), edge_keys_.end());
  FillRows(links_, out.states(), &out.link_starts, &out.links);
  FillRows(accepts_, out.states(), &out.accept_starts, &out.accepts);
  FillRows(edge_keys_, out.states(), &out.edge_starts, &out.edge_elements);
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

// Lists `root` and the states behind its links and gaps, and notes how far away
// they are.
void AutomatonBuilder::LookAhead(StateId root, std::vector<StateId>* ahead) {
  Automaton& out = automaton_;
  *ahead = {root};
  std::size_t end = 1;  // of those that are as many words away as the last
  std::uint8_t reach = 1;
  const auto add = [ahead](StateId state) {
    if (std::find(ahead->begin(), ahead->end(), state) == ahead->end()) {
      ahead->push_back(state);
    }
  };
  for (std::size_t begin = 0; begin < end; begin = end, end = ahead->size()) {
    for (std::size_t i = begin; i < ahead->size(); ++i) {
      const StateId state = (*ahead)[i];
      for (std::uint32_t k = out.link_starts[state];
           k < out.link_starts[state + 1]; ++k) {
        add(out.links[k]);
        if (reach == 1 &&
            (out.flags[out.links[k]] & Automaton::kAccepts) != 0) {
          out.flags[root] |= Automaton::kEnds;
        }
      }
    }
    end = ahead->size();
    for (std::size_t i = begin; i < end; ++i) {
      if (out.any[(*ahead)[i]] != kNone) add(out.any[(*ahead)[i]]);
    }
    if (ahead->size() > end) ++reach;
  }
  out.reach[root] = reach;
}

// Calls use(state, first bytes) for each edge that belongs to a row.
template <typename Use>
void AutomatonBuilder::ForEachEdge(const Use& use) {
  const Automaton& out = automaton_;
  const auto edges_of = [&](StateId from, StateId row) {
    for (std::uint32_t i = out.edge_starts[from]; i < out.edge_starts[from + 1];
         ++i) {
      use(row, vocabulary_.FirstBytesOf(out.edge_elements[i]));
    }
  };
  std::vector<bool> is_root(out.states(), false);
  std::vector<StateId> ahead;
  for (std::uint32_t i = out.edge_starts[Automaton::kRoot];
       i < out.edge_starts[Automaton::kRoot + 1]; ++i) {
    const StateId root = out.edge_targets[i];
    is_root[root] = true;
    LookAhead(root, &ahead);
    for (const StateId state : ahead) edges_of(state, root);
  }
  for (StateId state = 1; state < out.states(); ++state) {
    if (!is_root[state]) edges_of(state, state);
  }
}

void AutomatonBuilder::FillStepFilter() {
  Automaton& out = automaton_;
  out.reach.assign(out.states(), 1);
  std::vector<std::uint32_t> sizes(out.states(), 0);
  ForEachEdge([&](StateId state, const FirstBytes& first) {
    sizes[state] +=
        static_cast<std::uint32_t>(first.words.size() + first.heads.size());
  });
  for (const std::uint32_t size : sizes) {
    out.step_rows.push_back(size > 0 ? out.steps.AddRow(size)
                                     : PairFilter::Row());
  }
  out.steps.Fill();
  ForEachEdge([&](StateId state, const FirstBytes& first) {
    if (first.any) out.flags[state] |= Automaton::kOpen;
    if (!first.heads.empty()) out.flags[state] |= Automaton::kHasStems;
    out.steps.Add(out.step_rows[state], first);
  });
}

}  // namespace framescope
