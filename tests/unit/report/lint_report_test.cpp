#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/finding.hpp"
#include "unit/report/reporting.hpp"

namespace framescope {
namespace {

using sample::MakeLexicon;
using sample::MakeMatch;
using sample::MakeRich;
using sample::Report;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

ReportOptions Lint() {
  ReportOptions options;
  options.format = ReportFormat::kLint;
  return options;
}

// The sample with the lines that its text has.
Analysis MakeLined(const Lexicon& lexicon) {
  Analysis analysis = MakeRich(lexicon);
  analysis.document.line_starts = {0, 54};
  return analysis;
}

TEST(LintReport, NamesOnlyWhatTheAuthorSaysOfNegativePoles) {
  const std::string lint = Report(Lint(), {MakeLined(MakeLexicon())});
  EXPECT_EQ(lint,
            "reports/one.txt:2:14: warning: \xE2\x80\x9C"
            "burden\xE2\x80\x9D is often heard as Burden and cost; instead: "
            "person who is supported, say what is needed [lack.burden]\n"
            "1 warning, 0 notes in 1 document\n");
}

TEST(LintReport, TermsOfLawAreNotesAndSoftlyPut) {
  const std::string text = "It is ruin.";
  const Analysis analysis = sample::MakeAnalysis(
      MakeLexicon(), text, {MakeMatch(text, "ruin", 2)}, 3);
  const std::string lint = Report(Lint(), {analysis});
  EXPECT_THAT(lint, HasSubstr("note: \xE2\x80\x9Cruin\xE2\x80\x9D is a term of "
                              "law: it may have to stand [storm.ruin]\n"));
  EXPECT_THAT(lint, EndsWith("0 warnings, 1 note in 1 document\n"));
}

TEST(LintReport, ColumnsCountCodePoints) {
  const std::string text = "\xC3\x89t\xC3\xA9: burden.";
  Analysis analysis = sample::MakeAnalysis(MakeLexicon(), text,
                                           {MakeMatch(text, "burden", 0)}, 2);
  analysis.document.line_starts = {0};
  EXPECT_EQ(ColumnOf(analysis, analysis.matches[0]), 6u);
}

TEST(LintReport, MarkedUpFilesHaveNoColumns) {
  Analysis analysis = MakeLined(MakeLexicon());
  analysis.document.path = "one.html";
  EXPECT_EQ(ColumnOf(analysis, analysis.matches[3]), 0u);
  EXPECT_THAT(Report(Lint(), {analysis}), HasSubstr("one.html:2: warning: "));
}

TEST(LintReport, PagesStandInForLines) {
  Analysis analysis = MakeLined(MakeLexicon());
  analysis.document.path = "one.pdf";
  for (Match& match : analysis.matches) {
    match.line = 0;
    match.page = 3;
  }
  EXPECT_THAT(Report(Lint(), {analysis}),
              HasSubstr("one.pdf: page 3: warning: "));
}

TEST(LintReport, QuietHoldsNoWordsOfTheDocument) {
  ReportOptions options = Lint();
  options.quiet = true;
  const std::string lint = Report(options, {MakeLined(MakeLexicon())});
  EXPECT_THAT(lint, Not(HasSubstr("\xE2\x80\x9C")));
  EXPECT_THAT(lint, HasSubstr("warning: a mark is often heard as"));
}

TEST(LintReport, FailuresAreCounted) {
  const std::string lint =
      Report(Lint(), {},
             {{"a.csv", "a.csv", Status(StatusCode::kParse, "is broken")}});
  EXPECT_EQ(lint, "0 warnings, 0 notes in 0 documents, 1 failed\n");
}

}  // namespace
}  // namespace framescope
