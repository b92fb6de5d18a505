// Tested by tests/unit/match/word_filter_test.cpp.
#include "match/slot_table.hpp"

#include <algorithm>

namespace framescope {

bool SlotTable::Build(std::vector<std::uint32_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (!places_.Build(hashes)) return false;
  slots_.assign(size(), {});
  // A mask of all bits: nothing has joined yet.
  bytes_.assign(size(), {0, ~std::uint64_t{0}, 0, ~std::uint64_t{0}});
  for (const std::uint32_t hash : hashes) slots_[NumberOf(hash)].hash = hash;
  return true;
}

void SlotTable::Join(std::uint32_t number, const Bytes& bytes) {
  Bytes& all = bytes_[number];
  if (all.mask == ~std::uint64_t{0}) {
    all = bytes;
    return;
  }
  all.mask &= bytes.mask & ~(all.value ^ bytes.value);
  all.value &= all.mask;
  all.tail_mask &= bytes.tail_mask & ~(all.tail ^ bytes.tail);
  all.tail &= all.tail_mask;
}

}  // namespace framescope
