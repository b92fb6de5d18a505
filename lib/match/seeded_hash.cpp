// Tested by tests/unit/match/seeded_hash_test.cpp.
#include "match/seeded_hash.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace framescope {
namespace {

constexpr std::uint32_t kBucketSize = 4;
constexpr std::uint32_t kTries = 256;

std::uint32_t SeedOf(std::uint32_t number) {
  return (number * 0x9E3779B1u) << 1 | 1;
}

}  // namespace

void SeededHash::Build(const std::vector<std::uint32_t>& hashes) {
  const std::size_t size = std::max<std::size_t>(hashes.size(), 64);
  shift_ = static_cast<std::uint32_t>(
      32 - std::countr_zero(std::bit_ceil(size + size / 2)));
  const std::size_t buckets = std::bit_ceil(size / kBucketSize);
  bucket_mask_ = static_cast<std::uint32_t>(buckets - 1);
  seeds_.assign(buckets, 1);

  std::vector<std::uint32_t> starts(buckets + 1, 0), sorted(hashes.size());
  for (const std::uint32_t hash : hashes) ++starts[(hash & bucket_mask_) + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  for (const std::uint32_t hash : hashes) {
    sorted[next[hash & bucket_mask_]++] = hash;
  }
  // Full buckets first, while there is room.
  std::vector<std::uint32_t> order(buckets);
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return starts[a + 1] - starts[a] >
                            starts[b + 1] - starts[b];
                   });
  std::vector<bool> taken(places(), false);
  std::vector<std::uint32_t> mine;  // places of one bucket
  for (const std::uint32_t bucket : order) {
    std::size_t most = 0;  // places that only this bucket has, so far
    std::uint32_t best = 1;
    const std::size_t count = starts[bucket + 1] - starts[bucket];
    for (std::uint32_t k = 1; k <= kTries && most < count; ++k) {
      mine.clear();
      for (std::uint32_t i = starts[bucket]; i < starts[bucket + 1]; ++i) {
        const std::uint32_t place = sorted[i] * SeedOf(k) >> shift_;
        if (taken[place] ||
            std::find(mine.begin(), mine.end(), place) != mine.end()) {
          continue;
        }
        mine.push_back(place);
      }
      if (mine.size() <= most) continue;
      most = mine.size();
      best = SeedOf(k);
    }
    seeds_[bucket] = best;
    for (std::uint32_t i = starts[bucket]; i < starts[bucket + 1]; ++i) {
      taken[sorted[i] * best >> shift_] = true;
    }
  }
}

}  // namespace framescope
