// Tests of SlotTable: what is noted for a hash is found by it, and by no other.
#include "match/slot_table.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <vector>

namespace framescope {
namespace {

using Hashes = std::vector<std::uint32_t>;

std::uint8_t CodeFor(std::uint32_t hash) {
  return static_cast<std::uint8_t>(hash >> 5) % WordHashes::kCodes;
}

TEST(SlotTable, FindsWhatIsNotedForAHash) {
  std::mt19937 random(20261126);
  std::set<std::uint32_t> known;
  while (known.size() < 3000) {
    known.insert(static_cast<std::uint32_t>(random()));
  }
  SlotTable table;
  ASSERT_TRUE(table.Build({known.begin(), known.end()}));
  for (const std::uint32_t hash : known) {
    ASSERT_LT(table.NumberOf(hash), table.size());
    Neighbours& near = table.near(table.NumberOf(hash));
    near.places = hash ^ 3;
    near.of.heads.Add(CodeFor(hash));
  }
  const SlotTable::View view = table.view();
  for (const std::uint32_t hash : known) {
    const SlotTable::Slot& slot = view.Find(hash);
    EXPECT_EQ(slot.hash, hash);
    EXPECT_EQ(slot.near.places, hash ^ 3);
    EXPECT_TRUE(slot.near.of.heads.Holds(CodeFor(hash)));
  }
  for (int i = 0; i < 10000; ++i) {
    const auto other = static_cast<std::uint32_t>(random());
    if (known.count(other) == 0) {
      EXPECT_NE(view.Find(other).hash, other);
    }
  }
}

TEST(SlotTable, TakesAHashMoreThanOnce) {
  SlotTable table;
  ASSERT_TRUE(table.Build({9, 4, 9, 9, 4}));
  EXPECT_EQ(table.view().Find(4).hash, 4u);
  EXPECT_EQ(table.view().Find(9).hash, 9u);
}

// An empty slot says so by the hash of a word that may be any.
TEST(SlotTable, HoldsNothingWhenEmpty) {
  SlotTable table;
  ASSERT_TRUE(table.Build({}));
  for (const std::uint32_t hash : {0u, 1u, 0x80000000u, 0xFFFFFFFEu}) {
    EXPECT_NE(table.view().Find(hash).hash, hash);
  }
}

TEST(SlotTable, LetsAWordThroughThatMayBeAny) {
  SlotTable table;
  ASSERT_TRUE(table.Build({1, 2, 3}));
  const SlotTable::Slot& slot = table.view().Find(WordHashes::kOpen);
  EXPECT_TRUE(slot.hash != WordHashes::kOpen || slot.near.places == 0);
}

TEST(SlotTable, IsNotMadeOfHashesThatCannotBeToldApart) {
  std::mt19937 random(20261126);
  Hashes hashes;
  for (int i = 0; i < 3000; ++i) {
    hashes.push_back(static_cast<std::uint32_t>(random()) & ~0xFFFu);
  }
  SlotTable table;
  EXPECT_FALSE(table.Build(hashes));
}

}  // namespace
}  // namespace framescope
