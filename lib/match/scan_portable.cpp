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

// Any word, wherever it stands.
void HashOne(std::string_view text, Span span, std::uint32_t number,
             WordHashes* hashes) {
  const std::uint64_t bytes = BytesOf(text, span);
  const bool open = (bytes & kNotAscii) != 0;
  const std::uint32_t word = open ? WordHashes::kOpen : HashOfWord(bytes);
  const std::uint32_t head = open ? WordHashes::kOpen : HashOfHead(bytes);
  hashes->words()[number] = word;
  hashes->heads()[number] = head;
  hashes->word_codes()[number] =
      open ? WordHashes::kOpenCode : WordHashes::CodeOfWord(word);
  hashes->head_codes()[number] =
      open ? WordHashes::kOpenCode : WordHashes::CodeOfHead(head);
}

void Hash(std::string_view text, std::span<const Span> spans,
          std::uint32_t first, std::uint32_t end, WordHashes* hashes) {
  const std::uint32_t inside = EndInside(text, spans, first, end);
  const char* const from = text.data();
  const Span* const span = spans.data();
  std::uint32_t* const words = hashes->words();
  std::uint32_t* const heads = hashes->heads();
  std::uint8_t* const word_codes = hashes->word_codes();
  std::uint8_t* const head_codes = hashes->head_codes();
  for (std::size_t i = first; i < inside; ++i) {
    const std::uint64_t bytes = AsciiBytesOf(from, span[i]);
    if ((bytes & kNotAscii) != 0) [[unlikely]] {
      HashOne(text, span[i], static_cast<std::uint32_t>(i), hashes);
      continue;
    }
    const std::uint32_t word = HashOfWord(bytes), head = HashOfHead(bytes);
    words[i] = word;
    heads[i] = head;
    word_codes[i] = WordHashes::CodeOfWord(word);
    head_codes[i] = WordHashes::CodeOfHead(head);
  }
  for (std::uint32_t i = inside; i < end; ++i) {
    HashOne(text, spans[i], i, hashes);
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
