#include "engine/repeats.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

struct Repeats {
  std::vector<bool> block;
  int paragraphs = 0;
  std::size_t words = 0;
};

Repeats RepeatsIn(const std::string& text) {
  const Document document = PlainText(text);
  auto segmenter = Segmenter::Create("en-GB", "icu").value();
  RepeatFinder finder;
  Repeats repeats;
  // The second round must know nothing of the first.
  for (int round = 0; round < 2; ++round) {
    repeats = {};
    finder.Begin(document.text, document.blocks.size(), segmenter.get());
    for (const Block& block : document.blocks) {
      Segments segments;
      EXPECT_TRUE(
          segmenter->Segment(document.text, {&block, 1}, &segments).ok());
      const bool repeated = finder.Add(block, segments.words).value();
      repeats.block.push_back(repeated);
      repeats.paragraphs += repeated ? 1 : 0;
      repeats.words += repeated ? segments.words.size() : 0;
    }
  }
  return repeats;
}

TEST(Repeats, CountAParagraphOnceWhateverItsPunctuation) {
  const Repeats repeats = RepeatsIn(
      "We walk beside people here.\n\nSomething else is said.\n\n"
      "We walk beside people, here!\n\nWe walk beside people here.");
  EXPECT_EQ(repeats.paragraphs, 2);
  EXPECT_EQ(repeats.words, 10u);
  ASSERT_EQ(repeats.block.size(), 4u);
  EXPECT_FALSE(repeats.block[0]);
  EXPECT_TRUE(repeats.block[2]);
  EXPECT_TRUE(repeats.block[3]);
}

// The first seven bytes are fewer than are read of other paragraphs.
TEST(Repeats, AreSeenInTheShortestParagraphs) {
  EXPECT_EQ(RepeatsIn("a b c d\n\n\"a, b, c, d\"\n\na b c d\n\na b c e\n\n"
                      "xa b c d\n\na b c d\n\na b c")
                .block,
            (std::vector<bool>{false, true, true, false, false, true, false}));
}

TEST(Repeats, LeaveShortLinesAlone) {
  EXPECT_EQ(RepeatsIn("Read more here\n\nRead more here").paragraphs, 0);
}

TEST(Repeats, OtherWordsAreAnotherParagraph) {
  EXPECT_EQ(RepeatsIn("one two three four\n\none two three five").paragraphs,
            0);
}

TEST(Repeats, TellApartWhatBeginsAndEndsAlike) {
  EXPECT_EQ(RepeatsIn("we all can do it\n\nwe all may do it\n\n"
                      "we all can do it\n\nwe all may do it")
                .paragraphs,
            2);
}

TEST(Repeats, AreFoundAmongManyParagraphs) {
  std::string text;
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 500; ++i) {
      text += "This is paragraph number " + std::to_string(i) + " of many.\n\n";
    }
  }
  EXPECT_EQ(RepeatsIn(text).paragraphs, 500);
}

}  // namespace
}  // namespace framescope
