// .dicx, CSV, TSV, JSON, Empath and VADER.
#include <chrono>

#include "read_lexicon.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Dicx, CellsAreMembershipOrWeight) {
  const auto read = ReadAs("a.dicx",
                           "DicTerm,Good,\"Bad, worse\"\nhelp*,X,\n"
                           "\"social  care\",0.75,1\nharm,0,-2\n");
  EXPECT_THAT(read.entries,
              ElementsAre("Good: help*", "Good: social care *0.75",
                          "Bad, worse: social care", "Bad, worse: harm *-2"));
  EXPECT_THAT(read.findings, IsEmpty());
}

TEST(Dicx, OddRowsAreTold) {
  const auto read = ReadAs("a.dicx",
                           "Entry,Good\n,X\nlonely,\nhelp,yes,X\n"
                           "\"open,X\nlast,1\n");
  EXPECT_THAT(read.entries,
              ElementsAre("Good: help", "Good: /\\\"open\\b/", "Good: last"));
  EXPECT_THAT(read.findings, ElementsAre("2:1 empty-term", "3:1 no-category",
                                         "4:10 extra-cells", "4:6 odd-cell",
                                         "5:1 open-quote"));
}

TEST(Csv, ColumnsGoByName) {
  const auto read =
      ReadAs("a.csv",
             "Category,Word,Score,Note\r\nA.B,help*,2,\"a, b\"\r\n"
             "C,\"red\nwhite\",,\r\n");
  EXPECT_THAT(read.entries, ElementsAre("A.B: help* *2", "C: red white"));
  EXPECT_EQ(read.lexicon.entries()[0].note, "a, b");
  EXPECT_EQ(read.lexicon.entries()[1].line, 3);
}

TEST(Csv, FaultsAreTold) {
  EXPECT_THAT(ReadAs("a.csv", "a,b\n1,2\n").error, HasSubstr("header"));
  const auto read =
      ReadAs("a.csv", "term,category,colour\nx,A,red\n,A,\ny,A,,z\n");
  EXPECT_THAT(read.entries, ElementsAre("A: x", "A: y"));
  EXPECT_THAT(read.findings, ElementsAre("1:15 unknown-column",
                                         "3:1 empty-cell", "4:6 extra-cells"));
  EXPECT_THAT(ReadAs("a.csv", "term,category,weight\nx,A,much\n").findings,
              ElementsAre("2:5 bad-weight"));
}

// Each cell has a column, which is told of what is wrong in it.
TEST(Csv, AWideRowIsReadInOnePass) {
  constexpr int kCells = 1'000'000;
  const auto begin = std::chrono::steady_clock::now();
  const auto read = ReadAs(
      "a.csv", "term,category\nx,A\ny,A" + std::string(kCells, ',') + "\n");
  EXPECT_THAT(read.entries, ElementsAre("A: x", "A: y"));
  EXPECT_THAT(read.findings, ElementsAre("3:5 extra-cells"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(Empath, AWideRowIsReadInOnePass) {
  std::string text = "help";
  for (int i = 0; i < 200'000; ++i) text += "\tterm" + std::to_string(i);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(ReadAs("a.tsv", text + "\n").entries.size(), 200'000u);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(Tsv, FormatsWithTabsAreToldApart) {
  EXPECT_THAT(ReadAs("a.tsv", "term\tcategory\nhelp\tA\n").entries,
              ElementsAre("A: help"));
  EXPECT_THAT(ReadAs("a.tsv", "help\taid\tsocial_care\n").entries,
              ElementsAre("help: aid", "help: social care"));
  EXPECT_THAT(
      ReadAs("vader.txt", "bad\t-2.5\t0.5\t[-2]\ngood\t1.9\t0.9\t[2]\n:)\t2\n")
          .entries,
      ElementsAre("negative: bad *-2.5", "positive: good *1.9",
                  "positive: :\\) *2 off"));
  EXPECT_THAT(ReadAs("v.txt", "good\t1\t1\nnonsense\n").findings,
              ElementsAre("2:1 bad-line"));
}

TEST(Json, NestedObjectsAreCategories) {
  const auto read = ReadAs("a.json",
                           "{\"A\": [\"x*\", {\"sub\": \"y\"}],\n"
                           " \"B\": {\"__\": [\"z\"], \"C\": [1, null]}}");
  EXPECT_THAT(read.entries, ElementsAre("A: x*", "A.sub: y", "B: z", "B.C: 1"));
  EXPECT_THAT(read.findings, ElementsAre("2:0 not-a-string", "2:0 empty-term"));
}

TEST(Json, AListOfEntriesHoldsEverything) {
  const auto read = ReadAs(
      "a.json",
      "{\"entries\": [{\"term\": \"a\", \"category\": \"A\", \"weight\": 2},\n"
      "{\"pattern\": \"(a|b) c\", \"category\": \"A\", \"note\": \"n\"},\n"
      "{\"term\": \"lost\"}], \"categories\": [{\"name\": \"A\","
      " \"title\": \"T\"}]}");
  EXPECT_THAT(read.entries, ElementsAre("A: a *2", "A: (a|b) c"));
  EXPECT_THAT(read.findings, ElementsAre("3:0 empty-cell"));
  EXPECT_EQ(read.lexicon.categories()[0].title, "T");
}

// Each term has a line.
TEST(Json, ManyTermsAreReadInOnePass) {
  constexpr int kTerms = 200'000;
  std::string text = "{\"A\": [";
  for (int i = 0; i < kTerms; ++i) {
    text += "\n\"term" + std::to_string(i) + "\",";
  }
  const auto begin = std::chrono::steady_clock::now();
  const auto read = ReadAs("a.json", text + "\n7]}");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
  EXPECT_EQ(read.lexicon.entries()[kTerms - 1].line, kTerms + 1);
  EXPECT_THAT(read.findings,
              ElementsAre(std::to_string(kTerms + 2) + ":0 not-a-string"));
}

TEST(Json, NestingHasAnEnd) {
  const auto nested = [](int levels) {
    std::string text = "\"x\"";
    for (; levels > 0; --levels) text = "{\"a\":" + text + "}";
    return ReadAs("a.json", text);
  };
  EXPECT_TRUE(nested(64).ok()) << nested(64).error;
  EXPECT_THAT(nested(65).error, HasSubstr("deeper than 64 levels"));
}

TEST(Json, DamageIsAnErrorWithItsLine) {
  EXPECT_THAT(ReadAs("a.json", "{\"A\": [\"x\",\n \"y\"\n \"z\"]}").error,
              HasSubstr("a.json:3"));
  EXPECT_THAT(ReadAs("a.json", "[1, 2]").error,
              HasSubstr("expected an object"));
  EXPECT_THAT(ReadAs("a.json", "{\"A\": [\"x\"]} more").error,
              HasSubstr("the JSON is damaged"));
  EXPECT_THAT(ReadAs("a.json", "").error, HasSubstr("the file is empty"));
}

}  // namespace
}  // namespace framescope
