#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/reporting.hpp"

namespace framescope {
namespace {

using sample::MakeLexicon;
using sample::MakeRich;
using sample::Report;
using testing::HasSubstr;
using testing::Not;

ReportOptions Sarif() {
  ReportOptions options;
  options.format = ReportFormat::kSarif;
  return options;
}

TEST(SarifReport, FindingHasRuleLevelAndRegion) {
  Analysis analysis = MakeRich(MakeLexicon());
  analysis.document.line_starts = {0, 54};
  const std::string sarif = Report(Sarif(), {analysis});
  EXPECT_THAT(sarif, HasSubstr(R"("version":"2.1.0")"));
  EXPECT_THAT(sarif, HasSubstr(R"("ruleId":"lack.burden","ruleIndex":0,)"
                               R"("level":"warning")"));
  EXPECT_THAT(sarif, HasSubstr(R"("region":{"startLine":2,"startColumn":14,)"
                               R"("endColumn":20})"));
  EXPECT_THAT(sarif, HasSubstr(R"("executionSuccessful":true)"));
}

TEST(SarifReport, PathsAreUris) {
  Analysis analysis = MakeRich(MakeLexicon());
  analysis.document.path = "a b/\xC3\xA9%.txt";
  EXPECT_THAT(Report(Sarif(), {analysis}),
              HasSubstr(R"("uri":"a%20b/%C3%A9%25.txt")"));
  analysis.document.path = "/tmp/x.txt";
  EXPECT_THAT(Report(Sarif(), {analysis}),
              HasSubstr(R"("uri":"file:///tmp/x.txt")"));
}

TEST(SarifReport, FailuresAreNotifications) {
  const std::string sarif =
      Report(Sarif(), {}, {{"x", "x.txt", Status(StatusCode::kIo, "is gone")}});
  EXPECT_THAT(sarif, HasSubstr(R"("executionSuccessful":false)"));
  EXPECT_THAT(sarif, HasSubstr(R"("text":"is gone")"));
}

TEST(SarifReport, QuietHoldsNoWordsOfTheDocument) {
  ReportOptions options = Sarif();
  options.quiet = true;
  EXPECT_THAT(Report(options, {MakeRich(MakeLexicon())}),
              Not(HasSubstr("\xE2\x80\x9C")));
}

}  // namespace
}  // namespace framescope
