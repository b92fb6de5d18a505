// Bits and ranges of bits in TextMasks.
#pragma once

#include <cstdint>

#include "unicode/kernel.hpp"

namespace framescope {

inline void SetBit(TextMasks::Words* words, std::uint32_t at) {
  (*words)[at / 64] |= std::uint64_t{1} << at % 64;
}

// std::popcount without the function call of processors that may lack it.
inline std::uint32_t CountBits(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555ull;
  bits = (bits & 0x3333333333333333ull) + (bits >> 2 & 0x3333333333333333ull);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Full;
  return static_cast<std::uint32_t>(bits * 0x0101010101010101ull >> 56);
}

// Clears [begin, end).
inline void ClearBits(TextMasks::Words* words, std::uint32_t begin,
                      std::uint32_t end) {
  for (std::uint32_t at = begin; at < end; at = (at / 64 + 1) * 64) {
    const std::uint32_t stop = end - at / 64 * 64;
    std::uint64_t kept = ~(~std::uint64_t{0} << (at % 64));
    if (stop < 64) kept |= ~std::uint64_t{0} << stop;
    (*words)[at / 64] &= kept;
  }
}

// Clears the words of [begin, end), of which none reaches out of it.
inline void ClearWords(TextMasks* masks, std::uint32_t begin,
                       std::uint32_t end) {
  ClearBits(&masks->starts, begin, end);
  if (begin < end) ClearBits(&masks->ends, begin + 1, end + 1);
}

}  // namespace framescope
