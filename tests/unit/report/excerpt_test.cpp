#include "report/excerpt.hpp"

#include <gtest/gtest.h>

#include "base/utf8.hpp"
#include "unit/score/sample.hpp"

namespace framescope {
namespace {

Excerpt Of(const std::string& text, std::size_t columns) {
  const Lexicon lexicon = sample::MakeLexicon();
  const Match match = sample::MakeMatch(text, "burden", 0);
  return ExcerptOf(sample::MakeAnalysis(lexicon, text, {match}, 1), match,
                   columns);
}

TEST(Excerpt, ShortTextStandsWhole) {
  const Excerpt excerpt = Of("She is a burden to us.", 60);
  EXPECT_EQ(excerpt.before, "She is a ");
  EXPECT_EQ(excerpt.words, "burden");
  EXPECT_EQ(excerpt.after, " to us.");
}

TEST(Excerpt, IsCutBetweenWords) {
  const Excerpt excerpt =
      Of("one two three four five burden six seven eight nine ten", 24);
  EXPECT_EQ(excerpt.before, "… four five ");
  EXPECT_EQ(excerpt.after, " six seven …");
}

TEST(Excerpt, NeverTakesMoreColumnsThanAsked) {
  const std::string text =
      "漢字 and émigrés, alpha beta gamma delta burden epsilon zeta 漢字漢字 "
      "eta";
  for (std::size_t columns = 12; columns < 80; ++columns) {
    const Excerpt excerpt = Of(text, columns);
    EXPECT_LE(ColumnsOf(excerpt.before) + ColumnsOf(excerpt.after), columns);
  }
}

TEST(Excerpt, ShowsNoControlCharacter) {
  const Excerpt excerpt = Of("a\x1B[2J burden\r\nnext \xE2\x80\xAE line", 60);
  EXPECT_EQ(excerpt.before, "a\\u{1b}[2J ");
  EXPECT_EQ(excerpt.after, " next \\u{202e} line");
}

TEST(Excerpt, StaysInItsBlock) {
  const Lexicon lexicon = sample::MakeLexicon();
  const std::string text = "Heading\nburden here\nnext";
  const Match match = sample::MakeMatch(text, "burden", 0);
  Analysis analysis = sample::MakeAnalysis(lexicon, text, {match}, 1);
  analysis.document.blocks = {{0, 7, 1, 0, BlockKind::kHeading, 1},
                              {8, 19, 2, 0, BlockKind::kParagraph, 0},
                              {20, 24, 3, 0, BlockKind::kParagraph, 0}};
  EXPECT_EQ(ExcerptOf(analysis, match, 60).before, "");
  EXPECT_EQ(ExcerptOf(analysis, match, 60).after, " here");
}

TEST(Excerpt, LongBlocksCostLittle) {
  const std::string text =
      std::string(100'000, 'x') + " burden " + std::string(100'000, 'y');
  const Excerpt excerpt = Of(text, 40);
  EXPECT_LE(ColumnsOf(excerpt.before) + ColumnsOf(excerpt.after), 40u);
}

}  // namespace
}  // namespace framescope
