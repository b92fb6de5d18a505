// PairFilter: which words can stand near what.
//
// A Bloom filter for each of many rows (a state of an automaton, an anchor, a
// pattern) of the first bytes of words: nearly always enough to know that a
// phrase does not go on, before any word is looked up. The filters of rows that
// are asked often stay in the nearest cache, and the bits of a word lie in one
// block of 32, so that a question costs one load, and a vector asks many.
//
// Tested by tests/unit/match/pair_filter_test.cpp.
#pragma once

#include <algorithm>
#include <bit>
#include <compare>
#include <cstdint>
#include <vector>

#include "match/word_bytes.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class PairFilter {
 public:
  // Where the filter of a row lies.
  struct Row {
    std::uint32_t start = 0, mask = 0;
    friend auto operator<=>(const Row&, const Row&) = default;
  };

  // Returns where a row for `size` words will lie. Call Fill() after the last.
  Row AddRow(std::size_t size) {
    const std::size_t blocks =
        std::bit_ceil(std::max<std::size_t>((size * kSpread + 31) / 32, 1));
    const Row row{static_cast<std::uint32_t>(end_),
                  static_cast<std::uint32_t>(blocks - 1)};
    end_ += blocks;
    return row;
  }
  // Vectors may look at the first block of no row.
  void Fill() { blocks_.assign(std::max<std::size_t>(end_, 1), 0); }

  // Places for words before and behind something, and behind those as many for
  // heads (see Wanted). A row tells the four sorts of places apart, not the
  // places of one sort: so a word that may stand at many takes no more room.
  static constexpr std::uint32_t kPlaces = 16;
  // Adds a word, by its seven bytes or by its head, for places of one sort.
  void Add(Row row, std::uint64_t bytes, std::uint32_t places) {
    const auto place = static_cast<std::uint32_t>(std::countr_zero(places));
    const bool by_head = place >= kPlaces;
    AddHash(row,
            (by_head ? HashOfHead(bytes) : HashOfWord(bytes)) ^ SaltOf(place));
  }
  // Adds words for the places 0 and kPlaces.
  void Add(Row row, const FirstBytes& first) {
    for (const std::uint64_t word : first.words) Add(row, word, 1);
    for (const std::uint32_t head : first.heads) Add(row, head, 1u << kPlaces);
  }

  // Never false for what was added, by the word's seven bytes or by its head,
  // nor for an open word. Both are hashes (WordHashes).
  bool MayHoldWord(Row row, std::uint32_t word) const {
    return MayHold(row, word, 0);
  }
  bool MayHoldHead(Row row, std::uint32_t head) const {
    return MayHold(row, head, kPlaces);
  }
  // By the word's seven bytes at a place, or by its head at one behind those.
  bool MayHold(Row row, std::uint32_t hash, std::uint32_t place) const {
    const std::uint32_t salted = hash ^ SaltOf(place);
    const std::uint32_t bits = BitsOf(salted);
    return ((blocks_[row.start + (salted & row.mask)] & bits) == bits) |
           (hash == WordHashes::kOpen);
  }

  // What a vector needs to ask the same: the block of a salted hash is
  // blocks()[row.start + (salted & row.mask)], its bits are BitsOf(salted).
  const std::uint32_t* blocks() const { return blocks_.data(); }
  static constexpr std::uint32_t kSaltFactor = 0xD6E8FEB9;
  static constexpr std::uint32_t kBitsFactor = 0x9E3779B1;
  static constexpr int kSortShift = 3;  // of a place, for the sort of it
  static constexpr std::uint32_t SaltOf(std::uint32_t place) {
    return (place >> kSortShift) * kSaltFactor;
  }
  static std::uint32_t BitsOf(std::uint32_t salted) {
    const std::uint32_t mixed = salted * kBitsFactor;
    return 1u << (mixed >> 27) | 1u << (mixed >> 22 & 31) |
           1u << (mixed >> 17 & 31);
  }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(end_, blocks_);
  }

 private:
  static constexpr std::uint32_t kSpread = 20;  // bits for each word, at least

  void AddHash(Row row, std::uint32_t hash) {
    blocks_[row.start + (hash & row.mask)] |= BitsOf(hash);
  }
  std::size_t end_ = 0;  // of the rows so far
  std::vector<std::uint32_t> blocks_;
};

// Near what a word is wanted, of a row of a PairFilter: the bits of `reach` are
// its places. Bit 7 + d stands for the word d behind, bit 8 - d for the one d
// before, d from 1 to 8; those of heads are 16 bits further up.
struct Wanted {
  PairFilter::Row row;
  std::uint32_t reach = 0;  // none: it is wanted wherever it stands
  friend auto operator<=>(const Wanted&, const Wanted&) = default;

  static constexpr std::uint32_t kReach = 8;  // words

  static constexpr std::uint32_t PlaceOf(bool after, std::uint32_t distance) {
    return after ? kReach - 1 + distance : kReach - distance;
  }
  // The words from `least` to `most` away on one side.
  static constexpr std::uint32_t ReachOf(bool after, std::uint32_t least,
                                         std::uint32_t most) {
    std::uint32_t reach = 0;
    for (std::uint32_t d = least; d <= most; ++d) {
      reach |= 1u << PlaceOf(after, d);
    }
    return reach;
  }
  // How far the word of a place is.
  static constexpr std::int32_t OffsetOf(std::uint32_t place) {
    const auto bit = static_cast<std::int32_t>(place % PairFilter::kPlaces);
    return bit - (bit < 8 ? 8 : 7);
  }
};

// Calls use(bytes, reach) for each word of `first` that is wanted at the places
// of `reach`, all of words on one side: for PairFilter::Add().
template <typename Use>
void ForEachWanted(const FirstBytes& first, std::uint32_t reach,
                   const Use& use) {
  const std::uint32_t heads = reach << PairFilter::kPlaces;
  for (const std::uint64_t word : first.words) use(word, reach);
  for (const std::uint32_t head : first.heads) {
    use(std::uint64_t{head}, heads);
  }
  // What has no such bytes is not ASCII, which passes wherever it is looked
  // for.
  if (first.words.empty() && first.heads.empty()) {
    use(std::uint64_t{0}, heads);
  }
}

}  // namespace framescope
