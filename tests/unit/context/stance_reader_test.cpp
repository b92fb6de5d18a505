// Errors in a stance file: what, and where.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/context/judged_text.hpp"

namespace framescope {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kSmallest = R"(language = "en"
rhetorical = {id = "r", explanation = "r"}
question = {id = "q", explanation = "q"}
double_negation = {id = "d", explanation = "d"}
counter_frame = {id = "c", explanation = "c"}
presupposed = {id = "g", explanation = "g", poles = ["crisis"]}
[words]
stops = ["but"]
subordinators = ["when"]
relatives = ["who"]
subjects = ["she"]
finite = ["is"]
joiners = ["and"]
authors = ["we"]
openers = ["why"]
negatives = ["*n't"]
copulas = ["is"]
definites = ["the"]
[quotation]
scare = {id = "s", explanation = "s"}
speech = {id = "p", explanation = "p"}
unattributed = {id = "u", explanation = "u"}
)";

std::vector<Diagnostic> Findings(const std::string& added) {
  std::vector<Diagnostic> out;
  const auto engine = ContextEngine::Parse(
      "my.toml", std::string(kSmallest) + added, PoleLexicon(), "en-GB", &out);
  EXPECT_EQ(engine.ok(), out.empty());
  return out;
}

TEST(StanceReader, SmallestFileIsEnough) { EXPECT_TRUE(Findings("").empty()); }

TEST(StanceReader, CueOfAFileOfOnesOwnDecides) {
  const auto engine = ContextEngine::Parse(
      "my.toml",
      std::string(kSmallest) +
          "[[cue]]\nid = \"x\"\nexplanation = \"e\"\nstance = \"negated\"\n"
          "patterns = [\"nae\"]\n",
      PoleLexicon(), "en-GB", nullptr);
  ASSERT_TRUE(engine.ok()) << engine.status().message();
  const auto judged = JudgeMarked("It is nae [burden]{crisis}.",
                                  BlockKind::kParagraph, engine.value());
  EXPECT_EQ(judged[0].stance, "negated");
  EXPECT_EQ(judged[0].rule, "x");
  EXPECT_EQ(judged[0].cue, "nae");
}

TEST(StanceReader, SyntaxErrorHasLineAndColumn) {
  const auto found = Findings("[[cue\n");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].line, 23);
  EXPECT_GT(found[0].column, 0);
}

TEST(StanceReader, LettersOutsideQuotationMarksHaveLineAndColumn) {
  const auto findings = Findings("\u00E9 = 1\n");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].line, 23);
  EXPECT_EQ(findings[0].column, 1);
  EXPECT_THAT(findings[0].message, HasSubstr("between quotation marks"));
}

TEST(StanceReader, AllErrorsAreReportedAtOnce) {
  const auto found = Findings(
      "[[cue]]\nid = \"a\"\nexplanation = \"e\"\nstance = \"negatd\"\n"
      "patterns = [\"no\", \"(no\"]\n"
      "[[cue]]\nid = \"a\"\nexplanation = \"e\"\nstance = \"negated\"\n"
      "rech = \"clause\"\npatterns = [\"no\"]\n");
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0].line, 26);
  EXPECT_THAT(found[0].message, HasSubstr("stance must be one of"));
  EXPECT_EQ(found[1].line, 27);
  EXPECT_EQ(found[1].code, "pattern");
  EXPECT_GT(found[1].column, 19);
  EXPECT_EQ(found[2].code, "unknown-key");
  EXPECT_EQ(found[3].code, "repeated-id");
}

TEST(StanceReader, NumbersOutOfRangeAreErrors) {
  const auto cue_with = [](const std::string& key) {
    return Findings(
        "[[cue]]\nid = \"x\"\nexplanation = \"e\"\nstance = \"negated\"\n"
        "patterns = [\"nae\"]\n" +
        key);
  };
  EXPECT_TRUE(cue_with("head_start = -1000\nwords = 1000").empty());
  for (const char* key :
       {"head_start = -1001", "head_start = 1001",
        "head_start = 9223372036854775807", "words = -1", "words = 1001"}) {
    const auto found = cue_with(key);
    ASSERT_EQ(found.size(), 1u) << key;
    EXPECT_EQ(found[0].code, "out-of-range");
    EXPECT_EQ(found[0].line, 28);
  }
}

TEST(StanceReader, MissingTablesAreNamed) {
  std::vector<Diagnostic> found;
  const auto engine = ContextEngine::Parse("my.toml", "language = \"en\"\n",
                                           PoleLexicon(), "en-GB", &found);
  ASSERT_FALSE(engine.ok());
  EXPECT_THAT(engine.status().message(), HasSubstr("my.toml:"));
  EXPECT_GE(found.size(), 5u);
}

TEST(StanceReader, UnknownLanguageIsAnError) {
  const auto engine = ContextEngine::BuiltIn("tlh", PoleLexicon(), "en-GB");
  ASSERT_FALSE(engine.ok());
  EXPECT_EQ(engine.status().code(), StatusCode::kInvalidArgument);
}

TEST(StanceReader, HashDependsOnTheContent) {
  const auto one =
      ContextEngine::Parse("a", kSmallest, PoleLexicon(), "en-GB", nullptr);
  const auto two = ContextEngine::Parse(
      "a", std::string(kSmallest) + "[classes]\nx = [\"y\"]\n", PoleLexicon(),
      "en-GB", nullptr);
  ASSERT_TRUE(one.ok() && two.ok());
  EXPECT_EQ(one.value().hash().size(), 16u);
  EXPECT_NE(one.value().hash(), two.value().hash());
}

TEST(StanceReader, EveryRuleOfTheBuiltInFileExplainsItself) {
  for (const RuleInfo& rule : EnglishEngine().rules()) {
    EXPECT_FALSE(rule.id.empty());
    EXPECT_GT(rule.explanation.size(), 10u) << rule.id;
  }
}

}  // namespace
}  // namespace framescope
