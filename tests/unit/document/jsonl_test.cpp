// JSON lines: a document a line; a bad line fails alone.
#include <gmock/gmock.h>

#include "document/readers.hpp"
#include "unit/document/read_text.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

struct Lines {
  std::vector<Document> documents;
  std::vector<Status> failures;
  Status status;
};

Lines Read(std::string_view bytes, const ReadOptions& options = {}) {
  Lines lines;
  const std::unique_ptr<ByteSource> source = MemorySource(bytes);
  lines.status = ReadJsonl(source.get(), options, [&](Result<Document> row) {
    if (row.ok()) {
      lines.documents.push_back(std::move(row).value());
    } else {
      lines.failures.push_back(row.status());
    }
    return true;
  });
  return lines;
}

TEST(Jsonl, LinesAreDocuments) {
  const Lines lines = Read(
      "{\"id\": 7, \"text\": \"Caf\\u00e9 \\ud83d\\ude00.\", \"year\": 2020,"
      " \"tags\": [\"a\", 1]}\n{\"text\": \"B.\"}");
  ASSERT_EQ(lines.documents.size(), 2u);
  EXPECT_EQ(lines.documents[0].id, "7");
  EXPECT_EQ(lines.documents[0].text, "Caf\u00E9 \U0001F600.");
  EXPECT_THAT(lines.documents[0].metadata,
              ElementsAre(Pair("year", "2020"), Pair("tags", "[\"a\",1]")));
  EXPECT_EQ(lines.documents[1].id, "2");
  EXPECT_EQ(lines.documents[1].blocks[0].line, 2u);
}

TEST(Jsonl, BadLinesFailAloneWithTheirLine) {
  const Lines lines = Read(
      "{\"text\": \"A.\"}\n{\"text\": \n[1]\n{\"text\": 5}\n{\"body\": \"x\"}\n"
      "{\"text\": \"\\ud800\"}\n{\"text\": null}\n{\"text\": \"B.\"}\n"
      "{\"text\": \"C.\", \"text\": \"D.\"}\n{\"text\": \"E.");
  EXPECT_EQ(lines.documents.size(), 2u);
  ASSERT_EQ(lines.failures.size(), 8u);
  EXPECT_EQ(lines.failures[0].where().line, 2);
  EXPECT_THAT(lines.failures[3].message(), HasSubstr("'body'"));
  EXPECT_EQ(lines.failures[5].code(), StatusCode::kNoText);
  EXPECT_THAT(lines.failures[6].message(), HasSubstr("twice"));
  EXPECT_TRUE(lines.status.ok());
}

TEST(Jsonl, DeepNestingFailsAlone) {
  const std::string deep(100000, '[');
  const Lines lines = Read("{\"text\": " + deep + "}\n{\"text\": \"B.\"}\n");
  EXPECT_EQ(lines.failures.size(), 1u);
  EXPECT_EQ(lines.documents.size(), 1u);
}

TEST(Jsonl, ColumnsMayHaveOtherNames) {
  ReadOptions options;
  options.text_column = "body";
  options.id_column = "key";
  const Lines lines =
      Read("{\"key\": \"k\", \"body\": \"B.\", \"text\": \"T\"}", options);
  EXPECT_EQ(lines.documents[0].text, "B.");
  EXPECT_EQ(lines.documents[0].id, "k");
}

TEST(Jsonl, LineOverTheLimitFailsAndTheNextIsRead) {
  ReadOptions options;
  options.max_bytes = 100;
  const std::string large(300000, 'x');
  const Lines lines =
      Read("{\"text\": \"" + large + "\"}\n{\"text\": \"B.\"}\n", options);
  ASSERT_EQ(lines.failures.size(), 1u);
  EXPECT_EQ(lines.failures[0].code(), StatusCode::kTooLarge);
  EXPECT_EQ(lines.documents.size(), 1u);
}

TEST(Jsonl, LineThatIsNotUtf8FailsAloneWithItsPlace) {
  const Lines lines =
      Read("{\"text\": \"A.\"}\n{\"text\": \"\xA3 5.\"}\n{\"text\": \"B.\"}\n");
  EXPECT_EQ(lines.documents.size(), 2u);
  ASSERT_EQ(lines.failures.size(), 1u);
  EXPECT_EQ(lines.failures[0].code(), StatusCode::kEncoding);
  EXPECT_EQ(lines.failures[0].where().line, 2);
  EXPECT_EQ(lines.failures[0].where().offset, 15 + 10);
  EXPECT_THAT(lines.failures[0].message(), HasSubstr("byte 11 of the line"));
}

TEST(Jsonl, OtherEncodingsAreReadWhenNamed) {
  ReadOptions options;
  options.encoding = "windows-1252";
  const Document document =
      MustRead("a.jsonl", "{\"text\": \"\xA3 5.\"}\n", options);
  EXPECT_EQ(document.text, "\u00A3 5.");
}

TEST(Jsonl, EmptyLinesFailSoThatEveryLineHasOneResult) {
  const Lines lines = Read("\n{\"text\": \"B.\"}\n \r\n");
  ASSERT_EQ(lines.documents.size(), 1u);
  EXPECT_EQ(lines.documents[0].id, "2");
  ASSERT_EQ(lines.failures.size(), 2u);
  EXPECT_EQ(lines.failures[1].code(), StatusCode::kNoText);
  EXPECT_EQ(lines.failures[1].where().line, 3);
}

// Shares of a larger input may hold no lines.
TEST(Jsonl, NoLinesAreNoDocumentsAndNoFailure) {
  const Lines lines = Read("");
  EXPECT_TRUE(lines.status.ok()) << lines.status.message();
  EXPECT_TRUE(lines.documents.empty() && lines.failures.empty());
}

}  // namespace
}  // namespace framescope
