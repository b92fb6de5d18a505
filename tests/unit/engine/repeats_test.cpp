#include "engine/repeats.hpp"

#include <gtest/gtest.h>

#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

Repeats RepeatsIn(const std::string& text) {
  const Document document = PlainText(text);
  auto segmenter = Segmenter::Create("en-GB", "icu").value();
  Segments segments;
  EXPECT_TRUE(
      segmenter->Segment(document.text, document.blocks, &segments).ok());
  TypeTable table;
  std::vector<TypeId> types;
  for (const Span& word : segments.words) {
    types.push_back(
        table.Intern(std::string_view(document.text)
                         .substr(word.begin, word.end - word.begin)));
  }
  return FindRepeats(
      {document.text, segments.words, types, segments.sentences, &table},
      document.blocks);
}

TEST(Repeats, CountAParagraphOnceWhateverItsPunctuation) {
  const Repeats repeats = RepeatsIn(
      "We walk beside people here.\n\nSomething else is said.\n\n"
      "We walk beside people, here!\n\nWe walk beside people here.");
  EXPECT_EQ(repeats.paragraphs, 2u);
  EXPECT_EQ(repeats.words, 10u);
  ASSERT_EQ(repeats.block.size(), 4u);
  EXPECT_FALSE(repeats.block[0]);
  EXPECT_TRUE(repeats.block[2]);
  EXPECT_TRUE(repeats.block[3]);
}

TEST(Repeats, LeaveShortLinesAlone) {
  EXPECT_EQ(RepeatsIn("Read more here\n\nRead more here").paragraphs, 0u);
}

TEST(Repeats, OtherWordsAreAnotherParagraph) {
  EXPECT_EQ(RepeatsIn("one two three four\n\none two three five").paragraphs,
            0u);
}

}  // namespace
}  // namespace framescope
