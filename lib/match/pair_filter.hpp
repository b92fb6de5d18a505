// PairFilter: which words can stand near what.
//
// A Bloom filter for each of many rows (a state of an automaton, an anchor, a
// pattern) of the first bytes of words: nearly always enough to know that a
// phrase does not go on, before any word is looked up. The filters of rows that
// are asked often stay in the nearest cache, and the bits of a word lie in one
// machine word, so that a question costs one load.
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
  // Where the filter of a row lies.
  struct Row {
    std::uint32_t start = 0, mask = 0;
  };

  // Returns where a row for `size` words will lie. Call Fill() after the last.
  Row AddRow(std::size_t size) {
    const std::size_t words =
        std::bit_ceil(std::max<std::size_t>((size * kSpread + 63) / 64, 1));
    const Row row{static_cast<std::uint32_t>(end_),
                  static_cast<std::uint32_t>(words - 1)};
    end_ += words;
    return row;
  }
  void Fill() { bits_.assign(end_, 0); }

  // Words in a row may be told apart by a place below kPlaces.
  static constexpr std::uint32_t kPlaces = 16;
  void AddWord(Row row, std::uint64_t bytes, std::uint32_t place = 0) {
    Add(row, HashOfWord(bytes) ^ kSalts[place]);
  }
  void AddHead(Row row, std::uint32_t head, std::uint32_t place = 0) {
    Add(row, SpreadHead(head) ^ kSalts[place]);
  }
  void Add(Row row, const FirstBytes& first) {
    for (const std::uint64_t word : first.words) AddWord(row, word);
    for (const std::uint32_t head : first.heads) AddHead(row, head);
  }

  // Brings the beginning of a row into the nearest cache.
  void Prefetch(Row row) const {
    __builtin_prefetch(bits_.data() + row.start);
    if (row.mask >= 8) __builtin_prefetch(bits_.data() + row.start + 8);
  }

  // Never false for what was added, by the word's seven bytes or by its head.
  // `bytes` as BytesOf() gives them.
  bool MayHoldWord(Row row, std::uint64_t hash_of_word,
                   std::uint32_t place = 0) const {
    return MayHoldHash(row, hash_of_word ^ kSalts[place]);
  }
  bool MayHoldHead(Row row, std::uint64_t bytes,
                   std::uint32_t place = 0) const {
    return MayHoldHash(row, SpreadHead(bytes) ^ kSalts[place]);
  }
  // By either, and true of what is not ASCII.
  bool MayHold(Row row, std::uint64_t bytes) const {
    return MayHoldWord(row, HashOfWord(bytes)) || MayHoldHead(row, bytes) ||
           (bytes & kNotAscii) != 0;
  }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(end_, bits_);
  }

 private:
  static constexpr std::uint32_t kSpread = 12;  // bits for each word, at least
  // Three bits of a word each, to be turned round.
  static constexpr std::array<std::uint64_t, 16> kBits = {
      0x0000000000000007, 0x000000000000000B, 0x0000000000000013,
      0x0000000000000121, 0x0000000000000441, 0x0000000000001081,
      0x0000000000004201, 0x0000000000010801, 0x0000000000042001,
      0x0000000000108001, 0x0000000000220001, 0x0000000001040001,
      0x0000000008080001, 0x0000000010100001, 0x0000000040200001,
      0x0000000100800001};
  static constexpr std::array<std::uint64_t, kPlaces> kSalts = [] {
    std::array<std::uint64_t, kPlaces> salts{};
    for (std::uint64_t i = 0; i < kPlaces; ++i) {
      salts[i] = i * 0xD6E8FEB86659FD93u;
    }
    return salts;
  }();

  // Heads must not be taken for words of four letters.
  static std::uint64_t SpreadHead(std::uint64_t bytes) {
    return HashOfHead(bytes) * 0xA0761D6478BD642Fu;
  }
  // The low bits of a hash choose the machine word; those of a short word are
  // not good further up.
  static std::uint64_t BitsOf(std::uint64_t hash) {
    const std::uint64_t mixed = hash * 0x9E3779B97F4A7C15u;
    return std::rotl(kBits[mixed >> 60], static_cast<int>(mixed >> 54 & 63));
  }
  void Add(Row row, std::uint64_t hash) {
    bits_[row.start + (hash & row.mask)] |= BitsOf(hash);
  }
  bool MayHoldHash(Row row, std::uint64_t hash) const {
    const std::uint64_t bits = BitsOf(hash);
    return (bits_[row.start + (hash & row.mask)] & bits) == bits;
  }

  std::size_t end_ = 0;  // of the rows so far
  std::vector<std::uint64_t> bits_;
};

}  // namespace framescope
