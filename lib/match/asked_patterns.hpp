// AskedPatterns: patterns that are asked for one by one, and which words may be
// their anchors.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "match/neighbours.hpp"
#include "match/pattern_part.hpp"
#include "match/scan_kernel.hpp"
#include "match/vocabulary.hpp"
#include "match/word_bloom.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Immutable once made.
class AskedPatterns {
 public:
  AskedPatterns() = default;
  // Of so many patterns with these parts. The words of the vocabulary must not
  // have been dropped.
  AskedPatterns(std::uint32_t patterns, std::span<const PatternPart> parts,
                const Vocabulary& vocabulary);

  Extent extent(std::uint32_t pattern) const {
    return patterns_[pattern].extent;
  }

  // Calls use(word) with those of the words that may be an anchor of `pattern`,
  // until it returns true; whether it did.
  template <typename Use>
  bool AnyAnchor(std::uint32_t pattern, const ScanKernel& kernel,
                 const WordHashes& hashes, Span words, const Use& use) const {
    const Pattern& asked = patterns_[pattern];
    for (std::uint32_t at = words.begin; at < words.end;) {
      const std::uint32_t size = std::min(words.end - at, ScanKernel::kFound);
      std::uint64_t anchors = kernel.find(asked.anchors, hashes, at, size);
      for (; anchors != 0; anchors &= anchors - 1) {
        const std::uint32_t word =
            at + static_cast<std::uint32_t>(std::countr_zero(anchors));
        if (WordBloom::MayHold(&blocks_[asked.start], asked.mask,
                               hashes.words()[word], hashes.heads()[word]) &&
            use(word)) {
          return true;
        }
      }
      at += size;
    }
    return false;
  }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(patterns_, blocks_);
  }

 private:
  struct Pattern {
    // Its anchors, by codes, and exactly enough in blocks of a WordBloom.
    NeighbourWords anchors;
    std::uint32_t start = 0, mask = 0;
    Extent extent;
  };

  std::vector<Pattern> patterns_;
  std::vector<std::uint32_t> blocks_;
};

}  // namespace framescope
