// The laws of docs/architecture.md over generated texts.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "framescope/analyzer.hpp"
#include "score/score.hpp"
#include "unicode/encoding.hpp"

namespace framescope {
namespace {

const Analyzer& BuiltIn() {
  static const Analyzer analyzer =
      Analyzer::Compile(Lexicon::BuiltIn().value()).value();
  return analyzer;
}

int Iterations() {
  const char* wanted = std::getenv("FRAMESCOPE_TEST_ITERATIONS");
  return wanted == nullptr ? 300 : std::atoi(wanted);
}

// Texts from pieces that matter to some layer: entries, cues, quotation marks,
// breaks, characters of every length.
class TextMaker {
 public:
  explicit TextMaker(std::uint32_t seed) : random_(seed) {}

  std::string Next(int pieces) {
    static const std::vector<std::string> kPieces = {
        "a burden on society",
        "springboard",
        "safety net",
        "in crisis",
        "vulnerable people",
        "hard to reach",
        "service users",
        "co-production",
        "co\u2010production",
        "not",
        "no longer",
        "rather than",
        "instead of",
        "but",
        "the minister said",
        "according to",
        "should",
        "if",
        "whether",
        "the word",
        "the myth of",
        "\u2018",
        "\u2019",
        "\u201C",
        "\u201D",
        "'",
        "\"",
        ".",
        "?",
        "!",
        ",",
        ";",
        ":",
        " \u2014 ",
        "(",
        ")",
        "\n",
        "\r\n",
        "\n\n",
        "\r\n\r\n",
        "\U0001F600",
        "\U0001F468\u200D\U0001F469",
        "caf\u00E9",
        "\u00AD",
        "people\u2019s",
        "Dr.",
        "e.g.",
        "1,000.50",
        "\u6F22\u5B57",
        "\u0E44\u0E17\u0E22",
        "strengths",
        "lacks insight",
        "despair",
        "we mustn\u2019t",
        "cannot ignore",
        "not only",
        "the",
        "community",
        "and",
        "of",
        "system",
        "we all belong"};
    std::string text;
    for (int i = 0; i < pieces; ++i) {
      text += kPieces[random_() % kPieces.size()];
      if (random_() % 8 != 0) text += ' ';
    }
    return text;
  }

 private:
  std::mt19937 random_;
};

constexpr std::uint32_t kSeed = 20261123;

class Laws : public ::testing::Test {
 protected:
  Analysis Analyzed(const std::string& text) {
    return BuiltIn().Analyze(text, scratch_).value();
  }
  Scratch scratch_;
};

bool OnCharacter(const std::string& text, std::uint32_t at) {
  return at == text.size() ||
         (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

TEST_F(Laws, EveryOffsetIsInsideTheTextAndBetweenCharacters) {
  TextMaker maker(kSeed);
  for (int i = 0; i < Iterations(); ++i) {
    const std::string text = maker.Next(i % 60);
    const Analysis analysis = Analyzed(text);
    SCOPED_TRACE(text);
    EXPECT_EQ(analysis.document.text, text);
    for (const Match& match : analysis.matches) {
      for (const Span span : {match.span, match.cue, match.holder}) {
        ASSERT_LE(span.begin, span.end);
        ASSERT_LE(span.end, text.size());
        EXPECT_TRUE(OnCharacter(text, span.begin));
        EXPECT_TRUE(OnCharacter(text, span.end));
      }
      EXPECT_FALSE(match.span.empty());
      const Span sentence = analysis.sentence_spans.at(match.sentence);
      EXPECT_GE(match.span.begin, sentence.begin);
      EXPECT_LE(match.span.end, sentence.end);
    }
  }
}

TEST_F(Laws, AScratchKeepsNothingFromTextToText) {
  TextMaker maker(kSeed + 1);
  for (int i = 0; i < Iterations() / 3; ++i) {
    const std::string text = maker.Next(40);
    const Analysis used = Analyzed(text);
    Scratch fresh;
    const Analysis anew = BuiltIn().Analyze(text, fresh).value();
    SCOPED_TRACE(text);
    ASSERT_EQ(used.matches.size(), anew.matches.size());
    for (std::size_t m = 0; m < used.matches.size(); ++m) {
      EXPECT_EQ(used.matches[m].span, anew.matches[m].span);
      EXPECT_EQ(used.matches[m].stance, anew.matches[m].stance);
      EXPECT_EQ(used.matches[m].rule, anew.matches[m].rule);
      EXPECT_EQ(used.matches[m].pair, anew.matches[m].pair);
    }
  }
}

TEST_F(Laws, PairsAreMutualAndOfOppositeSides) {
  TextMaker maker(kSeed + 2);
  for (int i = 0; i < Iterations(); ++i) {
    const std::string text = maker.Next(50);
    const Analysis analysis = Analyzed(text);
    SCOPED_TRACE(text);
    for (const Match& match : analysis.matches) {
      if (match.pair == kNone) continue;
      ASSERT_LT(match.pair, analysis.matches.size());
      const Match& other = analysis.matches[match.pair];
      EXPECT_NE(match.stance, other.stance);
    }
    for (const Reframing& reframing : analysis.reframings) {
      EXPECT_EQ(analysis.matches[reframing.from].stance, Stance::kMovedFrom);
    }
  }
}

TEST_F(Laws, ScoresFollowFromTheMatchesAlone) {
  TextMaker maker(kSeed + 3);
  for (int i = 0; i < Iterations(); ++i) {
    Analysis analysis = Analyzed(maker.Next(60));
    const std::vector<AxisScore> axes = analysis.axes;
    analysis.axes.clear();
    analysis.categories.clear();
    analysis.measures = Measures();
    Score(BuiltIn().lexicon(), &analysis);
    ASSERT_EQ(axes.size(), analysis.axes.size());
    for (std::size_t a = 0; a < axes.size(); ++a) {
      EXPECT_EQ(axes[a].evoked.balance, analysis.axes[a].evoked.balance);
      EXPECT_EQ(axes[a].endorsed.low, analysis.axes[a].endorsed.low);
      EXPECT_GE(axes[a].evoked.negative.count, axes[a].endorsed.negative.count);
    }
  }
}

TEST_F(Laws, CountsOfADocumentAreTheSumOfItsParts) {
  TextMaker maker(kSeed + 4);
  AnalyzerOptions options;
  options.stance = "none";  // a cue may look into the neighbouring sentence
  options.count_repeats = true;
  const Analyzer counter =
      Analyzer::Compile(Lexicon::BuiltIn().value(), options).value();
  for (int i = 0; i < Iterations() / 3; ++i) {
    // Neighbouring sentences may lend company: separate the parts.
    const std::string apart = "\n\nOne.\n\nTwo.\n\nThree.\n\n";
    const std::string a = maker.Next(30), b = maker.Next(30);
    const auto count = [&](const std::string& text) {
      return counter.Analyze(text, scratch_).value().matches.size();
    };
    EXPECT_EQ(count(a + apart + b), count(a) + count(b)) << a << "|" << b;
  }
}

}  // namespace
}  // namespace framescope
