// Tested by tests/unit/match/pattern_set_test.cpp.
#include "match/automaton.hpp"

#include <algorithm>

namespace framescope {
namespace {

void FillRows(std::vector<std::pair<std::uint32_t, std::uint32_t>>* pairs,
              std::uint32_t rows, std::vector<std::uint32_t>* starts,
              std::vector<std::uint32_t>* values) {
  std::sort(pairs->begin(), pairs->end());
  pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
  starts->assign(rows + 1, 0);
  values->reserve(pairs->size());
  for (const auto& [row, value] : *pairs) {
    ++(*starts)[row + 1];
    values->push_back(value);
  }
  for (std::uint32_t i = 0; i < rows; ++i) (*starts)[i + 1] += (*starts)[i];
}

void SortUnique(std::vector<StateId>* states) {
  std::sort(states->begin(), states->end());
  states->erase(std::unique(states->begin(), states->end()), states->end());
}

}  // namespace

AutomatonBuilder::AutomatonBuilder(Vocabulary* vocabulary)
    : vocabulary_(vocabulary) {
  NewState();
}

void AutomatonBuilder::SetClasses(
    const StringIndex* class_names,
    const std::vector<std::vector<PatternSequence>>* classes) {
  class_names_ = class_names;
  classes_ = classes;
}

StateId AutomatonBuilder::NewState() {
  automaton_.flags.push_back(0);
  automaton_.any.push_back(kNone);
  return automaton_.states() - 1;
}

StateId AutomatonBuilder::Child(StateId from, std::uint32_t element) {
  StateId& child = automaton_.edges.At(from, element);
  if (child != kNone) return child;
  automaton_.flags[from] |= Automaton::kHasEdges;
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
  SortUnique(&states);
  const bool root = !states.empty() && states[0] == Automaton::kRoot;
  const std::size_t others = states.size() - (root ? 1 : 0);
  if (others <= 1) return states;
  if (root) states.erase(states.begin());
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
  if (root) return {Automaton::kRoot, join_states_[join]};
  return {join_states_[join]};
}

AutomatonBuilder::States AutomatonBuilder::Sequence(
    const PatternSequence& sequence, States from) {
  for (const PatternNode& node : sequence) {
    from = Step(node, Joined(std::move(from)));
  }
  return from;
}

AutomatonBuilder::States AutomatonBuilder::Step(const PatternNode& node,
                                                const States& from) {
  States to;
  switch (node.kind) {
    case PatternNode::Kind::kWord: {
      const std::uint32_t element = vocabulary_->Element({node.word});
      for (const StateId state : from) to.push_back(Child(state, element));
      return to;
    }
    case PatternNode::Kind::kGap:
      return Gap(node, from);
    case PatternNode::Kind::kClass:
      return Class(node, from);
    case PatternNode::Kind::kGroup:
      to = Alternatives(node.alternatives, from);
      if (node.optional) to.insert(to.end(), from.begin(), from.end());
      return to;
  }
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

// The words of a class are one element, its phrases are alternatives.
AutomatonBuilder::States AutomatonBuilder::Class(const PatternNode& node,
                                                 const States& from) {
  std::vector<PatternWord> words;
  std::vector<PatternSequence> phrases;
  for (const PatternSequence& item :
       (*classes_)[class_names_->Find(node.class_name)]) {
    if (item.size() == 1 && item[0].kind == PatternNode::Kind::kWord) {
      words.push_back(item[0].word);
    } else {
      phrases.push_back(item);
    }
  }
  States to = Alternatives(phrases, from);
  if (words.empty()) return to;
  const std::uint32_t element = vocabulary_->Element(words);
  for (const StateId state : from) to.push_back(Child(state, element));
  return to;
}

AutomatonBuilder::States AutomatonBuilder::Alternatives(
    const std::vector<PatternSequence>& alternatives, const States& from) {
  States to;
  for (const PatternSequence& alternative : alternatives) {
    const States ends = Sequence(alternative, from);
    to.insert(to.end(), ends.begin(), ends.end());
  }
  return to;
}

void AutomatonBuilder::Add(const PatternSequence& sequence,
                           std::uint32_t pattern) {
  for (const StateId state : Sequence(sequence, {Automaton::kRoot})) {
    accepts_.emplace_back(state, pattern);
    automaton_.flags[state] |= Automaton::kAccepts;
  }
}

Automaton AutomatonBuilder::Finish() && {
  Automaton& out = automaton_;
  FillRows(&links_, out.states(), &out.link_starts, &out.links);
  FillRows(&accepts_, out.states(), &out.accept_starts, &out.accepts);
  out.roots.assign(vocabulary_->size(), kNone);
  for (std::uint32_t element = 0; element < vocabulary_->size(); ++element) {
    out.roots[element] = out.edges.Find(Automaton::kRoot, element);
  }
  return std::move(automaton_);
}

}  // namespace framescope
