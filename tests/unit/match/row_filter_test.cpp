// Tests of RowFilter: it must never deny what was added to a row.
#include "match/row_filter.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "match/pattern.hpp"
#include "unit/match/hashed_words.hpp"

namespace framescope {
namespace {

const std::string kStar(1, kAnyLetters);

// By the first bytes of a word.
bool MayHold(const RowFilter& filter, RowFilter::Row row, std::uint64_t bytes) {
  return filter.MayHold(row, HashOfWord(bytes), HashOfHead(bytes));
}

// Rows of 0 to 200 words and heads, and what was added to each.
struct Filled {
  explicit Filled(std::uint32_t seed) : random(seed) {
    for (int i = 0; i < 40; ++i) {
      added.emplace_back();
      FirstBytes& first = added.back();
      for (std::size_t k = i % 4 == 0 ? random() % 200 : random() % 5; k > 0;
           --k) {
        if (random() % 2 == 0) {
          first.words.push_back(random() & kSeven);
        } else {
          first.heads.push_back(static_cast<std::uint32_t>(random()));
        }
      }
      rows.push_back(filter.AddRow(first.words.size() + first.heads.size()));
    }
    filter.Fill();
    for (std::size_t i = 0; i < rows.size(); ++i) filter.Add(rows[i], added[i]);
  }
  std::mt19937_64 random;
  RowFilter filter;
  std::vector<RowFilter::Row> rows;
  std::vector<FirstBytes> added;
};

TEST(RowFilter, NeverDeniesWhatWasAdded) {
  Filled filled(20261126);
  for (std::size_t i = 0; i < filled.rows.size(); ++i) {
    const RowFilter::Row row = filled.rows[i];
    for (const std::uint64_t word : filled.added[i].words) {
      EXPECT_TRUE(MayHold(filled.filter, row, word)) << i;
    }
    for (const std::uint64_t head : filled.added[i].heads) {
      EXPECT_TRUE(MayHold(filled.filter, row, head)) << i;
      // Whatever follows it.
      const std::uint64_t more = filled.random() << 32 & kSeven;
      EXPECT_TRUE(MayHold(filled.filter, row, head | more)) << i;
    }
  }
}

TEST(RowFilter, NeverDeniesAWordThatMayBeAny) {
  const Filled filled(1);
  for (const RowFilter::Row row : filled.rows) {
    EXPECT_TRUE(
        filled.filter.MayHold(row, WordHashes::kOpen, WordHashes::kOpen));
  }
}

TEST(RowFilter, DeniesNearlyAllElse) {
  Filled filled(2);
  int held = 0, asked = 0;
  for (const RowFilter::Row row : filled.rows) {
    for (int k = 0; k < 500; ++k, ++asked) {
      if (MayHold(filled.filter, row, filled.random() & kSeven)) ++held;
    }
  }
  EXPECT_LT(held, asked / 20);
}

TEST(RowFilter, TellsWordsAndHeadsApart) {
  RowFilter filter;
  const RowFilter::Row words = filter.AddRow(1), heads = filter.AddRow(1);
  filter.Fill();
  // The hashes of a word of four letters and of its head are the same.
  const FirstBytes whole = FirstBytesOf({"care"});
  const FirstBytes stem = FirstBytesOf({"care" + kStar});
  ASSERT_EQ(HashOfWord(whole.words[0]), HashOfHead(stem.heads[0]));
  filter.Add(words, whole);
  filter.Add(heads, stem);
  const std::uint64_t care = BytesOneByOne("care");
  const std::uint64_t careful = BytesOneByOne("careful");
  EXPECT_TRUE(MayHold(filter, words, care));
  EXPECT_TRUE(MayHold(filter, heads, care));
  EXPECT_FALSE(MayHold(filter, words, careful));
  EXPECT_TRUE(MayHold(filter, heads, careful));
}

TEST(RowFilter, HoldsAllWhereMoreIsAddedThanCanBeNamed) {
  RowFilter filter;
  const RowFilter::Row none = filter.AddRow(0), many = filter.AddRow(100),
                       other = filter.AddRow(1);
  filter.Fill();
  const FirstBytes any = FirstBytesOf({"people", "c" + kStar});
  ASSERT_TRUE(any.any);
  filter.Add(none, any);
  filter.Add(many, any);
  std::mt19937_64 random(20261126);
  for (int i = 0; i < 1000; ++i) {
    const std::uint64_t bytes = random() & kSeven;
    EXPECT_TRUE(MayHold(filter, none, bytes));
    EXPECT_TRUE(MayHold(filter, many, bytes));
    EXPECT_FALSE(MayHold(filter, other, bytes));
  }
}

TEST(RowFilter, MayBeAskedAboutRowsOfNothing) {
  RowFilter filter;
  const RowFilter::Row row = filter.AddRow(0);
  filter.Fill();
  EXPECT_FALSE(MayHold(filter, row, BytesOneByOne("care")));
}

}  // namespace
}  // namespace framescope
