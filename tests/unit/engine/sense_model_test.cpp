#include "engine/sense_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>

#include "framescope/explanation.hpp"

namespace framescope {
namespace {

constexpr char kToml[] =
    "name = \"small\"\nversion = \"1\"\n"
    "[[axis]]\nname = \"x\"\nnegative = \"low\"\npositive = \"high\"\n"
    "headline = true\n"
    "[[category]]\nname = \"low.weight\"\npole = \"low\"\ncode = \"L1\"\n"
    "[[category]]\nname = \"high.hope\"\npole = \"high\"\ncode = \"H1\"\n"
    "[classes]\nperson = [\"people\", \"carer*\"]\n";
constexpr char kEntries[] =
    "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
    "sources\tdate\tnote\n"
    "burden\tlow.weight\t2\nspringboard\thigh.hope\t3\n";

Lexicon Small() {
  std::vector<Diagnostic> diagnostics;
  auto lexicon = Lexicon::Parse("small", kToml, kEntries, "", &diagnostics);
  EXPECT_TRUE(lexicon.ok()) << lexicon.status().message();
  return std::move(lexicon).value();
}

std::string TemporaryFile(const std::string& name, const std::string& text) {
  const std::string path = testing::TempDir() + "/" + name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

Explanation Explain(const std::string& text, const std::string& model = "") {
  AnalyzerOptions options;
  options.sense_model = model;
  const auto analyzer = Analyzer::Compile(Small(), options);
  EXPECT_TRUE(analyzer.ok()) << analyzer.status().message();
  Scratch scratch;
  auto explanation = analyzer.value().Explain(PlainText(text), scratch);
  EXPECT_TRUE(explanation.ok());
  return std::move(explanation).value();
}

bool Has(const std::vector<std::string>& features, const std::string& name) {
  return std::find(features.begin(), features.end(), name) != features.end();
}

TEST(SenseFeatures, SayWhatStandsRoundTheMark) {
  const auto features = Explain("The heavy Burden of proof lies with Carers.")
                            .occurrences.at(0)
                            .features;
  for (const char* name :
       {"entry=burden", "category=low.weight", "pole=low", "weight=2",
        "stance=used", "before=heavy", "after=of", "near=the", "near=lies",
        "class=person", "capital"}) {
    EXPECT_TRUE(Has(features, name)) << name;
  }
  EXPECT_FALSE(Has(features, "near=with"));
  EXPECT_FALSE(Has(features, "quoted"));
  EXPECT_TRUE(std::is_sorted(features.begin(), features.end()));
}

TEST(SenseFeatures, StayInTheSentence) {
  const auto features =
      Explain("People came. Burden it was.").occurrences.at(0).features;
  EXPECT_FALSE(Has(features, "before=came"));
  EXPECT_FALSE(Has(features, "class=person"));
  EXPECT_FALSE(Has(features, "capital")) << "at the start of a sentence";
}

// Or explaining a long sentence of marks would take for ever.
TEST(SenseFeatures, LookForClassesSoManyWordsAway) {
  const auto has_person = [](const std::string& text) {
    return Has(Explain(text).occurrences.at(0).features, "class=person");
  };
  std::string between;
  for (int i = 0; i < 249; ++i) between += "so ";
  EXPECT_TRUE(has_person("people " + between + "burden"));
  EXPECT_TRUE(has_person("burden " + between + "people"));
  EXPECT_FALSE(has_person("people so " + between + "burden"));
  EXPECT_FALSE(has_person("burden so " + between + "people"));
}

TEST(SenseModel, LeavesOutWhatItTakesForAnotherSense) {
  const std::string path = TemporaryFile(
      "sense.tsv",
      "# a remark\n(threshold)\t0.5\n(intercept)\t1\nafter=of\t-3\n");
  const Explanation of = Explain("A burden of proof.", path);
  EXPECT_TRUE(of.analysis.matches.empty());
  const Occurrence& occurrence = of.occurrences.at(0);
  EXPECT_EQ(occurrence.hidden, HiddenBy::kSense);
  EXPECT_NEAR(occurrence.sense.sum, -2, 1e-12);
  EXPECT_NEAR(occurrence.sense.probability, 1 / (1 + std::exp(2.0)), 1e-12);
  ASSERT_EQ(occurrence.sense.weights.size(), 1u);
  EXPECT_EQ(occurrence.sense.weights[0].first, "after=of");
  EXPECT_EQ(Explain("A burden on us.", path).analysis.matches.size(), 1u);
}

TEST(SenseModel, IsPartOfTheStamp) {
  const std::string path =
      TemporaryFile("stamped.tsv", "(threshold)\t0.5\n(intercept)\t1\n");
  AnalyzerOptions options;
  const auto without = Analyzer::Compile(Small(), options);
  options.sense_model = path;
  const auto with = Analyzer::Compile(Small(), options);
  ASSERT_TRUE(without.ok() && with.ok());
  EXPECT_NE(without.value().stamp(), with.value().stamp());
}

TEST(SenseModel, ReadsTheTableThatItWrites) {
  const SenseModel model(0.25, 0.4, {{"after=of", -1.5}, {"near=x", 0.00001}});
  const std::string table = model.ToTable({"made today"});
  EXPECT_EQ(table,
            "# made today\n(threshold)\t0.4000\n(intercept)\t0.2500\n"
            "after=of\t-1.5000\n");
  const auto read = SenseModel::Parse("t.tsv", table);
  ASSERT_TRUE(read.ok()) << read.status().message();
  EXPECT_EQ(read.value().ToTable({"made today"}), table);
  EXPECT_DOUBLE_EQ(read.value().threshold(), 0.4);
}

TEST(SenseModel, ShowsTheHeaviestFeaturesFirst) {
  const SenseModel model(0, 0.5, {{"a", 1}, {"b", -2}, {"c", 1}});
  const std::vector<std::string> features = {"a", "b", "c", "unknown"};
  const SenseJudgement judgement = model.Judge(features);
  ASSERT_EQ(judgement.weights.size(), 3u);
  EXPECT_EQ(judgement.weights[0].first, "b");
  EXPECT_EQ(judgement.weights[1].first, "a");
  EXPECT_DOUBLE_EQ(judgement.probability, 0.5);
}

void ExpectFault(const std::string& table, const std::string& words) {
  const auto read = SenseModel::Parse("t.tsv", table);
  ASSERT_FALSE(read.ok()) << table;
  EXPECT_NE(read.status().message().find(words), std::string::npos)
      << read.status().message();
}

TEST(SenseModel, SaysWhatIsWrongWithATable) {
  ExpectFault("", "(intercept) and (threshold) are missing");
  ExpectFault("(threshold)\t0.5\n", "(intercept)");
  ExpectFault("(threshold)\t0.5\n(intercept) 1\n", "t.tsv:2:");
  ExpectFault("a\tnan\n", "t.tsv:1:");
  ExpectFault("a\t1x\n", "t.tsv:1:");
  ExpectFault("\t1\n", "t.tsv:1:");
  ExpectFault("a\t1\na\t2\n", "stands here twice");
  ExpectFault("(threshold)\t1.5\n(intercept)\t1\n", "between 0 and 1");
}

TEST(SenseModel, AMissingFileIsNamed) {
  AnalyzerOptions options;
  options.sense_model = "/nowhere/sense.tsv";
  const auto analyzer = Analyzer::Compile(Small(), options);
  ASSERT_FALSE(analyzer.ok());
  EXPECT_EQ(analyzer.status().code(), StatusCode::kIo);
  EXPECT_NE(analyzer.status().message().find("/nowhere/sense.tsv"),
            std::string::npos);
}

TEST(SenseModel, FeaturesHaveAnEnd) {
  std::string table = "(threshold)\t0.5\n(intercept)\t0\n";
  for (int i = 2; i < 1'000'000; ++i) table += std::to_string(i) + "\t1\n";
  EXPECT_TRUE(SenseModel::Parse("t.tsv", table).ok());
  const auto read = SenseModel::Parse("t.tsv", table + "one more\t1\n");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.status().message(),
            "t.tsv:1000001: more than 1,000,000 features");
}

}  // namespace
}  // namespace framescope
