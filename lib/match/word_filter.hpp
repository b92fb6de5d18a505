// WordFilter: which words of a text can be any of many words and globs at all.
//
// Nearly every word of a text is nothing to a lexicon. The filter looks at the
// first eight bytes of a word and lets through all that could match and few
// that do not, without a branch for most words and without folding any. A word
// can be wanted near certain others only: then it passes only there.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "framescope/analyzer.hpp"
#include "match/hash_table.hpp"
#include "match/pair_filter.hpp"
#include "match/scan_kernel.hpp"
#include "match/word_bytes.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class WordFilter {
 public:
  // `kernel`: FindScanKernel().
  explicit WordFilter(std::string_view kernel = {})
      : kernel_(&FindScanKernel(kernel)) {}

  static constexpr std::uint32_t kReach = 8;  // words

  // Where another word must stand, seen from the one that is wanted: on one
  // side, `least` to `most` words away, at most kReach.
  struct Range {
    bool after = true;
    std::uint32_t least = 1, most = 1;
  };

  // Adds a key of PatternWord, with its wildcards.
  void Add(std::string_view glob);
  // Adds `glob` where a word that begins with `first`, or one that is not
  // ASCII, stands in `range`.
  void AddNear(std::string_view glob, Range range, const FirstBytes& first);
  // Call once, after the last Add().
  void Finish();

  // Writes to `out`, which has room for last - first numbers, those of the
  // words [first, last) that can be one of what was added, ascending; returns
  // how many. Words are stretches of `text`. Costs a few instructions a word.
  std::uint32_t Scan(std::string_view text, std::span<const Span> words,
                     std::uint32_t first, std::uint32_t last,
                     std::uint32_t* out) const;

  // Of a finished filter.
  template <typename Archive>
  void Visit(Archive& archive) {
    archive(word_bits_, head_bits_, words_, stems_, short_stems_, pairs_,
            word_bit_mask_, head_bit_mask_, word_mask_, stem_mask_,
            has_short_stems_, lets_all_through_);
  }

 private:
  // Distances at which to look for other words: a bit for each, first those
  // after the word, then those before it.
  using Reach = std::uint16_t;

  // Near what a word is wanted.
  struct Wanted {
    Reach words = 0;  // where to look by the seven bytes of other words
    Reach heads = 0;  // where by their heads
    std::uint32_t anywhere = 0;  // wherever it stands: 1
    PairFilter::Row row;
  };
  // A glob that is wanted where a word with these bytes stands.
  struct Near {
    std::uint64_t bytes = 0;
    std::uint32_t glob = 0;
    Reach reach = 0;
    bool is_head = false;
  };
  using NearRow = std::span<const Near>;
  // Bytes to be compared, and the glob that they are of: the first seven under
  // `mask`, and of a longer word those behind them.
  struct Key {
    std::uint64_t value = 0, mask = 0;
    std::uint64_t tail = 0;
    std::uint32_t tail_size = 0;
    std::uint32_t glob = 0;
  };
  // A word, or a stem of seven letters or more.
  struct WordSlot {
    std::uint64_t value = kFree;  // in the last byte the size of the tail
    std::uint64_t tail = 0;
    Wanted wanted;
  };
  // What all the shorter stems in a slot agree on.
  struct StemSlot {
    std::uint64_t value = kFree;
    std::uint64_t mask = kFree;
    Wanted wanted;
  };
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};

  // Around one word of a text.
  struct Place {
    std::string_view text;
    const Span* word;
    const std::uint64_t* bytes;   // of it; those around it lie beside
    const std::uint64_t* hashes;  // the same
  };

  std::uint32_t NumberOf(std::string_view glob);
  std::vector<NearRow> NearRows(std::uint32_t globs);
  void AddKeys(std::uint32_t glob, std::vector<Key>* keys);
  void MakeTables(std::size_t words, std::size_t stems);
  std::uint32_t PlaceWord(const Key& key);
  void PlaceStem(const Key& key);
  void PlaceShortStem(std::uint32_t glob);
  void AddHeads(std::uint64_t bytes, std::size_t size);
  void FillPairs(std::uint32_t globs);
  Wanted& WantedOf(std::uint32_t slot);
  void Prefetch(std::span<const std::uint32_t> words,
                const std::uint64_t* hashes) const;
  bool Passes(const Place& place) const;
  static bool DiffersBehind(const Place& place, std::uint64_t tail,
                            std::uint64_t mask);
  bool PassesAsWord(const Place& place) const;
  bool StandsRight(const Wanted& wanted, const Place& place) const;
  ScanBits Bits() const {
    return {word_bits_.data(), head_bits_.data(), word_bit_mask_,
            head_bit_mask_};
  }
  // Numbers of slots: those of words, of stems, of short stems.
  std::uint32_t FirstStem() const {
    return static_cast<std::uint32_t>(words_.size());
  }
  std::uint32_t FirstShortStem() const {
    return FirstStem() + static_cast<std::uint32_t>(stems_.size());
  }

  const ScanKernel* kernel_;
  // Until Finish().
  StringIndex globs_;
  std::vector<bool> anywhere_;  // by glob
  std::vector<Near> near_;
  std::vector<std::uint32_t> short_globs_;
  // Which slots hold which globs.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> placed_;

  std::vector<std::uint64_t> word_bits_, head_bits_;  // a bit for each hash
  std::vector<WordSlot> words_;
  std::vector<StemSlot> stems_;
  // Of stems of one or two letters, by ShortIndex().
  std::array<Wanted, 1024> short_stems_{};
  // A row for each slot; places are the bits of a Reach.
  PairFilter pairs_;
  // Of the numbers of bits and slots.
  std::uint32_t word_bit_mask_ = 0, head_bit_mask_ = 0;
  std::uint32_t word_mask_ = 0, stem_mask_ = 0;
  bool has_short_stems_ = false;
  bool lets_all_through_ = false;
};

}  // namespace framescope
