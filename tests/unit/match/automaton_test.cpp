// Tests of Automaton and AutomatonBuilder: what a state has is read back, and
// what follows it is reached.
#include "match/automaton.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "unicode/fold.hpp"
#include "unicode/segmenter.hpp"
#include "unit/match/hashed_words.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

PatternSequence Parse(const std::string& text) {
  const auto segmenter = Segmenter::Create("en-GB", "icu").value();
  return ParsePattern(text, segmenter.get()).value().sequence;
}

// The numbers of what a state has.
struct State {
  std::vector<std::uint32_t> accepts, links, elements, targets;
  StateId any = kNone;
};

// Patterns as parts with their numbers, read from their first word on, or from
// their last word back.
class Built {
 public:
  explicit Built(const std::vector<std::string>& patterns,
                 Reading reading = Reading::kForward)
      : vocabulary_(Spelling(kSpelling)), facts_(&vocabulary_) {
    AutomatonBuilder builder(reading, &vocabulary_, &facts_);
    for (const std::string& pattern : patterns) {
      sequences_.push_back(Parse(pattern));
    }
    std::uint32_t part = 0;
    for (PatternSequence& sequence : sequences_) {
      facts_.Number(&sequence);
      NodeRow row;
      for (const PatternNode& node : sequence) {
        row.push_back({&node, facts_.Of(node)});
      }
      const auto first =
          reading == Reading::kForward ? row.begin() : row.end() - 1;
      const std::uint32_t element = facts_.ElementOf(*first->node);
      row.erase(first);
      builder.Add(element, row, part++);
    }
    vocabulary_.Finish();
    automaton_ = std::move(builder).Finish();
  }
  Built(const Built&) = delete;

  const Automaton& automaton() const { return automaton_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }

  // What a word is, ascending.
  std::vector<std::uint32_t> ElementsOf(const std::string& word) const {
    std::vector<std::uint32_t> elements;
    vocabulary_.Resolve(word, FoldKey(word), &elements);
    return elements;
  }
  StateId RootOf(const std::string& word) const {
    const auto elements = ElementsOf(word);
    EXPECT_EQ(elements.size(), 1u) << word;
    return elements.empty() ? kNone : automaton_.Root(elements[0]);
  }

  State Read(StateId id) const {
    State state;
    Automaton::Reader reader(automaton_, id);
    const auto list = [&reader] {
      const auto all = reader.List();
      return std::vector<std::uint32_t>(all.begin(), all.end());
    };
    if (reader.Has(Automaton::kAccepts)) state.accepts = list();
    if (reader.Has(Automaton::kHasLinks)) state.links = list();
    if (reader.Has(Automaton::kHasAny)) state.any = reader.Any();
    if (reader.Has(Automaton::kHasEdges)) {
      const Automaton::Edges edges = reader.ReadEdges();
      state.elements.assign(edges.elements(), edges.elements() + edges.size);
      state.targets.assign(edges.targets(), edges.targets() + edges.size);
    }
    return state;
  }

  // The parts that are accepted after all of these words, read in a row.
  std::set<std::uint32_t> Accepted(
      const std::vector<std::string>& words) const {
    std::set<StateId> at;
    for (const std::uint32_t element : ElementsOf(words[0])) {
      const StateId root = automaton_.Root(element);
      if (root != kNone) at.insert(root);
    }
    Link(&at);
    for (std::size_t i = 1; i < words.size(); ++i) {
      std::set<StateId> next;
      const auto elements = ElementsOf(words[i]);
      for (const StateId id : at) {
        const State state = Read(id);
        if (state.any != kNone) next.insert(state.any);
        for (std::size_t k = 0; k < state.elements.size(); ++k) {
          if (std::count(elements.begin(), elements.end(), state.elements[k]) >
              0) {
            next.insert(state.targets[k]);
          }
        }
      }
      Link(&next);
      at = next;
    }
    std::set<std::uint32_t> parts;
    for (const StateId id : at) {
      const State state = Read(id);
      parts.insert(state.accepts.begin(), state.accepts.end());
    }
    return parts;
  }

  // All states, as they are reached from the roots.
  std::set<StateId> States() const {
    std::set<StateId> all;
    std::vector<StateId> left;
    for (std::uint32_t i = 0; i < vocabulary_.size(); ++i) {
      if (automaton_.Root(i) != kNone) left.push_back(automaton_.Root(i));
    }
    while (!left.empty()) {
      const StateId id = left.back();
      left.pop_back();
      if (!all.insert(id).second) continue;
      const State state = Read(id);
      left.insert(left.end(), state.links.begin(), state.links.end());
      if (state.any != kNone) left.push_back(state.any);
      left.insert(left.end(), state.targets.begin(), state.targets.end());
    }
    return all;
  }

 private:
  static inline const std::vector<std::pair<std::string, std::string>>
      kSpelling = {{"organise", "organize"}};

  void Link(std::set<StateId>* states) const {
    std::vector<StateId> left(states->begin(), states->end());
    while (!left.empty()) {
      const State state = Read(left.back());
      left.pop_back();
      for (const StateId link : state.links) {
        if (states->insert(link).second) left.push_back(link);
      }
    }
  }

  std::vector<PatternSequence> sequences_;
  Vocabulary vocabulary_;
  PatternFacts facts_;
  Automaton automaton_;
};

TEST(Automaton, ReadsAllThatAStateHasInOrder) {
  // Before an optional word states are joined, by links.
  const Built built({"a", "a b", "a <1-1> c", "a [d] e", "a"});
  const State root = built.Read(built.RootOf("a"));
  EXPECT_THAT(root.accepts, ElementsAre(0, 4));
  ASSERT_EQ(root.links.size(), 1u);
  ASSERT_NE(root.any, kNone);
  EXPECT_THAT(root.elements, UnorderedElementsAre(built.ElementsOf("b")[0],
                                                  built.ElementsOf("d")[0]));
  const State joined = built.Read(root.links[0]);
  EXPECT_THAT(joined.accepts, IsEmpty());
  EXPECT_THAT(joined.links, IsEmpty());
  EXPECT_EQ(joined.any, kNone);
  EXPECT_THAT(joined.elements, ElementsAre(built.ElementsOf("e")[0]));
  EXPECT_THAT(built.Read(joined.targets[0]).accepts, ElementsAre(3));
  const State after_any = built.Read(root.any);
  EXPECT_THAT(after_any.accepts, IsEmpty());
  EXPECT_THAT(after_any.elements, ElementsAre(built.ElementsOf("c")[0]));
  EXPECT_THAT(built.Read(after_any.targets[0]).accepts, ElementsAre(2));
}

TEST(Automaton, SaysOfAStateWhatItHas) {
  const Built built({"a", "b c", "d <1-1> e", "f [g] h"});
  const auto flags = [&built](const char* word) {
    Automaton::Reader reader(built.automaton(), built.RootOf(word));
    std::uint32_t all = 0;
    for (const std::uint32_t flag :
         {Automaton::kAccepts, Automaton::kHasLinks, Automaton::kHasAny,
          Automaton::kHasEdges}) {
      if (reader.Has(flag)) all |= flag;
    }
    EXPECT_EQ(reader.Has(Automaton::kHasAny | Automaton::kHasEdges),
              (all & (Automaton::kHasAny | Automaton::kHasEdges)) != 0);
    return all;
  };
  EXPECT_EQ(flags("a"), Automaton::kAccepts);
  EXPECT_EQ(flags("b"), Automaton::kHasEdges);
  EXPECT_EQ(flags("d"), Automaton::kHasAny);
  EXPECT_EQ(flags("f"), Automaton::kHasLinks | Automaton::kHasEdges);
}

TEST(Automaton, BeginsWithFirstWordsOnly) {
  const Built built({"a b", "c b"});
  EXPECT_NE(built.RootOf("a"), kNone);
  EXPECT_NE(built.RootOf("c"), kNone);
  EXPECT_NE(built.RootOf("a"), built.RootOf("c"));
  EXPECT_EQ(built.RootOf("b"), kNone);
}

TEST(Automaton, SharesBeginnings) {
  const Built built({"a b c", "a b d", "a b"});
  const State root = built.Read(built.RootOf("a"));
  ASSERT_EQ(root.targets.size(), 1u);
  const State second = built.Read(root.targets[0]);
  EXPECT_THAT(second.accepts, ElementsAre(2));
  EXPECT_EQ(second.targets.size(), 2u);
  EXPECT_EQ(built.States().size(), 4u);
}

TEST(Automaton, ReadsForwardFromTheFirstWord) {
  const Built built(
      {"a b c", "a (b|d e) c", "a <0-2> c", "a [b] [c]", "a organise", "a b*"});
  EXPECT_THAT(built.Accepted({"a"}), UnorderedElementsAre(3));
  EXPECT_THAT(built.Accepted({"a", "b"}), UnorderedElementsAre(3, 5));
  EXPECT_THAT(built.Accepted({"a", "c"}), UnorderedElementsAre(2, 3));
  EXPECT_THAT(built.Accepted({"a", "b", "c"}),
              UnorderedElementsAre(0, 1, 2, 3));
  EXPECT_THAT(built.Accepted({"a", "d", "e", "c"}), UnorderedElementsAre(1, 2));
  EXPECT_THAT(built.Accepted({"a", "x", "y", "z", "c"}), IsEmpty());
  EXPECT_THAT(built.Accepted({"a", "organize"}), UnorderedElementsAre(4));
  EXPECT_THAT(built.Accepted({"a", "Being"}), UnorderedElementsAre(5));
  EXPECT_THAT(built.Accepted({"b", "c"}), IsEmpty());
}

TEST(Automaton, ReadsBackwardFromTheLastWord) {
  const Built built({"a b c", "(a|d e) c", "a <1-2> c", "[a] [b] c"},
                    Reading::kBackward);
  EXPECT_THAT(built.Accepted({"c"}), UnorderedElementsAre(3));
  EXPECT_THAT(built.Accepted({"c", "b", "a"}), UnorderedElementsAre(0, 2, 3));
  EXPECT_THAT(built.Accepted({"c", "e", "d"}), UnorderedElementsAre(1));
  EXPECT_THAT(built.Accepted({"c", "d", "e"}), IsEmpty());
  EXPECT_THAT(built.Accepted({"a", "b", "c"}), IsEmpty());
}

// Two letters, different for each number.
std::string Letters(std::size_t number) {
  return {static_cast<char>('a' + number / 20),
          static_cast<char>('a' + number % 20)};
}

TEST(Automaton, HasEdgesInAscendingOrderEachWithItsTarget) {
  std::vector<std::string> patterns;
  // Neither in the order of their elements nor in that of parts.
  for (std::size_t i = 0; i < 200; ++i) {
    patterns.push_back("zz " + Letters(i * 77 % 200));
    patterns.push_back(Letters(i) + " zz");
  }
  const Built built(patterns);
  const State root = built.Read(built.RootOf("zz"));
  ASSERT_EQ(root.elements.size(), 200u);
  EXPECT_TRUE(std::is_sorted(root.elements.begin(), root.elements.end()));
  for (std::uint32_t i = 0; i < 200; ++i) {
    const std::uint32_t element = built.ElementsOf(Letters(i * 77 % 200))[0];
    const auto at =
        std::find(root.elements.begin(), root.elements.end(), element);
    ASSERT_NE(at, root.elements.end());
    const StateId target =
        root.targets[static_cast<std::size_t>(at - root.elements.begin())];
    EXPECT_THAT(built.Read(target).accepts, ElementsAre(2 * i));
  }
}

TEST(Automaton, KeepsAllStatesWithinItsSize) {
  const Built built({"a [b] <0-3> (c|d e) f", "a b c", "g <1-2> [h|i j] k"});
  const std::set<StateId> states = built.States();
  EXPECT_GT(states.size(), 12u);
  for (const StateId id : states) EXPECT_LT(id, built.automaton().size());
}

TEST(Automaton, GrowsByTheSumOfAlternatives) {
  const auto size = [](int groups) {
    std::string pattern = "a";
    for (int i = 0; i < groups; ++i) pattern += " (b|c d|e f g)";
    const Built built({pattern});
    return built.automaton().size();
  };
  EXPECT_LE(size(16), 2 * size(8));
}

// By the hashes of a word, as a search asks.
TEST(Automaton, NeverDeniesWhatAnEdgeReads) {
  std::vector<std::string> patterns = {
      "a people",    "a valu*", "a care*", "a organise", "a =GP", "a wom?n",
      "a caf\u00e9", "b the",   "b of",    "d ca*",      "d c?b"};
  for (std::size_t i = 0; i < 60; ++i) patterns.push_back("c " + Letters(i));
  const Built built(patterns);
  std::string text =
      "people People's PEOPLE\u2019S valuable valu care carers organize "
      "organise organised cab caf\u00e9 GP gp women woman the The of off cub "
      "crib neighbourhood ";
  for (std::size_t i = 0; i < 400; ++i) text += Letters(i) + ' ';
  const HashedWords words(text);
  int read = 0, denied = 0;
  for (const StateId id : built.States()) {
    const State state = built.Read(id);
    if (state.elements.empty()) continue;
    Automaton::Reader reader(built.automaton(), id);
    ASSERT_FALSE(reader.Has(Automaton::kAccepts | Automaton::kHasLinks |
                            Automaton::kHasAny));
    const Automaton::Edges edges = reader.ReadEdges();
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      const std::string word(words.tokens.word(i));
      const bool may =
          edges.MayRead(words.hashes.words()[i], words.hashes.heads()[i]);
      const auto elements = built.ElementsOf(word);
      if (std::any_of(elements.begin(), elements.end(),
                      [&state](std::uint32_t element) {
                        return std::binary_search(state.elements.begin(),
                                                  state.elements.end(),
                                                  element);
                      })) {
        EXPECT_TRUE(may) << word;
        ++read;
      } else if (!may) {
        ++denied;
      }
    }
  }
  EXPECT_GT(read, 60);
  // Behind "d" any word may come, behind the others nearly none.
  EXPECT_GT(denied, 1100);
}

}  // namespace
}  // namespace framescope
