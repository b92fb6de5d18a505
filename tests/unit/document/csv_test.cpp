// CSV and TSV: a document a row; bad rows fail alone, with their line.
#include <gmock/gmock.h>

#include "document/readers.hpp"
#include "unit/document/read_text.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

struct Rows {
  std::vector<Document> documents;
  std::vector<Status> failures;
  Status status;
};

Rows Read(std::string_view bytes, const ReadOptions& options = {},
          char separator = 0) {
  Rows rows;
  const std::unique_ptr<ByteSource> source = MemorySource(bytes);
  rows.status =
      ReadCsv(source.get(), separator, options, [&](Result<Document> row) {
        if (row.ok()) {
          ExpectSound(row.value());
          rows.documents.push_back(std::move(row).value());
        } else {
          rows.failures.push_back(row.status());
        }
        return true;
      });
  return rows;
}

TEST(Csv, RowsAreDocumentsWithIdAndMetadata) {
  const Rows rows = Read("id,text,town\na1,She decides.,Leeds\n");
  ASSERT_EQ(rows.documents.size(), 1u);
  const Document& d = rows.documents[0];
  EXPECT_EQ(d.id, "a1");
  EXPECT_EQ(d.text, "She decides.");
  EXPECT_THAT(d.metadata, ElementsAre(Pair("town", "Leeds")));
  EXPECT_EQ(d.blocks[0].line, 2u);
}

TEST(Csv, QuotedCellsMayHoldSeparatorsQuotesAndLines) {
  const Rows rows =
      Read("text,b\r\n\"One, \"\"two\"\"\r\nthree.\",x\r\nFour.,y\r\n");
  ASSERT_EQ(rows.documents.size(), 2u);
  EXPECT_EQ(rows.documents[0].text, "One, \"two\"\r\nthree.");
  EXPECT_EQ(rows.documents[0].blocks[0].line, 2u);
  EXPECT_EQ(rows.documents[1].blocks[0].line, 4u);
  EXPECT_EQ(rows.documents[1].id, "2");
}

TEST(Csv, SeparatorIsFoundInTheHeader) {
  EXPECT_EQ(Read("id;text\n1;A, b; c\n").failures.size(), 1u);
  EXPECT_EQ(Read("id;text\n1;A, b\n").documents[0].text, "A, b");
  EXPECT_EQ(Read("id\ttext\n1\tA; b\n").documents[0].text, "A; b");
  EXPECT_EQ(Read("sep=;\nid;text\n1;A\n").documents[0].text, "A");
}

TEST(Csv, ByteOrderMarkIsNotPartOfTheFirstColumn) {
  EXPECT_EQ(Read("\xEF\xBB\xBFtext\nA.\n").documents.size(), 1u);
}

TEST(Csv, MissingColumnListsThoseThereAre) {
  ReadOptions options;
  options.text_column = "body";
  const Status status = Read("id,story\n1,x\n", options).status;
  EXPECT_EQ(status.code(), StatusCode::kInvalidArgument);
  EXPECT_THAT(status.message(), HasSubstr("'id', 'story'"));
  EXPECT_THAT(status.message(), HasSubstr("--text-column"));
}

TEST(Csv, RowWithWrongCountFailsAloneWithItsLine) {
  const Rows rows = Read("id,text\n1,A.\n2,B.,extra\n3\n4,D.\n");
  EXPECT_EQ(rows.documents.size(), 2u);
  ASSERT_EQ(rows.failures.size(), 2u);
  EXPECT_EQ(rows.failures[0].where().line, 3);
  EXPECT_THAT(rows.failures[0].message(), HasSubstr("3 cells"));
  EXPECT_EQ(rows.failures[1].where().line, 4);
}

TEST(Csv, QuoteThatNeverClosesCostsOneRow) {
  const Rows rows = Read("id,text\n1,\"A.\n2,B.\n3,\"C.\"\n");
  ASSERT_EQ(rows.failures.size(), 1u);
  EXPECT_EQ(rows.failures[0].where().line, 2);
  ASSERT_EQ(rows.documents.size(), 2u);
  EXPECT_EQ(rows.documents[1].text, "C.");
}

TEST(Csv, TextAfterClosingQuoteFails) {
  const Rows rows = Read("text\n\"he said \"no\" to\"\nB.\n");
  ASSERT_EQ(rows.failures.size(), 1u);
  EXPECT_EQ(rows.failures[0].code(), StatusCode::kParse);
  EXPECT_EQ(rows.documents.size(), 1u);
}

TEST(Csv, EmptyTextFailsAndEmptyLinesAreNoRows) {
  const Rows rows = Read("id,text\n\n1,\n\n2,B.\n");
  ASSERT_EQ(rows.failures.size(), 1u);
  EXPECT_EQ(rows.failures[0].code(), StatusCode::kNoText);
  EXPECT_EQ(rows.documents[0].blocks[0].line, 5u);
}

TEST(Csv, RowsInWindows1252AreDecoded) {
  const Rows rows = Read("text\nA \xA3.\n\u00A3 here.\n");
  EXPECT_EQ(rows.documents[0].text, "A \u00A3.");
  EXPECT_EQ(rows.documents[0].decoding, "windows-1252");
  EXPECT_EQ(rows.documents[1].text, "\u00A3 here.");
}

TEST(Csv, RowOverTheLimitFailsAndTheNextIsRead) {
  ReadOptions options;
  options.max_bytes = 100;
  const std::string large(300000, 'x');
  const Rows rows = Read("text\n" + large + "\nB.\n", options);
  ASSERT_EQ(rows.failures.size(), 1u);
  EXPECT_EQ(rows.failures[0].code(), StatusCode::kTooLarge);
  ASSERT_EQ(rows.documents.size(), 1u);
  EXPECT_EQ(rows.documents[0].text, "B.");
}

TEST(Csv, SinkMayStop) {
  const std::unique_ptr<ByteSource> source = MemorySource("text\nA.\nB.\n");
  int calls = 0;
  const Status status = ReadCsv(source.get(), 0, {}, [&](Result<Document>) {
    ++calls;
    return false;
  });
  EXPECT_EQ(calls, 1);
  EXPECT_EQ(status.code(), StatusCode::kCallback);
}

TEST(Csv, Utf16FileIsRead) {
  const std::string_view bytes("\xFF\xFEt\0e\0x\0t\0\n\0H\0e\0r\0e\0.\0\n\0",
                               24);
  EXPECT_EQ(MustRead("a.csv", bytes).text, "Here.");
}

}  // namespace
}  // namespace framescope
