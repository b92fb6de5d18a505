// Tests of StateSet: each state once, in order, whether they are few or many.
#include "match/state_set.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace framescope {
namespace {

std::vector<StateId> StatesOf(const StateSet& set) {
  std::vector<StateId> states;
  for (std::size_t i = 0; i < set.size(); ++i) states.push_back(set[i]);
  return states;
}

TEST(StateSet, HoldsNothingAtFirst) {
  const StateSet set;
  EXPECT_TRUE(set.empty());
  EXPECT_EQ(set.size(), 0u);
}

TEST(StateSet, HoldsEachStateOnceInTheOrderInWhichTheyCame) {
  std::mt19937 random(1);
  for (const StateId states : {3u, 15u, 16u, 17u, 40u, 1000u}) {
    StateSet set;
    // What was there before is forgotten.
    for (int round = 0; round < 3; ++round) {
      set.Clear();
      std::vector<StateId> expected;
      for (StateId i = 0; i < 2 * states; ++i) {
        const StateId state = 7 * (random() % states);
        const bool is_new = std::find(expected.begin(), expected.end(),
                                      state) == expected.end();
        if (is_new) expected.push_back(state);
        EXPECT_EQ(set.Add(state), is_new) << state;
      }
      EXPECT_EQ(StatesOf(set), expected) << states << " states";
    }
  }
}

// With stamps of one byte, of which there are 255.
TEST(StateSet, ForgetsWhatWasThereBeforeTheStampsBeganAgain) {
  StampedStates<std::uint8_t> set;
  for (int round = 0; round < 1000; ++round) {
    set.Clear();
    for (StateId state = 0; state < 20; ++state) {
      ASSERT_TRUE(set.Add(state)) << round;
    }
    // Stamped once in a while only, and not since.
    const StateId rare = 100 + static_cast<StateId>(round) % 7;
    ASSERT_TRUE(set.Add(rare)) << round;
    ASSERT_FALSE(set.Add(rare)) << round;
    ASSERT_FALSE(set.Add(17)) << round;
    ASSERT_TRUE(set.Add(200 + static_cast<StateId>(round) % 255)) << round;
  }
}

TEST(StateSet, SwapsFewForMany) {
  StateSet few, many;
  few.Add(5);
  for (StateId state = 0; state < 30; ++state) many.Add(state);
  swap(few, many);
  EXPECT_EQ(StatesOf(many), std::vector<StateId>{5});
  EXPECT_EQ(few.size(), 30u);
  EXPECT_FALSE(few.Add(29));
  EXPECT_TRUE(few.Add(30));
}

}  // namespace
}  // namespace framescope
