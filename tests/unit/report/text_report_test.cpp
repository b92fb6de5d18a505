#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "base/utf8.hpp"
#include "unit/report/reporting.hpp"

namespace framescope {
namespace {

using sample::MakeLexicon;
using sample::MakeRich;
using sample::Report;
using testing::HasSubstr;
using testing::Not;

std::string TextOf(std::uint32_t width = 80, bool quiet = false) {
  ReportOptions options;
  options.width = width;
  options.quiet = quiet;
  return Report(options, {MakeRich(MakeLexicon())});
}

TEST(TextReport, OpensWithTitleAndSize) {
  EXPECT_THAT(TextOf(), testing::StartsWith(
                            "One\nreports/one.txt: 19 words, 1 sentence\n"));
}

TEST(TextReport, ShowsBothReadingsOfEachAxis) {
  const std::string text = TextOf();
  EXPECT_THAT(text, HasSubstr("Lack or gift"));
  EXPECT_THAT(text, HasSubstr("  evoked      2 (105.3) "));
  EXPECT_THAT(text, HasSubstr("  endorsed     1 (52.6) "));
  EXPECT_THAT(text, HasSubstr("too little text to tell"));
}

TEST(TextReport, ShowsEachMarkInItsContextWithItsReason) {
  const std::string text = TextOf();
  EXPECT_THAT(text, HasSubstr("line 1    She is not a [burden]. Some see"));
  EXPECT_THAT(text, HasSubstr("          lack: Burden and cost\n"));
  EXPECT_THAT(text, HasSubstr("denied (“not”); a denial turns it round "
                              "(negation.not)"));
  EXPECT_THAT(text, HasSubstr("held by “Some”"));
}

TEST(TextReport, GivesAdviceOnlyForWhatTheAuthorSays) {
  const std::string text = TextOf();
  const std::size_t denied = text.find("[burden]. Some");
  const std::size_t said = text.find("a [burden] and");
  const std::size_t advice = text.find("often heard as: Burden and cost");
  ASSERT_NE(advice, std::string::npos);
  EXPECT_LT(denied, said);
  EXPECT_LT(said, advice);
  EXPECT_EQ(text.find("often heard as", advice + 1), std::string::npos);
  EXPECT_THAT(
      text, HasSubstr("instead: person who is supported; say what is needed"));
  EXPECT_THAT(text, HasSubstr("source: A. Writer 2020"));
}

TEST(TextReport, TermsOfLawAreShownSoftly) {
  const std::string text = TextOf();
  EXPECT_THAT(text, HasSubstr("a term of law: it may have to stand"));
  EXPECT_THAT(text, HasSubstr("note: a term of the Ruins Act"));
}

TEST(TextReport, ListsReframingsMeasuresAndNotices) {
  const std::string text = TextOf();
  EXPECT_THAT(text,
              HasSubstr("Reframings (1)\nline 1    from “ruin” to “skill”"));
  EXPECT_THAT(text, HasSubstr("Notes on reading (1)\n  line 2: 1 byte"));
}

TEST(TextReport, TellsTheShareOfBuzzwordsOnlyFromThreeMatchesOn) {
  EXPECT_THAT(TextOf(), Not(HasSubstr("Words in fashion")));
  const std::string text = "skill plan plans";
  const Analysis analysis = sample::MakeAnalysis(
      MakeLexicon(), text,
      {sample::MakeMatch(text, "skill", 1), sample::MakeMatch(text, "plan", 3),
       sample::MakeMatch(text, "plans", 3)},
      3);
  EXPECT_THAT(Report({}, {analysis}), HasSubstr("Words in fashion: 33 %"));
}

TEST(TextReport, NamesProblemsWithoutAWayForward) {
  const std::string text = "All is ruin.";
  const Analysis analysis = sample::MakeAnalysis(
      MakeLexicon(), text, {sample::MakeMatch(text, "ruin", 2)}, 3);
  const std::string report = Report({}, {analysis});
  EXPECT_THAT(report, HasSubstr("Problem without a way forward (1)"));
  EXPECT_THAT(report,
              HasSubstr("“ruin” and nothing of harbour in its section"));
  EXPECT_THAT(report,
              HasSubstr("Nowhere in this text: Skills and talents; A plan."));
}

TEST(TextReport, KeepsToItsWidth) {
  for (const std::uint32_t width : {48u, 60u, 80u, 120u}) {
    std::istringstream lines(TextOf(width));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(ColumnsOf(line), width) << line;
    }
  }
}

TEST(TextReport, QuietShowsNumbersAndNoneOfTheWords) {
  const std::string text = TextOf(80, true);
  EXPECT_THAT(text, Not(HasSubstr("burden")));
  EXPECT_THAT(text, Not(HasSubstr("Some see")));
  EXPECT_THAT(text, Not(HasSubstr("One\n")));
  EXPECT_THAT(text, HasSubstr("2 (105.3)"));
}

TEST(TextReport, ColoursOnlyOnRequest) {
  EXPECT_THAT(TextOf(), Not(HasSubstr("\x1B")));
  ReportOptions options;
  options.colour = true;
  EXPECT_THAT(Report(options, {MakeRich(MakeLexicon())}),
              HasSubstr("\x1B[33m[burden]\x1B[0m"));
}

TEST(TextReport, HostileTextCannotDriveATerminal) {
  const std::string text =
      "\x1B]0;owned\x07 burden \xC2\x9B"
      "31m";
  Analysis analysis = sample::MakeAnalysis(
      MakeLexicon(), text, {sample::MakeMatch(text, "burden", 0)}, 3);
  analysis.document.title = "t\x1B[2J";
  const std::string report = Report({}, {analysis});
  EXPECT_THAT(report, Not(HasSubstr("\x1B")));
  EXPECT_THAT(report, Not(HasSubstr("\xC2\x9B")));
  EXPECT_THAT(report, HasSubstr("\\u{1b}]0;owned\\u{07}"));
}

TEST(TextReport, ManyDocumentsAreALineEachAndATotal) {
  const Lexicon lexicon = MakeLexicon();
  std::string text;
  std::vector<Match> matches;
  for (int i = 0; i < 8; ++i) {
    matches.push_back(sample::MakeMatch("burden", "burden", 0));
  }
  const Analysis heavy = sample::MakeAnalysis(lexicon, "burden", matches, 1200);
  const std::string report =
      Report({}, {heavy, MakeRich(lexicon)},
             {{"bad", "reports/bad.docx",
               Status(StatusCode::kParse, "the archive is cut short")}},
             {"reports/pipe"});
  EXPECT_THAT(report, HasSubstr("reports/one.txt                1,200"));
  EXPECT_THAT(report, HasSubstr("−1.00"));
  EXPECT_THAT(report, HasSubstr("\ntotal                          1,219"));
  EXPECT_THAT(report, HasSubstr("Failed\n  reports/bad.docx: the archive is"));
  EXPECT_THAT(report, HasSubstr("Skipped\n  reports/pipe: unknown format\n"));
  EXPECT_THAT(report,
              HasSubstr("documents: 4 = 2 scored + 1 failed + 1 skipped\n"));
}

Analysis RowOf(const std::string& id, bool numbered) {
  Analysis row = MakeRich(MakeLexicon());
  row.document.path = "art.csv";
  row.document.id = id;
  row.document.row = true;
  row.document.numbered = numbered;
  row.document.blocks[0].line = 7;
  return row;
}

TEST(TextReport, RowsGoByTheirIdOrTheirLine) {
  const std::string report =
      Report({}, {RowOf("a17", false), RowOf("6", true), RowOf("", false)},
             {{"art.csv:9", "art.csv",
               Status(StatusCode::kNoText, "no text", {-1, 9, 0})}});
  EXPECT_THAT(report, HasSubstr("\na17   "));
  EXPECT_THAT(report, HasSubstr("\nart.csv:7   "));
  EXPECT_THAT(report, Not(HasSubstr("\nart.csv ")));
  EXPECT_THAT(report, HasSubstr("Failed\n  art.csv:9: no text\n"));
}

TEST(TextReport, AFailureAloneSaysWhy) {
  EXPECT_EQ(Report({}, {}, {{"x", "x.docx", Status(StatusCode::kIo, "gone")}}),
            "x.docx: gone\n");
}

}  // namespace
}  // namespace framescope
