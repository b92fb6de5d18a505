// The names of the stances.
#include <cstddef>
#include <string_view>

#include "context/stance_names.hpp"
#include "framescope/analyzer.hpp"

namespace framescope {
namespace {

// So that a stance is the index of its own name.
constexpr bool InOrder() {
  for (std::size_t i = 0; i < kStanceOf.size(); ++i) {
    if (static_cast<std::size_t>(kStanceOf[i].second) != i) return false;
  }
  return true;
}
static_assert(InOrder());

}  // namespace

std::string_view ToString(Stance stance) {
  return kStanceOf[static_cast<std::size_t>(stance)].first;
}

}  // namespace framescope
