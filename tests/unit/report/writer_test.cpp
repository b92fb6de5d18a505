#include "report/writer.hpp"

#include <gtest/gtest.h>

#include "unit/report/reporting.hpp"

namespace framescope {
namespace {

TEST(Writer, LongDocumentsAreHandedOnInPieces) {
  const Lexicon lexicon = sample::MakeLexicon();
  std::string text;
  std::vector<Match> matches;
  for (int i = 0; i < 2000; ++i) {
    text += "burden ";
    matches.push_back(
        sample::MakeMatch(text, "burden", 0, Stance::kUsed, text.size() - 7));
  }
  const Analysis analysis = sample::MakeAnalysis(lexicon, text, matches, 2000);
  for (const ReportFormat format :
       {ReportFormat::kJson, ReportFormat::kCsv, ReportFormat::kHtml}) {
    ReportOptions options;
    options.format = format;
    std::size_t pieces = 0, largest = 0;
    const auto writer = ReportWriter::Create(
        sample::MakeContext(), options, [&](std::string_view piece) {
          ++pieces;
          largest = std::max(largest, piece.size());
          return true;
        });
    ASSERT_TRUE(writer->Begin(false).ok());
    ASSERT_TRUE(writer->Add(analysis).ok());
    ASSERT_TRUE(writer->End().ok());
    EXPECT_GT(pieces, 2u);
    EXPECT_LT(largest, 512u * 1024);
  }
}

TEST(Writer, TheSameAnalysesMakeTheSameBytes) {
  const Analysis analysis = sample::MakeRich(sample::MakeLexicon());
  for (int format = 0; format < 5; ++format) {
    ReportOptions options;
    options.format = static_cast<ReportFormat>(format);
    EXPECT_EQ(sample::Report(options, {analysis, analysis}),
              sample::Report(options, {analysis, analysis}));
  }
}

}  // namespace
}  // namespace framescope
