// Tests of Surroundings: an anchor asks for nothing that its patterns do
// without, pattern by pattern.
#include "match/surroundings.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "unicode/segmenter.hpp"
#include "unit/match/hashed_words.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

PatternSequence Parse(const std::string& text) {
  const auto segmenter = Segmenter::Create("en-GB", "icu").value();
  return ParsePattern(text, segmenter.get()).value().sequence;
}

using Guards = std::vector<Guard>;

// Patterns that are all cut at the word "platypus", the rarest in each, where
// {many} is any of so many words. The first have these guards.
class Around {
 public:
  explicit Around(const std::vector<std::string>& patterns, int many = 0,
                  const std::vector<Guards>& guards = {})
      : vocabulary_(Spelling({})), facts_(&vocabulary_) {
    for (int i = 0; i < many; ++i) {
      std::string word = "aa";
      word[0] = static_cast<char>(word[0] + i / 20);
      word[1] = static_cast<char>(word[1] + i % 20);
      facts_.AddToClass("many", Parse(word));
    }
    for (const std::string& pattern : patterns) {
      sequences_.push_back(Parse(pattern));
    }
    for (std::size_t i = 0; i < sequences_.size(); ++i) {
      facts_.Number(&sequences_[i]);
      for (AnchoredPattern& anchored : AnchorPattern(sequences_[i], &facts_)) {
        EXPECT_EQ(vocabulary_.Key(anchored.words[0]), "platypus");
        anchor_ = vocabulary_.Element(&anchored.words);
        surroundings_.Add(anchor_, anchored,
                          i < guards.size() ? guards[i] : Guards(), &facts_);
      }
    }
    vocabulary_.Finish();
    surroundings_.Finish(vocabulary_.size());
  }

  Around(const Around&) = delete;

  // Of each pattern, what it needs.
  std::vector<Needs> Of() const {
    std::vector<Needs> all;
    const Span rows = surroundings_.RowsOf(anchor_);
    for (std::uint32_t row = rows.begin; row < rows.end; ++row) {
      all.push_back(surroundings_.row(row).needs);
    }
    return all;
  }
  // The numbers of their guards.
  std::vector<std::uint32_t> GuardNumbers() const {
    std::vector<std::uint32_t> all;
    const Span rows = surroundings_.RowsOf(anchor_);
    for (std::uint32_t row = rows.begin; row < rows.end; ++row) {
      all.push_back(surroundings_.row(row).guards);
    }
    return all;
  }

  // "time 2, good -1 {7:1,3}" for each pattern: the words that are let through,
  // how far behind the anchor, and each guard with the words before and after.
  std::vector<std::string> Show() const {
    std::vector<std::string> shown;
    const Span rows = surroundings_.RowsOf(anchor_);
    for (std::uint32_t row = rows.begin; row < rows.end; ++row) {
      std::string text;
      bool is_last = false;
      for (const Need& need : surroundings_.row(row).needs) {
        EXPECT_TRUE(!is_last || need.places == 0);
        is_last = need.places == 0;
        if (!is_last) text += (text.empty() ? "" : ", ") + Show(need);
      }
      for (const Guard& guard :
           surroundings_.GuardList(surroundings_.row(row).guards)) {
        text += " {" + std::to_string(guard.pattern) + ":" +
                std::to_string(guard.before) + "," +
                std::to_string(guard.after) + "}";
      }
      shown.push_back(text);
    }
    return shown;
  }

  // The same, and the sides of the anchor that have words.
  std::vector<std::string> ShowSides() const {
    std::vector<std::string> shown = Show();
    std::uint32_t row = surroundings_.RowsOf(anchor_).begin;
    for (std::string& text : shown) {
      const std::uint32_t sides = surroundings_.row(row++).sides;
      if ((sides & Surroundings::kBefore) != 0) text += " before";
      if ((sides & Surroundings::kAfter) != 0) text += " after";
    }
    return shown;
  }

 private:
  std::string Show(const Need& need) const {
    static const HashedWords known("time good comfort of the careful caring");
    std::string text;
    for (std::uint32_t i = 0; i < known.size(); ++i) {
      if (!surroundings_.sets()[need.set].MayBe(known.hashes.codes(), i))
        continue;
      text += (text.empty() ? "" : "|") + std::string(known.tokens.word(i));
    }
    Places::Any(need.places, [&text](int offset) {
      text += ' ' + std::to_string(offset);
      return false;
    });
    return text;
  }

  std::vector<PatternSequence> sequences_;
  Vocabulary vocabulary_;
  PatternFacts facts_;
  Surroundings surroundings_;
  std::uint32_t anchor_ = 0;
};

TEST(Surroundings, AskForTheRarestPlacesTheRarestFirst) {
  EXPECT_THAT(Around({"the good platypus of time"}).Show(),
              ElementsAre("good -1, time 2"));
  EXPECT_THAT(Around({"good platypus"}).Show(), ElementsAre("good -1"));
  EXPECT_THAT(Around({"the platypus time"}).Show(),
              ElementsAre("time 1, the -1"));
}

TEST(Surroundings, AskAcrossGaps) {
  EXPECT_THAT(Around({"platypus <0-2> time"}).Show(),
              ElementsAre("time 1 2 3"));
  EXPECT_THAT(Around({"time [of] platypus"}).Show(), ElementsAre("time -2 -1"));
}

TEST(Surroundings, AskForAnyOfTheWordsOfAPlace) {
  EXPECT_THAT(Around({"platypus (time|comfort)"}).Show(),
              ElementsAre("time|comfort 1"));
  EXPECT_THAT(Around({"platypus care*"}).Show(), ElementsAre("careful 1"));
}

TEST(Surroundings, AskForEachPatternByItself) {
  EXPECT_THAT(Around({"platypus time", "platypus of comfort"}).Show(),
              UnorderedElementsAre("time 1", "comfort 2, of 1"));
  EXPECT_THAT(Around({"platypus time", "good platypus"}).Show(),
              UnorderedElementsAre("time 1", "good -1"));
  EXPECT_THAT(Around({"platypus time", "platypus <1-1> time"}).Show(),
              UnorderedElementsAre("time 1", "time 2"));
}

TEST(Surroundings, AskOnceWherePatternsNeedTheSame) {
  EXPECT_THAT(
      Around({"platypus time", "platypus time [of]", "platypus of time"})
          .Show(),
      UnorderedElementsAre("time 1", "time 2, of 1"));
}

TEST(Surroundings, AskForNothingThatOnePatternDoesWithout) {
  for (const char* free : {"platypus", "platypus [of]", "platypus <0-8> the"}) {
    EXPECT_THAT(Around({"platypus time", free, "good platypus [of]"}).Show(),
                ElementsAre(""))
        << free;
    EXPECT_THAT(Around({free}).Show(), ElementsAre("")) << free;
  }
}

TEST(Surroundings, ToldApartByTheSidesOfTheAnchorThatHaveWords) {
  EXPECT_THAT(Around({"platypus time", "good platypus", "good platypus time",
                      "good platypus [of]"})
                  .ShowSides(),
              UnorderedElementsAre("time 1 after", "good -1 before",
                                   "good -1, time 1 before after",
                                   "good -1 before after"));
  // Those with words on the left alone are last, whatever others do without.
  EXPECT_THAT(
      Around({"good platypus", "platypus time", "platypus [of]"}).ShowSides(),
      ElementsAre(" after", "good -1 before"));
  EXPECT_THAT(
      Around({"platypus time", "good platypus", "[of] platypus"}).ShowSides(),
      ElementsAre("time 1 after", " before"));
}

TEST(Surroundings, HaveASetForThoseWhoAskForNothing) {
  Surroundings surroundings;
  surroundings.Finish(0);
  ASSERT_NE(surroundings.sets(), nullptr);
  const HashedWords text("platypus of");
  const Lead nothing{};
  for (const ScanKernel* kernel : AllScanKernels()) {
    EXPECT_EQ(kernel->stand({&nothing, 1}, surroundings.sets(), text.hashes, 0),
              1u)
        << kernel->name;
  }
}

TEST(Surroundings, AskForNothingFarAway) {
  EXPECT_THAT(Around({"platypus <0-8> time"}).Show(), ElementsAre(""));
  EXPECT_THAT(Around({"platypus <0-8> time", "of platypus <0-8> time"}).Show(),
              ElementsAre(""));
  EXPECT_THAT(Around({"of platypus <0-8> time"}).Show(), ElementsAre("of -1"));
}

TEST(Surroundings, AskForNothingWhereAnyWordWillDo) {
  EXPECT_THAT(Around({"platypus t* of"}).Show(), ElementsAre("of 2"));
}

TEST(Surroundings, AskForNothingWhereVeryManyWordsWillDo) {
  const auto first_need = [](const std::string& pattern, int words) {
    return Around({pattern}, words).Of()[0][0].places;
  };
  EXPECT_EQ(first_need("platypus {many}", 256), Places::Of(true, 1));
  EXPECT_EQ(first_need("platypus {many}", 257), 0u);
  EXPECT_EQ(first_need("of platypus {many}", 257), Places::Of(false, 1));
}

// So many patterns that all need something else.
std::vector<std::string> Different(std::size_t size) {
  std::vector<std::string> patterns;
  for (const char* word : {"time", "good", "people", "work", "day", "the"}) {
    for (int gap = 0; gap < 8; ++gap) {
      const std::string d = std::to_string(gap);
      const std::string between = " <" + d + '-' + d + "> ";
      patterns.push_back("platypus" + between + word);
    }
  }
  patterns.resize(size);
  return patterns;
}

TEST(Surroundings, AskForAnyFirstNeedWherePatternsAreMany) {
  EXPECT_EQ(Around(Different(16)).Of().size(), 16u);
  std::vector<std::string> many = Different(16);
  // The same ones again are no more.
  for (const std::string& pattern : Different(16)) {
    many.push_back(pattern + " [of]");
  }
  EXPECT_EQ(Around(many).Of().size(), 16u);
  // Words on the left alone do not count.
  many.push_back("people platypus");
  EXPECT_EQ(Around(many).Of().size(), 17u);
  many.back() = "good platypus [of]";
  const Around around(many);
  ASSERT_EQ(around.Of().size(), 1u);
  EXPECT_EQ(around.Of()[0][0].places & Places::Of(false, 1),
            Places::Of(false, 1));
  EXPECT_EQ(around.Of()[0][0].places & Places::Of(true, 1),
            Places::Of(true, 1));
  EXPECT_EQ(around.Of()[0][1].places, 0u);
  EXPECT_NE(around.Show()[0].find("good"), std::string::npos);
}

TEST(Surroundings, AskForNothingWhereOneOfManyPatternsDoesWithout) {
  std::vector<std::string> many = Different(20);
  many.push_back("platypus [of]");
  EXPECT_THAT(Around(many).Show(), ElementsAre(""));
}

TEST(Surroundings, KeepTheGuardsOfEachPattern) {
  EXPECT_THAT(
      Around({"platypus time", "good platypus", "platypus of comfort"}, 0,
             {{{7, 2, 3}}, {{8, 0, 1}, {9, 1, Guard::kWholeSentence}}})
          .Show(),
      UnorderedElementsAre("time 1 {7:2,3}", "good -1 {8:0,1} {9:1,4294967295}",
                           "comfort 2, of 1"));
}

TEST(Surroundings, TellPatternsApartByTheirGuards) {
  const std::vector<std::string> same_needs = {
      "platypus time", "platypus time [of]", "platypus time [good]",
      "platypus time [the]"};
  EXPECT_THAT(Around(same_needs, 0,
                     {{{7, 2, 3}}, {{7, 2, 4}}, {{7, 2, 3}}, {{8, 2, 3}}})
                  .Show(),
              UnorderedElementsAre("time 1 {7:2,3}", "time 1 {7:2,4}",
                                   "time 1 {8:2,3}"));
  EXPECT_THAT(
      Around(same_needs, 0, {{{7, 2, 3}}, {{7, 2, 3}}, {{7, 2, 3}}}).Show(),
      UnorderedElementsAre("time 1 {7:2,3}", "time 1"));
}

TEST(Surroundings, NumberEachListOfGuardsOnceAndNoneWithNought) {
  const Around around(
      {"platypus time", "platypus of comfort", "good platypus", "platypus the"},
      0, {{{7, 2, 3}}, {{7, 2, 3}}, {}, {{7, 3, 2}}});
  EXPECT_EQ(around.Of().size(), 4u);
  EXPECT_THAT(around.GuardNumbers(), UnorderedElementsAre(0, 1, 1, 2));
}

TEST(Surroundings, GuardWhatNeedsNothingElse) {
  EXPECT_THAT(
      Around({"platypus [of]", "platypus time"}, 0, {{{7, 1, 2}}}).Show(),
      UnorderedElementsAre(" {7:1,2}", "time 1"));
  EXPECT_THAT(Around({"platypus [of]", "platypus <0-8> time"}, 0,
                     {{{7, 1, 2}}, {{8, 1, 2}}})
                  .Show(),
              UnorderedElementsAre(" {7:1,2}", " {8:1,2}"));
}

TEST(Surroundings, AskForNothingWhereOnePatternDoesWithoutGuardsToo) {
  EXPECT_THAT(Around({"platypus [of]", "platypus time", "platypus [the]"}, 0,
                     {{{7, 1, 2}}, {{8, 1, 2}}})
                  .Show(),
              ElementsAre(""));
}

// So many guards, each of another pattern.
std::vector<Guards> DifferentGuards(std::uint32_t size) {
  std::vector<Guards> all;
  for (std::uint32_t i = 0; i < size; ++i) all.push_back({{i, 1, 1}});
  return all;
}

TEST(Surroundings, AskForNoGuardsWherePatternsAreMany) {
  for (const std::uint32_t number :
       Around(Different(16), 0, DifferentGuards(16)).GuardNumbers()) {
    EXPECT_NE(number, 0u);
  }
  // Even where all have the same.
  for (const auto& guards :
       {DifferentGuards(17), std::vector<Guards>(17, {{7, 1, 1}})}) {
    const Around many(Different(17), 0, guards);
    EXPECT_THAT(many.GuardNumbers(), ElementsAre(0));
    EXPECT_NE(many.Of()[0][0].places, 0u);
  }
  // Guards alone make them many.
  EXPECT_THAT(Around(std::vector<std::string>(17, "platypus time"), 0,
                     DifferentGuards(17))
                  .Show(),
              ElementsAre("time 1"));
}

TEST(Surroundings, AskForNothingWhereOneOfManyHasOnlyGuards) {
  std::vector<std::string> many = {"platypus [of]"};
  for (const std::string& pattern : Different(16)) many.push_back(pattern);
  EXPECT_THAT(Around(many, 0, DifferentGuards(17)).Show(), ElementsAre(""));
}

TEST(Surroundings, AreKnownForEachAnchor) {
  Vocabulary vocabulary(Spelling({}));
  PatternFacts facts(&vocabulary);
  Surroundings surroundings;
  std::vector<PatternSequence> sequences;
  for (const char* pattern : {"wombat of", "the platypus", "platypus time",
                              "emu", "echidna [of]", "wombat time"}) {
    sequences.push_back(Parse(pattern));
  }
  std::vector<std::uint32_t> anchors;
  for (PatternSequence& sequence : sequences) {
    facts.Number(&sequence);
    AnchoredPattern anchored = AnchorPattern(sequence, &facts).front();
    anchors.push_back(vocabulary.Element(&anchored.words));
    // What is one word needs no surroundings.
    if (sequence.size() > 1) {
      surroundings.Add(anchors.back(), anchored, {}, &facts);
    }
  }
  vocabulary.Finish();
  surroundings.Finish(vocabulary.size());
  const std::vector<std::uint32_t> sizes = {2, 2, 2, 0, 1, 2};
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const Span rows = surroundings.RowsOf(anchors[i]);
    EXPECT_EQ(rows.end - rows.begin, sizes[i]) << i;
  }
  EXPECT_EQ(surroundings.row(surroundings.RowsOf(anchors[4]).begin).needs,
            Needs{});
}

}  // namespace
}  // namespace framescope
