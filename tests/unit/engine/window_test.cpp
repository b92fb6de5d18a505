// Tests of windows: what is found does not depend on where they end, and both
// gears agree.
#include "engine/window.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace framescope {
namespace {

const Analyzer& BuiltIn() {
  static const Analyzer analyzer =
      Analyzer::Compile(Lexicon::BuiltIn().value()).value();
  return analyzer;
}

// Paragraphs of a few hundred bytes, each with its number so that none repeats
// another.
std::vector<std::string> Paragraphs(int count) {
  static const std::vector<std::string> kSentences = {
      "She is no longer a burden on her family.",
      "The minister said that care is in crisis.",
      "Home care is a springboard, not a safety net.",
      "We work with people rather than for them.",
      "Nothing of note was recorded on that day in the hall.",
      "Vulnerable people fell through the cracks of the broken system."};
  std::mt19937 random(11);
  std::vector<std::string> paragraphs;
  for (int i = 0; i < count; ++i) {
    std::string text = "Paragraph " + std::to_string(i) + " begins here.";
    for (int k = 0; k < 6; ++k) {
      text += " " + kSentences[random() % kSentences.size()];
    }
    paragraphs.push_back(text);
  }
  return paragraphs;
}

TEST(Windows, FindWhatIsFoundInEachParagraphAlone) {
  const std::vector<std::string> paragraphs = Paragraphs(900);
  std::string text;
  for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n";
  ASSERT_GT(text.size(), 200000u) << "several windows are wanted";
  Scratch scratch;
  const Analysis whole = BuiltIn().Analyze(text, scratch).value();
  std::size_t at = 0;
  std::uint32_t begin = 0, words = 0, sentence = 0;
  for (const std::string& paragraph : paragraphs) {
    const Analysis part = BuiltIn().Analyze(paragraph, scratch).value();
    for (const Match& match : part.matches) {
      ASSERT_LT(at, whole.matches.size());
      const Match& same = whole.matches[at++];
      EXPECT_EQ(same.span.begin, match.span.begin + begin);
      EXPECT_EQ(same.span.end, match.span.end + begin);
      EXPECT_EQ(same.entry, match.entry);
      EXPECT_EQ(same.stance, match.stance);
      EXPECT_EQ(same.sentence, match.sentence + sentence);
    }
    begin += static_cast<std::uint32_t>(paragraph.size() + 2);
    words += part.words;
    sentence += part.sentences;
  }
  EXPECT_EQ(at, whole.matches.size());
  EXPECT_EQ(whole.words, words);
  EXPECT_EQ(whole.sentences, sentence);
  EXPECT_EQ(whole.sentence_spans.size(), sentence);
}

TEST(Windows, PairsPointAtTheirOwnWindow) {
  std::string text;
  for (const std::string& paragraph : Paragraphs(900)) {
    text += paragraph + "\n\n";
  }
  Scratch scratch;
  const Analysis whole = BuiltIn().Analyze(text, scratch).value();
  int pairs = 0;
  for (const Match& match : whole.matches) {
    if (match.pair == kNone) continue;
    ++pairs;
    ASSERT_LT(match.pair, whole.matches.size());
    EXPECT_LE(whole.matches[match.pair].sentence, match.sentence + 1);
    EXPECT_GE(whole.matches[match.pair].sentence + 1, match.sentence);
  }
  EXPECT_GT(pairs, 100);
}

// A table below paragraphs of so many bytes, each cell long; its second column
// is rejected by its head as far down as heads are looked for.
Document TableBelow(std::size_t bytes) {
  Document document;
  const auto add = [&](const std::string& text, std::uint8_t column,
                       bool in_first_row) {
    Block block;
    block.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    block.end = static_cast<std::uint32_t>(document.text.size());
    document.text += "\n\n";
    block.kind = column > 0 ? BlockKind::kTableCell : BlockKind::kParagraph;
    block.column = column;
    block.in_first_row = in_first_row;
    document.blocks.push_back(block);
  };
  int number = 0;
  while (document.text.size() < bytes) {
    add("Nothing of note in hall number " + std::to_string(++number) + ".", 0,
        false);
  }
  add("Topic", 1, true);
  add("Avoid", 2, true);
  for (int row = 0; row < 300; ++row) {
    const std::string name = "Row " + std::to_string(row) + " ";
    add(name + std::string(300, 'x'), 1, false);
    add(name + "they are a burden on the state", 2, false);
  }
  return document;
}

TEST(Windows, DoNotPartACellFromItsHead) {
  Scratch scratch;
  const auto rejected = [&](std::size_t bytes) {
    const Analysis analysis =
        BuiltIn().Analyze(TableBelow(bytes), scratch).value();
    std::vector<bool> is_rejected;
    for (const Match& match : analysis.matches) {
      is_rejected.push_back(match.stance == Stance::kRejected);
    }
    return is_rejected;
  };
  const std::vector<bool> alone = rejected(0);
  EXPECT_GE(alone.size(), 300u);
  EXPECT_TRUE(alone.front());
  EXPECT_FALSE(alone.back());
  for (std::size_t bytes = 1000; bytes < 70000; bytes += 3000) {
    EXPECT_EQ(rejected(bytes), alone) << bytes;
  }
}

void ExpectSame(const Balance& a, const Balance& b) {
  EXPECT_EQ(a.negative.count, b.negative.count);
  EXPECT_EQ(a.negative.weighted, b.negative.weighted);
  EXPECT_EQ(a.positive.count, b.positive.count);
  EXPECT_EQ(a.positive.weighted, b.positive.weighted);
  EXPECT_EQ(a.balance, b.balance);
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high, b.high);
}

TEST(CountGear, GivesTheNumbersOfAnAnalysis) {
  Scratch scratch;
  std::string text;
  for (const std::string& paragraph : Paragraphs(300)) {
    // Twice, so that repeats are counted once by both.
    text += paragraph + "\n\n" + paragraph + "\n\n";
  }
  for (const std::string& one :
       {text, std::string("A burden."), std::string()}) {
    const Analysis analysis = BuiltIn().Analyze(one, scratch).value();
    const Counts counts = BuiltIn().Count(one, scratch).value();
    EXPECT_EQ(counts.words, analysis.words);
    EXPECT_EQ(counts.sentences, analysis.sentences);
    EXPECT_EQ(counts.paragraphs, analysis.paragraphs);
    EXPECT_EQ(counts.repeated_paragraphs, analysis.repeated_paragraphs);
    EXPECT_EQ(counts.repeated_words, analysis.repeated_words);
    ASSERT_EQ(counts.axes.size(), analysis.axes.size());
    for (std::size_t i = 0; i < counts.axes.size(); ++i) {
      ExpectSame(counts.axes[i].evoked, analysis.axes[i].evoked);
      ExpectSame(counts.axes[i].endorsed, analysis.axes[i].endorsed);
    }
    ASSERT_EQ(counts.categories.size(), analysis.categories.size());
    for (std::size_t i = 0; i < counts.categories.size(); ++i) {
      EXPECT_EQ(counts.categories[i].evoked, analysis.categories[i].evoked);
      EXPECT_EQ(counts.categories[i].endorsed, analysis.categories[i].endorsed);
    }
  }
}

TEST(CountGear, RefusesWhatIsNotUtf8) {
  Scratch scratch;
  const auto counts = BuiltIn().Count("ab\xFF", scratch);
  ASSERT_FALSE(counts.ok());
  EXPECT_EQ(counts.status().code(), StatusCode::kEncoding);
  EXPECT_EQ(counts.status().where().offset, 2);
}

}  // namespace
}  // namespace framescope
