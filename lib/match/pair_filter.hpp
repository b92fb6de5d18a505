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

namespace framescope {

// Filled by one thread, then immutable and shared.
class PairFilter {
 public:
  // `pairs` is how many will be added.
  void Reserve(std::size_t pairs) {
    const std::size_t bits = std::bit_ceil(
        std::clamp<std::size_t>(pairs * kSpread, 1u << 10, 1u << 28));
    bits_.assign(bits / 64, 0);
    mask_ = static_cast<std::uint32_t>(bits / 64 - 1);
  }

  void Add(std::uint32_t number, const FirstBytes& first) {
    for (const std::uint64_t word : first.words) AddWord(number, word);
    for (const std::uint32_t head : first.heads) AddHead(number, head);
  }
  void AddWord(std::uint32_t number, std::uint64_t bytes) {
    Add(Salt(number) ^ HashOfWord(bytes));
  }
  void AddHead(std::uint32_t number, std::uint32_t head) {
    Add(Salt(number) ^ SpreadHead(head));
  }

  // Never false for a pair that was added, by the word's seven bytes or by its
  // head. `bytes` as BytesOf() gives them.
  bool MayHoldWord(std::uint32_t number, std::uint64_t hash_of_word) const {
    return MayHold(Salt(number) ^ hash_of_word);
  }
  bool MayHoldHead(std::uint32_t number, std::uint64_t bytes) const {
    return MayHold(Salt(number) ^ SpreadHead(bytes));
  }
  // By either, and true of what is not ASCII.
  bool MayHold(std::uint32_t number, std::uint64_t bytes) const {
    return MayHoldWord(number, HashOfWord(bytes)) ||
           MayHoldHead(number, bytes) || (bytes & kNotAscii) != 0;
  }

 private:
  static constexpr std::size_t kSpread = 12;  // bits for each pair, at least
  // Three bits of a word each, to be turned round.
  static constexpr std::array<std::uint64_t, 16> kBits = {
      0x0000000000000007, 0x000000000000000B, 0x0000000000000013,
      0x0000000000000121, 0x0000000000000441, 0x0000000000001081,
      0x0000000000004201, 0x0000000000010801, 0x0000000000042001,
      0x0000000000108001, 0x0000000000220001, 0x0000000001040001,
      0x0000000008080001, 0x0000000010100001, 0x0000000040200001,
      0x0000000100800001};

  static std::uint64_t Salt(std::uint32_t number) {
    return number * 0xD6E8FEB86659FD93u;
  }
  // Heads must not be taken for words of four letters.
  static std::uint64_t SpreadHead(std::uint64_t bytes) {
    return HashOfHead(bytes) * 0xA0761D6478BD642Fu;
  }
  static std::uint64_t BitsOf(std::uint64_t hash) {
    return std::rotl(kBits[hash >> 60], static_cast<int>(hash >> 54 & 63));
  }
  void Add(std::uint64_t hash) { bits_[hash & mask_] |= BitsOf(hash); }
  bool MayHold(std::uint64_t hash) const {
    const std::uint64_t bits = BitsOf(hash);
    return (bits_[hash & mask_] & bits) == bits;
  }

  std::vector<std::uint64_t> bits_;
  std::uint32_t mask_ = 0;
};

}  // namespace framescope
