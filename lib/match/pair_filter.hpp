// PairFilter: which words can stand near what.
//
// A Bloom filter for each of many rows (a state of an automaton, an anchor, a
// pattern) of the first bytes of words: nearly always enough to know that a
// phrase does not go on, before any word is looked up. The filters of rows that
// are asked often stay in the nearest cache, and the bits of a word lie in one
// block of 32, so that a question costs one load, and a vector asks many.
//
// Tested by tests/unit/match/pair_filter_test.cpp.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "match/word_bytes.hpp"
#include "unicode/tokens.hpp"

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
    const std::size_t blocks =
        std::bit_ceil(std::max<std::size_t>((size * kSpread + 31) / 32, 1));
    const Row row{static_cast<std::uint32_t>(end_),
                  static_cast<std::uint32_t>(blocks - 1)};
    end_ += blocks;
    return row;
  }
  // Vectors may look at the first block of no row.
  void Fill() { blocks_.assign(std::max<std::size_t>(end_, 1), 0); }

  void Add(Row row, const FirstBytes& first) {
    for (const std::uint64_t word : first.words) AddHash(row, HashOfWord(word));
    for (const std::uint32_t head : first.heads) {
      AddHash(row, HashOfHead(head) ^ kHeadSalt);
    }
  }

  // Never false for what was added, by the word's seven bytes or by its head,
  // nor for an open word. Both are hashes (WordHashes).
  bool MayHoldWord(Row row, std::uint32_t word) const {
    return MayHold(row, word) | (word == WordHashes::kOpen);
  }
  bool MayHoldHead(Row row, std::uint32_t head) const {
    return MayHold(row, head ^ kHeadSalt) | (head == WordHashes::kOpen);
  }

  // What a vector needs to ask the same: the block of a salted hash is
  // blocks()[row.start + (salted & row.mask)], its bits are BitsOf(salted).
  const std::uint32_t* blocks() const { return blocks_.data(); }
  static constexpr std::uint32_t kHeadSalt = 0xD6E8FEB9 * 2;
  static constexpr std::uint32_t kBitsFactor = 0x9E3779B1;
  static std::uint32_t BitsOf(std::uint32_t salted) {
    const std::uint32_t mixed = salted * kBitsFactor;
    return 1u << (mixed >> 27) | 1u << (mixed >> 22 & 31) |
           1u << (mixed >> 17 & 31);
  }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(end_, blocks_);
  }

 private:
  bool MayHold(Row row, std::uint32_t salted) const {
    const std::uint32_t bits = BitsOf(salted);
    return (blocks_[row.start + (salted & row.mask)] & bits) == bits;
  }

  static constexpr std::uint32_t kSpread = 20;  // bits for each word, at least

  void AddHash(Row row, std::uint32_t hash) {
    blocks_[row.start + (hash & row.mask)] |= BitsOf(hash);
  }
  std::size_t end_ = 0;  // of the rows so far
  std::vector<std::uint32_t> blocks_;
};

}  // namespace framescope
