// Tests of AnchorPattern.
#include "match/anchor.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "match/word_frequency.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

PatternSequence Parse(const std::string& text) {
  const auto segmenter = Segmenter::Create("en-GB", "icu").value();
  return ParsePattern(text, segmenter.get()).value().sequence;
}

std::string Show(const PatternSequence& sequence) {
  std::string text;
  for (const PatternNode& node : sequence) {
    if (!text.empty()) text += ' ';
    if (node.kind == PatternNode::Kind::kWord) text += node.word.key;
    if (node.kind == PatternNode::Kind::kClass) {
      text += '{' + node.class_name + '}';
    }
    if (node.kind == PatternNode::Kind::kGap) text += "<>";
    if (node.kind == PatternNode::Kind::kGroup) {
      text += node.optional ? "[" : "(";
      for (const PatternSequence& alternative : node.alternatives) {
        if (text.back() != '(' && text.back() != '[') text += '|';
        text += Show(alternative);
      }
      text += node.optional ? "]" : ")";
    }
  }
  return text;
}

// "before >anchor|anchor< after", one for each way.
std::vector<std::string> Anchors(const std::string& pattern) {
  const std::vector<PatternSequence> person = {Parse("people"),
                                               Parse("young people")};
  const ClassLookup classes = [&](std::string_view) -> const auto& {
    return person;
  };
  const WordFrequency frequency;
  const WordCost cost = [&](const PatternWord& word) -> std::uint64_t {
    return frequency.PerMillion(word.key);
  };
  std::vector<std::string> shown;
  for (const AnchoredPattern& one :
       AnchorPattern(Parse(pattern), classes, cost)) {
    std::string text = Show(one.before) + " >";
    for (const PatternWord& word : one.words) {
      if (text.back() != '>') text += '|';
      text += word.key;
    }
    shown.push_back(text + "< " + Show(one.after));
  }
  return shown;
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

TEST(Reversed, TurnsPhrasesInGroupsRoundToo) {
  EXPECT_EQ(Show(Reversed(Parse("a (b c|d) [e f]"))), "[f e] (c b|d) a");
}

}  // namespace
}  // namespace framescope
