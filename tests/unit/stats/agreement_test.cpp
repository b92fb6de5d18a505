#include <gtest/gtest.h>

#include <cmath>

#include "framescope/corpus.hpp"

namespace framescope {
namespace {

using Units = std::vector<std::vector<std::uint32_t>>;

TEST(KrippendorffAlpha, IsOneForPerfectAgreement) {
  EXPECT_DOUBLE_EQ(KrippendorffAlpha(Units{{1, 1}, {2, 2}, {1, 1, 1}}), 1);
}

TEST(KrippendorffAlpha, BinaryExampleByHand) {
  // Pairs: 3 units agree, 1 disagrees; values 0: 5, 1: 3.
  // alpha = 1 - 7 * 2 / (5 * 3 + 3 * 5) = 1 - 14 / 30.
  EXPECT_NEAR(KrippendorffAlpha(Units{{0, 0}, {0, 0}, {1, 1}, {0, 1}}),
              1 - 14.0 / 30, 1e-12);
}

TEST(KrippendorffAlpha, LeavesOutUnitsWithOneValue) {
  EXPECT_NEAR(KrippendorffAlpha(Units{{0, 0}, {0, 0}, {1, 1}, {0, 1}, {1}}),
              1 - 14.0 / 30, 1e-12);
  EXPECT_TRUE(std::isnan(KrippendorffAlpha(Units{{1}, {}})));
}

}  // namespace
}  // namespace framescope
