// Tests of WordBloom: it must never deny what was added.
#include "match/word_bloom.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <random>
#include <string>
#include <vector>

#include "match/pattern.hpp"
#include "unit/match/hashed_words.hpp"

namespace framescope {
namespace {

const std::string kStar(1, kAnyLetters);

// Room for so many words and heads.
struct Filter {
  explicit Filter(std::size_t size) : blocks(WordBloom::BlocksFor(size), 0) {}
  void Add(const FirstBytes& first) { WordBloom::Add(first, blocks); }
  bool MayHold(std::uint32_t word, std::uint32_t head) const {
    return WordBloom::MayHold(blocks.data(),
                              static_cast<std::uint32_t>(blocks.size() - 1),
                              word, head);
  }
  // By the first bytes of a word.
  bool MayHold(std::uint64_t bytes) const {
    return MayHold(HashOfWord(bytes), HashOfHead(bytes));
  }
  std::vector<std::uint32_t> blocks;
};

// Filters of 0 to 200 words and heads, and what was added to each.
struct Filled {
  explicit Filled(std::uint32_t seed) : random(seed) {
    for (int i = 0; i < 40; ++i) {
      FirstBytes& first = added.emplace_back();
      for (std::size_t k = i % 4 == 0 ? random() % 200 : random() % 5; k > 0;
           --k) {
        if (random() % 2 == 0) {
          first.words.push_back(random() & kSeven);
        } else {
          first.heads.push_back(static_cast<std::uint32_t>(random()));
        }
      }
      filters.emplace_back(first.size()).Add(first);
    }
  }
  std::mt19937_64 random;
  std::vector<Filter> filters;
  std::vector<FirstBytes> added;
};

TEST(WordBloom, TakesAPowerOfTwoOfBlocks) {
  for (std::size_t size = 0; size < 1000; ++size) {
    const std::uint32_t blocks = WordBloom::BlocksFor(size);
    EXPECT_TRUE(std::has_single_bit(blocks)) << size;
    EXPECT_GE(32 * blocks, 20 * size) << size;
  }
}

TEST(WordBloom, NeverDeniesWhatWasAdded) {
  Filled filled(20261126);
  for (std::size_t i = 0; i < filled.filters.size(); ++i) {
    const Filter& filter = filled.filters[i];
    for (const std::uint64_t word : filled.added[i].words) {
      EXPECT_TRUE(filter.MayHold(word)) << i;
    }
    for (const std::uint64_t head : filled.added[i].heads) {
      EXPECT_TRUE(filter.MayHold(head)) << i;
      // Whatever follows it.
      const std::uint64_t more = filled.random() << 32 & kSeven;
      EXPECT_TRUE(filter.MayHold(head | more)) << i;
    }
  }
}

TEST(WordBloom, NeverDeniesAWordThatMayBeAny) {
  for (const Filter& filter : Filled(1).filters) {
    EXPECT_TRUE(filter.MayHold(WordHashes::kOpen, WordHashes::kOpen));
  }
}

TEST(WordBloom, DeniesNearlyAllElse) {
  Filled filled(2);
  int held = 0, asked = 0;
  for (const Filter& filter : filled.filters) {
    for (int k = 0; k < 500; ++k, ++asked) {
      if (filter.MayHold(filled.random() & kSeven)) ++held;
    }
  }
  EXPECT_LT(held, asked / 20);
}

TEST(WordBloom, TellsWordsAndHeadsApart) {
  Filter words(1), heads(1);
  // The hashes of a word of four letters and of its head are the same.
  const FirstBytes whole = FirstBytesOf({"care"});
  const FirstBytes stem = FirstBytesOf({"care" + kStar});
  ASSERT_EQ(HashOfWord(whole.words[0]), HashOfHead(stem.heads[0]));
  words.Add(whole);
  heads.Add(stem);
  const std::uint64_t care = BytesOneByOne("care");
  const std::uint64_t careful = BytesOneByOne("careful");
  EXPECT_TRUE(words.MayHold(care));
  EXPECT_TRUE(heads.MayHold(care));
  EXPECT_FALSE(words.MayHold(careful));
  EXPECT_TRUE(heads.MayHold(careful));
}

TEST(WordBloom, HoldsAllWhereMoreIsAddedThanCanBeNamed) {
  Filter none(0), many(100), other(1);
  const FirstBytes any = FirstBytesOf({"people", "c" + kStar});
  ASSERT_TRUE(any.any);
  none.Add(any);
  many.Add(any);
  std::mt19937_64 random(20261126);
  for (int i = 0; i < 1000; ++i) {
    const std::uint64_t bytes = random() & kSeven;
    EXPECT_TRUE(none.MayHold(bytes));
    EXPECT_TRUE(many.MayHold(bytes));
    EXPECT_FALSE(other.MayHold(bytes));
  }
}

TEST(WordBloom, HoldsNothingAtFirst) {
  EXPECT_FALSE(Filter(0).MayHold(BytesOneByOne("care")));
}

}  // namespace
}  // namespace framescope
