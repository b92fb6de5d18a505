// WordBloom: which words belong to what.
//
// A Bloom filter of the first bytes of words: nearly always enough to know that
// a phrase does not go on, before any word is looked up. Its blocks of 32 bits
// lie wherever they are asked for. The bits of a word lie in one of them, so
// that a question costs one load.
//
// Tested by tests/unit/match/word_bloom_test.cpp.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>

#include "match/word_bytes.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

struct WordBloom {
  // How many blocks so many words and heads take: a power of two.
  static std::uint32_t BlocksFor(std::size_t size) {
    return static_cast<std::uint32_t>(
        std::bit_ceil(std::max<std::size_t>((size * kSpread + 31) / 32, 1)));
  }

  // The blocks must be zero before the first.
  static void Add(const FirstBytes& first, std::span<std::uint32_t> blocks) {
    const auto add = [blocks](std::uint32_t hash) {
      blocks[hash & (blocks.size() - 1)] |= BitsOf(hash);
    };
    for (const std::uint64_t word : first.words) add(HashOfWord(word));
    for (const std::uint32_t head : first.heads) {
      add(HashOfHead(head) ^ kHeadSalt);
    }
    if (first.any) std::fill(blocks.begin(), blocks.end(), ~0u);
  }

  // Never false for a word that was added, nor for an open one: by the hashes
  // of the word and of its head (WordHashes). `mask`: the number of blocks less
  // one.
  static bool MayHold(const std::uint32_t* blocks, std::uint32_t mask,
                      std::uint32_t word, std::uint32_t head) {
    const auto holds = [blocks, mask](std::uint32_t hash) {
      const std::uint32_t bits = BitsOf(hash);
      return (blocks[hash & mask] & bits) == bits;
    };
    const bool whole = holds(word), stem = holds(head ^ kHeadSalt);
    return whole | stem | (word == WordHashes::kOpen);
  }

 private:
  static constexpr std::uint32_t kSpread = 20;  // bits for each word, at least
  // Short words have the hashes of their heads.
  static constexpr std::uint32_t kHeadSalt = 0xD6E8FEB9;
  static constexpr std::uint32_t kBitsFactor = 0x9E3779B1;

  static std::uint32_t BitsOf(std::uint32_t hash) {
    const std::uint32_t mixed = hash * kBitsFactor;
    return 1u << (mixed >> 27) | 1u << (mixed >> 22 & 31) |
           1u << (mixed >> 17 & 31);
  }
};

}  // namespace framescope
