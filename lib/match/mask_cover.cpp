// Tested by tests/unit/match/matcher_test.cpp.
#include "match/mask_cover.hpp"

namespace framescope {

bool MaskApplies(const Lexicon& lexicon, const Mask& mask,
                 std::uint32_t category) {
  if (!mask.hides_categories.empty()) {
    return std::find(mask.hides_categories.begin(), mask.hides_categories.end(),
                     category) != mask.hides_categories.end();
  }
  if (mask.hides == ~std::uint64_t{0}) return true;
  const Category& of = lexicon.categories()[category];
  if (of.axis == kNone || of.axis >= 32) return false;
  return (mask.hides >> (2 * of.axis + static_cast<std::uint32_t>(of.pole)) &
          1u) != 0;
}

std::uint32_t MaskCover::Search(const std::vector<Piece>& row,
                                const Lexicon& lexicon, std::uint32_t category,
                                std::uint32_t first, std::uint32_t last) {
  const auto end = std::partition_point(
      row.begin(), row.end(),
      [last](const Piece& piece) { return piece.first < last; });
  for (auto at = end; at != row.begin();) {
    const Piece& piece = *--at;
    if (piece.reach <= first) break;
    if (piece.last <= first) continue;
    const bool inside = first <= piece.first && piece.last <= last;
    const bool same = first == piece.first && piece.last == last;
    if (inside && !same) continue;
    if (MaskApplies(lexicon, lexicon.masks()[piece.mask], category)) {
      return piece.mask;
    }
  }
  return kNone;
}

std::uint32_t MaskCover::HiddenBy(const Lexicon& lexicon,
                                  std::uint32_t category, std::uint32_t first,
                                  std::uint32_t last) const {
  const std::uint32_t mask = Search(short_, lexicon, category, first, last);
  return mask != kNone ? mask : Search(long_, lexicon, category, first, last);
}

}  // namespace framescope
