// Tests of SeededHash: no two hashes share a place, and what cannot be told
// apart is given up soon.
#include "match/seeded_hash.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

namespace framescope {
namespace {

std::vector<std::uint32_t> RandomHashes(std::size_t size) {
  std::mt19937 random(20261126);
  std::set<std::uint32_t> hashes;
  while (hashes.size() < size) {
    hashes.insert(static_cast<std::uint32_t>(random()));
  }
  return {hashes.begin(), hashes.end()};
}

// Four times the least power of two with room for half as many again.
std::size_t MostPlaces(std::size_t hashes) {
  const std::size_t size = std::max<std::size_t>(hashes, 64);
  return 4 * std::bit_ceil(size + size / 2);
}

TEST(SeededHash, GivesEveryHashItsOwnPlace) {
  for (const std::size_t size : {0u, 1u, 10u, 5000u, 200000u}) {
    const std::vector<std::uint32_t> hashes = RandomHashes(size);
    SeededHash places;
    ASSERT_TRUE(places.Build(hashes)) << size;
    EXPECT_TRUE(std::has_single_bit(places.places()));
    EXPECT_GE(2 * places.places(), 3 * size);
    EXPECT_LE(places.places(), MostPlaces(size));
    std::vector<bool> taken(places.places(), false);
    for (const std::uint32_t hash : hashes) {
      const std::uint32_t place = places.PlaceOf(hash);
      ASSERT_LT(place, places.places());
      EXPECT_FALSE(taken[place]) << size;
      taken[place] = true;
    }
  }
}

TEST(SeededHash, GivesHashesThatItDoesNotKnowAPlaceTooThatExists) {
  SeededHash places;
  const auto check = [&places] {
    for (const std::uint32_t hash : RandomHashes(1000)) {
      EXPECT_LT(places.PlaceOf(hash), places.places());
    }
    EXPECT_LT(places.PlaceOf(0), places.places());
    EXPECT_LT(places.PlaceOf(~0u), places.places());
  };
  check();
  ASSERT_TRUE(places.Build({}));
  check();
  ASSERT_TRUE(places.Build({1, 2, 3}));
  check();
}

TEST(SeededHash, TellsAFewHashesApartThatShareTheirLowBits) {
  SeededHash places;
  std::vector<std::uint32_t> hashes;
  for (std::uint32_t i = 0; i < 20; ++i) hashes.push_back(i << 20);
  ASSERT_TRUE(places.Build(hashes));
  std::set<std::uint32_t> taken;
  for (const std::uint32_t hash : hashes) taken.insert(places.PlaceOf(hash));
  EXPECT_EQ(taken.size(), hashes.size());
}

TEST(SeededHash, GivesUpOnManyHashesThatShareTheirLowBits) {
  std::vector<std::uint32_t> hashes = RandomHashes(3000);
  std::set<std::uint32_t> alike;
  for (const std::uint32_t hash : hashes) alike.insert(hash & ~0xFFFu);
  hashes.assign(alike.begin(), alike.end());
  ASSERT_GT(hashes.size(), 2500u);
  SeededHash places;
  EXPECT_FALSE(places.Build(hashes));
  EXPECT_LE(places.places(), MostPlaces(hashes.size()));
}

TEST(SeededHash, GivesUpOnAHashThatIsThereTwice) {
  SeededHash places;
  EXPECT_FALSE(places.Build({7, 8, 7}));
  EXPECT_LE(places.places(), MostPlaces(3));
}

}  // namespace
}  // namespace framescope
