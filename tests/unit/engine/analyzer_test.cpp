#include "framescope/analyzer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace framescope {
namespace {

using ::testing::HasSubstr;

const Analyzer& BuiltIn() {
  static const Analyzer analyzer =
      Analyzer::Compile(Lexicon::BuiltIn().value()).value();
  return analyzer;
}

Analysis Analyzed(const std::string& text) {
  Scratch scratch;
  return BuiltIn().Analyze(text, scratch).value();
}

// Two words and nothing else, so that a test does not hang on the lexicon.
Analyzer TwoWords(const std::string& stance = "en") {
  constexpr char kToml[] =
      "name = \"tiny\"\nversion = \"1\"\n[[axis]]\nname = \"a\"\n"
      "negative = \"crisis\"\npositive = \"springboard\"\n[[category]]\n"
      "name = \"crisis.all\"\npole = \"crisis\"\n[[category]]\n"
      "name = \"springboard.all\"\npole = \"springboard\"\n";
  constexpr char kEntries[] =
      "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
      "sources\tdate\tnote\nburden*\tcrisis.all\t2\n"
      "springboard*\tspringboard.all\t3\n";
  AnalyzerOptions options;
  options.stance = stance;
  return Analyzer::Compile(Lexicon::Parse("tiny", kToml, kEntries, "").value(),
                           options)
      .value();
}

std::string Cut(const Analysis& analysis, const Span& span) {
  return analysis.document.text.substr(span.begin, span.end - span.begin);
}

TEST(Analyzer, EmptyTextHasNoWordsAndNoVerdict) {
  const Analysis analysis = Analyzed("");
  EXPECT_EQ(analysis.words, 0u);
  EXPECT_TRUE(analysis.matches.empty());
  ASSERT_EQ(analysis.axes.size(), 5u);
  EXPECT_EQ(analysis.axes[0].evoked.verdict, Verdict::kTooLittle);
}

TEST(Analyzer, RefusesTextThatIsNotUtf8AndSaysWhere) {
  Scratch scratch;
  const auto analysis = BuiltIn().Analyze("care\xC3(", scratch);
  ASSERT_FALSE(analysis.ok());
  EXPECT_EQ(analysis.status().code(), StatusCode::kEncoding);
  EXPECT_EQ(analysis.status().where().offset, 4);
}

TEST(Analyzer, RefusesAnUnknownProfileAndNamesTheKnownOnes) {
  AnalyzerOptions options;
  options.profile = "mars";
  const auto analyzer = Analyzer::Compile(Lexicon::BuiltIn().value(), options);
  ASSERT_FALSE(analyzer.ok());
  EXPECT_THAT(analyzer.status().message(), HasSubstr("uk-social-model"));
}

TEST(Analyzer, OffsetsAreExactOnEmojiCurlyQuotesAndCrlf) {
  const std::string text =
      "\U0001F468\u200D\U0001F469\u200D\U0001F467 \u2018Care\u2019 is no "
      "longer a burden\u2019s weight.\r\n\r\nIt is a spring\u00ADboard \u2014 "
      "caf\u00E9.\r\n";
  Scratch scratch;
  const Analysis analysis = TwoWords().Analyze(text, scratch).value();
  EXPECT_EQ(analysis.document.text, text) << "plain text is left as it is";
  ASSERT_EQ(analysis.matches.size(), 2u);
  EXPECT_EQ(Cut(analysis, analysis.matches[0].span), "burden\u2019s");
  EXPECT_EQ(Cut(analysis, analysis.matches[1].span), "spring\u00ADboard");
  EXPECT_EQ(analysis.matches[0].line, 1u);
  EXPECT_EQ(analysis.matches[1].line, 3u);
  // 5 code points of emoji, of which 3 take two UTF-16 units.
  const Span bytes = analysis.matches[0].span;
  const Span chars = analysis.matches[0].chars;
  EXPECT_EQ(analysis.matches[0].utf16.begin, chars.begin + 3);
  EXPECT_EQ(bytes.begin, chars.begin + 3 * 3 + 2 * 2 + 2 * 2);
}

TEST(Analyzer, TheStampNamesVersionsAndHashes) {
  const std::string& stamp = BuiltIn().stamp();
  EXPECT_THAT(stamp, HasSubstr("\"framescope\":\"0.1.0\""));
  EXPECT_THAT(stamp, HasSubstr(BuiltIn().lexicon().hash()));
}

// Else its threads might run another than the stamp names.
TEST(Analyzer, AsksTheEnvironmentForASegmenterOnlyWhenItIsCompiled) {
  constexpr char kName[] = "FRAMESCOPE_SEGMENTER";
  const char* before = std::getenv(kName);
  const std::string kept = before == nullptr ? "" : before;
  setenv(kName, "icu", 1);
  const Analyzer analyzer = TwoWords();
  setenv(kName, "sse9", 1);
  Scratch scratch;
  const auto analysis = analyzer.Analyze("A burden.", scratch);
  if (before == nullptr) {
    unsetenv(kName);
  } else {
    setenv(kName, kept.c_str(), 1);
  }
  EXPECT_TRUE(analysis.ok()) << analysis.status().message();
  EXPECT_THAT(analyzer.stamp(), HasSubstr("\"segmenter\":\"icu\""));
}

TEST(Analyzer, RepeatedParagraphsAreScoredOnce) {
  const std::string paragraph = "Carers are a burden to nobody at all here.";
  const Analysis once = Analyzed(paragraph);
  const Analysis twice = Analyzed(paragraph + "\n\n" + paragraph);
  EXPECT_EQ(twice.repeated_paragraphs, 1u);
  EXPECT_EQ(twice.matches.size(), 2 * once.matches.size());
  for (std::size_t i = 0; i < once.axes.size(); ++i) {
    EXPECT_EQ(twice.axes[i].evoked.negative.count,
              once.axes[i].evoked.negative.count);
    EXPECT_EQ(twice.axes[i].evoked.negative.per_1000,
              once.axes[i].evoked.negative.per_1000);
  }
}

TEST(Analyzer, WithoutStanceEverythingIsUsed) {
  Scratch scratch;
  const std::string text = "She is not a burden.";
  const Analysis judged = TwoWords().Analyze(text, scratch).value();
  const Analysis plain = TwoWords("none").Analyze(text, scratch).value();
  ASSERT_EQ(judged.matches.size(), 1u);
  ASSERT_EQ(plain.matches.size(), 1u);
  EXPECT_EQ(judged.matches[0].stance, Stance::kNegated);
  EXPECT_EQ(plain.matches[0].stance, Stance::kUsed);
}

}  // namespace
}  // namespace framescope
