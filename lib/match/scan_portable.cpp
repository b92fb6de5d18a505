// The loops over words for any processor, and the choice between kernels.
// Tested by tests/unit/match/scan_kernel_test.cpp.
#include <algorithm>

#include "match/scan_kernel.hpp"
#include "match/word_bytes.hpp"
#include "unicode/kernel.hpp"

namespace framescope {
namespace {

std::uint64_t Bit(const std::uint64_t* bits, std::uint64_t at) {
  return bits[at / 64] >> at % 64;
}

void Read(std::string_view text, const Span* words, std::uint32_t size,
          std::uint64_t* bytes, std::uint64_t* hashes) {
  for (std::uint32_t i = 0; i < size; ++i) {
    bytes[i] = BytesOf(text, words[i]);
    hashes[i] = HashOfWord(bytes[i]);
  }
}

std::uint32_t Pick(const ScanBits& bits, const std::uint64_t* bytes,
                   const std::uint64_t* hashes, std::uint32_t size,
                   std::uint32_t first, std::uint32_t* out) {
  const ScanBits in = bits;
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint64_t found =
        Bit(in.words, hashes[i] & in.word_mask) |
        Bit(in.heads, HashOfHead(bytes[i]) & in.head_mask);
    const bool pass = (found & 1) != 0 || (bytes[i] & kNotAscii) != 0;
    out[count] = first + i;
    count += pass ? 1 : 0;
  }
  return count;
}

}  // namespace

const ScanKernel kPortableScan = {"portable", Read, Pick};

const ScanKernel& FindScanKernel(std::string_view name) {
  const Kernel* known = FindKernel(name);
  if (known == nullptr) known = kernels().front();
#if defined(__x86_64__)
  for (const ScanKernel* kernel : {&kAvx512Scan, &kAvx2Scan}) {
    if (known->name == std::string_view(kernel->name)) return *kernel;
  }
#endif
  return kPortableScan;
}

}  // namespace framescope
