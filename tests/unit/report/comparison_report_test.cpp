#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/corpus_report.hpp"
#include "unit/report/reporting.hpp"

namespace framescope {
namespace {

using sample::MakeLexicon;
using testing::HasSubstr;

Analysis Made(const Lexicon& lexicon, std::string_view word,
              std::uint32_t entry, int times) {
  std::string text;
  std::vector<Match> matches;
  for (int i = 0; i < times; ++i) {
    const std::size_t at = text.size();
    text.append(word).append(" ");
    matches.push_back(sample::MakeMatch(text, word, entry, Stance::kUsed, at));
  }
  return sample::MakeAnalysis(lexicon, text + ".", matches, 1000);
}

std::string Compared(ReportFormat format, std::size_t most = 20) {
  const Lexicon lexicon = MakeLexicon();
  CorpusCounts sets[2] = {CorpusCounts(lexicon), CorpusCounts(lexicon)};
  sets[0].Add(Made(lexicon, "burden", 0, 8));
  sets[1].Add(Made(lexicon, "burden", 0, 2));
  sets[1].Add(Made(lexicon, "skill", 1, 9));
  ReportOptions options;
  options.format = format;
  const auto text =
      ComparisonReport(sample::MakeContext(), options, sets, most);
  EXPECT_TRUE(text.ok());
  return text.ok() ? text.value() : "";
}

TEST(ComparisonReport, TextSaysWhichSetLeansWhere) {
  const std::string text = Compared(ReportFormat::kText);
  EXPECT_THAT(text, HasSubstr("A: 1 document, 1,000 words\n"));
  EXPECT_THAT(text, HasSubstr("A leans more to lack\n"));
  EXPECT_THAT(text,
              HasSubstr("    lack per 1,000 words               8.00     1.00"
                        "    \xC3\x97"
                        "8.00  [1.70, 37.67]\n"));
  EXPECT_THAT(text, HasSubstr("too little text to tell"));
  EXPECT_LT(text.find("  burden*"), text.find("More frequent in B"));
  EXPECT_GT(text.find("  skill*"), text.find("More frequent in B"));
}

TEST(ComparisonReport, ListsNoMoreEntriesThanAsked) {
  EXPECT_EQ(Compared(ReportFormat::kText, 0).find("burden*"),
            std::string::npos);
}

TEST(ComparisonReport, CsvHasARowForEachEntryThatOccurs) {
  const std::string csv = Compared(ReportFormat::kCsv);
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 3);
  EXPECT_THAT(csv, HasSubstr("\r\nburden*,lack.burden,8,2,1,1,8,1,3,"));
}

TEST(ComparisonReport, JsonHoldsBothSetsAndWhatIsNotKnownAsNull) {
  const std::string json = Compared(ReportFormat::kJson);
  EXPECT_THAT(json, HasSubstr(R"({"schema":"framescope.comparison/1")"));
  EXPECT_THAT(json, HasSubstr(R"("axis":"storm-harbour","evoked":{"balance":)"
                              R"(null,"negative_ratio":null)"));
}

TEST(ComparisonReport, OtherFormatsAreRefused) {
  const Lexicon lexicon = MakeLexicon();
  const CorpusCounts sets[2] = {CorpusCounts(lexicon), CorpusCounts(lexicon)};
  ReportOptions options;
  options.format = ReportFormat::kHtml;
  EXPECT_EQ(
      ComparisonReport(sample::MakeContext(), options, sets, 1).status().code(),
      StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace framescope
