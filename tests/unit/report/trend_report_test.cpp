#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "report/corpus_report.hpp"
#include "unit/report/reporting.hpp"

namespace framescope {
namespace {

using testing::HasSubstr;

// Five years in which burdens give way to skills, and one document undated.
std::string Told(ReportFormat format) {
  const Lexicon lexicon = sample::MakeLexicon();
  Timeline timeline(lexicon.axes().size(), "", Period::kYear);
  for (int year = 0; year < 6; ++year) {
    std::string text;
    std::vector<Match> matches;
    for (int i = 0; i < 10; ++i) {
      const bool skill = i < 2 * year;
      const std::size_t at = text.size();
      text += skill ? "skill " : "burden ";
      matches.push_back(sample::MakeMatch(text, skill ? "skill" : "burden",
                                          skill ? 1 : 0, Stance::kUsed, at));
    }
    Analysis analysis = sample::MakeAnalysis(lexicon, text, matches, 1000);
    if (year < 5) {
      analysis.document.metadata = {{"date", std::to_string(2015 + year)}};
    }
    timeline.Add(analysis);
  }
  ReportOptions options;
  options.format = format;
  const auto report = TrendReport(sample::MakeContext(), options, timeline);
  EXPECT_TRUE(report.ok());
  return report.ok() ? report.value() : "";
}

TEST(TrendReport, TextHasALineForEachPeriodAndTheTrend) {
  const std::string text = Told(ReportFormat::kText);
  EXPECT_THAT(text, HasSubstr("\n2015                  1      1,000  "
                              "\xE2\x88\x92"
                              "1.00 ["));
  EXPECT_THAT(text, HasSubstr("\nevoked: +0.400 a year"));
  EXPECT_THAT(text, HasSubstr("tau +1.00, p = 0.017, 5 periods\n"));
  EXPECT_THAT(text, HasSubstr("too few periods to tell"));
  EXPECT_THAT(text, HasSubstr("\n1 document without a date\n"));
}

TEST(TrendReport, CsvHasARowForEachPeriodAxisAndReading) {
  const std::string csv = Told(ReportFormat::kCsv);
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 5 * 2 * 2);
  EXPECT_THAT(csv, HasSubstr("\r\n2015,1,1000,lack-gift,evoked,10,0,10,0,-1,"));
}

TEST(TrendReport, JsonHoldsPeriodsAndTrends) {
  const std::string json = Told(ReportFormat::kJson);
  EXPECT_THAT(json, HasSubstr(R"("by":"year","undated":1)"));
  EXPECT_THAT(json, HasSubstr(R"("trends":[{"axis":"lack-gift","evoked":)"
                              R"({"periods":5,"slope_per_year":0.4)"));
}

}  // namespace
}  // namespace framescope
