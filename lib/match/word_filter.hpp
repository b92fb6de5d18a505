// WordFilter: which words of a text can be any of many words and globs at all.
//
// Nearly every word of a text is nothing to a lexicon. The filter looks at
// hashes of the first bytes of a word and lets through all that could match and
// few that do not, without a branch for most words and without folding any. A
// word can be wanted near certain others only: then it passes only there.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "framescope/analyzer.hpp"
#include "match/hash_table.hpp"
#include "match/neighbours.hpp"
#include "match/scan_kernel.hpp"
#include "match/slot_table.hpp"
#include "match/word_bytes.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class WordFilter {
 public:
  // `kernel`: FindScanKernel().
  explicit WordFilter(std::string_view kernel = {})
      : kernel_(&FindScanKernel(kernel)) {}

  // Adds a key of PatternWord, with its wildcards.
  void Add(std::string_view glob);
  // Adds `glob` where a word that begins with `first`, or one that is not
  // ASCII, stands at one of `places` (Places).
  void AddNear(std::string_view glob, std::uint32_t places,
               const FirstBytes& first);
  // Call once, after the last Add().
  void Finish();

  // Writes to `out`, which has room for kSpare numbers more than there are
  // words, those of the words [first, last) that can be one of what was added,
  // ascending; returns how many. Costs a few instructions a word.
  static constexpr std::uint32_t kSpare = 16;
  std::uint32_t Scan(const Tokens& tokens, std::uint32_t first,
                     std::uint32_t last, std::uint32_t* out) const;

  const ScanKernel& kernel() const { return *kernel_; }

  // Of a finished filter.
  template <typename Archive>
  void Visit(Archive& archive) {
    archive(blocks_, words_, stems_, short_stems_, block_mask_,
            has_short_stems_, lets_all_through_);
  }

 private:
  // A hash that words have which a glob describes: of their first seven bytes
  // or, of a shorter stem, of their head.
  struct Key {
    std::uint64_t bytes = 0;
    bool is_word = false;
    std::uint32_t glob = 0;
  };
  // Of one or two letters.
  struct ShortStem {
    std::uint32_t is_used = 0;
    Neighbours near;
  };

  std::uint32_t NumberOf(std::string_view glob);
  void AddKeys(std::uint32_t glob, std::vector<Key>* keys);
  bool MakeTables(const std::vector<Key>& keys);
  void Place(const Key& key);
  void PlaceShortStem(std::uint32_t glob);
  std::uint32_t& BlockOf(std::uint64_t bytes) {
    return blocks_[Bits().BlockOf(HashOfHead(bytes))];
  }
  ScanBits Bits() const { return {blocks_.data(), block_mask_}; }
  void FillSlots();
  Neighbours& NearOf(std::uint32_t slot);
  // Words that are looked at at once, and which of them pass, as bits.
  static constexpr std::uint32_t kChunk = 512;
  using Passed = std::array<std::uint64_t, kChunk / 64>;
  void AskShortStems(const WordHashes& hashes, std::uint32_t first,
                     std::uint32_t end, Passed* passed) const;
  // Numbers of slots: those of words, of stems, of short stems.
  std::uint32_t FirstStem() const { return words_.size(); }
  std::uint32_t FirstShortStem() const { return FirstStem() + stems_.size(); }

  const ScanKernel* kernel_;
  // Until Finish().
  StringIndex globs_;
  std::vector<bool> anywhere_;   // by glob
  std::deque<Neighbours> near_;  // by glob; never moved, as it is large
  std::vector<std::uint32_t> short_globs_;
  // Which slots hold which globs.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> placed_;

  std::vector<std::uint32_t> blocks_;  // of ScanBits
  SlotTable words_;  // words, and stems of seven letters or more
  SlotTable stems_;  // shorter ones, by their heads
  // Of stems of one or two letters, by ShortIndex().
  std::array<ShortStem, 1024> short_stems_{};
  std::uint32_t block_mask_ = 0;
  bool has_short_stems_ = false;
  bool lets_all_through_ = false;
};

}  // namespace framescope
