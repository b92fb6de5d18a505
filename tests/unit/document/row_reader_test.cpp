// Files of rows are cut by one thread and read by others: whatever the pieces
// in which the bytes come, the rows are the same.
#include "document/row_reader.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace framescope {
namespace {

// Gives the bytes in pieces of at most `step`.
class Dripping : public ByteSource {
 public:
  Dripping(std::string_view bytes, std::size_t step)
      : rest_(bytes), step_(step) {}
  Result<std::size_t> Read(char* data, std::size_t size) override {
    size = std::min({size, step_, rest_.size()});
    std::copy_n(rest_.begin(), size, data);
    rest_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view rest_;
  std::size_t step_;
};

std::string Told(const Result<Document>& row) {
  if (!row.ok()) {
    return "failed " + std::to_string(row.status().where().line) + " " +
           row.status().message();
  }
  std::string told = row.value().id + "|" + row.value().text + "|" +
                     std::to_string(row.value().blocks[0].line) + "|" +
                     row.value().decoding;
  for (const auto& [key, value] : row.value().metadata) {
    told += "|" + key + "=" + value;
  }
  return told;
}

using Opener = Result<std::unique_ptr<RowReader>> (*)(ByteSource*,
                                                      const ReadOptions&);

std::vector<std::string> RowsOf(Opener open, std::string_view bytes,
                                std::size_t step,
                                const ReadOptions& options = {}) {
  Dripping source(bytes, step);
  auto rows = open(&source, options);
  if (!rows.ok()) return {rows.status().message()};
  std::vector<std::string> told;
  const Status status = ReadAllRows(rows.value().get(), [&](auto row) {
    told.push_back(Told(row));
    return true;
  });
  if (!status.ok()) told.push_back("end: " + status.message());
  return told;
}

Result<std::unique_ptr<RowReader>> Csv(ByteSource* source,
                                       const ReadOptions& options) {
  return OpenCsv(source, '\0', options);
}

TEST(RowReader, CsvRowsDoNotDependOnThePiecesRead) {
  std::mt19937 random(7);
  const std::string_view kParts[] = {
      "\"",   "\"\"", ",", "\n",          "\r\n",        "\r",
      "text", "id",   ";", "\"a\nb\"",    "caf\xC3\xA9", "\xE9",
      " ",    "x",    "1", "\"said \"\"", "plain words", "\n\n"};
  for (int round = 0; round < 400; ++round) {
    std::string bytes = "id,text\n1,\"A day,\nor two.\"\n";
    const int parts = static_cast<int>(random() % 60);
    for (int i = 0; i < parts; ++i) {
      bytes += kParts[random() % std::size(kParts)];
    }
    const auto whole = RowsOf(Csv, bytes, bytes.size());
    ASSERT_EQ(RowsOf(Csv, bytes, 1), whole) << bytes;
    ASSERT_EQ(RowsOf(Csv, bytes, 7), whole) << bytes;
  }
}

TEST(RowReader, JsonLinesDoNotDependOnThePiecesRead) {
  std::mt19937 random(8);
  const std::string_view kLines[] = {R"({"text":"A day.","id":"a"})",
                                     R"({"text":"A day.","n":[1,{"b":2}]})",
                                     "",
                                     "  ",
                                     "{oops",
                                     R"({"id":12,"text":"He said \"no\".\n"})",
                                     "{\"text\":\"caf\xE9\"}",
                                     R"({"body":"x"})",
                                     R"([1])",
                                     "\r"};
  for (int round = 0; round < 200; ++round) {
    std::string bytes = round % 3 == 0 ? "\xEF\xBB\xBF" : "";
    const int lines = static_cast<int>(random() % 20);
    for (int i = 0; i < lines; ++i) {
      bytes += kLines[random() % std::size(kLines)];
      bytes += random() % 9 == 0 ? "\r\n" : "\n";
    }
    if (random() % 2 == 0) bytes += R"({"text":"the last"})";
    const auto whole = RowsOf(OpenJsonl, bytes, bytes.size() + 1);
    ASSERT_EQ(RowsOf(OpenJsonl, bytes, 1), whole) << bytes;
    ASSERT_EQ(RowsOf(OpenJsonl, bytes, 11), whole) << bytes;
  }
}

TEST(RowReader, LongLinesAndMorePacketsThanOneKeepTheirNumbers) {
  std::string bytes;
  for (int i = 1; i <= 2000; ++i) {
    bytes += "{\"text\":\"row " + std::to_string(i) + "\"}\n";
    if (i == 700) {
      bytes += "{\"text\":\"" + std::string(3 << 20, 'a') + "\"}\n\n";
    }
  }
  ReadOptions options;
  options.max_bytes = 1 << 20;
  const auto told = RowsOf(OpenJsonl, bytes, 100'000, options);
  ASSERT_EQ(told.size(), 2002u);
  EXPECT_EQ(told[699], "700|row 700|700|utf-8");
  EXPECT_THAT(told[700],
              testing::StartsWith("failed 701 the line is larger than"));
  EXPECT_THAT(told[701], testing::StartsWith("failed 702 the line is empty"));
  EXPECT_EQ(told[2001], "2002|row 2000|2002|utf-8");
}

// What simdjson's whole parser refuses must not slip through the quick one.
TEST(RowReader, WhatIsNoJsonFails) {
  const std::string_view kBad[] = {R"({"text":"a"} {"text":"b"})",
                                   R"({"text":"a"}x)",
                                   R"({"text":"a",})",
                                   R"({"text":"a" "id":"b"})",
                                   R"({"text" "a"})",
                                   R"({"text":"a","id":01})",
                                   R"({"text":"a","id":1x})",
                                   R"({"text":"a","id":nul})",
                                   R"({"text":"a","id":truex})",
                                   R"({"text":"a","id":nullx})",
                                   R"({"text":"a","b":[1,]})",
                                   R"({"text":"a","b":{"c"}})",
                                   R"({"text":"a\q"})",
                                   R"({"text":"a)",
                                   R"({"text":"a")",
                                   R"("text":"a"})",
                                   "{\"text\":\"a\tb\"}",
                                   R"({"text":"\ud800"})",
                                   R"({"text":"a","id":-})",
                                   R"({"text":"a","id":1.})",
                                   R"({"text":"a"]})",
                                   R"({text:"a"})",
                                   R"({"text":"a","id":[1})",
                                   R"({"text":'a'})"};
  for (const std::string_view line : kBad) {
    const auto told = RowsOf(OpenJsonl, line, 100);
    ASSERT_EQ(told.size(), 1u) << line;
    EXPECT_THAT(told[0], testing::StartsWith("failed 1 is not JSON")) << line;
  }
}

TEST(RowReader, ValuesThatAreNoStringsAreWrittenAsJson) {
  EXPECT_THAT(
      RowsOf(OpenJsonl,
             R"({"id": -7 ,"text":"a","b":true,"c":null,"d": 12 , "e":1.50,)"
             R"("f":[ 1 , "x" ],"g":-0,"h":12345678901234567890, "i":false})",
             1000),
      testing::ElementsAre("-7|a|1|utf-8|b=true|c=|d=12|e=1.5|f=[1,\"x\"]|g=0|"
                           "h=12345678901234567890|i=false"));
}

}  // namespace
}  // namespace framescope
