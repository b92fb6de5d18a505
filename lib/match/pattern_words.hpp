// The words of a stretch of a pattern without brackets or spaces.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "framescope/status.hpp"
#include "match/pattern.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {

// Bytes of a pattern after escapes are resolved. Wildcards are kAnyLetters
// and kOneLetter; `offsets` tells where in the pattern each byte stood.
struct PatternPiece {
  std::string bytes;
  std::vector<std::uint32_t> offsets;

  void Add(char byte, std::uint32_t offset) {
    bytes += byte;
    offsets.push_back(offset);
  }
  void Append(const PatternPiece& other) {
    bytes += other.bytes;
    offsets.insert(offsets.end(), other.offsets.begin(), other.offsets.end());
  }
};

// Splits `piece` as text is split ("well-being*" is two words) and folds the
// words. Fails with kParse, and where().offset in the pattern, when it holds
// something that no phrase runs through, or no word.
Status AppendWords(const PatternPiece& piece, bool exact_case,
                   Segmenter* segmenter, std::vector<PatternWord>* out);

}  // namespace framescope
