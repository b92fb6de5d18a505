// The names of the stances.
#include "framescope/analyzer.hpp"

namespace framescope {
namespace {

constexpr std::string_view kStanceNames[kStances] = {
    "used",     "negated",     "moved_from", "moved_to", "reported",
    "rejected", "recommended", "supposed",   "mentioned"};

}  // namespace

std::string_view ToString(Stance stance) {
  return kStanceNames[static_cast<std::size_t>(stance)];
}

}  // namespace framescope
