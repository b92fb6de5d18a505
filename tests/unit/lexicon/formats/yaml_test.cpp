// quanteda's YAML.
#include "read_lexicon.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Yaml, MapsNestAndLeavesAreTerms) {
  const auto read = ReadAs("a.yml",
                           "EU:\n  west: [UK, France]\n  east: Poland\n"
                           "A:\n  __:\n  - x\n  sub: [\"y z\"]\nempty:\n");
  EXPECT_THAT(read.entries,
              ElementsAre("EU.west: UK", "EU.west: France", "EU.east: Poland",
                          "A: x", "A.sub: y z"));
  EXPECT_THAT(read.categories,
              ElementsAre("EU", "EU.west", "EU.east", "A", "A.sub", "empty"));
  EXPECT_THAT(read.findings, IsEmpty());
}

TEST(Yaml, ScalarsAreTextWhateverTheyLookLike) {
  const auto read =
      ReadAs("a.yaml", "no:\n- no\n- yes\n- 2026\n- 1.5\n- 2026-11-01\n");
  EXPECT_THAT(read.entries, ElementsAre("no: no", "no: yes", "no: 2026",
                                        "no: 1.5", "no: 2026-11-01"));
}

TEST(Yaml, AnUnquotedStarIsTheTermWithAWarning) {
  const auto read = ReadAs("a.yml", "k:\n- *abc\n- abc*\n- \"*ism\"\n");
  EXPECT_THAT(read.entries, ElementsAre("k: *abc", "k: abc*", "k: *ism"));
  EXPECT_THAT(read.findings, ElementsAre("2:3 alias"));
  EXPECT_THAT(ReadAs("a.yml", "k:\n- *abc*\n").error,
              HasSubstr("put quotes around a term"));
}

TEST(Yaml, EmptyItemsAndDoubleKeysAreTold) {
  const auto read = ReadAs("a.yml", "k: [a]\nm:\n- ~\n-\n- b\nk: [c]\n");
  EXPECT_THAT(read.entries, ElementsAre("k: a", "m: b", "k: c"));
  EXPECT_THAT(read.findings, ElementsAre("3:3 empty-term", "4:2 empty-term",
                                         "6:1 duplicate-category"));
}

TEST(Yaml, FaultsHaveAPlace) {
  EXPECT_THAT(ReadAs("a.yml", "k:\n\t- a\n").error, HasSubstr("a.yml:2:1"));
  EXPECT_THAT(ReadAs("a.yml", "- a\n- b\n").error,
              HasSubstr("expected categories"));
  EXPECT_THAT(ReadAs("a.yml", "? [a, b]\n: c\n").error,
              HasSubstr("cannot be a list or a map"));
  EXPECT_THAT(ReadAs("a.yml", "k: \"open\n").error, HasSubstr("error"));
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "{a: ";
  EXPECT_THAT(ReadAs("a.yml", deep).error, HasSubstr("64 levels"));
}

}  // namespace
}  // namespace framescope
