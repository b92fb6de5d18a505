#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "framescope/evaluation.hpp"

namespace framescope {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Result<std::vector<GoldCase>> ReadText(const std::string& ending,
                                       const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("gold-" + std::to_string(::getpid()) + ending);
  std::ofstream(path, std::ios::binary) << text;
  auto cases = ReadGold(path.string(), nullptr);
  std::filesystem::remove(path);
  return cases;
}

TEST(GoldReader, FocusIsTheSentenceBetweenItsNeighbours) {
  const auto cases = ReadText(
      ".jsonl", R"({"id":"1","source":"s","stratum":"random","prev":"Before.",)"
                R"("text":"A café burden.","next":"After.","evoked":["K"],)"
                R"("endorsed":[],"coders":[[{"pole":"K","stance":"NEG",)"
                R"("words":"burden"}],[]]})"
                "\n");
  ASSERT_TRUE(cases.ok()) << cases.status().message();
  const GoldCase& gold = cases.value().at(0);
  EXPECT_EQ(gold.text, "Before. A café burden. After.");
  EXPECT_EQ(
      gold.text.substr(gold.focus.begin, gold.focus.end - gold.focus.begin),
      "A café burden.");
  EXPECT_THAT(gold.evoked, ElementsAre("K"));
  ASSERT_EQ(gold.coders.size(), 2u);
  EXPECT_EQ(gold.coders[0][0].stance, Stance::kNegated);
  EXPECT_EQ(gold.text.substr(gold.coders[0][0].span.begin, 6), "burden");
}

TEST(GoldReader, SaysWhichLineIsNoGold) {
  const auto cases = ReadText(".jsonl", "{\"text\":\"fine\"}\n{\"id\":1}\n");
  ASSERT_FALSE(cases.ok());
  EXPECT_EQ(cases.status().where().line, 2);
  EXPECT_THAT(cases.status().message(), HasSubstr("\"text\""));
}

TEST(GoldReader, AnUnknownStanceIsNotTakenForUsed) {
  const auto cases = ReadText(
      ".jsonl",
      R"({"text":"A burden.","coders":[[{"pole":"K","stance":"negated"}]]})"
      "\n"
      R"({"text":"A burden.","coders":[[{"pole":"K","stance":"NEGATED"}]]})"
      "\n");
  ASSERT_FALSE(cases.ok());
  EXPECT_EQ(cases.status().where().line, 2);
  EXPECT_THAT(cases.status().message(), HasSubstr("stance \"NEGATED\""));
}

TEST(GoldReader, MarkedTextGivesPolesByStance) {
  const auto cases = ReadText(
      ".txt", "Not a [storm]{crisis negated} but [hope]{springboard used}.\n");
  ASSERT_TRUE(cases.ok());
  EXPECT_THAT(cases.value()[0].evoked, ElementsAre("crisis", "springboard"));
  EXPECT_THAT(cases.value()[0].endorsed, ElementsAre("springboard"));
}

}  // namespace
}  // namespace framescope
