// The loops over words for any processor, and the choice between kernels.
// Tested by tests/unit/match/scan_kernel_test.cpp.
#include <algorithm>
#include <array>
#include <bit>

#include "match/scan_kernel.hpp"
#include "match/word_bytes.hpp"
#include "unicode/kernel.hpp"

namespace framescope {
namespace {

// BytesOf() a word that is ASCII at its beginning.
inline std::uint64_t AsciiBytesOf(const char* text, Span word) {
  const std::uint32_t size = std::min(word.end - word.begin, 8u);
  const std::uint64_t bytes =
      (ReadBytes(text + word.begin, 8) | kLower) & kFirst[size];
  // Of shorter words the shift is by more, and leaves no ending.
  const bool ends = bytes >> ((8 * size - 16) & 63) == kEnding;
  if (ends && size > 2) [[unlikely]]
    return bytes & kFirst[size - 2];
  return bytes;
}

void Hash(std::string_view text, std::span<const Span> spans,
          std::uint32_t first, std::uint32_t end, WordHashes* hashes) {
  std::uint32_t* const words = hashes->words();
  std::uint32_t* const heads = hashes->heads();
  std::uint8_t* const word_codes = hashes->word_codes();
  std::uint8_t* const head_codes = hashes->head_codes();
  for (std::uint32_t i = first; i < end; ++i) {
    const Span span = spans[i];
    std::uint64_t bytes = kNotAscii;
    if (span.begin + std::size_t{8} <= text.size()) [[likely]] {
      bytes = AsciiBytesOf(text.data(), span);
    }
    if ((bytes & kNotAscii) != 0) [[unlikely]] {
      bytes = BytesOf(text, span);
      if ((bytes & kNotAscii) != 0) {
        words[i] = heads[i] = WordHashes::kOpen;
        word_codes[i] = head_codes[i] = WordHashes::kOpenCode;
        continue;
      }
    }
    const std::uint32_t word = HashOfWord(bytes), head = HashOfHead(bytes);
    words[i] = word;
    heads[i] = head;
    word_codes[i] = WordHashes::CodeOfWord(word);
    head_codes[i] = WordHashes::CodeOfHead(head);
  }
}

void Pick(const ScanBits& bits, const WordHashes& hashes, std::uint32_t first,
          std::uint32_t size, Picked* picked) {
  const ScanBits in = bits;
  const std::uint32_t* const words = hashes.words();
  const std::uint32_t* const heads = hashes.heads();
  Picked to = *picked;
  for (std::uint32_t i = first; i < first + size; ++i) {
    const std::uint32_t word = words[i], head = heads[i];
    const std::uint32_t block = in.blocks[in.BlockOf(head)];
    to.words[to.word_count] = i;
    to.stems[to.stem_count] = i;
    to.word_count += static_cast<std::uint32_t>(ScanBits::HasWord(block, word) |
                                                (word == WordHashes::kOpen));
    to.stem_count += static_cast<std::uint32_t>(ScanBits::HasStem(block, head));
  }
  *picked = to;
}

class Around {
 public:
  Around(WordHashes::Codes codes, std::uint32_t word)
      : codes_(codes), word_(word) {}

  bool MayStand(const Neighbours& near) const {
    return near.MayStand(codes_, word_);
  }
  bool MayStand(const NeighbourWords& near, std::uint32_t places) const {
    return near.MayStand(codes_, word_, places);
  }

 private:
  WordHashes::Codes codes_;
  std::uint32_t word_;
};

#include "match/scan_neighbours.inc"

std::uint64_t Find(const NeighbourWords& set, const WordHashes& hashes,
                   std::uint32_t first, std::uint32_t size) {
  const WordHashes::Codes codes = hashes.codes();
  std::uint64_t found = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const bool may = set.MayBe(codes, first + i);
    found |= std::uint64_t{may ? 1u : 0u} << i;
  }
  return found;
}

}  // namespace

const ScanKernel kPortableScan = {"portable", Hash, Pick, Ask, Stand, Find};

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
