// ScanKernel: the loops over many words that a search for patterns is made of,
// once for each instruction set.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "framescope/analyzer.hpp"
#include "match/pair_filter.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Bits for the starts of words, in a block for the first three bytes: of stems
// one of the low 32 bits, by the fourth byte; of words one of the high 32, by
// the top five bits of the hash of the word.
struct ScanBits {
  const std::uint64_t* blocks = nullptr;
  std::uint32_t mask = 0;  // of the numbers of blocks

  static std::uint64_t OfStem(std::uint32_t start) {
    return std::uint64_t{1} << (start & 31);
  }
  static constexpr std::uint64_t kAnyStem = 0xFFFFFFFF;
  static std::uint64_t OfWord(std::uint32_t word) {
    return std::uint64_t{1} << (32 + (word >> 27));
  }
  std::uint32_t BlockOf(std::uint32_t start) const { return start >> 5 & mask; }
};

// Numbers of words. There is room for as many as are looked at and a vector
// more.
struct Picked {
  std::uint32_t* words;
  std::uint32_t* stems;
  std::uint32_t word_count = 0, stem_count = 0;
};

// Things that are wanted near a word, in columns for vectors: see LookQueue.
struct WantedWords {
  std::uint32_t* id;
  std::uint32_t* word;
  std::uint32_t* start;  // of the row, and its mask
  std::uint32_t* mask;
  std::uint32_t* reach;
};

// All functions may be called from any thread, and all kernels do the same.
struct ScanKernel {
  const char* name;
  // Fills in the hashes of the words [first, end) of `text`, which are all at
  // the same place in `spans`.
  void (*hash)(std::string_view text, std::span<const Span> spans,
               std::uint32_t first, std::uint32_t end, WordHashes* hashes);
  // Lists the words [first, first + size) that have the bit of a word, or are
  // open, and those that have the bit of a stem.
  void (*pick)(const ScanBits& bits, const WordHashes& hashes,
               std::uint32_t first, std::uint32_t size, Picked* picked);
  // Takes away the lowest place of the reach of each of `size` things and looks
  // there. What is found is noted as 1 in `passed`, by id; the others that have
  // places left move to the front, and their number is returned.
  std::uint32_t (*look)(const PairFilter& pairs, const WordHashes& hashes,
                        const WantedWords& wanted, std::uint32_t size,
                        std::uint8_t* passed);
  // Asks a row about the words [first, first + size), kAsked at most. Returns a
  // bit for each, from the lowest on, that it may hold, or `by_heads` whose
  // head (PairFilter::MayHoldWord, MayHoldHead).
  std::uint64_t (*ask)(const PairFilter& pairs, PairFilter::Row row,
                       bool by_heads, const WordHashes& hashes,
                       std::uint32_t first, std::uint32_t size);
  static constexpr std::uint32_t kAsked = 64;
};

extern const ScanKernel kPortableScan;
#if defined(__x86_64__)
extern const ScanKernel kAvx2Scan, kAvx512Scan;
#endif

// The kernel of that name, or the fastest that this processor can run when
// there is none.
const ScanKernel& FindScanKernel(std::string_view name);

inline void HashWords(const ScanKernel& kernel, std::string_view text,
                      std::span<const Span> words, WordHashes* hashes) {
  hashes->Resize(words.size());
  kernel.hash(text, words, 0, static_cast<std::uint32_t>(words.size()), hashes);
}

}  // namespace framescope
