// Tested by tests/unit/match/slot_table_test.cpp.
#include "match/slot_table.hpp"

#include <algorithm>

namespace framescope {

bool SlotTable::Build(std::vector<std::uint32_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (!places_.Build(hashes)) return false;
  slots_.assign(size(), {});
  for (const std::uint32_t hash : hashes) slots_[NumberOf(hash)].hash = hash;
  return true;
}

}  // namespace framescope
