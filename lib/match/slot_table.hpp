// SlotTable: by the hash of a word, near what it is wanted.
#pragma once

#include <cstdint>
#include <vector>

#include "match/neighbours.hpp"
#include "match/seeded_hash.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class SlotTable {
 public:
  struct Slot {
    std::uint32_t hash = WordHashes::kOpen;  // none has this
    Neighbours near;
  };
  // Makes a slot for each of `hashes`, in any order, more than once too. False
  // as SeededHash::Build().
  bool Build(std::vector<std::uint32_t> hashes);

  // The number of the slot that a hash has, if it has any.
  std::uint32_t NumberOf(std::uint32_t hash) const {
    return places_.PlaceOf(hash);
  }
  // Numbers are below this.
  std::uint32_t size() const { return places_.places(); }

  Neighbours& near(std::uint32_t number) { return slots_[number].near; }

  // A copy of the pointers for hot loops, so that a compiler need not read them
  // again after each store.
  struct View {
    SeededHash::View places;
    const Slot* slots;

    const Slot& Find(std::uint32_t hash) const {
      return slots[places.PlaceOf(hash)];
    }
  };
  View view() const { return {places_.view(), slots_.data()}; }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(places_, slots_);
  }

 private:
  SeededHash places_;
  std::vector<Slot> slots_;  // by number
};

}  // namespace framescope
