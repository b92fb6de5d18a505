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
