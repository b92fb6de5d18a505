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
#include "unit/match/hashed_words.hpp"

namespace framescope {
namespace {

const std::string kStar(1, kAnyLetters);
const std::string kOne(1, kOneLetter);

using Numbers = std::vector<std::uint32_t>;

// Which words pass, by number.
Numbers Passing(const WordFilter& filter, const HashedWords& text) {
  Numbers out(text.size() + WordFilter::kSpare);
  out.resize(filter.Scan(text.tokens, 0, text.size(), out.data()));
  return out;
}

Numbers Passing(const WordFilter& filter, const std::string& text) {
  return Passing(filter, HashedWords(text));
}

bool Passes(const WordFilter& filter, const std::string& word,
            const std::string& behind = "") {
  return Passing(filter,
                 HashedWords(word + behind,
                             {{0, static_cast<std::uint32_t>(word.size())}})) ==
         Numbers({0});
}

WordFilter FilterOf(const std::vector<std::string>& globs) {
  WordFilter filter;
  for (const std::string& glob : globs) filter.Add(glob);
  filter.Finish();
  return filter;
}

TEST(HeadOfHash, GivesBackTheBytesOfAnyHead) {
  std::mt19937_64 random(20261129);
  for (int i = 0; i < 10000; ++i) {
    const std::uint64_t bytes = random();
    EXPECT_EQ(HeadOfHash(HashOfHead(bytes)), bytes & kHeadBytes);
  }
  for (const std::uint64_t bytes : {0u, 1u, 0x80000000u, 0xFFFFFFFFu}) {
    EXPECT_EQ(HeadOfHash(HashOfHead(bytes)), bytes);
  }
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
       {"burdens", "gps", "g", "cri", "critic", "the", "burde", "it's"}) {
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

TEST(WordFilter, KeepsAllOfManyWords) {
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

WordFilter FilterNear(const std::string& glob, std::uint32_t places,
                      const std::vector<std::string>& others) {
  WordFilter filter;
  filter.AddNear(glob, places, FirstBytesOf(others));
  filter.Finish();
  return filter;
}

TEST(WordFilter, LetsAWordThroughOnlyNearAnother) {
  const WordFilter filter = FilterNear("people", Places::Between(true, 2, 3),
                                       {"valu" + kStar, "fix"});
  EXPECT_EQ(Passing(filter, "people we value"), Numbers({0}));
  EXPECT_EQ(Passing(filter, "People whom we VALUED"), Numbers({0}));
  EXPECT_EQ(Passing(filter, "people to fix"), Numbers({0}));
  EXPECT_EQ(Passing(filter, "people fix"), Numbers());
  EXPECT_EQ(Passing(filter, "people to fixate"), Numbers());
  EXPECT_EQ(Passing(filter, "people that we all value"), Numbers());
  EXPECT_EQ(Passing(filter, "value to people"), Numbers());
}

TEST(WordFilter, LooksBackToo) {
  const WordFilter filter =
      FilterNear("people", Places::Between(false, 1, 1), {"fix"});
  EXPECT_EQ(Passing(filter, "fix people"), Numbers({1}));
  EXPECT_EQ(Passing(filter, "people fix"), Numbers());
}

TEST(WordFilter, KeepsAWordNearOneThatIsNotAscii) {
  const WordFilter filter =
      FilterNear("people", Places::Between(true, 1, 1), {"fix"});
  EXPECT_EQ(Passing(filter, "people \u00fcber alles"), Numbers({0, 1}));
}

TEST(WordFilter, TellsLongWordsApartByTheirFirstSevenBytes) {
  const WordFilter filter = FilterOf({"communities", "understaff" + kStar});
  EXPECT_EQ(Passing(filter, "communities communal commune"), Numbers({0}));
  EXPECT_EQ(Passing(filter, "understaffed underused underdog"), Numbers({0}));
}

TEST(WordFilter, KeepsAWordThatIsWantedAnywhereToo) {
  WordFilter filter;
  const FirstBytes first = FirstBytesOf({"fix"});
  filter.Add("people");
  filter.AddNear("people", Places::Between(true, 1, 1), first);
  filter.AddNear("care" + kStar, Places::Between(true, 1, 1), first);
  filter.Add("care" + kStar);
  filter.Finish();
  EXPECT_EQ(Passing(filter, "people carer of fix"), Numbers({0, 1}));
}

TEST(WordFilter, LetsAShortStemThroughOnlyNearAnother) {
  const WordFilter filter =
      FilterNear("u" + kStar, Places::Between(true, 1, 1), {"fix"});
  EXPECT_EQ(Passing(filter, "u fix of under fix of us of"), Numbers({0, 3}));
}

// All that is wanted near one word is wanted at all its places.
TEST(WordFilter, TakesAllThatIsWantedNearOneWord) {
  WordFilter filter;
  const FirstBytes fix = FirstBytesOf({"fix"});
  const FirstBytes valued = FirstBytesOf({"valu" + kStar});
  filter.AddNear("people", Places::Between(true, 2, 2), fix);
  filter.AddNear("people", Places::Between(false, 1, 3), valued);
  filter.AddNear("peop" + kStar, Places::Between(true, 1, 1), valued);
  filter.Finish();
  EXPECT_EQ(Passing(filter, "people of fix"), Numbers({0}));
  EXPECT_EQ(Passing(filter, "people of valued"), Numbers({0}));
  EXPECT_EQ(Passing(filter, "people of the fix"), Numbers());
  EXPECT_EQ(Passing(filter, "values of the people"), Numbers({3}));
  EXPECT_EQ(Passing(filter, "values of all the people"), Numbers());
  // Of a stem only what is wanted near it.
  EXPECT_EQ(Passing(filter, "peoples valued of peoples fix"), Numbers({0}));
  EXPECT_EQ(Passing(filter, "valued peoples of peoples of valued"), Numbers());
}

TEST(WordFilter, ScansAnyRangeOfAText) {
  const WordFilter filter =
      FilterNear("people", Places::Between(true, 1, 2), {"fix"});
  const HashedWords text("people fix of people of fix people of");
  for (std::uint32_t first = 0; first <= text.size(); ++first) {
    for (std::uint32_t last = first; last <= text.size(); ++last) {
      Numbers out(last - first + WordFilter::kSpare), wanted;
      out.resize(filter.Scan(text.tokens, first, last, out.data()));
      for (const std::uint32_t word : {0u, 3u}) {
        if (word >= first && word < last) wanted.push_back(word);
      }
      EXPECT_EQ(out, wanted) << first << " " << last;
    }
  }
}

// Words that pass at random, some near others.
WordFilter RandomFilter(std::uint32_t seed, std::string_view kernel,
                        const std::vector<std::string>& words) {
  std::mt19937 random(seed);
  const auto any = [&] {
    std::string word = words[random() % words.size()];
    if (random() % 3 == 0) word = word.substr(0, 1 + random() % 5) + kStar;
    return word;
  };
  WordFilter filter(kernel);
  for (int i = 0; i < 6; ++i) {
    if (random() % 3 == 0) {
      filter.Add(any());
      continue;
    }
    std::vector<std::string> others;
    for (std::uint32_t k = 1 + random() % 3; k > 0; --k) {
      others.push_back(words[random() % words.size()]);
    }
    const std::uint32_t least = 1 + random() % 8;
    filter.AddNear(
        any(),
        Places::Between(
            random() % 2 == 0, least,
            least + static_cast<std::uint32_t>(random()) % (9 - least)),
        FirstBytesOf(others));
  }
  filter.Finish();
  return filter;
}

TEST(WordFilter, ScansTheSameWithEveryKernel) {
  const std::vector<std::string> words = {
      "people", "People's", "communities", "fix",       "fixed", "of",
      "us",     "under",    "a",           "caf\u00e9", "value", "valuable"};
  const std::vector<std::string> keys = {"people", "communities", "fix",
                                         "fixed",  "us",          "under",
                                         "value",  "valuable",    "car"};
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (std::size_t i = seed % 10 == 0 ? 1100 : random() % 80; i > 0; --i) {
      text += words[random() % words.size()] + ' ';
    }
    const HashedWords in(text);
    const Numbers slow = Passing(RandomFilter(seed, "portable", keys), in);
    for (const ScanKernel* kernel : AllScanKernels()) {
      EXPECT_EQ(Passing(RandomFilter(seed, kernel->name, keys), in), slow)
          << kernel->name << " " << seed;
    }
  }
}

TEST(WordFilter, LooksAcrossThePiecesInWhichItScans) {
  const WordFilter filter =
      FilterNear("people", Places::Between(true, 8, 8), {"fix"});
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
