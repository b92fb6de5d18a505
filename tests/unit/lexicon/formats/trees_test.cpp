// WordStat, Yoshikoder and Lexicoder.
#include "read_lexicon.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(WordStat, WeightsOfAnySizeAreKept) {
  const auto read = ReadAs("a.cat",
                           "GOOD\n\tgreat (10)\n\tok (0.5)\n\tSUB\n"
                           "\t\tbad* (-1)\n\tsocial_care (1)\nLAST\n"
                           "\tsay \"yes\" (2)\n");
  EXPECT_THAT(
      read.entries,
      ElementsAre("GOOD: great *10", "GOOD: ok *0.5", "GOOD.SUB: bad* *-1",
                  "GOOD: social care", "LAST: /\\bsay\\s*\\\"yes\\\"/ *2"));
  EXPECT_THAT(read.findings, IsEmpty());
}

TEST(WordStat, SpacesIndentAsTabsDo) {
  const auto read = ReadAs("a.cat", "A\n  x (1)\n  B\n    y (1)\n  z (1)\n");
  EXPECT_THAT(read.entries, ElementsAre("A: x", "A.B: y", "A: z"));
}

TEST(WordStat, RulesAndEmptyCategoriesAreTold) {
  const auto read = ReadAs("a.cat",
                           "x (1)\nA\n\t@nega [#pos after #neg /s 3]\n"
                           "\tgreat (1\n\tgood (1)\n");
  EXPECT_THAT(read.entries, ElementsAre("A: good"));
  EXPECT_THAT(read.findings,
              ElementsAre("1:1 no-category", "3:2 rule", "4:1 empty-category"));
}

TEST(Yoshikoder, TermsBesideCategoriesScoresAndNotesAreKept) {
  const auto read = ReadAs(
      "a.ykd",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<dictionary style=\"050805\" patternengine=\"substring\">\n"
      "<cnode name=\"P\" desc=\"Praise &amp; more\">\n"
      " <pnode name=\"good*\" score=\"2.5\"/>\n"
      " <cnode name=\"S\"><pnode name=\"sub?\"/><pnode name=\"R&amp;D\"/>"
      "</cnode>\n</cnode></dictionary>\n");
  EXPECT_THAT(read.entries, ElementsAre("P: good* *2.5", "P.S: /\\bsub\\?/",
                                        "P.S: /\\bR\\&D\\b/"));
  EXPECT_EQ(read.lexicon.categories()[0].title, "Praise & more");
}

TEST(Yoshikoder, RegularExpressionsStayThat) {
  const auto read = ReadAs("a.ykd",
                           "<dictionary patternengine=\"regexp\"><cnode "
                           "name=\"A\"><pnode name=\"\\S+ing\"/></cnode>"
                           "</dictionary>");
  EXPECT_THAT(read.entries, ElementsAre("A: /\\S+ing/"));
}

TEST(Yoshikoder, DamageAndDoctypesAreErrors) {
  EXPECT_THAT(ReadAs("a.ykd", "<dictionary>\n<cnode name=\"A\">\n").error,
              HasSubstr("the XML is damaged"));
  EXPECT_THAT(
      ReadAs("a.ykd", "<!DOCTYPE d [<!ENTITY a \"b\">]><dictionary/>").error,
      HasSubstr("DOCTYPE"));
  EXPECT_THAT(ReadAs("a.ykd", "<html/>").error,
              HasSubstr("expected the element <dictionary>"));
  std::string deep = "<dictionary>";
  for (int i = 0; i < 1000; ++i) deep += "<cnode name=\"a\">";
  EXPECT_THAT(ReadAs("a.ykd", deep).error, HasSubstr("levels"));
}

TEST(Lexicoder, NamesLoseTheirPlusAndKeepTheirColour) {
  const auto read = ReadAs("a.lc3",
                           "+POS#00FF00\ngood* \nsay \"yes\"\n"
                           "+A CATEGORY\n\nnot good\n");
  EXPECT_THAT(read.entries,
              ElementsAre("POS: good*", "POS: /\\bsay\\s*\\\"yes\\\"/",
                          "A CATEGORY: not good"));
  EXPECT_EQ(read.lexicon.categories()[0].code, "#00FF00");
}

TEST(Lexicoder, OddLinesAreTold) {
  const auto read = ReadAs("a.lc3", "early\n+\nlost\n+A\nbell\x08y\n+A\nb\n");
  EXPECT_THAT(read.entries, ElementsAre("A: belly", "A: b"));
  EXPECT_THAT(
      read.findings,
      ElementsAre("1:1 no-category", "2:1 unnamed-category", "3:1 no-category",
                  "5:1 control-character", "6:1 duplicate-category"));
}

}  // namespace
}  // namespace framescope
