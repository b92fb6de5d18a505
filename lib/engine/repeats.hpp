// Paragraphs of a document that repeat an earlier one.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "framescope/document.hpp"
#include "framescope/status.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {

// Boilerplate, page heads, posts printed twice: a block repeats an earlier one
// when its words are the same, in order. Blocks of fewer than four words are
// left alone, since short lines may well be said twice.
//
// A few bytes of each block tell nearly all of them apart; only blocks that
// these do not tell apart are segmented once more and compared word by word,
// each at most once for its hash, so that the whole is linear.
//
// Belongs to one thread; reused from document to document.
class RepeatFinder {
 public:
  // Begins with a new document of so many blocks. `text` and `segmenter` are
  // borrowed until the next call.
  void Begin(std::string_view text, std::size_t blocks, Segmenter* segmenter);

  // Whether the next block, whose words are `words`, repeats an earlier one.
  Result<bool> Add(const Block& block, std::span<const Span> words);

 private:
  struct Seen {
    std::uint64_t key = 0;  // of the few bytes, or the hash of all words
    Block block;
    bool hashed = false;  // stands under its hash too
  };

  std::uint64_t KeyOf(std::span<const Span> words) const;
  std::uint64_t HashOf(std::span<const Span> words) const;
  bool SameWords(std::span<const Span> a, std::span<const Span> b) const;
  Status Words(const Block& block);
  std::uint32_t& Slot(std::uint64_t key);
  void Insert(std::uint64_t key, const Block& block, std::uint32_t* slot);
  void Grow();

  std::string_view text_;
  Segmenter* segmenter_ = nullptr;
  std::vector<Seen> seen_;
  std::vector<std::uint32_t> slots_;  // indices into `seen_`, by key
  Segments segments_;                 // of an earlier block
};

}  // namespace framescope
