// Tests of Surroundings: an anchor asks for nothing that one of its patterns
// does without.
#include "match/surroundings.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <string>
#include <vector>

#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

// The bits of a Wanted for words so far behind an anchor, or before it.
std::uint32_t Behind(std::uint32_t distance) {
  return 1u << Wanted::PlaceOf(true, distance);
}
std::uint32_t Before(std::uint32_t distance) {
  return 1u << Wanted::PlaceOf(false, distance);
}

// Patterns that are all cut at the word "platypus", the rarest in each.
class Around {
 public:
  explicit Around(const std::vector<std::string>& patterns)
      : vocabulary_(Spelling({})), facts_(&vocabulary_) {
    const auto segmenter = Segmenter::Create("en-GB", "icu").value();
    for (const std::string& pattern : patterns) {
      sequences_.push_back(
          ParsePattern(pattern, segmenter.get()).value().sequence);
    }
    for (PatternSequence& sequence : sequences_) {
      facts_.Number(&sequence);
      for (AnchoredPattern& anchored : AnchorPattern(sequence, &facts_)) {
        EXPECT_EQ(vocabulary_.Key(anchored.words[0]), "platypus");
        anchor_ = vocabulary_.Element(&anchored.words);
        surroundings_.Add(anchor_, anchored, &facts_);
      }
    }
    vocabulary_.Finish();
    surroundings_.Finish(vocabulary_.size());
  }

  std::uint32_t Reach(std::size_t side) const {
    return surroundings_.Of(anchor_)[side].reach;
  }
  bool MayHold(std::size_t side, const std::string& word,
               std::uint32_t place) const {
    return surroundings_.pairs().MayHold(
        surroundings_.Of(anchor_)[side].row,
        HashOfWord(BytesOf(word, {0, static_cast<std::uint32_t>(word.size())})),
        static_cast<std::uint32_t>(std::countr_zero(place)));
  }

 private:
  std::vector<PatternSequence> sequences_;
  Vocabulary vocabulary_;
  PatternFacts facts_;
  Surroundings surroundings_;
  std::uint32_t anchor_ = 0;
};

TEST(Surroundings, AskOnEachSideForTheRarestPlace) {
  const Around around({"the good platypus of time"});
  EXPECT_EQ(around.Reach(0), Behind(2));
  EXPECT_EQ(around.Reach(1), Before(1));
  EXPECT_TRUE(around.MayHold(0, "time", Behind(2)));
  EXPECT_TRUE(around.MayHold(1, "good", Before(1)));
  EXPECT_FALSE(around.MayHold(0, "of", Behind(2)));
}

TEST(Surroundings, AskAcrossGaps) {
  const Around around({"platypus <0-2> time"});
  EXPECT_EQ(around.Reach(0), Behind(1) | Behind(2) | Behind(3));
  EXPECT_EQ(around.Reach(1), 0u);
}

TEST(Surroundings, AskForAnyOfSeveralPatterns) {
  const Around around({"platypus time", "platypus of comfort"});
  EXPECT_EQ(around.Reach(0), Behind(1) | Behind(2));
  EXPECT_TRUE(around.MayHold(0, "time", Behind(1)));
  EXPECT_TRUE(around.MayHold(0, "comfort", Behind(2)));
}

TEST(Surroundings, AskForNothingThatOnePatternDoesWithout) {
  const Around around({"platypus time", "platypus"});
  EXPECT_EQ(around.Reach(0), 0u);
  EXPECT_EQ(around.Reach(1), 0u);
}

TEST(Surroundings, AskForOneOfBothSidesWhereEachPatternHasOne) {
  const Around around({"platypus time", "good platypus"});
  EXPECT_EQ(around.Reach(0), Behind(1) | Before(1));
  EXPECT_EQ(around.Reach(1), 0u);
  EXPECT_TRUE(around.MayHold(0, "time", Behind(1)));
  EXPECT_TRUE(around.MayHold(0, "good", Before(1)));
}

TEST(Surroundings, AskForNothingFarAway) {
  const Around around({"platypus <0-8> time"});
  EXPECT_EQ(around.Reach(0), 0u);
}

}  // namespace
}  // namespace framescope
