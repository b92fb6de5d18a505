#include "base/csv_writer.hpp"

#include <gtest/gtest.h>

namespace framescope {
namespace {

using namespace std::string_literals;

std::string Row(std::string_view cell, bool raw = false) {
  std::string out;
  CsvWriter csv(&out, raw);
  csv.Text(cell).EndRow();
  return out;
}

TEST(CsvWriter, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(Row("plain words"), "plain words\r\n");
  EXPECT_EQ(Row("a, b"), "\"a, b\"\r\n");
  EXPECT_EQ(Row("say \"no\""), "\"say \"\"no\"\"\"\r\n");
  EXPECT_EQ(Row("two\nlines"), "\"two\nlines\"\r\n");
}

TEST(CsvWriter, FormulasAreDefused) {
  for (const std::string& cell :
       {"=1+1"s, "+1"s, "-1"s, "@SUM(A1)"s, "\tx"s, "\rx"s,
        "\xEF\xBC\x9D"
        "1"s}) {
    EXPECT_EQ(Row(cell).substr(0, 2), "\"'") << cell;
    EXPECT_EQ(Row(cell, true).find('\''), std::string::npos) << cell;
  }
  EXPECT_EQ(Row("\0=1"s).substr(0, 2), "\"'");
}

TEST(CsvWriter, NumbersAreNeverTouched) {
  std::string out;
  CsvWriter csv(&out, false);
  csv.Number(7).Bool(true).Empty().Text("x").EndRow();
  EXPECT_EQ(out, "7,true,,x\r\n");
}

// A negative number is no formula.
TEST(CsvWriter, RealNumbersAreShortestAndNeverDefused) {
  std::string out;
  CsvWriter csv(&out, false);
  csv.Real(-0.5).Real(1.0 / 3).Real(1.0 / 0.0).EndRow();
  EXPECT_EQ(out, "-0.5,0.3333333333333333,\r\n");
}

}  // namespace
}  // namespace framescope
