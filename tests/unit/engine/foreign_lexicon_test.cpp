// Lexicons of other tools in use: the patterns and nested scopes of quanteda
// 4.3.1, as measured there.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "framescope/analyzer.hpp"

namespace framescope {
namespace {

using Keys = std::vector<std::pair<std::string, std::vector<std::string>>>;

Lexicon LexiconOf(const Keys& keys) {
  std::string yaml;
  for (const auto& [key, terms] : keys) {
    yaml += '"' + key + "\":\n";
    for (const std::string& term : terms) {
      std::string quoted;
      for (const char c : term)
        quoted.append(c == '\\' || c == '"' ? "\\" : "").append(1, c);
      yaml += "- \"" + quoted + "\"\n";
    }
  }
  const auto read = Lexicon::ParseForeign("keys.yml", yaml);
  EXPECT_TRUE(read.ok()) << read.status().message();
  return read.value();
}

// The keys found, in the order of the text, then of the dictionary.
std::string Lookup(const Keys& keys, std::string_view text,
                   const std::string& scope) {
  AnalyzerOptions options;
  options.stance = "none";
  options.overlap = scope;
  std::vector<Diagnostic> findings;
  const auto analyzer = Analyzer::Compile(LexiconOf(keys), options, &findings);
  EXPECT_TRUE(analyzer.ok()) << analyzer.status().message();
  if (!analyzer.ok()) return "";
  Scratch scratch;
  const auto analysis = analyzer.value().Analyze(text, scratch);
  EXPECT_TRUE(analysis.ok());
  std::vector<std::tuple<std::uint32_t, std::uint32_t>> found;
  for (const Match& match : analysis.value().matches) {
    found.emplace_back(match.span.begin, match.category);
  }
  std::sort(found.begin(), found.end());
  std::string out;
  for (const auto& [begin, category] : found) {
    out += (out.empty() ? "" : " ") +
           analyzer.value().lexicon().categories()[category].name;
  }
  return out;
}

struct Probe {
  Keys keys;
  const char* text;
  const char* key;         // what the key scope gives
  const char* dictionary;  // what the dictionary scope gives
};

TEST(NestedScope, GivesWhatQuantedaGives) {
  const Probe probes[] = {
      {{{"AS", {"American Samoa"}}, {"US", {"American"}}, {"WS", {"Samoa"}}},
       "American Samoa is here",
       "AS US WS",
       "AS"},
      {{{"X", {"A B"}}, {"Y", {"B C"}}}, "A B C A B", "X Y X", "X Y X"},
      {{{"X", {"A B", "B C"}}}, "A B C A B", "X X", "X X"},
      {{{"X", {"A B C", "B C D", "D"}}}, "A B C D", "X X", "X X"},
      {{{"pos", {"care*"}}, {"neg", {"careless"}}},
       "careless carer",
       "pos neg pos",
       "pos neg pos"},
      {{{"neg_pos", {"not good", "not very good"}}, {"pos", {"good"}}},
       "not very good, not good, good",
       "neg_pos pos neg_pos pos pos",
       "neg_pos neg_pos pos"}};
  for (const Probe& probe : probes) {
    EXPECT_EQ(Lookup(probe.keys, probe.text, "key"), probe.key) << probe.text;
    EXPECT_EQ(Lookup(probe.keys, probe.text, "dictionary"), probe.dictionary)
        << probe.text;
  }
}

bool Matches(const std::string& term, std::string_view text) {
  return !Lookup({{"k", {term}}}, text, "key").empty();
}

TEST(Globs, MatchWholeWordsAndNothingLeaks) {
  EXPECT_TRUE(Matches("care*", "A carer came."));
  EXPECT_FALSE(Matches("care", "A carer came."));
  EXPECT_TRUE(Matches("wom?n", "Women came."));
  EXPECT_FALSE(Matches("wom?n", "Womaan came."));
  EXPECT_FALSE(Matches("*c++*", "They care."));
  EXPECT_TRUE(Matches("*c++*", "They write c++ here."));
  EXPECT_FALSE(Matches("*a|b*", "They care."));
  EXPECT_FALSE(Matches("c.re", "They care."));
}

TEST(Globs, OfPunctuationAloneAreNoError) {
  EXPECT_FALSE(Matches("*:)*", "Fine :) day."));
  EXPECT_TRUE(Matches("*(a)*", "Point (a) holds."));
  EXPECT_FALSE(Matches("*(a)*", "A point holds."));
}

TEST(Globs, FoldAlikeWhereverTheWildcardStands) {
  for (const char* term : {"strasse", "strasse*", "*strasse*"}) {
    EXPECT_TRUE(Matches(term,
                        "In der Stra\xC3\x9F"
                        "e."))
        << term;
  }
  for (const char* term :
       {"\xCE\xA3\xCE\x91\xCE\xA3", "*\xCE\xA3\xCE\x91\xCE\xA3*"}) {
    EXPECT_TRUE(Matches(term, "\xCF\x83\xCE\xB1\xCF\x82")) << term;
  }
}

TEST(Globs, ALoneStarIsAnyOneWord) {
  EXPECT_TRUE(Matches("power * people", "power over people"));
  EXPECT_TRUE(Matches("power * people", "Power of people."));
  EXPECT_FALSE(Matches("power * people", "power people"));
}

TEST(Phrases, ApostrophesAreAlikeAndSpacesMayDouble) {
  EXPECT_TRUE(Matches("isn't", "It isn\xE2\x80\x99t."));
  EXPECT_TRUE(Matches("isn\xE2\x80\x99t", "It isn't."));
  EXPECT_TRUE(Matches("social  care", "Social care."));
}

TEST(NestedScope, ATermTwiceInOneKeyCountsOnce) {
  EXPECT_EQ(Lookup({{"k", {"NHS*", "nhs*"}}}, "The NHS.", "key"), "k");
}

TEST(Globs, AQuestionMarkIsOneCharacter) {
  EXPECT_FALSE(Matches("wom?n", "Womn came."));
  EXPECT_TRUE(Matches("caf?", "The caf\xC3\xA9 is open."));
  EXPECT_TRUE(Matches("caf\xC3\xA9", "The cafe\xCC\x81 is open."));
}

TEST(Globs, OfStarsAloneAreNoExplosion) {
  EXPECT_EQ(Lookup({{"k", {"*"}}}, "They came home.", "key"), "k k k");
  EXPECT_EQ(Lookup({{"k", {"* * *"}}}, "They all came home now.", "key"), "k");
}

TEST(Phrases, UnderscoresJoinWordsAsCompoundsDo) {
  EXPECT_TRUE(Matches("social care", "In social care."));
  EXPECT_TRUE(Matches("social_care", "In social_care."));
  EXPECT_FALSE(Matches("social care", "In social cares."));
}

TEST(Phrases, PunctuationEndsThemUnlessItIsTheirs) {
  EXPECT_FALSE(Matches("social care", "social, care"));
  EXPECT_TRUE(Matches("red, white", "In red, white and blue."));
  EXPECT_TRUE(Matches("red , white", "In red, white and blue."));
  EXPECT_FALSE(Matches("red, white", "In red white and blue."));
  EXPECT_TRUE(Matches("24/7", "Open 24/7."));
  EXPECT_TRUE(Matches("long-term", "Long-term care."));
  EXPECT_FALSE(Matches("long-term", "A long - term."));
  EXPECT_TRUE(Matches("\xE2\x80\x9Cour kind\xE2\x80\x9D",
                      "They say \xE2\x80\x9Cour kind\xE2\x80\x9D now."));
}

// What quanteda's tokeniser cuts apart, "\xC2\xA3" and "1.5m", matches as it is
// written in the dictionary.
TEST(Phrases, FiguresAndAddressesMatchAsWritten) {
  EXPECT_TRUE(Matches("day-to-day", "In day-to-day life."));
  EXPECT_TRUE(Matches("co-production", "By co-production."));
  EXPECT_TRUE(
      Matches("\xC2\xA3"
              "1.5m",
              "It cost \xC2\xA3"
              "1.5m in all."));
  EXPECT_TRUE(Matches("50%", "Some 50% of us."));
  EXPECT_TRUE(Matches("e.g.", "Help, e.g. meals."));
  EXPECT_TRUE(Matches("#care", "We say #care here."));
  EXPECT_TRUE(Matches("@carers", "Ask @carers today."));
}

}  // namespace
}  // namespace framescope
