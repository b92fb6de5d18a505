// Words and sentences through the public seam.
#include "unicode/segmenter.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Text {
  std::string text;
  std::vector<Block> blocks;
  Segments segments;

  std::vector<std::string> words() const {
    std::vector<std::string> out;
    for (const Span& w : segments.words) {
      out.push_back(text.substr(w.begin, w.end - w.begin));
    }
    return out;
  }
  std::vector<std::string> sentences() const {
    std::vector<std::string> out;
    for (const Sentence& s : segments.sentences) {
      out.push_back(text.substr(s.begin, s.end - s.begin));
    }
    return out;
  }
};

Text Segment(const std::string& text, std::vector<Block> blocks = {},
             const std::string& locale = "en-GB",
             const std::string& kind = "") {
  Text out{text, std::move(blocks), {}};
  if (out.blocks.empty()) {
    out.blocks.push_back({0, static_cast<std::uint32_t>(text.size())});
  }
  auto segmenter = Segmenter::Create(locale, kind);
  EXPECT_TRUE(segmenter.ok()) << segmenter.status().message();
  const Status status =
      segmenter.value()->Segment(out.text, out.blocks, &out.segments);
  EXPECT_TRUE(status.ok()) << status.message();
  return out;
}

TEST(Segmenter, FindsWordsAndNotPunctuation) {
  EXPECT_THAT(
      Segment("She isn't a “burden”, well-being £1,000.50!").words(),
      ElementsAre("She", "isn't", "a", "burden", "well", "being", "1,000.50"));
}

TEST(Segmenter, EmptyTextHasNothing) {
  const Text text = Segment("");
  EXPECT_THAT(text.words(), IsEmpty());
  EXPECT_THAT(text.sentences(), IsEmpty());
}

TEST(Segmenter, OffsetsAreBytesBeyondNonAsciiText) {
  const Text text = Segment("é😀 naïve café");
  EXPECT_THAT(text.words(), ElementsAre("é", "naïve", "café"));
}

TEST(Segmenter, SplitsSentencesAndTrimsThem) {
  EXPECT_THAT(Segment("One here. Two there!  Three?").sentences(),
              ElementsAre("One here.", "Two there!", "Three?"));
}

TEST(Segmenter, LineBreakInsideABlockIsASpace) {
  EXPECT_THAT(Segment("people with\r\ncare needs\nhere").sentences(),
              ElementsAre("people with\r\ncare needs\nhere"));
}

TEST(Segmenter, BlockEndIsASentenceEnd) {
  const Text text = Segment("A heading\n\nand text", {{0, 9}, {11, 19}});
  EXPECT_THAT(text.sentences(), ElementsAre("A heading", "and text"));
  EXPECT_EQ(text.segments.sentences[1].block, 1u);
  EXPECT_EQ(text.segments.sentences[1].first_word, 2u);
}

TEST(Segmenter, TextOutsideTheBlocksIsLeftOut) {
  EXPECT_THAT(Segment("left in out", {{5, 7}}).words(), ElementsAre("in"));
}

TEST(Segmenter, AbbreviationsDoNotEndASentence) {
  EXPECT_THAT(
      Segment("Ask Dr. Smith or Cllr. J. K. Khan of St. Ives. See No. 10, "
              "e.g. The Mill.")
          .sentences(),
      ElementsAre("Ask Dr. Smith or Cllr. J. K. Khan of St. Ives.",
                  "See No. 10, e.g. The Mill."));
}

TEST(Segmenter, NoEndsASentenceBeforeAWord) {
  EXPECT_THAT(Segment("Is it so? No. The council agrees.").sentences(),
              ElementsAre("Is it so?", "No.", "The council agrees."));
}

TEST(Segmenter, AbbreviationsAreThoseOfEnglishOnly) {
  EXPECT_EQ(Segment("Ask Dr. Smith.", {}, "fr").sentences().size(), 2u);
}

TEST(Segmenter, StretchWithoutAWordJoinsItsNeighbour) {
  EXPECT_THAT(Segment("!! What? ?! * * * Well.").sentences().size(), 2u);
  EXPECT_THAT(Segment("* * *").sentences(), IsEmpty());
}

TEST(Segmenter, UnknownKindAndLocaleFail) {
  EXPECT_EQ(Segmenter::Create("en-GB", "magic").status().code(),
            StatusCode::kInvalidArgument);
  EXPECT_EQ(Segmenter::Create("not a locale", "").status().code(),
            StatusCode::kInvalidArgument);
}

TEST(Segmenter, BlockOutsideTheTextFails) {
  auto segmenter = Segmenter::Create("en-GB", "");
  Segments out;
  const std::vector<Block> blocks = {{0, 9}};
  EXPECT_EQ(segmenter.value()->Segment("short", blocks, &out).code(),
            StatusCode::kInvalidArgument);
}

TEST(Segmenter, VersionsAreNumbers) {
  EXPECT_THAT(IcuVersion(), testing::MatchesRegex("[0-9]+\\.[0-9]+.*"));
  EXPECT_THAT(UnicodeVersion(), testing::MatchesRegex("[0-9]+\\.[0-9]+.*"));
}

}  // namespace
}  // namespace framescope
