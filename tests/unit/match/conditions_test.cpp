// The column `when`: what each condition asks, and errors at their columns.
#include "match/conditions.hpp"

#include "unit/match/small_lexicon.hpp"

namespace framescope {
namespace {

using testing::HasSubstr;

// Whether an entry `x` with the conditions `when` matches in `text`.
bool Matches(const std::string& when, const std::string& text) {
  SmallLexicon lexicon;
  lexicon.content.classes = {{"person", {"people", "famil*", "young adults"}}};
  lexicon.Entry("m-", "x", 2, when);
  return !lexicon.Find(text).empty();
}

TEST(Conditions, FollowedByIsTheNextWord) {
  EXPECT_TRUE(Matches("followed-by funding", "x funding"));
  EXPECT_TRUE(Matches("followed-by funding", "x, Funding’s"));
  EXPECT_FALSE(Matches("followed-by funding", "x of funding"));
  EXPECT_FALSE(Matches("followed-by funding", "funding x"));
  EXPECT_FALSE(Matches("followed-by funding", "An x. Funding"));
  EXPECT_TRUE(Matches("followed-by funding within 3", "x a b funding"));
  EXPECT_FALSE(Matches("followed-by funding within 3", "x a b c funding"));
}

TEST(Conditions, PrecededByIsTheWordBefore) {
  EXPECT_TRUE(Matches("preceded-by no", "no x"));
  EXPECT_FALSE(Matches("preceded-by no", "no a x"));
  EXPECT_FALSE(Matches("preceded-by no", "x no"));
  EXPECT_TRUE(Matches("preceded-by no within 2", "no a x"));
  EXPECT_FALSE(Matches("preceded-by no within 2", "no a b x"));
}

TEST(Conditions, NearIsFiveWordsEitherSide) {
  EXPECT_TRUE(Matches("near care", "care a b c d x"));
  EXPECT_FALSE(Matches("near care", "care a b c d e x"));
  EXPECT_TRUE(Matches("near care", "x a b c d care"));
  EXPECT_FALSE(Matches("near care", "x a b c d e care"));
  EXPECT_TRUE(Matches("near care within 7", "x a b c d e care"));
}

TEST(Conditions, NearAsksForAPhraseOnOneSide) {
  EXPECT_TRUE(Matches("near in care within 2", "in care x"));
  EXPECT_TRUE(Matches("near in care within 2", "x in care"));
  EXPECT_TRUE(Matches("near in care within 1", "x in care"));
  EXPECT_TRUE(Matches("near in care within 1", "in care x"));
  EXPECT_FALSE(Matches("near in care within 1", "x a in care"));
  EXPECT_FALSE(Matches("near in x care", "in x care"));
}

TEST(Conditions, SentenceIsTheWholeSentenceAndNoMore) {
  EXPECT_TRUE(Matches("sentence care", "care a b c d e f g h x"));
  EXPECT_FALSE(Matches("sentence care", "We care. An x"));
}

TEST(Conditions, SentenceMayHaveAnyNumberOfWords) {
  std::string text = "care";
  for (int i = 0; i < 200; ++i) text += " a";
  text += " x";
  for (int i = 0; i < 200; ++i) text += " a";
  text += " fund";
  EXPECT_TRUE(Matches("sentence care", text));
  EXPECT_TRUE(Matches("sentence fund*", text));
  EXPECT_TRUE(Matches("near care within 201", text));
  EXPECT_FALSE(Matches("near care within 200", text));
  EXPECT_TRUE(Matches("near fund within 201", text));
  EXPECT_FALSE(Matches("near fund within 200", text));
  EXPECT_FALSE(Matches("sentence funds", text));
}

TEST(Conditions, SentenceSeesEachOfItsWords) {
  for (int at = 0; at < 130; ++at) {
    std::string text = "x";
    for (int i = 0; i < 130; ++i) text += i == at ? " care" : " a";
    EXPECT_TRUE(Matches("sentence care", text)) << at;
  }
}

TEST(Conditions, TakeGlobsAlternativesClassesAndPhrases) {
  EXPECT_TRUE(Matches("near fund*", "x funds"));
  EXPECT_TRUE(Matches("near (money|time)", "x of time"));
  EXPECT_TRUE(Matches("near {person}", "x for families"));
  EXPECT_TRUE(Matches("near {person}", "x for young adults"));
  EXPECT_TRUE(Matches("followed-by for good", "x for good"));
  EXPECT_FALSE(Matches("near {person}", "x for adults"));
}

TEST(Conditions, NotTurnsOneAround) {
  EXPECT_TRUE(Matches("not near care", "x"));
  EXPECT_FALSE(Matches("not near care", "x care"));
}

TEST(Conditions, AllMustHold) {
  EXPECT_TRUE(Matches("near a; not near b", "x a"));
  EXPECT_FALSE(Matches("near a; not near b", "x a b"));
  EXPECT_FALSE(Matches("near a ;not near b", "x"));
}

TEST(Conditions, NameIsACapitalInsideTheSentence) {
  EXPECT_TRUE(Matches("name", "Ask X now"));
  EXPECT_FALSE(Matches("name", "X asks"));
  EXPECT_FALSE(Matches("name", "ask x now"));
  EXPECT_TRUE(Matches("not name", "X asks"));
}

TEST(Conditions, QuotedMeansTheMatchAndNothingElse) {
  EXPECT_TRUE(Matches("quoted", "the \u2018x\u2019 here"));
  EXPECT_TRUE(Matches("quoted", "\u201Cx\u201D"));
  EXPECT_TRUE(Matches("quoted", "the 'x' and"));
  EXPECT_FALSE(Matches("quoted", "the \u2018x y\u2019 here"));
  EXPECT_FALSE(Matches("quoted", "the \u2018y x\u2019 here"));
  EXPECT_FALSE(Matches("quoted", "the x here"));
}

struct Bad {
  std::string when;
  int column;
  std::string message;
};

TEST(Conditions, ErrorsHaveColumns) {
  const std::vector<Bad> all = {{"nearby x", 1, "unknown condition \"nearby\""},
                                {"near a; befor b", 9, "unknown condition"},
                                {"near", 5, "a word is missing"},
                                {"not", 4, "unknown condition"},
                                {"near a within 0", 7, "1 to 1000"},
                                {"near (a|b", 10, "expected ) to close ("},
                                {"name x", 6, "nothing stands after"},
                                {"near a;; name", 8, "a condition is empty"},
                                {"near /a/", 6, "no regular expression"},
                                {"near {nobody}", 6, "{nobody}"}};
  for (const Bad& bad : all) {
    ConditionCompiler compiler(PatternSet::Builder({}, {}, "en-GB"));
    const auto parsed = compiler.Parse(bad.when);
    ASSERT_FALSE(parsed.ok()) << bad.when;
    EXPECT_EQ(parsed.status().where().column, bad.column)
        << bad.when << ": " << parsed.status().message();
    EXPECT_THAT(parsed.status().message(), HasSubstr(bad.message));
  }
}

TEST(ConditionLists, ReturnsToEachItsOwn) {
  ConditionLists lists;
  EXPECT_TRUE(lists.empty());
  Condition one, other;
  one.within = 1;
  other.within = 2;
  lists.Add({});
  EXPECT_TRUE(lists.empty());
  lists.Add({one, other});
  lists.Add({});
  lists.Add({other});
  EXPECT_FALSE(lists.empty());
  ASSERT_EQ(lists.size(), 4u);
  EXPECT_TRUE(lists[0].empty());
  ASSERT_EQ(lists[1].size(), 2u);
  EXPECT_EQ(lists[1][0].within, 1u);
  EXPECT_EQ(lists[1][1].within, 2u);
  EXPECT_TRUE(lists[2].empty());
  ASSERT_EQ(lists[3].size(), 1u);
  EXPECT_EQ(lists[3][0].within, 2u);
}

TEST(Conditions, BlankCellHasNone) {
  ConditionCompiler compiler(PatternSet::Builder({}, {}, "en-GB"));
  EXPECT_TRUE(compiler.Parse("  ").value().empty());
  EXPECT_EQ(compiler.Parse("name; ").value().size(), 1u);
}

}  // namespace
}  // namespace framescope
