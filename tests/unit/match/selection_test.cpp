// The policies for overlap; those of quanteda against what quanteda gives.
#include "match/selection.hpp"

#include <numeric>

#include "unit/match/small_lexicon.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;

using Keys = std::vector<std::pair<std::string, std::vector<std::string>>>;

struct Probe {
  Keys keys;
  std::string text;
  std::string key_scope, dictionary_scope;
};

std::string Lookup(const Probe& probe, Overlap overlap) {
  SmallLexicon lexicon;
  lexicon.content.categories.clear();
  for (const auto& [name, values] : probe.keys) {
    lexicon.AddCategory(name);
    for (const std::string& value : values) lexicon.Entry(name, value);
  }
  MatcherOptions options;
  options.overlap = overlap;
  const TokenisedText in(probe.text);
  MatchScratch scratch;
  std::vector<FoundEntry> found;
  lexicon.Compile(options).Find(in.tokens, &scratch, &found);
  std::sort(found.begin(), found.end(),
            [](const FoundEntry& a, const FoundEntry& b) {
              return std::pair(a.first, a.entry) < std::pair(b.first, b.entry);
            });
  std::string out;
  for (const FoundEntry& f : found) {
    const auto category = lexicon.content.entries[f.entry].category;
    out += (out.empty() ? "" : " ") + lexicon.content.categories[category].name;
  }
  return out;
}

class QuantedaProbe : public testing::TestWithParam<Probe> {};

TEST_P(QuantedaProbe, GivesTheSameKeys) {
  EXPECT_EQ(Lookup(GetParam(), Overlap::kKey), GetParam().key_scope);
  EXPECT_EQ(Lookup(GetParam(), Overlap::kDictionary),
            GetParam().dictionary_scope);
}

INSTANTIATE_TEST_SUITE_P(
    Selection, QuantedaProbe,
    testing::Values(
        Probe{{{"AS", {"American Samoa"}},
               {"US", {"American"}},
               {"WS", {"Samoa"}}},
              "American Samoa is here",
              "AS US WS",
              "AS"},
        Probe{{{"X", {"A B"}}, {"Y", {"B C"}}}, "A B C A B", "X Y X", "X Y X"},
        Probe{{{"X", {"A B", "B C"}}}, "A B C A B", "X X", "X X"},
        Probe{{{"X", {"A B C", "B C D", "D"}}}, "A B C D", "X X", "X X"},
        Probe{{{"pos", {"care*"}}, {"neg", {"careless"}}},
              "careless carer",
              "pos neg pos",
              "pos neg pos"},
        Probe{{{"neg_pos", {"not good", "not very good"}}, {"pos", {"good"}}},
              "not very good, not good, good",
              "neg_pos pos neg_pos pos pos",
              "neg_pos neg_pos pos"}));

TEST(Selection, AllKeepsEverything) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "a b").Entry("m+", "b").Entry("m-", "a");
  MatcherOptions options;
  options.overlap = Overlap::kAll;
  EXPECT_EQ(lexicon.Find("a b", options).size(), 3u);
}

TEST(Selection, EntriesOfOneSpanComeInTheirOrderWhateverTheyWeigh) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "a", 1).Entry("n-", "a", 3).Entry("m+", "a", 2);
  EXPECT_THAT(lexicon.Find("a"), ElementsAre("n-:a", "m+:a"));
}

TEST(Selection, AStretchOfOverlapsIsDecidedFromItsLeft) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "a b").Entry("m+", "b c").Entry("m-", "c d");
  EXPECT_THAT(lexicon.Find("a b c d b c a b c"),
              ElementsAre("m-:a b", "m-:c d", "m+:b c", "m-:a b"));
}

TEST(Selection, NothingIsKnownOfTheTextBefore) {
  SmallLexicon lexicon;
  lexicon.Entry("m-", "a b").Entry("m+", "b c");
  for (const Overlap overlap : {Overlap::kLongest, Overlap::kKey}) {
    MatcherOptions options;
    options.overlap = overlap;
    const Matcher matcher = lexicon.Compile(options);
    MatchScratch scratch;
    for (const char* const text : {"o o o o a b c", "a b c", "o a b c"}) {
      const TokenisedText in(text);
      std::vector<FoundEntry> found, fresh;
      matcher.Find(in.tokens, &scratch, &found);
      MatchScratch unused;
      matcher.Find(in.tokens, &unused, &fresh);
      EXPECT_EQ(found, fresh) << text;
      EXPECT_FALSE(found.empty());
    }
  }
}

}  // namespace
}  // namespace framescope
