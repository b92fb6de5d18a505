// SlotTable: by the hash of a word, near what it is wanted.
#pragma once

#include <cstdint>
#include <vector>

#include "match/pair_filter.hpp"
#include "match/seeded_hash.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class SlotTable {
 public:
  struct Slot {
    std::uint32_t hash = WordHashes::kOpen;  // none has this
    Wanted wanted;
  };
  // What all the words of a slot have in common: bytes under masks.
  struct Bytes {
    std::uint64_t value = 0, mask = 0;
    std::uint64_t tail = 0, tail_mask = 0;  // behind the first seven
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

  Wanted& wanted(std::uint32_t number) { return slots_[number].wanted; }
  // Notes that a word of the slot has these bytes.
  void Join(std::uint32_t number, const Bytes& bytes);
  const Bytes& bytes(std::uint32_t number) const { return bytes_[number]; }

  // For loops, that nothing they write can change.
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
    archive(places_, slots_, bytes_);
  }

 private:
  SeededHash places_;
  // By number.
  std::vector<Slot> slots_;
  std::vector<Bytes> bytes_;
};

}  // namespace framescope
