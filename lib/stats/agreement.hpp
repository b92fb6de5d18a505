// Agreement between coders.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace framescope {

// Krippendorff's alpha for nominal values (Krippendorff 2018, ch. 12).
// `units` holds the values that coders gave to each unit; units with fewer
// than two values are left out. NaN when nothing can be paired, 1 when there
// is but one value. Linear in the values.
double KrippendorffAlpha(std::span<const std::vector<std::uint32_t>> units);

}  // namespace framescope
