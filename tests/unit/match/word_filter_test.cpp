// Tests of WordFilter: it must never drop a word that a glob describes.
#include "match/word_filter.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "match/pattern.hpp"
#include "match/word_bytes.hpp"
#include "match/word_index.hpp"
#include "unicode/fold.hpp"

namespace framescope {
namespace {

const std::string kStar(1, kAnyLetters);
const std::string kOne(1, kOneLetter);

bool Passes(const WordFilter& filter, const std::string& word,
            const std::string& behind = "") {
  const std::string text = word + behind;
  const std::vector<Span> words = {
      {0, static_cast<std::uint32_t>(word.size())}};
  std::uint32_t out = 7;
  return filter.Scan(text, words, 0, 1, &out) == 1 && out == 0;
}

WordFilter FilterOf(const std::vector<std::string>& globs) {
  WordFilter filter;
  for (const std::string& glob : globs) filter.Add(glob);
  filter.Finish();
  return filter;
}

TEST(WordFilter, LetsItsWordsThroughInAnyCase) {
  const WordFilter filter = FilterOf({"burden", "gp", "vulnerable"});
  for (const char* word : {"burden", "Burden", "BURDEN", "GP", "gp",
                           "Vulnerable", "vulnerable's", "GP's", "burden's"}) {
    EXPECT_TRUE(Passes(filter, word)) << word;
    EXPECT_TRUE(Passes(filter, word, " and more text")) << word;
  }
}

TEST(WordFilter, StopsWhatBeginsOtherwise) {
  const WordFilter filter = FilterOf({"burden", "gp", "crisis" + kStar});
  for (const char* word :
       {"burdens", "gps", "g", "cris", "critic", "the", "burde", "it's"}) {
    EXPECT_FALSE(Passes(filter, word)) << word;
    EXPECT_FALSE(Passes(filter, word, " and more text")) << word;
  }
  EXPECT_TRUE(Passes(filter, "crisis-hit"));
}

TEST(WordFilter, LetsStemsOfAnyLengthThrough) {
  const WordFilter filter =
      FilterOf({"u" + kStar, "di" + kStar, "w" + kOne + "men"});
  for (const char* word : {"u", "under", "Disabled", "women", "WOMEN"}) {
    EXPECT_TRUE(Passes(filter, word)) << word;
  }
  EXPECT_FALSE(Passes(filter, "able"));
}

TEST(WordFilter, LetsEverythingThroughForAGlobWithoutABeginning) {
  const WordFilter filter = FilterOf({kStar + "abled"});
  EXPECT_TRUE(Passes(filter, "disabled"));
  EXPECT_TRUE(Passes(filter, "x"));
}

TEST(WordFilter, NeverDropsAWordThatIsNotAscii) {
  const WordFilter filter = FilterOf({"cafe", "caf\u00e9", "can't"});
  EXPECT_TRUE(Passes(filter, "cafe\u0301"));
  EXPECT_TRUE(Passes(filter, "caf\u00e9"));
  EXPECT_TRUE(Passes(filter, "can\u2019t"));
}

// The surface forms that fold to a key, with ignorable characters, marks,
// ligatures and possessive endings in all places.
TEST(WordFilter, NeverDropsAWordThatFoldsToAKey) {
  std::mt19937 random(20261125);
  const std::vector<std::string> pieces = {
      "a",      "b",       "S",      "e",      "fi",     "\ufb01",
      "\u00ad", "\u0301",  "\u212a", "\u017f", "'",      "\u2019",
      "'s",     "\u2019s", "1",      "\uff21", "\u00df", "k"};
  for (int i = 0; i < 20000; ++i) {
    std::string word;
    const int size = 1 + static_cast<int>(random() % 12);
    for (int k = 0; k < size; ++k) word += pieces[random() % pieces.size()];
    const std::string key = FoldKey(word);
    // No segmenter leaves an apostrophe at the end of a word.
    if (key.empty() || FoldCase(word).back() == '\'') continue;
    EXPECT_TRUE(Passes(FilterOf({key}), word)) << word;
    const std::size_t cut = 1 + random() % key.size();
    const std::string glob = key.substr(0, cut) + kStar;
    if (GlobMatches(glob, key)) {
      EXPECT_TRUE(Passes(FilterOf({glob}), word)) << word << " " << cut;
    }
  }
}

TEST(WordFilter, KeepsWordsThatShareASlotWithOthers) {
  std::mt19937 random(7);
  std::vector<std::string> keys;
  for (int i = 0; i < 5000; ++i) {
    std::string key;
    const int size = 2 + static_cast<int>(random() % 9);
    for (int k = 0; k < size; ++k) {
      key += static_cast<char>('a' + random() % 26);
    }
    keys.push_back(key);
  }
  const WordFilter filter = FilterOf(keys);
  for (const std::string& key : keys) EXPECT_TRUE(Passes(filter, key)) << key;
}

// Which words of a text pass, by number.
std::vector<std::uint32_t> Passing(const WordFilter& filter,
                                   const std::string& text) {
  std::vector<Span> words;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ') continue;
    if (i == 0 || text[i - 1] == ' ') words.push_back({i, i});
    words.back().end = i + 1;
  }
  const auto size = static_cast<std::uint32_t>(words.size());
  std::vector<std::uint32_t> out(size);
  out.resize(filter.Scan(text, words, 0, size, out.data()));
  return out;
}

WordFilter FilterNear(const std::string& glob, WordFilter::Range range,
                      const std::vector<std::string>& others) {
  WordFilter filter;
  FirstBytes first;
  for (const std::string& other : others) AppendFirstBytes(other, &first);
  filter.AddNear(glob, range, first);
  filter.Finish();
  return filter;
}

using Numbers = std::vector<std::uint32_t>;

TEST(WordFilter, LetsAWordThroughOnlyNearAnother) {
  const WordFilter filter =
      FilterNear("people", {true, 2, 3}, {"valu" + kStar, "fix"});
  EXPECT_EQ(Passing(filter, "people we value"), Numbers({0}));
  EXPECT_EQ(Passing(filter, "People whom we VALUED"), Numbers({0}));
  EXPECT_EQ(Passing(filter, "people to fix"), Numbers({0}));
  EXPECT_EQ(Passing(filter, "people fix"), Numbers());
  EXPECT_EQ(Passing(filter, "people to fixate"), Numbers());
  EXPECT_EQ(Passing(filter, "people that we all value"), Numbers());
  EXPECT_EQ(Passing(filter, "value to people"), Numbers());
}

TEST(WordFilter, LooksBackToo) {
  const WordFilter filter = FilterNear("people", {false, 1, 1}, {"fix"});
  EXPECT_EQ(Passing(filter, "fix people"), Numbers({1}));
  EXPECT_EQ(Passing(filter, "people fix"), Numbers());
}

TEST(WordFilter, KeepsAWordNearOneThatIsNotAscii) {
  const WordFilter filter = FilterNear("people", {true, 1, 1}, {"fix"});
  EXPECT_EQ(Passing(filter, "people \u00fcber alles"), Numbers({0, 1}));
}

TEST(WordFilter, TellsLongWordsApart) {
  const WordFilter filter = FilterOf({"communities", "understaff" + kStar});
  EXPECT_EQ(Passing(filter, "communities community communicating"),
            Numbers({0}));
  EXPECT_EQ(Passing(filter, "understaffed understood"), Numbers({0}));
}

TEST(WordFilter, LooksAcrossThePiecesInWhichItScans) {
  const WordFilter filter = FilterNear("people", {true, 8, 8}, {"fix"});
  std::string text;
  for (int i = 0; i < 4000; ++i) text += i % 9 == 0 ? "people " : "of ";
  EXPECT_TRUE(Passing(filter, text).empty());
  std::string wanted;
  for (int i = 0; i < 4000; ++i) {
    wanted += i % 9 == 0 ? "people " : i % 9 == 8 ? "fix " : "of ";
  }
  EXPECT_EQ(Passing(filter, wanted).size(), 445u - 1);
}

}  // namespace
}  // namespace framescope
