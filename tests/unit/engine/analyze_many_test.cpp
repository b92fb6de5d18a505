#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/batch.hpp"

namespace framescope {
namespace {

const Analyzer& BuiltIn() {
  static const Analyzer analyzer =
      Analyzer::Compile(Lexicon::BuiltIn().value()).value();
  return analyzer;
}

std::vector<std::string> ManyTexts() {
  const char* const kTexts[] = {"She is not a burden.", "We all belong here.",
                                "A service in crisis.", "", "bad \xFF byte"};
  std::vector<std::string> texts;
  for (int i = 0; i < 500; ++i) {
    texts.push_back(std::to_string(i) + " " + kTexts[i % 5]);
  }
  return texts;
}

// One line for each result, by which runs are compared.
std::string Told(std::size_t index, const Result<Analysis>& result) {
  std::string told = std::to_string(index) + ":";
  if (!result.ok()) return told + result.status().message();
  told += result.value().document.text;
  for (const Match& match : result.value().matches) {
    told += " " + std::to_string(match.entry) + "@" +
            std::to_string(match.span.begin) + "/" +
            std::string(ToString(match.stance));
  }
  return told;
}

std::vector<std::string> RunOver(const std::vector<std::string>& texts,
                                 std::uint32_t jobs) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  std::vector<std::string> told;
  const Status status = AnalyzeMany(
      BuiltIn(), views, jobs, [&](std::size_t index, Result<Analysis>& result) {
        told.push_back(Told(index, result));
        return true;
      });
  EXPECT_TRUE(status.ok()) << status.message();
  return told;
}

TEST(AnalyzeMany, GivesForEachTextWhatAnalyzeGives) {
  const std::vector<std::string> texts = ManyTexts();
  const std::vector<std::string> told = RunOver(texts, 1);
  ASSERT_EQ(told.size(), texts.size());
  Scratch scratch;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(told[i], Told(i, BuiltIn().Analyze(texts[i], scratch)));
  }
}

TEST(AnalyzeMany, DoesNotDependOnTheNumberOfJobs) {
  const std::vector<std::string> texts = ManyTexts();
  const std::vector<std::string> one = RunOver(texts, 1);
  for (const std::uint32_t jobs : {0u, 2u, 3u, 7u}) {
    EXPECT_EQ(RunOver(texts, jobs), one) << jobs << " jobs";
  }
}

TEST(AnalyzeMany, AFailureStaysInItsPlace) {
  const std::vector<std::string> told =
      RunOver({"A day.", "bad \xFF byte", "A week."}, 2);
  ASSERT_EQ(told.size(), 3u);
  EXPECT_EQ(told[0], "0:A day.");
  EXPECT_THAT(told[1], ::testing::HasSubstr("bad byte at offset 4"));
  EXPECT_EQ(told[2], "2:A week.");
}

TEST(AnalyzeMany, NoTextsAreNoResults) {
  EXPECT_TRUE(RunOver({}, 0).empty());
  EXPECT_TRUE(RunOver({}, 1).empty());
}

TEST(AnalyzeMany, StopsWhenAsked) {
  const std::vector<std::string> texts = ManyTexts();
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  for (const std::uint32_t jobs : {1u, 3u}) {
    int results = 0;
    const Status status = AnalyzeMany(
        BuiltIn(), views, jobs,
        [&](std::size_t, Result<Analysis>&) { return ++results < 70; });
    EXPECT_EQ(status.code(), StatusCode::kCallback);
    EXPECT_EQ(results, 70);
  }
}

// A sink of a program that does throw must not leave threads behind.
TEST(AnalyzeMany, AnExceptionOfTheSinkPassesThrough) {
  const std::vector<std::string> texts = ManyTexts();
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const AnalysisSink sink = [](std::size_t, Result<Analysis>&) -> bool {
    throw std::runtime_error("no more");
  };
  for (const std::uint32_t jobs : {1u, 3u}) {
    EXPECT_THROW(static_cast<void>(AnalyzeMany(BuiltIn(), views, jobs, sink)),
                 std::runtime_error);
  }
}

}  // namespace
}  // namespace framescope
