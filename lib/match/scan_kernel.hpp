// ScanKernel: the loops over many words that a search for patterns is made of,
// once for each instruction set.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "framescope/analyzer.hpp"
#include "match/neighbours.hpp"
#include "match/slot_table.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Bits for words, in blocks by their heads: one of the low 16 for the head of a
// stem, one of the high 16 for a word, each by its hash.
struct ScanBits {
  const std::uint32_t* blocks = nullptr;
  std::uint32_t mask = 0;  // of the numbers of blocks

  std::uint32_t BlockOf(std::uint32_t head) const { return head >> 4 & mask; }
  static std::uint32_t OfStem(std::uint32_t head) { return 1u << (head & 15); }
  static std::uint32_t OfWord(std::uint32_t word) {
    return 1u << 16 << (word >> 28);
  }
  static bool HasStem(std::uint32_t block, std::uint32_t head) {
    return (block >> (head & 15) & 1) != 0;
  }
  static bool HasWord(std::uint32_t block, std::uint32_t word) {
    return (block >> 16 >> (word >> 28) & 1) != 0;
  }
};

// Numbers of words. There is room for as many as are looked at and a vector
// more.
struct Picked {
  std::uint32_t* words;
  std::uint32_t* stems;
  std::uint32_t word_count = 0, stem_count = 0;
};

// All functions may be called from any thread, and all kernels do the same.
struct ScanKernel {
  const char* name;
  // Hashes the words spans[first, end) of `text` into the same places of
  // `hashes`.
  void (*hash)(std::string_view text, std::span<const Span> spans,
               std::uint32_t first, std::uint32_t end, WordHashes* hashes);
  // Lists the words [first, first + size) that have the bit of a word, or are
  // open, and those that have the bit of a stem.
  void (*pick)(const ScanBits& bits, const WordHashes& hashes,
               std::uint32_t first, std::uint32_t size, Picked* picked);
  // Sets the bits, counted from the word `first`, of those of `words` that are
  // open or have a slot by their hash among `keys`, wanted anywhere or near
  // what may stand there.
  void (*ask)(const SlotTable::View& slots, const WordHashes& hashes,
              const std::uint32_t* keys, std::span<const std::uint32_t> words,
              std::uint32_t first, std::uint64_t* passed);
  // The bits of those of `leads`, at most 64, of which all that they need may
  // stand around `word`.
  std::uint64_t (*stand)(std::span<const Lead> leads,
                         const NeighbourWords* sets, const WordHashes& hashes,
                         std::uint32_t word);
  // The bits, from the lowest on, of those of the words [first, first + size),
  // kFound at most, that may be one of a set.
  std::uint64_t (*find)(const NeighbourWords& set, const WordHashes& hashes,
                        std::uint32_t first, std::uint32_t size);
  static constexpr std::uint32_t kFound = 64;
};

extern const ScanKernel kPortableScan;
#if defined(__x86_64__)
extern const ScanKernel kAvx2Scan, kAvx512Scan;
#endif

// The kernel of that name or, where there is none or this processor cannot run
// it, the fastest that it can.
const ScanKernel& FindScanKernel(std::string_view name);

inline void HashWords(const ScanKernel& kernel, std::string_view text,
                      std::span<const Span> words, WordHashes* hashes) {
  hashes->Resize(words.size());
  kernel.hash(text, words, 0, static_cast<std::uint32_t>(words.size()), hashes);
}

}  // namespace framescope
