// Tested by tests/unit/match/anchor_test.cpp.
#include "match/pattern_facts.hpp"

#include <algorithm>

namespace framescope {
namespace {

constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

// The sum, unless one of both is kAny.
std::uint64_t Plus(std::uint64_t a, std::uint64_t b) {
  return a == NodeFacts::kAny || b == NodeFacts::kAny ? NodeFacts::kAny : a + b;
}

}  // namespace

void PatternFacts::AddToClass(std::string_view name, PatternSequence phrase) {
  Number(&phrase);
  const std::uint32_t number = class_names_.Add(name);
  if (number == classes_.size()) classes_.emplace_back();
  classes_[number].phrases.push_back(std::move(phrase));
}

void PatternFacts::Number(PatternSequence* sequence) {
  for (PatternNode& node : *sequence) {
    if (node.kind == PatternNode::Kind::kWord) {
      node.number = vocabulary_.Word(node.word);
    } else if (node.kind == PatternNode::Kind::kClass) {
      node.number = class_names_.Find(node.class_name);
    }
    for (PatternSequence& alternative : node.alternatives) Number(&alternative);
  }
}

std::uint64_t PatternFacts::PerMillion(std::uint32_t word) {
  auto& known = per_million_[Vocabulary::IsExact(word) ? 1 : 0];
  const std::uint32_t at = Vocabulary::IndexOf(word);
  if (at >= known.size()) {
    known.resize(std::max<std::size_t>(2 * known.size(), at + 64), kUnknown);
  }
  if (known[at] == kUnknown) {
    static const WordFrequency frequency;
    known[at] = frequency.PerMillion(vocabulary_.Key(word));
  }
  return known[at];
}

NodeFacts PatternFacts::OfPhrase(const PatternSequence& phrase) {
  NodeFacts sum;
  const auto passable = [](const NodeFacts& of) { return of.least == 0; };
  // Reading from both ends: what stands first, while it may be missing.
  std::array<std::uint64_t, 2> first = {0, 0};
  std::array<bool, 2> more = {true, true};
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const NodeFacts of = Of(phrase[i]);
    sum.least += of.least;
    sum.most += of.most;
    sum.frequency = std::min(sum.frequency, of.frequency);
    for (std::size_t k = 0; k < 2; ++k) {
      if (!more[k]) continue;
      const NodeFacts end = k == 0 ? of : Of(phrase[phrase.size() - 1 - i]);
      first[k] = Plus(first[k], end.first[k]);
      more[k] = passable(end);
    }
  }
  for (std::size_t k = 0; k < 2; ++k) {
    sum.first[k] = more[k] ? NodeFacts::kAny : first[k];
  }
  return sum;
}

NodeFacts PatternFacts::OfAlternatives(
    const std::vector<PatternSequence>& alternatives, bool optional) {
  NodeFacts all;
  all.least = std::numeric_limits<std::uint32_t>::max();
  all.frequency = 0;
  all.first = {0, 0};
  for (const PatternSequence& alternative : alternatives) {
    const NodeFacts of =
        IsWord(alternative) ? Of(alternative[0]) : OfPhrase(alternative);
    all.least = std::min(all.least, of.least);
    all.most = std::max(all.most, of.most);
    all.frequency = Plus(all.frequency, of.frequency);
    for (std::size_t k = 0; k < 2; ++k) {
      all.first[k] = Plus(all.first[k], of.first[k]);
    }
  }
  if (optional) all.least = 0;
  if (all.least == 0) all.frequency = NodeFacts::kAny;
  return all;
}

const PatternFacts::Class& PatternFacts::Known(const PatternNode& node) {
  Class& of = classes_[node.number];
  if (!of.known) {
    of.facts = OfAlternatives(of.phrases, false);
    of.element = ElementOfWords(of.phrases);
    of.known = true;
  }
  return of;
}

NodeFacts PatternFacts::Of(const PatternNode& node) {
  switch (node.kind) {
    case PatternNode::Kind::kWord: {
      const std::uint64_t often = PerMillion(node.number);
      return {1, 1, often, {often, often}};
    }
    case PatternNode::Kind::kGap: {
      NodeFacts gap;
      gap.least = node.least;
      gap.most = node.most;
      return gap;
    }
    case PatternNode::Kind::kClass:
      return Known(node).facts;
    case PatternNode::Kind::kGroup:
      break;
  }
  return OfAlternatives(node.alternatives, node.optional);
}

void PatternFacts::AppendFirstWords(const PatternNode& node, Reading reading,
                                    WordNumbers* words) {
  if (node.kind == PatternNode::Kind::kWord) {
    words->push_back(node.number);
    return;
  }
  for (const PatternSequence& alternative : AlternativesOf(node)) {
    const std::size_t size = alternative.size();
    for (std::size_t i = 0; i < size; ++i) {
      const PatternNode& inner =
          alternative[reading == Reading::kForward ? i : size - 1 - i];
      AppendFirstWords(inner, reading, words);
      if (Of(inner).least > 0) break;
    }
  }
}

void PatternFacts::FindFirstBytes(const PatternNode& node, Reading reading,
                                  FirstBytes* first) {
  *first = {};
  first_words_.clear();
  forms_.clear();
  AppendFirstWords(node, reading, &first_words_);
  for (const std::uint32_t word : first_words_) {
    vocabulary_.AppendForms(word, &forms_);
  }
  for (const std::uint32_t form : forms_) {
    AppendFirstBytes(vocabulary_.Key(form), first);
  }
}

std::uint32_t PatternFacts::ElementOf(const PatternNode& node) {
  switch (node.kind) {
    case PatternNode::Kind::kWord:
      words_ = {node.number};
      return vocabulary_.Element(&words_);
    case PatternNode::Kind::kClass:
      return Known(node).element;
    default:
      return ElementOfWords(node.alternatives);
  }
}

std::uint32_t PatternFacts::ElementOfWords(
    const std::vector<PatternSequence>& alternatives) {
  words_.clear();
  for (const PatternSequence& alternative : alternatives) {
    if (IsWord(alternative)) words_.push_back(alternative[0].number);
  }
  return words_.empty() ? kNone : vocabulary_.Element(&words_);
}

}  // namespace framescope
