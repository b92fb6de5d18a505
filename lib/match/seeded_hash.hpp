// SeededHash: gives each of many hashes a place of its own.
//
// Hashes fall into buckets of about four, and each bucket has a multiplier of
// its own, tried until its hashes get places that no other has ("hash and
// displace"). A search then looks at one place, without a branch that the
// processor could guess wrong.
#pragma once

#include <cstdint>
#include <vector>

namespace framescope {

// Filled by one thread, then immutable and shared.
class SeededHash {
 public:
  // Makes places for `hashes`, each there once: a power of two, at least half
  // as many again as there are hashes. False when they cannot be told apart,
  // which takes hashes made for it.
  bool Build(const std::vector<std::uint32_t>& hashes);

  // A copy of the pointers for hot loops, so that a compiler need not read them
  // again after each store.
  struct View {
    const std::uint32_t* seeds;
    std::uint32_t bucket_mask, shift;

    std::uint32_t PlaceOf(std::uint32_t hash) const {
      return hash * seeds[hash & bucket_mask] >> shift;
    }
  };
  View view() const { return {seeds_.data(), bucket_mask_, shift_}; }
  // The place of a hash; none of Build() shares it with another of those.
  std::uint32_t PlaceOf(std::uint32_t hash) const {
    return view().PlaceOf(hash);
  }
  std::uint32_t places() const { return 1u << (32 - shift_); }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(seeds_, bucket_mask_, shift_);
  }

 private:
  std::vector<std::uint32_t> seeds_ = {1};  // by bucket, odd
  std::uint32_t bucket_mask_ = 0;
  std::uint32_t shift_ = 31;
};

}  // namespace framescope
