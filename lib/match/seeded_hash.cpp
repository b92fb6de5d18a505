// Tested by tests/unit/match/seeded_hash_test.cpp.
#include "match/seeded_hash.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <span>

namespace framescope {
namespace {

constexpr std::size_t kBucketSize = 4;
constexpr std::size_t kFewest = 64;  // hashes that there is room for
constexpr std::uint32_t kTries = 1 << 12;
constexpr std::size_t kMostGrowth = 4;

std::uint32_t SeedOf(std::uint32_t number) {
  return (number * 0x9E3779B1u) << 1 | 1;
}

// Hashes by bucket.
class Buckets {
 public:
  Buckets(const std::vector<std::uint32_t>& hashes, std::size_t buckets)
      : starts_(buckets + 1, 0), hashes_(hashes.size()), order_(buckets) {
    const auto mask = static_cast<std::uint32_t>(buckets - 1);
    for (const std::uint32_t hash : hashes) ++starts_[(hash & mask) + 1];
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (const std::uint32_t hash : hashes) {
      hashes_[next[hash & mask]++] = hash;
    }
    std::iota(order_.begin(), order_.end(), 0u);
    std::stable_sort(order_.begin(), order_.end(),
                     [this](std::uint32_t a, std::uint32_t b) {
                       return of(a).size() > of(b).size();
                     });
  }

  std::span<const std::uint32_t> of(std::uint32_t bucket) const {
    return std::span(hashes_).subspan(starts_[bucket],
                                      starts_[bucket + 1] - starts_[bucket]);
  }
  // The fullest first, while there is room.
  const std::vector<std::uint32_t>& order() const { return order_; }

 private:
  std::vector<std::uint32_t> starts_, hashes_, order_;
};

// Takes the places of `hashes` with that seed, if all are free.
bool Take(std::span<const std::uint32_t> hashes, std::uint32_t seed,
          std::uint32_t shift, std::vector<bool>* taken) {
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const std::uint32_t place = hashes[i] * seed >> shift;
    if (!(*taken)[place]) {
      (*taken)[place] = true;
      continue;
    }
    for (std::size_t k = 0; k < i; ++k) {
      (*taken)[hashes[k] * seed >> shift] = false;
    }
    return false;
  }
  return true;
}

}  // namespace

bool SeededHash::Build(const std::vector<std::uint32_t>& hashes) {
  const std::size_t size = std::max(hashes.size(), kFewest);
  const std::size_t buckets = std::bit_ceil(size / kBucketSize);
  bucket_mask_ = static_cast<std::uint32_t>(buckets - 1);
  const Buckets all(hashes, buckets);
  const std::size_t least = std::bit_ceil(size + size / 2);
  for (std::size_t places = least; places <= kMostGrowth * least; places *= 2) {
    shift_ = static_cast<std::uint32_t>(32 - std::countr_zero(places));
    seeds_.assign(buckets, 1);
    std::vector<bool> taken(places, false);
    const bool found = std::all_of(
        all.order().begin(), all.order().end(), [&](std::uint32_t bucket) {
          std::uint32_t number = 0;
          while (number < kTries &&
                 !Take(all.of(bucket), SeedOf(number), shift_, &taken)) {
            ++number;
          }
          seeds_[bucket] = SeedOf(number);
          return number < kTries;
        });
    if (found) return true;
  }
  return false;
}

}  // namespace framescope
