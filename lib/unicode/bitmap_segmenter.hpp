// BitmapSegmenter: the words and sentences that ICU finds, without asking it.
//
// A chunk of text becomes bitmaps of where words begin and end, by a kernel. A
// stretch between white space with any character that the bitmaps leave open
// is done again with ICU's own table, or by ICU where it needs a dictionary.
// Sentences are found from the bitmap of their terminators.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "unicode/break_rules.hpp"
#include "unicode/icu_breaks.hpp"
#include "unicode/kernel.hpp"
#include "unicode/segmenter.hpp"
#include "unicode/sentences.hpp"

namespace framescope {

// Belongs to one thread. Linear in the text. All buffers are kept for the next
// call; they hold 8 bytes a sentence, and 8 a word where thousands of bytes
// have no white space.
class BitmapSegmenter : public Segmenter {
 public:
  // `rules` are those of `locale` and outlive the segmenter, as `kernel` does.
  BitmapSegmenter(const BreakRules* rules, const Kernel* kernel,
                  std::string locale);

  Status Segment(std::string_view text, std::span<const Block> blocks,
                 Segments* out) override;
  std::string_view name() const override { return kernel_->name; }

 private:
  Status SegmentRun(std::string_view text, std::span<const Block> blocks,
                    std::uint32_t first_block, Segments* out);
  Status Chunk(std::string_view text, std::uint32_t begin, std::uint32_t end,
               Segments* out);
  Status LongStretch(std::string_view text, std::uint32_t begin,
                     std::uint32_t end, Segments* out);
  void CutAtBlocks(std::string_view text, std::uint32_t begin,
                   std::uint32_t end);
  Status Repair(std::string_view text, std::uint32_t begin, std::uint32_t end);
  bool RepairIgnored(std::string_view text, Span chunk, std::uint32_t at);
  Status StretchWords(std::string_view text, Span stretch);
  Status PieceWords(std::string_view text, Span piece);
  void TakeTerminators(std::uint32_t begin, std::uint32_t end);

  const BreakRules* rules_;
  const Kernel* kernel_;
  std::string locale_;
  bool english_;
  std::unique_ptr<IcuBreaks> icu_words_;  // opened when first needed

  // Of the run of blocks at hand:
  std::span<const Block> blocks_;
  std::size_t edge_block_ = 0;     // the first that may have an edge ahead
  std::size_t stretch_block_ = 0;  // the first that may lie ahead
  SentenceScanner scanner_;
  std::uint32_t words_ = 0;  // found so far, in all runs
  UnsetVector<std::uint32_t> boundaries_, ranks_;

  // Of the chunk at hand:
  TextMasks masks_;
  std::vector<std::uint32_t> mask_ranks_, terminators_;
  UnsetVector<Span> stretch_words_;
  bool cut_inside_ = false;  // a block's edge lies inside a stretch
};

}  // namespace framescope
