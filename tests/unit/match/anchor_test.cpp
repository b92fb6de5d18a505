// Tests of AnchorPattern.
#include "match/anchor.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

PatternSequence Parse(const std::string& text) {
  const auto segmenter = Segmenter::Create("en-GB", "icu").value();
  return ParsePattern(text, segmenter.get()).value().sequence;
}

std::string Show(const PatternNode& node);

std::string Show(const NodeRow& row) {
  std::string text;
  for (const RowNode& one : row) {
    if (!text.empty()) text += ' ';
    text += Show(*one.node);
  }
  return text;
}

std::string Show(const PatternNode& node) {
  if (node.kind == PatternNode::Kind::kWord) return node.word.key;
  if (node.kind == PatternNode::Kind::kClass) {
    return '{' + node.class_name + '}';
  }
  if (node.kind == PatternNode::Kind::kGap) return "<>";
  std::string text = node.optional ? "[" : "(";
  for (const PatternSequence& alternative : node.alternatives) {
    if (text.size() > 1) text += '|';
    NodeRow row;
    for (const PatternNode& inner : alternative) row.push_back({&inner, {}});
    text += Show(row);
  }
  return text + (node.optional ? "]" : ")");
}

// How `pattern` is cut, where {person} is people or young people.
class Cut {
 public:
  explicit Cut(const std::string& pattern)
      : vocabulary_(Spelling({})), facts_(&vocabulary_) {
    facts_.AddToClass("person", Parse("people"));
    facts_.AddToClass("person", Parse("young people"));
    sequence_ = Parse(pattern);
    facts_.Number(&sequence_);
    anchored_ = AnchorPattern(sequence_, &facts_);
  }

  // "before >anchor|anchor< after", one for each way.
  std::vector<std::string> Anchors() const {
    std::vector<std::string> shown;
    for (const AnchoredPattern& one : anchored_) {
      std::string text = Show(one.before) + " >";
      for (const std::uint32_t word : one.words) {
        if (text.back() != '>') text += '|';
        text += vocabulary_.Key(word);
      }
      shown.push_back(text + "< " + Show(one.after));
    }
    return shown;
  }

  // "node side least-most" of each of the first way.
  std::vector<std::string> Companions() const {
    std::vector<std::string> shown;
    std::uint64_t chance = 0;
    for (const Companion& companion : anchored_[0].companions) {
      EXPECT_GE(companion.chance, chance);
      chance = companion.chance;
      const bool after = companion.reading == Reading::kForward;
      shown.push_back(Show(*companion.node) + (after ? " after " : " before ") +
                      std::to_string(companion.least) + "-" +
                      std::to_string(companion.most));
      EXPECT_EQ(companion.places(),
                Places::Between(after, companion.least, companion.most));
    }
    return shown;
  }

 private:
  Vocabulary vocabulary_;
  PatternFacts facts_;
  PatternSequence sequence_;
  std::vector<AnchoredPattern> anchored_;
};

std::vector<std::string> Anchors(const std::string& pattern) {
  return Cut(pattern).Anchors();
}

std::vector<std::string> CompanionsOf(const std::string& pattern) {
  return Cut(pattern).Companions();
}

using Strings = std::vector<std::string>;

TEST(AnchorPattern, TakesTheRarestWord) {
  EXPECT_EQ(Anchors("a burden on the state"),
            Strings({"a >burden< on the state"}));
  EXPECT_EQ(Anchors("burden"), Strings({" >burden< "}));
}

TEST(AnchorPattern, TakesSingleWordsInAGroupAsOne) {
  EXPECT_EQ(Anchors("the (springboard|trampoline) of"),
            Strings({"the >springboard|trampoline< of"}));
}

TEST(AnchorPattern, CutsPhrasesInAGroupApart) {
  EXPECT_EQ(Anchors("the (springboard|launch pad) of"),
            Strings({"the >launch< pad of", "the >springboard< of"}));
}

TEST(AnchorPattern, NeverTakesAGapOrWhatMayBeMissing) {
  EXPECT_EQ(Anchors("the [wretched] <0-2> people"),
            Strings({"the [wretched] <> >people< "}));
}

TEST(AnchorPattern, LooksIntoClasses) {
  EXPECT_EQ(Anchors("the {person}"),
            Strings({"the >young< people", "the >people< "}));
}

TEST(AnchorPattern, TakesACommonWordBesideARareOne) {
  EXPECT_EQ(Anchors("what <0-2> matters"), Strings({"what <> >matters< "}));
  EXPECT_EQ(Anchors("people (like|such as) us"),
            Strings({"people (like|such as) >us< "}));
}

TEST(AnchorPattern, NamesItsCompanionsTheRarestFirst) {
  EXPECT_EQ(CompanionsOf("a burden on the state"),
            Strings({"state after 3-3", "on after 1-1", "a before 1-1",
                     "the after 2-2"}));
  EXPECT_EQ(CompanionsOf("the springboard"), Strings({"the before 1-1"}));
  EXPECT_EQ(CompanionsOf("springboard"), Strings());
}

TEST(AnchorPattern, SeesACompanionAcrossGapsAndWhatMayBeMissing) {
  EXPECT_EQ(CompanionsOf("burden [on] <0-3> society"),
            Strings({"society after 1-5"}));
  EXPECT_EQ(CompanionsOf("burden <0-7> society"),
            Strings({"society after 1-8"}));
  EXPECT_EQ(CompanionsOf("society <1-3> burden [on]"),
            Strings({"society before 2-4"}));
}

TEST(AnchorPattern, SeesNoCompanionThatMayBeFarAway) {
  EXPECT_EQ(CompanionsOf("burden <0-8> society"), Strings());
  EXPECT_EQ(CompanionsOf("the <4-4> burden <0-4> society <0-4> state"),
            Strings({"society after 1-5", "the before 5-5"}));
}

TEST(AnchorPattern, TakesNoCompanionThatMayBeMissing) {
  EXPECT_EQ(CompanionsOf("springboard [trampoline]"), Strings());
}

TEST(AnchorPattern, TakesNoCompanionThatStandsThereAnyhow) {
  const std::string common = "(the|of|and|to|a|in|is|was|for|that|it|on)";
  EXPECT_EQ(CompanionsOf("springboard <0-7> " + common), Strings());
  EXPECT_EQ(CompanionsOf("springboard " + common),
            Strings({common + " after 1-1"}));
}

TEST(AnchorPattern, TakesAllAlternativesOfAPlaceAsOneCompanion) {
  EXPECT_EQ(CompanionsOf("springboard (of|to work)"),
            Strings({"(of|to work) after 1-1"}));
}

}  // namespace
}  // namespace framescope
