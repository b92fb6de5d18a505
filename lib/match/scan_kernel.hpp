// ScanKernel: the loops over all words of a text that a WordFilter is made of,
// once for each instruction set.
#pragma once

#include <cstdint>
#include <string_view>

#include "framescope/analyzer.hpp"

namespace framescope {

// Bits for hashes of words (HashOfWord) and of their heads (HashOfHead); masks
// are the numbers of bits less one.
struct ScanBits {
  const std::uint64_t* words = nullptr;
  const std::uint64_t* heads = nullptr;
  std::uint32_t word_mask = 0, head_mask = 0;
};

// All functions may be called from any thread, and all kernels do the same.
struct ScanKernel {
  const char* name;
  // Fills bytes[i] and hashes[i] with BytesOf() and HashOfWord() of each of
  // `size` words of `text`.
  void (*read)(std::string_view text, const Span* words, std::uint32_t size,
               std::uint64_t* bytes, std::uint64_t* hashes);
  // Writes to `out`, which has room for `size` numbers, `first` + i of each
  // word that has a bit, or is not ASCII; returns how many.
  std::uint32_t (*pick)(const ScanBits& bits, const std::uint64_t* bytes,
                        const std::uint64_t* hashes, std::uint32_t size,
                        std::uint32_t first, std::uint32_t* out);
};

extern const ScanKernel kPortableScan;
#if defined(__x86_64__)
extern const ScanKernel kAvx2Scan, kAvx512Scan;
#endif

// The kernel of that name, or the fastest that this processor can run when
// there is none.
const ScanKernel& FindScanKernel(std::string_view name);

}  // namespace framescope
