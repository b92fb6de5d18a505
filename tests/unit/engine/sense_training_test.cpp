#include <gtest/gtest.h>

#include <fstream>

#include "framescope/evaluation.hpp"

namespace framescope {
namespace {

constexpr char kToml[] =
    "name = \"small\"\nversion = \"1\"\n"
    "[[axis]]\nname = \"x\"\nnegative = \"low\"\npositive = \"high\"\n"
    "headline = true\n"
    "[[category]]\nname = \"low.weight\"\npole = \"low\"\ncode = \"L1\"\n"
    "[[category]]\nname = \"high.hope\"\npole = \"high\"\ncode = \"H1\"\n";
constexpr char kEntries[] =
    "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
    "sources\tdate\tnote\n"
    "burden\tlow.weight\t2\n";

Lexicon Small() {
  auto lexicon = Lexicon::Parse("small", kToml, kEntries, "");
  EXPECT_TRUE(lexicon.ok()) << lexicon.status().message();
  return std::move(lexicon).value();
}

GoldCase Case(const std::string& text, const std::string& source,
              bool is_frame) {
  GoldCase gold;
  gold.id = text;
  gold.text = text;
  gold.source = source;
  gold.focus = {0, static_cast<std::uint32_t>(text.size())};
  if (is_frame) gold.evoked = {"low"};
  return gold;
}

// Twenty sources: "burden of proof" is another sense, "a burden on" the frame.
std::vector<GoldCase> Cases() {
  std::vector<GoldCase> cases;
  for (int i = 0; i < 20; ++i) {
    const std::string source = "text-" + std::to_string(i);
    cases.push_back(Case("The burden of proof lies with them.", source, false));
    cases.push_back(Case("She is a burden on the state.", source, true));
    cases.push_back(Case("They are a burden on us all.", source, true));
  }
  cases.push_back(Case("They weigh us down.", "text-0", true));
  return cases;
}

SenseTraining Train(const std::vector<GoldCase>& cases) {
  const auto analyzer = Analyzer::Compile(Small());
  EXPECT_TRUE(analyzer.ok());
  auto training = TrainSense(analyzer.value(), cases, "2026-01-01");
  EXPECT_TRUE(training.ok()) << training.status().message();
  return std::move(training).value();
}

TEST(TrainSense, LearnsFromNeighboursWhatTheRulesCannotTell) {
  const SenseTraining training = Train(Cases());
  EXPECT_EQ(training.marks, 60u);
  EXPECT_EQ(training.other_senses, 20u);
  EXPECT_EQ(training.all.sources, 20u);
  EXPECT_EQ(training.all.rules.right, 40u);
  EXPECT_EQ(training.all.rules.false_marks, 20u);
  EXPECT_EQ(training.all.rules.misses, 1u);
  EXPECT_EQ(training.all.model.right, 40u);
  EXPECT_EQ(training.all.model.false_marks, 0u);
  EXPECT_EQ(training.all.model.misses, 1u);
  EXPECT_EQ(training.headline.model.right, training.all.model.right);
}

TEST(TrainSense, ItsTableDoesWhatTheTrialSays) {
  const SenseTraining training = Train(Cases());
  const std::string path = testing::TempDir() + "/trained.tsv";
  std::ofstream(path, std::ios::binary) << training.table;
  AnalyzerOptions options;
  options.sense_model = path;
  const auto analyzer = Analyzer::Compile(Small(), options);
  ASSERT_TRUE(analyzer.ok()) << analyzer.status().message();
  const auto evaluation = Evaluate(analyzer.value(), Cases(), "with model");
  ASSERT_TRUE(evaluation.ok());
  EXPECT_EQ(evaluation.value().all.evoked.false_marks, 0u);
  EXPECT_EQ(evaluation.value().all.evoked.right, 40u);
}

TEST(TrainSense, WritesTheSameTableAgain) {
  EXPECT_EQ(Train(Cases()).table, Train(Cases()).table);
}

TEST(TrainSense, SaysInTheTableWhatItWasMadeFrom) {
  const std::string table = Train(Cases()).table;
  EXPECT_EQ(table.rfind("# framescope sense model, 2026-01-01\n", 0), 0u);
  EXPECT_NE(table.find("60 marks from 20 sources, 20 of another sense"),
            std::string::npos);
  EXPECT_NE(table.find("rules alone 0.67 / 0.98 / 0.792"), std::string::npos)
      << table;
}

// A model that has seen a source says nothing about that source: where the
// texts share nothing, nothing can be learnt and nothing is dropped wrongly.
TEST(TrainSense, HoldsWholeSourcesOut) {
  std::vector<GoldCase> cases;
  for (int i = 0; i < 20; ++i) {
    const std::string word(1, static_cast<char>('a' + i));
    for (int copy = 0; copy < 4; ++copy) {
      cases.push_back(Case(word + word + " burden " + word + word + ".",
                           "text-" + word + "#" + std::to_string(copy),
                           i % 2 == 0));
    }
  }
  const SenseTraining training = Train(cases);
  EXPECT_EQ(training.all.sources, 20u) << "what follows # is a draw";
  EXPECT_LE(training.all.model.f1(), training.all.rules.f1());
}

TEST(TrainSense, RefusesToLearnFromTooLittle) {
  const auto analyzer = Analyzer::Compile(Small());
  ASSERT_TRUE(analyzer.ok());
  const auto training = TrainSense(
      analyzer.value(), {Case("A burden on us.", "text", true)}, "2026-01-01");
  ASSERT_FALSE(training.ok());
  EXPECT_EQ(training.status().code(), StatusCode::kInvalidArgument);
  EXPECT_NE(training.status().message().find("1 marks"), std::string::npos);
}

}  // namespace
}  // namespace framescope
