// RowFilter: which words belong to what.
//
// A Bloom filter for each of many rows (a state of an automaton, a pattern) of
// the first bytes of words: nearly always enough to know that a phrase does not
// go on, before any word is looked up. The bits of a word lie in one block of
// 32, so that a question costs one load.
//
// Tested by tests/unit/match/row_filter_test.cpp.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "match/word_bytes.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class RowFilter {
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
  void Fill() { blocks_.assign(end_, 0); }

  void Add(Row row, const FirstBytes& first) {
    for (const std::uint64_t word : first.words) AddHash(row, HashOfWord(word));
    for (const std::uint32_t head : first.heads) {
      AddHash(row, HashOfHead(head) ^ kHeadSalt);
    }
    if (!first.any) return;
    for (std::uint32_t i = 0; i <= row.mask; ++i) blocks_[row.start + i] = ~0u;
  }

  // Never false for a word that was added, nor for an open one: by the hashes
  // of the word and of its head (WordHashes).
  bool MayHold(Row row, std::uint32_t word, std::uint32_t head) const {
    return Holds(row, word) | Holds(row, head ^ kHeadSalt) |
           (word == WordHashes::kOpen);
  }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(end_, blocks_);
  }

 private:
  // Short words have the hashes of their heads.
  static constexpr std::uint32_t kHeadSalt = 0xD6E8FEB9;
  static constexpr std::uint32_t kBitsFactor = 0x9E3779B1;

  static std::uint32_t BitsOf(std::uint32_t hash) {
    const std::uint32_t mixed = hash * kBitsFactor;
    return 1u << (mixed >> 27) | 1u << (mixed >> 22 & 31) |
           1u << (mixed >> 17 & 31);
  }
  bool Holds(Row row, std::uint32_t hash) const {
    const std::uint32_t bits = BitsOf(hash);
    return (blocks_[row.start + (hash & row.mask)] & bits) == bits;
  }

  static constexpr std::uint32_t kSpread = 20;  // bits for each word, at least

  void AddHash(Row row, std::uint32_t hash) {
    blocks_[row.start + (hash & row.mask)] |= BitsOf(hash);
  }
  std::size_t end_ = 0;  // of the rows so far
  std::vector<std::uint32_t> blocks_;
};

}  // namespace framescope
