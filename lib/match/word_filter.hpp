// WordFilter: which words of a text can be any of many words and globs at all.
//
// Nearly every word of a text is nothing to a lexicon. The filter looks at the
// first eight bytes of a word and lets through all that could match and few
// that do not, without a branch for each word and without folding any.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class WordFilter {
 public:
  // Adds a key of PatternWord, with its wildcards.
  void Add(std::string_view glob);
  // Call once, after the last Add().
  void Finish();

  // Writes to `out`, which has room for last - first numbers, those of the
  // words [first, last) that can be one of what was added, ascending; returns
  // how many. Words are stretches of `text`. Costs a few instructions a word.
  std::uint32_t Scan(std::string_view text, std::span<const Span> words,
                     std::uint32_t first, std::uint32_t last,
                     std::uint32_t* out) const;

 private:
  // What all the keys in a slot agree on.
  struct Slot {
    std::uint64_t value = ~std::uint64_t{0};
    std::uint64_t mask = ~std::uint64_t{0};
  };

  void AddHead(std::uint64_t value, std::uint64_t mask);
  template <bool kHasShortStems>
  std::uint32_t ScanWords(std::string_view text, std::span<const Span> words,
                          std::uint32_t first, std::uint32_t last,
                          std::uint32_t* out) const;

  std::vector<Slot> added_;  // until Finish()
  std::vector<std::uint64_t> heads_;  // a bit for each hash of four letters
  std::vector<Slot> slots_;
  std::uint32_t head_shift_ = 0, slot_shift_ = 0;
  bool has_short_stems_ = false;
  bool lets_all_through_ = false;
  // A bit for each two letters that a stem of less than four begins with.
  std::array<std::uint64_t, 1024> short_stems_{};
};

}  // namespace framescope
