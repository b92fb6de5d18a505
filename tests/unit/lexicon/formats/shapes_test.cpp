// Files in the shape of the dictionaries that are used most, with the oddities
// of those: every entry loads, and says nothing but what is odd.
#include <algorithm>
#include <string>
#include <vector>

#include "read_lexicon.hpp"

namespace framescope {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

struct Shape {
  std::vector<std::string> entries, categories, findings;
};

Shape Load(const std::string& file) {
  const std::string folder =
      std::string(FRAMESCOPE_SOURCE_DIR) + "/tests/data/lexicons/shapes/";
  Shape shape;
  std::vector<Diagnostic> findings;
  const auto loaded = Lexicon::Load(folder + file, &findings);
  EXPECT_TRUE(loaded.ok()) << loaded.status().message();
  if (!loaded.ok()) return shape;
  shape.entries = EntriesOf(loaded.value());
  for (const Category& category : loaded.value().categories()) {
    shape.categories.push_back(category.name);
  }
  for (const Diagnostic& finding : findings) {
    EXPECT_EQ(finding.severity, Severity::kNote) << ToString(finding);
    shape.findings.push_back(std::to_string(finding.line) + ' ' + finding.code);
  }
  return shape;
}

// As LSD2015: globs, phrases, hyphens, CR LF, blanks at the end, the negated
// categories, a term twice.
TEST(Shapes, SentimentInLexicoder) {
  const Shape shape = Load("sentiment.lc3");
  EXPECT_THAT(shape.categories, ElementsAre("NEGATIVE", "POSITIVE",
                                            "NEG_POSITIVE", "NEG_NEGATIVE"));
  EXPECT_EQ(shape.entries.size(), 14u + 11 + 6 + 5);
  EXPECT_THAT(
      shape.entries,
      IsSupersetOf({"NEGATIVE: a lie", "NEGATIVE: absurd",
                    "NEGATIVE: can't stand", "NEGATIVE: grave concern*",
                    "NEGATIVE: short-sighted*", "POSITIVE: a-plus",
                    "POSITIVE: in good faith", "NEG_POSITIVE: not worth*",
                    "NEG_NEGATIVE: don't abandon*", "NEG_NEGATIVE: not bad"}));
  EXPECT_THAT(shape.findings, ElementsAre("44 duplicate-term"));
}

// As the Regressive Imagery Dictionary: a deep tree by tabs, weights in
// brackets, "_" in phrases, Latin-1.
TEST(Shapes, ImageryInWordStat) {
  const Shape shape = Load("regressive.cat");
  EXPECT_THAT(
      shape.categories,
      ElementsAre("PRIMARY.NEED.ORALITY", "PRIMARY.NEED.ANALITY",
                  "PRIMARY.SENSATION.TOUCH", "PRIMARY.SENSATION.GEN-SENSATION",
                  "PRIMARY.DEFENSIVE_SYMBOL.PASSIVITY",
                  "PRIMARY.ICARIAN_IM.ASCEND", "SECONDARY.ABSTRACT_TOUGHT",
                  "SECONDARY.SOCIAL_BEHAVIOR", "EMOTIONS.AFFECTION",
                  "EMOTIONS.GLORY"));
  EXPECT_EQ(shape.entries.size(), 25u);
  EXPECT_THAT(shape.entries, IsSupersetOf({"PRIMARY.NEED.ORALITY: CAF\xC3\x89",
                                           "PRIMARY.NEED.ORALITY: MILK*",
                                           "PRIMARY.SENSATION.TOUCH: COARSE*",
                                           "PRIMARY.SENSATION.TOUCH: EDGE ON",
                                           "SECONDARY.ABSTRACT_TOUGHT: ONE'S",
                                           "EMOTIONS.AFFECTION: DON'T-CARE",
                                           "EMOTIONS.GLORY: ADMIRABLE"}));
  EXPECT_THAT(shape.findings, ElementsAre("0 encoding", "37 duplicate-term"));
}

// As Laver and Garry's: categories in categories, terms beside them, names
// with signs, a category without terms, BOM, CR LF.
TEST(Shapes, PolicyInYoshikoder) {
  const Shape shape = Load("policy.ykd");
  const std::string root = "Policy & positions.";
  EXPECT_EQ(shape.entries.size(), 16u);
  EXPECT_THAT(
      shape.entries,
      IsSupersetOf({root + "CULTURE.CULTURE-HIGH: museum*",
                    root + "CULTURE: people", root + "CULTURE: war in iraq",
                    root + "ECONOMY.+STATE+: child* care",
                    root + "ECONOMY.=STATE=: accountant",
                    root + "ECONOMY.-STATE-: value for money",
                    root + "ECONOMY.-STATE-: o'clock",
                    root + "GROUPS: /\\bCaf\xC3\xA9\\s*\\\"society\\\"/"}));
  EXPECT_THAT(shape.categories, Contains(root + "GROUPS.ETHNIC"));
  EXPECT_THAT(shape.findings, IsEmpty());
}

// As the Moral Foundations Dictionary of 2009: numbers 01 to 11, one or more
// tabs, blank lines, trailing blanks and tabs.
TEST(Shapes, FoundationsInLiwc) {
  const Shape shape = Load("foundations.dic");
  EXPECT_EQ(shape.categories.size(), 11u);
  EXPECT_EQ(shape.entries.size(), 40u);
  EXPECT_THAT(
      shape.entries,
      IsSupersetOf({"HarmVirtue: safe*", "HarmVirtue: preserve",
                    "AuthorityVirtue: preserve", "PurityVirtue: preserve",
                    "HarmVice: exploits", "PurityVice: exploits",
                    "HarmVice: wound*", "FairnessVirtue: fair-*",
                    "AuthorityVice: renegade", "MoralityGeneral: should"}));
  EXPECT_THAT(shape.findings, IsEmpty());
}

// As that of 2019: names such as care.virtue, phrases, blanks after "%".
TEST(Shapes, FoundationsOfTwoInLiwc) {
  const Shape shape = Load("foundations2.dic");
  EXPECT_EQ(shape.categories.size(), 10u);
  EXPECT_EQ(shape.entries.size(), 23u);
  EXPECT_THAT(
      shape.entries,
      IsSupersetOf({"care.virtue: mother", "authority.virtue: mother",
                    "care.virtue: health care", "fairness.virtue: law-abiding",
                    "authority.virtue: law and order",
                    "authority.vice: don't obey",
                    "loyalty.virtue: /\xE2\x80\x9Cour\\s+kind\xE2\x80\x9D/",
                    "sanctity.virtue: \xC3\xA9lan vital",
                    "sanctity.vice: out of wedlock"}));
  EXPECT_THAT(shape.findings, IsEmpty());
}

// As large as the real ones.
TEST(Shapes, ThreeThousandGlobsLoseNone) {
  std::string bytes, many;
  std::vector<std::string> expected;
  for (const char* category : {"NEGATIVE", "POSITIVE"}) {
    bytes += std::string("+") + category + "\r\n";
    for (int i = 0; i < 1500; ++i) {
      std::string term = "w";
      for (int rest = i; rest > 0; rest /= 26) {
        term += static_cast<char>('a' + rest % 26);
      }
      term += i % 3 == 0 ? "x*" : i % 3 == 1 ? "x y" : "x-y*";
      bytes += term + (i % 7 == 0 ? " \r\n" : "\r\n");
      expected.push_back(std::string(category) + ": " + term);
    }
  }
  const auto read = ReadAs("a.lc3", bytes);
  EXPECT_EQ(read.entries, expected);
  EXPECT_THAT(read.findings, IsEmpty());
}

}  // namespace
}  // namespace framescope
