// Two small hash tables for compiling and matching: strings to dense numbers,
// and 64-bit keys to 32-bit values. Open addressing, no removal.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/lexicon.hpp"
#include "unicode/hash.hpp"

namespace framescope {

// Numbers strings from 0 in the order in which they are added.
class StringIndex {
 public:
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(ends_.size());
  }
  std::string_view string(std::uint32_t id) const {
    const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(bytes_).substr(begin, ends_[id] - begin);
  }

  // The number of `text`, or kNone.
  std::uint32_t Find(std::string_view text) const {
    return slots_.empty() ? kNone : slots_[Place(text)];
  }

  std::uint32_t Add(std::string_view text) {
    if ((ends_.size() + 1) * 2 > slots_.size()) Grow();
    const std::size_t place = Place(text);
    if (slots_[place] != kNone) return slots_[place];
    bytes_ += text;
    ends_.push_back(bytes_.size());
    return slots_[place] = size() - 1;
  }

  // Slots depend on the process.
  template <typename Archive>
  void Visit(Archive& archive) {
    archive(bytes_, ends_);
    if (Archive::kReads) Rehash(std::bit_ceil(2 * ends_.size() + 16));
  }

 private:
  std::size_t Place(std::string_view text) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = HashBytes(text, HashSeed()) & mask;
    while (slots_[at] != kNone && string(slots_[at]) != text) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void Grow() { Rehash(slots_.empty() ? 16 : slots_.size() * 2); }

  void Rehash(std::size_t slots) {
    slots_.assign(slots, kNone);
    for (std::uint32_t id = 0; id < size(); ++id) {
      slots_[Place(string(id))] = id;
    }
  }

  std::string bytes_;
  std::vector<std::size_t> ends_;
  std::vector<std::uint32_t> slots_;
};

// Maps a pair of numbers to a number.
class PairTable {
 public:
  // The value of (a, b), or kNone.
  std::uint32_t Find(std::uint32_t a, std::uint32_t b) const {
    return slots_.empty() ? kNone : slots_[Place(Key(a, b))].value;
  }

  // The value of (a, b), which is kNone when it is new: then it must be set.
  std::uint32_t& At(std::uint32_t a, std::uint32_t b) {
    if ((size_ + 1) * 2 > slots_.size()) Grow();
    Slot& slot = slots_[Place(Key(a, b))];
    if (slot.value == kNone) {
      slot.key = Key(a, b);
      ++size_;
    }
    return slot.value;
  }

  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = kNone;
  };

  static std::uint64_t Key(std::uint32_t a, std::uint32_t b) {
    return std::uint64_t{a} << 32 | b;
  }

  std::size_t Place(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = MixHash(key ^ HashSeed(), 0xA0761D6478BD642Full) & mask;
    while (slots_[at].value != kNone && slots_[at].key != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void Grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.value != kNone) slots_[Place(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace framescope
