#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/report/reporting.hpp"

namespace framescope {
namespace {

using sample::MakeLexicon;
using sample::MakeRich;
using sample::Report;
using testing::HasSubstr;
using testing::Not;

ReportOptions Csv() {
  ReportOptions options;
  options.format = ReportFormat::kCsv;
  return options;
}

TEST(CsvReport, HasARowForEachMatch) {
  const std::string csv = Report(Csv(), {MakeRich(MakeLexicon())});
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 6);
  EXPECT_THAT(csv, HasSubstr("\r\nreports/one.txt,0,13,19,1,,burden,lack-gift,"
                             "lack,lack.burden,3,negated,false,true,false,not,"
                             "negation.not,,burden*,CARE\r\n"));
}

TEST(CsvReport, FormulasInTextAreDefusedUnlessAskedFor) {
  const std::string text = "=burden";
  const Analysis analysis = sample::MakeAnalysis(
      MakeLexicon(), text, {sample::MakeMatch(text, text, 0)}, 1);
  EXPECT_THAT(Report(Csv(), {analysis}), HasSubstr(",\"'=burden\","));
  ReportOptions raw = Csv();
  raw.csv_raw = true;
  EXPECT_THAT(Report(raw, {analysis}), HasSubstr(",=burden,"));
}

TEST(CsvReport, QuietLeavesWordsOut) {
  ReportOptions quiet = Csv();
  quiet.quiet = true;
  const std::string csv = Report(quiet, {MakeRich(MakeLexicon())});
  EXPECT_THAT(csv, Not(HasSubstr(",burden,")));
  EXPECT_THAT(csv, HasSubstr("13,19,1,,,lack-gift"));
}

}  // namespace
}  // namespace framescope
