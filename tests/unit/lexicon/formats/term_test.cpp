// Terms of other tools as patterns.
#include "lexicon/formats/term.hpp"

#include <gtest/gtest.h>

namespace framescope {
namespace {

std::string PatternOf(std::string_view term, TermSyntax syntax = {}) {
  TermReader reader;
  const TermPattern read = reader.Read(term, syntax);
  return read.pattern + (read.unmatchable.empty() ? "" : " off");
}

TEST(Term, WordsPhrasesAndGlobsStay) {
  EXPECT_EQ(PatternOf("care*"), "care*");
  EXPECT_EQ(PatternOf("  social \t care "), "social care");
  EXPECT_EQ(PatternOf("wom?n"), "wom?n");
  EXPECT_EQ(PatternOf("power * people"), "power * people");
  EXPECT_EQ(PatternOf("long-term"), "long-term");
  EXPECT_EQ(PatternOf("caf\xC3\xA9*"), "caf\xC3\xA9*");
}

TEST(Term, ApostrophesAreAlike) {
  EXPECT_EQ(PatternOf("isn\xE2\x80\x99t"), "isn't");
  EXPECT_EQ(PatternOf("isn't"), "isn't");
}

TEST(Term, MetacharactersNeverLeak) {
  EXPECT_EQ(PatternOf("*c++*"), "/\\w*c\\+\\+\\w*/");
  EXPECT_EQ(PatternOf("*a|b*"), "/\\w*a\\|b\\w*/");
  EXPECT_EQ(PatternOf("(a)"), "/\\(a\\)/");
  EXPECT_EQ(PatternOf("24/7"), "/\\b24\\/7\\b/");
  EXPECT_EQ(PatternOf("red, white"), "/\\bred\\,\\s*white\\b/");
  EXPECT_EQ(PatternOf("really?", {true, false}), "/\\breally\\?/");
}

TEST(Term, QuotationMarksBoundNoWord) {
  EXPECT_EQ(PatternOf("\xE2\x80\x9Cour kind\xE2\x80\x9D"),
            "/\xE2\x80\x9Cour\\s+kind\xE2\x80\x9D/");
  EXPECT_EQ(PatternOf("\xC2\xA3"
                      "5 a week"),
            "/\xC2\xA3"
            "5\\s+a\\s+week\\b/");
  EXPECT_EQ(PatternOf("a \xE2\x80\x94 b"), "/\\ba\\s*\xE2\x80\x94\\s*b\\b/");
  EXPECT_EQ(PatternOf("24/caf\xC3\xA9"), "/\\b24\\/caf\xC3\xA9\\b/");
}

TEST(Term, OneWithoutAWordIsOff) {
  EXPECT_EQ(PatternOf(":-)"), ":-\\) off");
  EXPECT_EQ(PatternOf("<3 3"), "/\\<3\\s+3\\b/");
  EXPECT_EQ(PatternOf("%"), "% off");
}

TEST(Term, ARegularExpressionGivesItsTermBack) {
  for (const char* term :
       {"24/7", "red, white", "red ,white", "c++", "(a) b", "e.g.", "don't!"}) {
    const std::optional<std::string> back = TermOfRegex(PatternOf(term));
    ASSERT_TRUE(back.has_value()) << term << ' ' << PatternOf(term);
    EXPECT_EQ(*back, term);
  }
  EXPECT_FALSE(TermOfRegex("/a+b/").has_value());
  EXPECT_FALSE(TermOfRegex("/[ab]c/").has_value());
}

}  // namespace
}  // namespace framescope
