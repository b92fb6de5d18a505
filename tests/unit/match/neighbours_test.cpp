// Tests of Neighbours: what stands at its place is never denied, and nearly all
// else is.
#include "match/neighbours.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "match/pattern.hpp"
#include "unit/match/hashed_words.hpp"

namespace framescope {
namespace {

const std::string kStar(1, kAnyLetters);
constexpr std::uint32_t kAllPlaces = 0xFFFF;

TEST(Places, AreBitsOfTheEightWordsOnEachSide) {
  std::uint32_t all = 0;
  for (std::uint32_t d = 1; d <= Places::kReach; ++d) {
    EXPECT_EQ(Places::Of(true, d), 1u << (7 + d));
    EXPECT_EQ(Places::Of(false, d), 1u << (8 - d));
    all |= Places::Of(true, d) | Places::Of(false, d);
  }
  EXPECT_EQ(all, kAllPlaces);
}

TEST(Places, LieBetweenTwoDistances) {
  EXPECT_EQ(Places::Between(true, 2, 4),
            Places::Of(true, 2) | Places::Of(true, 3) | Places::Of(true, 4));
  EXPECT_EQ(Places::Between(false, 1, 2),
            Places::Of(false, 1) | Places::Of(false, 2));
  EXPECT_EQ(Places::Between(true, 8, 8), Places::Of(true, 8));
}

TEST(Places, AreAskedByHowFarBehindTheWordTheyAre) {
  for (std::uint32_t places = 0; places <= kAllPlaces; places += 37) {
    std::set<int> asked, wanted;
    for (int d = 1; d <= 8; ++d) {
      if ((places >> (7 + d) & 1) != 0) wanted.insert(d);
      if ((places >> (8 - d) & 1) != 0) wanted.insert(-d);
    }
    EXPECT_FALSE(Places::Any(places, [&asked](int offset) {
      asked.insert(offset);
      return false;
    }));
    EXPECT_EQ(asked, wanted);
    for (int d = -8; d <= 8; ++d) {
      EXPECT_EQ(Places::Any(places, [d](int offset) { return offset == d; }),
                wanted.count(d) != 0);
    }
  }
}

TEST(CodeSet, IsWhatAShuffleTakes) {
  EXPECT_EQ(sizeof(CodeSet), 16u);
  EXPECT_EQ(WordHashes::kCodes, 128u);
  for (std::uint32_t code = 0; code < 128; ++code) {
    CodeSet set;
    set.Add(static_cast<std::uint8_t>(code));
    for (std::uint32_t byte = 0; byte < 16; ++byte) {
      EXPECT_EQ(set.bits[byte], byte == code % 16 ? 1u << code / 16 : 0u);
    }
  }
}

TEST(CodeSet, HoldsWhatWasAddedAndNothingElse) {
  for (std::uint32_t code = 0; code < WordHashes::kCodes; ++code) {
    CodeSet set;
    set.Add(static_cast<std::uint8_t>(code));
    for (std::uint32_t other = 0; other < WordHashes::kCodes; ++other) {
      EXPECT_EQ(set.Holds(static_cast<std::uint8_t>(other)), other == code);
    }
  }
}

TEST(CodeSet, TakesInAllOfAnother) {
  CodeSet set, other;
  set.Add(std::uint8_t{3});
  other.Add(std::uint8_t{0x43});
  other.Add(std::uint8_t{0x70});
  set.Add(other);
  for (std::uint32_t code = 0; code < WordHashes::kCodes; ++code) {
    EXPECT_EQ(set.Holds(static_cast<std::uint8_t>(code)),
              code == 3 || code == 0x43 || code == 0x70);
  }
}

// Eight words before a word and eight behind it, where `number` of all
// seventeen is `word`.
std::string TextWith(const std::string& word, std::uint32_t number) {
  std::string text;
  for (std::uint32_t i = 0; i < 17; ++i) {
    text += (i == number ? word : "of") + ' ';
  }
  return text;
}

Neighbours NearOf(const std::vector<std::string>& globs, std::uint32_t places) {
  Neighbours near;
  near.places = places;
  near.Add(FirstBytesOf(globs));
  return near;
}

// Calls `check` with each place, its bit, and the number of the word there in
// TextWith().
template <typename Check>
void ForEachPlace(const Check& check) {
  for (std::uint32_t bit = 0; bit < 16; ++bit) {
    check(1u << bit, bit < 8 ? bit : bit + 1);
  }
}

TEST(Neighbours, StandAtTheirPlaceAndAtNoOther) {
  const std::vector<std::string> globs = {"people", "valu" + kStar};
  for (const char* word : {"People's", "VALUABLES", "valu"}) {
    for (std::uint32_t stands = 0; stands < 17; ++stands) {
      const HashedWords text(TextWith(word, stands));
      ForEachPlace([&](std::uint32_t place, std::uint32_t number) {
        EXPECT_EQ(NearOf(globs, place).MayStand(text.hashes.codes(), 8),
                  number == stands)
            << word << " " << stands << " " << place;
        EXPECT_EQ(NeighbourWords(FirstBytesOf(globs))
                      .MayStand(text.hashes.codes(), 8, place),
                  number == stands)
            << word << " " << stands << " " << place;
      });
    }
  }
}

TEST(Neighbours, MayBeAnyWordThatIsNotAscii) {
  ForEachPlace([](std::uint32_t place, std::uint32_t number) {
    const HashedWords text(TextWith("\u00fcber", number));
    EXPECT_TRUE(NearOf({"people"}, place).MayStand(text.hashes.codes(), 8));
    EXPECT_TRUE(NeighbourWords(FirstBytesOf({"people"}))
                    .MayStand(text.hashes.codes(), 8, place));
    // Of words of which no byte is known, nothing else is.
    EXPECT_TRUE(NearOf({"\u00fcber"}, place).MayStand(text.hashes.codes(), 8));
    EXPECT_TRUE(NeighbourWords().MayStand(text.hashes.codes(), 8, place));
    const HashedWords other(TextWith("people", number));
    EXPECT_FALSE(
        NearOf({"\u00fcber"}, place).MayStand(other.hashes.codes(), 8));
    EXPECT_FALSE(NeighbourWords().MayStand(other.hashes.codes(), 8, place));
  });
}

TEST(Neighbours, StandNeitherBeforeTheFirstWordNorBehindTheLast) {
  for (std::uint32_t size = 1; size <= 20; ++size) {
    std::string words;
    for (std::uint32_t i = 0; i < size; ++i) words += "people ";
    const HashedWords text(words);
    for (std::uint32_t i = 0; i < size; ++i) {
      ForEachPlace([&](std::uint32_t place, std::uint32_t number) {
        const bool inside = i + number >= 8 && i + number < size + 8;
        EXPECT_EQ(NearOf({"people"}, place).MayStand(text.hashes.codes(), i),
                  inside)
            << size << " " << i << " " << place;
        EXPECT_EQ(NeighbourWords(FirstBytesOf({"people"}))
                      .MayStand(text.hashes.codes(), i, place),
                  inside)
            << size << " " << i << " " << place;
      });
    }
  }
}

TEST(Neighbours, StandAtAnyOfTheirPlaces) {
  const HashedWords text(TextWith("people", 10));
  const NeighbourWords words(FirstBytesOf({"people"}));
  for (const bool after : {false, true}) {
    const std::uint32_t places = Places::Between(after, 1, 3);
    EXPECT_EQ(NearOf({"people"}, places).MayStand(text.hashes.codes(), 8),
              after);
    EXPECT_EQ(words.MayStand(text.hashes.codes(), 8, places), after);
  }
  EXPECT_TRUE(NearOf({"people"}, kAllPlaces).MayStand(text.hashes.codes(), 8));
  EXPECT_FALSE(NearOf({"people"}, 0).MayStand(text.hashes.codes(), 8));
  EXPECT_FALSE(words.MayStand(text.hashes.codes(), 8, 0));
}

TEST(Neighbours, TakeInOthersWithTheirPlaces) {
  Neighbours near = NearOf({"people"}, Places::Of(true, 1));
  near.Add(NearOf({"care"}, Places::Of(false, 2)));
  EXPECT_EQ(near.places, Places::Of(true, 1) | Places::Of(false, 2));
  EXPECT_TRUE(
      near.MayStand(HashedWords(TextWith("people", 9)).hashes.codes(), 8));
  EXPECT_TRUE(
      near.MayStand(HashedWords(TextWith("care", 6)).hashes.codes(), 8));
  EXPECT_FALSE(
      near.MayStand(HashedWords(TextWith("care", 7)).hashes.codes(), 8));
}

bool MayBe(const NeighbourWords& words, const std::string& word) {
  const HashedWords text(word, {{0, static_cast<std::uint32_t>(word.size())}});
  return words.MayBe(text.hashes.codes(), 0);
}

TEST(NeighbourWords, TellWordsApartThatShareAHead) {
  const NeighbourWords words(FirstBytesOf({"community", "care"}));
  EXPECT_TRUE(MayBe(words, "Community"));
  EXPECT_TRUE(MayBe(words, "care"));
  for (const char* other : {"common", "commute", "careful", "caretaker"}) {
    EXPECT_FALSE(MayBe(words, other)) << other;
  }
}

TEST(NeighbourWords, TakeAnyWordWithAHead) {
  const NeighbourWords words(FirstBytesOf({"commun" + kStar, "people"}));
  for (const char* word :
       {"commune", "Communities", "communal", "commun", "people"}) {
    EXPECT_TRUE(MayBe(words, word)) << word;
  }
  for (const char* other : {"compare", "com", "the", "carers"}) {
    EXPECT_FALSE(MayBe(words, other)) << other;
  }
}

TEST(NeighbourWords, TakeStemsOfSevenLettersAsWords) {
  const NeighbourWords words(FirstBytesOf({"understaff" + kStar}));
  EXPECT_TRUE(MayBe(words, "understaffed"));
  EXPECT_FALSE(MayBe(words, "underdog"));
}

TEST(NeighbourWords, MayBeAnyWhereTheirBytesAreNotKnown) {
  const FirstBytes any = FirstBytesOf({"c" + kStar});
  ASSERT_TRUE(any.any);
  NeighbourWords words(FirstBytesOf({"people"}));
  words.Add(any);
  for (const char* word : {"care", "a", "people", "of", "\u00fcber"}) {
    EXPECT_TRUE(MayBe(words, word)) << word;
    EXPECT_TRUE(MayBe(NeighbourWords(any), word)) << word;
  }
}

std::string RandomWord(std::mt19937* random, std::size_t least,
                       std::size_t most) {
  std::string word(least + (*random)() % (most - least + 1), 'a');
  for (char& letter : word) {
    letter = static_cast<char>('a' + (*random)() % 26);
  }
  return word;
}

TEST(NeighbourWords, NeverDenyWhatWasAdded) {
  std::mt19937 random(20261126);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> globs;
    std::string text;
    for (std::size_t k = 1 + random() % 40; k > 0; --k) {
      std::string word = RandomWord(&random, 1, 10);
      globs.push_back(word);
      if (random() % 3 == 0) {
        globs.back() += kStar;
        word += RandomWord(&random, 1, 4);
      }
      text += word + (random() % 4 == 0 ? "'s " : " ");
    }
    const NeighbourWords words(FirstBytesOf(globs));
    const HashedWords in(text);
    for (std::uint32_t i = 0; i < in.size(); ++i) {
      EXPECT_TRUE(words.MayBe(in.hashes.codes(), i)) << in.tokens.word(i);
    }
  }
}

// How many of 10,000 other words pass.
template <typename Passes>
int CountOthers(const std::vector<std::string>& words, const Passes& passes) {
  std::mt19937 random(20261127);
  int passed = 0;
  for (int i = 0; i < 10000; ++i) {
    const std::string other = RandomWord(&random, 8, 8);
    bool is_other = true;
    for (const std::string& word : words) {
      is_other = is_other && other.compare(0, 7, word, 0, 7) != 0;
    }
    if (is_other && passes(other)) ++passed;
  }
  return passed;
}

// Of one word and the open code, 2 of 128 codes of heads and as many of words
// pass: (2/128)^2 of 10,000 others are 2. Of twenty words 21 of 128 pass at
// most: (21/128)^2 of 10,000 are 269, and two standard deviations more 302.
TEST(NeighbourWords, DenyNearlyAllElse) {
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> some;
    for (int i = 0; i < 20; ++i) some.push_back(RandomWord(&random, 8, 8));
    const NeighbourWords one(FirstBytesOf({some[0]}));
    EXPECT_LT(
        CountOthers({some[0]},
                    [&one](const auto& word) { return MayBe(one, word); }),
        20);
    const NeighbourWords all(FirstBytesOf(some));
    EXPECT_LT(CountOthers(
                  some, [&all](const auto& word) { return MayBe(all, word); }),
              302);
  }
}

TEST(Neighbours, DenyNearlyAllElse) {
  const std::uint32_t next = Places::Of(true, 1);
  std::mt19937 random(1);
  for (int round = 0; round < 5; ++round) {
    const std::string word = RandomWord(&random, 8, 8);
    const Neighbours near = NearOf({word}, next);
    EXPECT_LT(CountOthers({word},
                          [&near](const std::string& other) {
                            return near.MayStand(
                                HashedWords("of " + other).hashes.codes(), 0);
                          }),
              20);
  }
}

TEST(Need, IsNothingAtFirst) {
  const Needs needs{};
  for (const Need& need : needs) EXPECT_EQ(need.places, 0u);
}

}  // namespace
}  // namespace framescope
