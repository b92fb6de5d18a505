// One report in many formats: the same words come out of each.
#include <gmock/gmock.h>

#include <fstream>
#include <set>
#include <sstream>

#include "unit/document/read_text.hpp"

namespace framescope {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string kFolder =
    std::string(FRAMESCOPE_SOURCE_DIR) + "/tests/data/documents/";

Document ReadReport(const std::string& ending) {
  Document report;
  const Status status = ReadDocuments(
      kFolder + "report." + ending, {}, [&](Result<Document> document) {
        EXPECT_TRUE(document.ok()) << document.status().message();
        if (document.ok()) report = std::move(document).value();
        return true;
      });
  EXPECT_TRUE(status.ok()) << ending << ": " << status.message();
  ExpectSound(report);
  return report;
}

std::multiset<std::string> Words(const Document& document) {
  std::multiset<std::string> words;
  for (const Block& block : document.blocks) {
    std::istringstream text(
        document.text.substr(block.begin, block.end - block.begin));
    for (std::string word; text >> word;) words.insert(word);
  }
  return words;
}

class Report : public testing::TestWithParam<const char*> {};

TEST_P(Report, HasTheSameBlocksAsOpenDocument) {
  const Document report = ReadReport(GetParam());
  EXPECT_EQ(report.title, "A year at Brook Street");
  EXPECT_EQ(Words(report), Words(ReadReport("odt")));
  EXPECT_EQ(report.text, ReadReport("odt").text);
}

INSTANTIATE_TEST_SUITE_P(Office, Report, testing::Values("docx", "rtf"));

TEST(ReportFile, OpenDocumentHasItsStructure) {
  const Document report = ReadReport("odt");
  const std::vector<std::string> blocks = Blocks(report);
  ASSERT_EQ(blocks.size(), 15u);
  EXPECT_EQ(blocks[0], "H1 A year at Brook Street");
  EXPECT_EQ(blocks[2], "H2 What people asked for");
  EXPECT_EQ(blocks[5], "LI to cook when I am hungry");
  EXPECT_THAT(blocks[7], HasSubstr("Q I came here as a problem"));
  EXPECT_EQ(blocks[10], "TD More say");
  EXPECT_EQ(report.blocks[12].page, 2u);
  EXPECT_EQ(report.blocks[13].page, 3u);
  EXPECT_THAT(blocks[14], HasSubstr("Keys were cut in March"));
  EXPECT_THAT(report.text, Not(HasSubstr("yearly report")));
}

TEST(ReportFile, WordHasPagesAndQuotation) {
  const Document report = ReadReport("docx");
  EXPECT_EQ(report.blocks[12].page, 2u);
  EXPECT_EQ(report.blocks[7].kind, BlockKind::kQuotation);
  EXPECT_EQ(report.blocks[14].page, 0u);
  EXPECT_TRUE(HasNotice(report, "office.furniture"));
}

TEST(ReportFile, HtmlHasTheWordsAndItsOwnPageFurniture) {
  const std::multiset<std::string> html = Words(ReadReport("html"));
  for (const std::string& word : Words(ReadReport("odt"))) {
    // The number of the footnote is glued to its first word.
    if (word != "Keys") {
      EXPECT_GE(html.count(word), 1u) << word;
    }
  }
  EXPECT_LE(html.size(), Words(ReadReport("odt")).size() + 8);
}

TEST(ReportFile, PdfHasTheWordsWithoutPageFurniture) {
  const Document report = ReadReport("pdf");
  EXPECT_EQ(report.title, "A year at Brook Street");
  EXPECT_TRUE(HasNotice(report, "pdf.furniture"));
  EXPECT_THAT(report.text, Not(HasSubstr("yearly report")));
  EXPECT_THAT(report.text, Not(HasSubstr("Page 2")));
  const std::vector<std::string> blocks = Blocks(report);
  EXPECT_THAT(blocks, Contains("H2 What people asked for"));
  EXPECT_THAT(blocks, Contains("LI to cook when I am hungry"));
  EXPECT_THAT(blocks, Contains(AllOf(HasSubstr("On the second page"),
                                     HasSubstr("who live in it."))));
  const std::multiset<std::string> pdf = Words(report);
  std::size_t missing = 0;
  for (const std::string& word : Words(ReadReport("odt"))) {
    missing += pdf.count(word) == 0;
  }
  EXPECT_LE(missing, 2u);
  EXPECT_EQ(report.blocks.back().page, 3u);
}

TEST(ReportFile, MailHasTheWords) {
  const Document report = ReadReport("eml");
  EXPECT_EQ(report.title, "A year at Brook Street \u2013 the report");
  EXPECT_THAT(report.text, HasSubstr("Nobody here is \u201Ca case\u201D."));
}

}  // namespace
}  // namespace framescope
