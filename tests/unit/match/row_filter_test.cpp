// Tests of RowFilter: it must never deny what was added to a row.
#include "match/row_filter.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <utility>
#include <vector>

namespace framescope {
namespace {

constexpr std::uint32_t kAllPlaces = 2 * RowFilter::kPlaces;

std::uint32_t HashAt(std::uint64_t bytes, std::uint32_t place) {
  return place < RowFilter::kPlaces ? HashOfWord(bytes) : HashOfHead(bytes);
}

// Rows of 0 to 200 words, and what was added to each.
struct Filled {
  explicit Filled(std::uint32_t seed) : random(seed) {
    for (int i = 0; i < 40; ++i) {
      added.emplace_back();
      const std::size_t size = i % 4 == 0 ? random() % 200 : random() % 5;
      for (std::size_t k = 0; k < size; ++k) {
        added.back().emplace(random() & kSeven, random() % kAllPlaces);
      }
      rows.push_back(pairs.AddRow(added.back().size()));
    }
    pairs.Fill();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const auto& [bytes, place] : added[i]) {
        pairs.Add(rows[i], bytes, 1u << place);
      }
    }
  }
  std::mt19937_64 random;
  RowFilter pairs;
  std::vector<RowFilter::Row> rows;
  std::vector<std::set<std::pair<std::uint64_t, std::uint32_t>>> added;
};

TEST(RowFilter, NeverDeniesWhatWasAdded) {
  const Filled filled(20261126);
  for (std::size_t i = 0; i < filled.rows.size(); ++i) {
    for (const auto& [bytes, place] : filled.added[i]) {
      EXPECT_TRUE(
          filled.pairs.MayHold(filled.rows[i], HashAt(bytes, place), place))
          << i << " " << place;
    }
  }
}

TEST(RowFilter, NeverDeniesAWordThatMayBeAny) {
  const Filled filled(1);
  for (const RowFilter::Row row : filled.rows) {
    for (std::uint32_t place = 0; place < kAllPlaces; ++place) {
      EXPECT_TRUE(filled.pairs.MayHold(row, WordHashes::kOpen, place));
    }
  }
}

TEST(RowFilter, DeniesNearlyAllElse) {
  Filled filled(2);
  int held = 0, asked = 0;
  for (std::size_t i = 0; i < filled.rows.size(); ++i) {
    for (int k = 0; k < 500; ++k, ++asked) {
      const std::uint64_t bytes = filled.random() & kSeven;
      const auto place = static_cast<std::uint32_t>(k) % kAllPlaces;
      if (filled.pairs.MayHold(filled.rows[i], HashAt(bytes, place), place)) {
        ++held;
      }
    }
  }
  EXPECT_LT(held, asked / 20);
}

TEST(RowFilter, TellsSidesAndHeadsApart) {
  const std::uint64_t bytes = 'w' | 'o' << 8 | 'r' << 16 | 'd' << 24;
  // The hashes of a word of four letters and of its head are the same.
  const std::uint32_t hash = HashOfHead(bytes);
  for (std::uint32_t place = 0; place < kAllPlaces; ++place) {
    RowFilter pairs;
    const RowFilter::Row row = pairs.AddRow(1);
    pairs.Fill();
    pairs.Add(row, bytes, 1u << place);
    for (std::uint32_t other = 0; other < kAllPlaces; ++other) {
      EXPECT_EQ(pairs.MayHold(row, hash, other), place / 8 == other / 8)
          << place << " " << other;
    }
  }
}

TEST(RowFilter, HoldsTheWordsAndHeadsOfGlobs) {
  RowFilter pairs;
  FirstBytes first;
  AppendFirstBytes("people", &first);
  AppendFirstBytes(std::string("under") + kAnyLetters, &first);
  ASSERT_EQ(first.words.size(), 1u);
  ASSERT_EQ(first.heads.size(), 1u);
  const RowFilter::Row row = pairs.AddRow(2);
  pairs.Fill();
  pairs.Add(row, first);
  EXPECT_TRUE(pairs.MayHoldWord(row, HashOfWord(first.words[0])));
  EXPECT_TRUE(pairs.MayHoldHead(row, HashOfHead(first.heads[0])));
  EXPECT_FALSE(pairs.MayHoldHead(row, HashOfHead(first.words[0])));
  EXPECT_FALSE(pairs.MayHoldWord(row, HashOfHead(first.heads[0])));
}

TEST(RowFilter, MayBeAskedWithoutRows) {
  RowFilter pairs;
  pairs.Fill();
  EXPECT_FALSE(pairs.MayHoldWord({}, 12345));
}

TEST(Wanted, NumbersThePlacesAroundAWord) {
  std::set<std::uint32_t> places;
  for (std::int32_t d = 1; d <= 8; ++d) {
    const auto distance = static_cast<std::uint32_t>(d);
    for (const bool after : {false, true}) {
      const std::uint32_t place = Wanted::PlaceOf(after, distance);
      EXPECT_LT(place, RowFilter::kPlaces);
      EXPECT_EQ(Wanted::OffsetOf(place), after ? d : -d);
      EXPECT_EQ(Wanted::OffsetOf(RowFilter::kPlaces + place), after ? d : -d);
      places.insert(place);
    }
  }
  EXPECT_EQ(places.size(), 16u);
}

}  // namespace
}  // namespace framescope
