#include "report/evaluation_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framescope {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Evaluation Sample(const std::string& name) {
  Evaluation evaluation;
  evaluation.name = name;
  evaluation.sentences = 10;
  evaluation.poles = {{"crisis", {3, 1, 2}, {2, 1, 3}}};
  evaluation.headline = {"headline", {3, 1, 2}, {2, 1, 3}};
  evaluation.all = evaluation.headline;
  evaluation.stances[0][0] = 8;
  evaluation.stances[0][1] = 1;
  evaluation.stances[5][5] = 1;
  evaluation.alpha_coders = 3;
  evaluation.alpha = {0.875};
  evaluation.disagreements = {
      {"s7", "crisis", false, false, "burden\x1b", "burden*", "used", "", ""}};
  return evaluation;
}

TEST(EvaluationText, ShowsFiguresWithIntervals) {
  const std::string text =
      EvaluationText(std::vector{Sample("all")}, {}, false);
  EXPECT_THAT(text, HasSubstr("0.75 [0.30, 0.95]"));
  EXPECT_THAT(text,
              HasSubstr("both found the frame: 0.90 [0.60, 0.98], 9 of 10"));
  EXPECT_THAT(text, HasSubstr("recalled: 1.00 [0.21, 1.00], 1 of 1"));
  EXPECT_THAT(text, HasSubstr("used            1.00 [0.68, 1.00]  0.89"));
  EXPECT_THAT(text, HasSubstr("crisis 0.88"));
  EXPECT_THAT(text, Not(HasSubstr("differences")));
}

TEST(EvaluationText, ListsAblationsAndDifferences) {
  const std::string text =
      EvaluationText(std::vector{Sample("all"), Sample("no masks")}, {}, true);
  EXPECT_THAT(text, HasSubstr("no masks"));
  EXPECT_THAT(text, HasSubstr("0.67 / 0.40    0.75 / 0.60"));
  EXPECT_THAT(text, HasSubstr("entry burden*  used"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

TEST(EvaluationText, NothingToFindAndNothingFoundIsNoSuccess) {
  Evaluation evaluation = Sample("all");
  evaluation.poles = {{"crisis", {0, 0, 0}, {0, 0, 0}}};
  const std::string text = EvaluationText(std::vector{evaluation}, {}, false);
  const std::size_t row = text.find("\ncrisis ");
  ASSERT_NE(row, std::string::npos);
  EXPECT_THAT(text.substr(row + 1, text.find('\n', row + 1) - row - 1),
              Not(HasSubstr("1.00")));
  EXPECT_THAT(EvaluationJson(std::vector{evaluation}, {}),
              HasSubstr("\"missed\":0,\"precision\":1,\"recall\":1,"
                        "\"f1\":null"));
}

TEST(Evaluation, NamesTheFilesWithoutMarks) {
  const std::vector<std::string> unmarked = {"appeal\x1b.txt"};
  EXPECT_THAT(EvaluationText(std::vector{Sample("all")}, unmarked, false),
              HasSubstr("\n\nnote: appeal\\u{1b}.txt: holds no marks"));
  EXPECT_THAT(EvaluationJson(std::vector{Sample("all")}, unmarked),
              HasSubstr("\"notices\":[{\"code\":\"gold.unmarked\",\"message\":"
                        "\"appeal"));
  EXPECT_THAT(EvaluationJson(std::vector{Sample("all")}, {}),
              HasSubstr("\"notices\":[]}"));
}

TEST(EvaluationJson, HoldsEveryFigure) {
  const std::string json = EvaluationJson(std::vector{Sample("all")}, {});
  EXPECT_THAT(json, HasSubstr("\"schema\":\"framescope.evaluation/1\""));
  EXPECT_THAT(json, HasSubstr("\"precision\":0.75"));
  EXPECT_THAT(json, HasSubstr("\"alpha\":[0.875]"));
}

}  // namespace
}  // namespace framescope
