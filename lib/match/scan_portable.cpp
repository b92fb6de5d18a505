// The loops over words for any processor, and the choice between kernels.
// Tested by tests/unit/match/scan_kernel_test.cpp.
#include <algorithm>
#include <bit>

#include "match/scan_kernel.hpp"
#include "match/word_bytes.hpp"
#include "unicode/kernel.hpp"

namespace framescope {
namespace {

// BytesOf() a word that is ASCII at its beginning, without branches.
inline std::uint64_t AsciiBytesOf(const char* text, Span word) {
  const std::uint32_t size = std::min(word.end - word.begin, 8u);
  const std::uint64_t bytes =
      (ReadBytes(text + word.begin, 8) | kLower) & kFirst[size];
  // Of a word of less than three bytes, the ending is looked for in none.
  const std::uint32_t stem = size - std::min(size, 2u);
  const bool ends = bytes >> (8 * stem) == kEnding;
  return bytes & kFirst[ends && stem > 0 ? stem : size];
}

void Hash(std::string_view text, std::span<const Span> spans,
          std::uint32_t first, std::uint32_t end, WordHashes* hashes) {
  std::uint32_t* const words = hashes->words();
  std::uint32_t* const heads = hashes->heads();
  std::uint32_t* const starts = hashes->starts();
  for (std::uint32_t i = first; i < end; ++i) {
    const Span word = spans[i];
    std::uint64_t bytes = kNotAscii;
    if (word.begin + std::size_t{8} <= text.size()) [[likely]] {
      bytes = AsciiBytesOf(text.data(), word);
    }
    if ((bytes & kNotAscii) != 0) [[unlikely]]
      bytes = BytesOf(text, word);
    if ((bytes & kNotAscii) != 0) [[unlikely]] {
      words[i] = heads[i] = starts[i] = WordHashes::kOpen;
      continue;
    }
    words[i] = HashOfWord(bytes);
    heads[i] = HashOfHead(bytes);
    starts[i] = HashOfStart(bytes);
  }
}

void Pick(const ScanBits& bits, const WordHashes& hashes, std::uint32_t first,
          std::uint32_t size, Picked* picked) {
  const ScanBits in = bits;
  const std::uint32_t* const words = hashes.words();
  const std::uint32_t* const starts = hashes.starts();
  Picked to = *picked;
  for (std::uint32_t i = first; i < first + size; ++i) {
    const std::uint64_t block = in.blocks[in.BlockOf(starts[i])];
    to.words[to.word_count] = i;
    const bool is_word = ((block & ScanBits::OfWord(words[i])) != 0) |
                         (words[i] == WordHashes::kOpen);
    to.word_count += is_word ? 1 : 0;
    to.stems[to.stem_count] = i;
    to.stem_count += (block & ScanBits::OfStem(starts[i])) != 0 ? 1 : 0;
  }
  *picked = to;
}

std::uint32_t Look(const PairFilter& pairs, const WordHashes& hashes,
                   const WantedWords& wanted, std::uint32_t size,
                   std::uint8_t* passed) {
  const std::uint32_t* const all = hashes.words();
  const std::size_t heads = hashes.heads_distance();
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint32_t word = wanted.word[i], reach = wanted.reach[i];
    const PairFilter::Row row{wanted.start[i], wanted.mask[i]};
    const auto place = static_cast<std::uint32_t>(std::countr_zero(reach));
    const std::uint32_t* const hash =
        all + word + (place < PairFilter::kPlaces ? 0 : heads);
    const bool stands =
        pairs.MayHold(row, hash[Wanted::OffsetOf(place)], place);
    const std::uint32_t id = wanted.id[i];
    passed[id] = static_cast<std::uint8_t>(passed[id] | (stands ? 1 : 0));
    wanted.id[kept] = id;
    wanted.word[kept] = word;
    wanted.start[kept] = row.start;
    wanted.mask[kept] = row.mask;
    wanted.reach[kept] = reach & (reach - 1);
    kept += (!stands & (wanted.reach[kept] != 0)) ? 1 : 0;
  }
  return kept;
}

std::uint64_t Ask(const PairFilter& pairs, PairFilter::Row row, bool by_heads,
                  const WordHashes& hashes, std::uint32_t first,
                  std::uint32_t size) {
  std::uint64_t held = 0;
  const auto ask = [&](const std::uint32_t* from, std::uint32_t place) {
    for (std::uint32_t i = 0; i < size; ++i) {
      const bool holds = pairs.MayHold(row, from[first + i], place);
      held |= std::uint64_t{holds} << i;
    }
  };
  ask(hashes.words(), 0);
  if (by_heads) ask(hashes.heads(), PairFilter::kPlaces);
  return held;
}

}  // namespace

const ScanKernel kPortableScan = {"portable", Hash, Pick, Look, Ask};

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
