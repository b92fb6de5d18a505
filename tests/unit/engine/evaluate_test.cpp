#include <gtest/gtest.h>

#include "framescope/evaluation.hpp"

namespace framescope {
namespace {

constexpr char kToml[] =
    "name = \"tiny\"\nversion = \"1\"\n"
    "[[axis]]\nname = \"x\"\nnegative = \"crisis\"\npositive = \"hope\"\n"
    "headline = true\n"
    "[[category]]\nname = \"crisis.all\"\npole = \"crisis\"\ncode = \"K1\"\n"
    "[[category]]\nname = \"hope.all\"\npole = \"hope\"\ncode = \"B1\"\n";
constexpr char kEntries[] =
    "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
    "sources\tdate\tnote\n"
    "storm\tcrisis.all\t3\nharbour\thope.all\t3\n";

Analyzer Tiny() {
  return Analyzer::Compile(Lexicon::Parse("tiny", kToml, kEntries, "").value())
      .value();
}

GoldCase Case(const std::string& before, const std::string& text,
              std::vector<std::string> evoked,
              std::vector<std::string> endorsed) {
  GoldCase gold;
  gold.id = text;
  gold.text = before + " " + text;
  gold.focus = {static_cast<std::uint32_t>(before.size() + 1),
                static_cast<std::uint32_t>(gold.text.size())};
  gold.evoked = std::move(evoked);
  gold.endorsed = std::move(endorsed);
  return gold;
}

TEST(Evaluate, CountsPolesOfTheFocusOnly) {
  const auto result =
      Evaluate(Tiny(),
               {Case("A storm.", "A harbour.", {"B"}, {"hope"}),
                Case("", "A storm.", {}, {}), Case("", "Wind.", {"K"}, {"K"})},
               "all");
  ASSERT_TRUE(result.ok());
  const Evaluation& all = result.value();
  EXPECT_EQ(all.sentences, 3u);
  EXPECT_EQ(all.poles[0].name, "crisis");
  EXPECT_EQ(all.poles[0].evoked.false_marks, 1u);
  EXPECT_EQ(all.poles[0].evoked.misses, 1u);
  EXPECT_EQ(all.poles[1].endorsed.right, 1u);
  EXPECT_EQ(all.headline.evoked.right, 1u);
  EXPECT_EQ(all.disagreements.size(), 2u);
}

TEST(Evaluate, ANegatedFrameIsEvokedAndNotEndorsed) {
  GoldCase gold = Case("", "It is not a storm.", {"K"}, {});
  gold.coders = {{{{12, 17}, "K", Stance::kNegated, "storm"}},
                 {{{12, 17}, "K", Stance::kNegated, "storm"}},
                 {}};
  const auto result = Evaluate(Tiny(), {gold}, "all");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value().poles[0].evoked.right, 1u);
  EXPECT_EQ(result.value().poles[0].endorsed.false_marks, 0u);
  EXPECT_EQ(result.value().stances[1][1], 1u);
  EXPECT_EQ(result.value().endorsed_agreed().value(), 1);
  EXPECT_EQ(result.value().set_aside_found().part, 1u);
  EXPECT_EQ(result.value().stance_alpha, 1);
  EXPECT_EQ(result.value().alpha_coders, 3u);
}

}  // namespace
}  // namespace framescope
