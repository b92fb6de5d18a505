// PairFilter: which words can follow what.
//
// A bit for each pair of a number (of a state of an automaton, or of an anchor)
// and the head of a word (word_bytes.hpp), hashed: nearly always enough to know
// that a phrase does not go on, before the next word is looked up anywhere.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "match/word_bytes.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class PairFilter {
 public:
  // `pairs` is how many will be added.
  void Reserve(std::size_t pairs) {
    const std::size_t bits = std::bit_ceil(
        std::clamp<std::size_t>(pairs * kSpread, 1u << 10, 1u << 28));
    bits_.assign(bits / 64, 0);
    shift_ = 64 - static_cast<std::uint32_t>(std::countr_zero(bits));
  }

  // `bytes` as BytesOf() makes them; only the head counts.
  void Add(std::uint32_t number, std::uint64_t bytes) {
    const std::uint64_t at = Place(number, bytes);
    bits_[at / 64] |= std::uint64_t{1} << at % 64;
  }

  // Never false for a pair that was added, nor for a word that is not ASCII.
  bool MayHold(std::uint32_t number, std::uint64_t bytes) const {
    const std::uint64_t at = Place(number, bytes);
    return (bits_[at / 64] >> at % 64 & 1) != 0 || (bytes & kNotAscii) != 0;
  }

 private:
  static constexpr std::size_t kSpread = 12;  // bits for each pair

  std::uint64_t Place(std::uint32_t number, std::uint64_t bytes) const {
    const std::uint64_t pair =
        std::uint64_t{number} << 32 | static_cast<std::uint32_t>(bytes);
    const std::uint64_t mixed = pair * 0x9E3779B97F4A7C15u;
    return ((mixed ^ mixed >> 32) * 0xD6E8FEB86659FD93u) >> shift_;
  }

  std::vector<std::uint64_t> bits_;
  std::uint32_t shift_ = 0;
};

}  // namespace framescope
