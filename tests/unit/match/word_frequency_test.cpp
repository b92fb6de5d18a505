// Tests of WordFrequency.
#include "match/word_frequency.hpp"

#include <gtest/gtest.h>

#include <string>

#include "match/pattern.hpp"

namespace framescope {
namespace {

TEST(WordFrequency, CommonWordsAreMoreFrequentThanRareOnes) {
  const WordFrequency frequency;
  EXPECT_GT(frequency.PerMillion("the"), frequency.PerMillion("people"));
  EXPECT_GT(frequency.PerMillion("people"),
            frequency.PerMillion("springboard"));
}

TEST(WordFrequency, AStemIsAsFrequentAsAllItsWords) {
  const WordFrequency frequency;
  const std::string stem = std::string("peop") + kAnyLetters;
  EXPECT_GT(frequency.PerMillion(stem), frequency.PerMillion("people"));
  EXPECT_GT(frequency.PerMillion(std::string(1, kAnyLetters)),
            frequency.PerMillion("the"));
}

TEST(WordFrequency, LongStemsAreRare) {
  const WordFrequency frequency;
  EXPECT_LT(frequency.PerMillion(std::string("trampol") + kAnyLetters), 100u);
}

}  // namespace
}  // namespace framescope
