#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/report/reporting.hpp"

namespace framescope {
namespace {

using sample::MakeContext;
using sample::MakeLexicon;
using sample::MakeRich;
using sample::Report;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

ReportOptions Concordance(ReportFormat format = ReportFormat::kConcordance) {
  ReportOptions options;
  options.format = format;
  return options;
}

std::string Only(const ReportOptions& options,
                 const std::vector<std::string>& names) {
  std::string out;
  const auto writer =
      ReportWriter::Create(MakeContext(), options, [&](std::string_view piece) {
        out += piece;
        return true;
      });
  for (const std::string& name : names) {
    const Status status = writer->Only(name);
    EXPECT_TRUE(status.ok()) << status.message();
  }
  EXPECT_TRUE(writer->Begin(true).ok());
  EXPECT_TRUE(writer->Add(MakeRich(MakeLexicon())).ok());
  EXPECT_TRUE(writer->End().ok());
  return out;
}

TEST(ConcordanceReport, MarksStandUnderEachOther) {
  const std::string lines = Report(Concordance(), {MakeRich(MakeLexicon())});
  std::vector<std::size_t> columns;
  std::size_t begin = 0;
  for (std::size_t end; (end = lines.find('\n', begin)) != lines.npos;
       begin = end + 1) {
    const std::string line = lines.substr(begin, end - begin);
    if (line.find('[') != line.npos) columns.push_back(line.find('['));
  }
  ASSERT_EQ(columns.size(), 5u);
  EXPECT_THAT(lines, HasSubstr("[burden]"));
  EXPECT_THAT(lines, HasSubstr("negated lack.burden\n"));
  EXPECT_THAT(lines, EndsWith("5 marks in 1 of 1 document\n"));
}

TEST(ConcordanceReport, OnlyLeavesOtherMarksOut) {
  EXPECT_THAT(Only(Concordance(), {"lack"}),
              EndsWith("2 marks in 1 of 1 document\n"));
  EXPECT_THAT(Only(Concordance(), {"lack", "gift"}),
              EndsWith("3 marks in 1 of 1 document\n"));
  EXPECT_THAT(Only(Concordance(), {"lack", "negated"}),
              EndsWith("1 mark in 1 of 1 document\n"));
  EXPECT_THAT(Only(Concordance(), {"storm.ruin", "negated"}),
              EndsWith("0 marks in 0 of 1 document\n"));
}

TEST(ConcordanceReport, UnknownNamesAreRefused) {
  const auto writer = ReportWriter::Create(
      MakeContext(), Concordance(), [](std::string_view) { return true; });
  EXPECT_EQ(writer->Only("lck").code(), StatusCode::kInvalidArgument);
  EXPECT_FALSE(writer->Only("").ok());
}

TEST(ConcordanceReport, CsvHasARowForEachMark) {
  const std::string csv = Report(Concordance(ReportFormat::kConcordanceCsv),
                                 {MakeRich(MakeLexicon())});
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 6);
  EXPECT_THAT(csv, HasSubstr("\r\nreports/one.txt,1,,She is not a ,burden,"));
}

TEST(ConcordanceReport, QuietHoldsNoWordsOfTheDocument) {
  for (const ReportFormat format :
       {ReportFormat::kConcordance, ReportFormat::kConcordanceCsv}) {
    ReportOptions options = Concordance(format);
    options.quiet = true;
    const std::string quiet = Report(options, {MakeRich(MakeLexicon())});
    EXPECT_THAT(quiet, Not(HasSubstr("She")));
    EXPECT_THAT(quiet, HasSubstr("lack.burden"));
  }
}

}  // namespace
}  // namespace framescope
