// WordFilter: which words of a text can be any of many words and globs at all.
//
// Nearly every word of a text is nothing to a lexicon. The filter looks at the
// first eight bytes of a word and lets through all that could match and few
// that do not, without a branch for each word and without folding any. A word
// can be wanted beside certain others only: then it passes only there.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "match/hash_table.hpp"
#include "match/pair_filter.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class WordFilter {
 public:
  enum class Side : std::uint8_t { kBefore, kAfter };

  // Adds a key of PatternWord, with its wildcards.
  void Add(std::string_view glob);
  // Adds `glob` where the word on that side of it is one of `neighbours`, keys
  // of PatternWord.
  void AddBeside(std::string_view glob, Side side,
                 std::span<const std::string_view> neighbours);
  // Call once, after the last Add().
  void Finish();

  // Writes to `out`, which has room for last - first numbers, those of the
  // words [first, last) that can be one of what was added, ascending; returns
  // how many. Words are stretches of `text`. Costs a few instructions a word.
  std::uint32_t Scan(std::string_view text, std::span<const Span> words,
                     std::uint32_t first, std::uint32_t last,
                     std::uint32_t* out) const;

 private:
  // Where the word beside a glob must be one of a few.
  struct Beside {
    Side side = Side::kAfter;
    std::uint32_t head = 0;
  };
  // What was added under one glob.
  struct Wanted {
    bool anywhere = false;
    std::vector<Beside> beside;
  };
  // A word, by its first seven bytes.
  struct WordSlot {
    std::uint64_t value = ~std::uint64_t{0};
    bool anywhere = false;
  };
  // What all the stems in a slot agree on.
  struct StemSlot {
    std::uint64_t value = ~std::uint64_t{0};
    std::uint64_t mask = ~std::uint64_t{0};
    bool anywhere = false;
  };
  // Bytes to be compared, under which mask, and the glob that they are of.
  struct Key {
    std::uint64_t value = 0, mask = 0;
    std::uint32_t glob = 0;
  };

  void AddKeys(std::uint32_t glob, std::vector<Key>* keys);
  void AddShortStem(std::string_view stem);
  void AddHead(std::uint64_t value);
  void Place(const Key& key);
  void PlaceStem(const Key& key);
  void AddPairs(std::uint32_t slot, const Wanted& wanted);
  template <bool kHasShortStems>
  std::uint32_t ScanHeads(std::string_view text, std::span<const Span> words,
                          std::uint32_t first, std::uint32_t last,
                          std::uint32_t* out) const;
  bool BeginsShortStem(std::uint64_t bytes) const;
  bool Passes(std::string_view text, std::span<const Span> words,
              std::uint32_t word) const;
  bool StandsRight(std::uint32_t slot, std::string_view text,
                   std::span<const Span> words, std::uint32_t word) const;

  StringIndex globs_;                 // until Finish()
  std::vector<Wanted> wanted_;        // by glob, until Finish()
  std::vector<std::uint64_t> heads_;  // a bit for each hash of a head
  std::vector<WordSlot> words_;
  std::vector<StemSlot> stems_;
  // Numbers are 2 * slot + side; slots of stems come behind those of words.
  PairFilter pairs_;
  std::uint32_t head_shift_ = 0, word_shift_ = 0, stem_shift_ = 0;
  bool has_short_stems_ = false;
  bool lets_all_through_ = false;
  // A bit for each two letters that a stem of less than four begins with.
  std::array<std::uint64_t, 1024> short_stems_{};
};

}  // namespace framescope
