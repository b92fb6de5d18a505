// PairFilter: which words can stand near what.
//
// A Bloom filter of pairs of a number (of a state of an automaton, or of an
// anchor and a distance) and the first bytes of a word: nearly always enough to
// know that a phrase does not go on, before any word is looked up. The bits of
// a pair lie in one machine word, so that a question costs one load.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "match/word_bytes.hpp"
#include "unicode/hash.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class PairFilter {
 public:
  // `pairs` is how many will be added.
  void Reserve(std::size_t pairs) {
    const std::size_t bits = std::bit_ceil(
        std::clamp<std::size_t>(pairs * kSpread, 1u << 10, 1u << 28));
    bits_.assign(bits / 64, 0);
    shift_ = 64 - static_cast<std::uint32_t>(std::countr_zero(bits / 64));
  }

  void Add(std::uint32_t number, const FirstBytes& first) {
    for (const std::uint64_t word : first.words) AddWord(number, word);
    for (const std::uint32_t head : first.heads) AddHead(number, head);
  }
  void AddWord(std::uint32_t number, std::uint64_t bytes) { Add(number, bytes); }
  void AddHead(std::uint32_t number, std::uint32_t head) {
    Add(number, head | kIsHead);
  }

  // Never false for a word that was added, by its seven bytes or by its head,
  // nor for one that is not ASCII; `bytes` as BytesOf() gives them.
  bool MayHoldAny(std::uint32_t number, std::uint64_t bytes) const {
    return MayHoldWord(number, bytes) || MayHoldHead(number, bytes);
  }
  bool MayHoldWord(std::uint32_t number, std::uint64_t bytes) const {
    return MayHold(number, bytes & kSeven) || (bytes & kNotAscii) != 0;
  }
  bool MayHoldHead(std::uint32_t number, std::uint64_t bytes) const {
    return MayHold(number, (bytes & kHeadBytes) | kIsHead) ||
           (bytes & kNotAscii) != 0;
  }

 private:
  static constexpr std::size_t kSpread = 12;  // bits for each pair, at least
  static constexpr std::uint64_t kIsHead = std::uint64_t{1} << 63;
  // Three bits of a word each, to be turned round.
  static constexpr std::array<std::uint64_t, 16> kBits = {
      0x0000000000000007, 0x000000000000000B, 0x0000000000000013,
      0x0000000000000121, 0x0000000000000441, 0x0000000000001081,
      0x0000000000004201, 0x0000000000010801, 0x0000000000042001,
      0x0000000000108001, 0x0000000000220001, 0x0000000001040001,
      0x0000000008080001, 0x0000000010100001, 0x0000000040200001,
      0x0000000100800001};

  void Add(std::uint32_t number, std::uint64_t bytes) {
    const std::uint64_t hash = Hash(number, bytes);
    bits_[hash >> shift_] |= BitsOf(hash);
  }
  bool MayHold(std::uint32_t number, std::uint64_t bytes) const {
    const std::uint64_t hash = Hash(number, bytes);
    const std::uint64_t bits = BitsOf(hash);
    return (bits_[hash >> shift_] & bits) == bits;
  }

  static std::uint64_t Hash(std::uint32_t number, std::uint64_t bytes) {
    return MixHash(bytes ^ number * 0xD6E8FEB86659FD93u, 0x9E3779B97F4A7C15u);
  }
  static std::uint64_t BitsOf(std::uint64_t hash) {
    return std::rotl(kBits[hash & 15], static_cast<int>(hash >> 4 & 63));
  }

  std::vector<std::uint64_t> bits_;
  std::uint32_t shift_ = 0;
};

}  // namespace framescope
