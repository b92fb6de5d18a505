// MaskCover: the masks of one sentence, and which of them hides an entry.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "framescope/lexicon.hpp"

namespace framescope {

// Belongs to one thread. Short masks and long ones are kept apart, so that one
// long mask does not make every look-up walk over all the short ones.
class MaskCover {
 public:
  void Clear() {
    short_.clear();
    long_.clear();
  }

  // Adds an occurrence of `mask`; calls go by ascending `first`.
  void Add(std::uint32_t mask, std::uint32_t first, std::uint32_t last) {
    std::vector<Piece>& row = last - first <= kShort ? short_ : long_;
    const std::uint32_t reach =
        row.empty() ? last : std::max(last, row.back().reach);
    row.push_back({mask, first, last, reach});
  }

  // A mask that hides an entry of `category` at the words [first, last): it
  // applies to the category, overlaps, and is not properly contained. kNone
  // when there is none.
  std::uint32_t HiddenBy(const Lexicon& lexicon, std::uint32_t category,
                         std::uint32_t first, std::uint32_t last) const;

 private:
  struct Piece {
    std::uint32_t mask, first, last;
    std::uint32_t reach;  // the largest `last` up to here
  };
  static constexpr std::uint32_t kShort = 64;

  static std::uint32_t Search(const std::vector<Piece>& row,
                              const Lexicon& lexicon, std::uint32_t category,
                              std::uint32_t first, std::uint32_t last);

  std::vector<Piece> short_, long_;
};

// Whether `mask` hides entries of `category`.
bool MaskApplies(const Lexicon& lexicon, const Mask& mask,
                 std::uint32_t category);

}  // namespace framescope
