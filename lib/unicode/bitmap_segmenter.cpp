// Tested by tests/differential/segmenter_test.cpp.
#include "unicode/bitmap_segmenter.hpp"

#include <algorithm>
#include <bit>

#include "unicode/icu_segmenter.hpp"
#include "unicode/mask_bits.hpp"

namespace framescope {
namespace {

constexpr std::uint32_t kChunk = 8192;
// Blocks further apart are different runs: what lies between is not read.
constexpr std::uint32_t kGap = 256;
constexpr std::size_t kSlack = 64;  // what kernels write beyond an end

// White space before and after which there is always a boundary of words.
bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// The place after the last white space of text[begin, at), or `begin`.
std::uint32_t AfterSpaceBefore(std::string_view text, std::uint32_t begin,
                               std::uint32_t at) {
  while (at > begin && !IsSpace(text[at - 1])) --at;
  return at;
}

std::uint32_t SpaceFrom(std::string_view text, std::uint32_t at,
                        std::uint32_t end) {
  while (at < end && !IsSpace(text[at])) ++at;
  return at;
}

std::uint32_t BlocksOf(std::uint32_t begin, std::uint32_t end) {
  return (end - begin) / 64 + ((end - begin) % 64 != 0 ? 1 : 0);
}

// The number of the first of `blocks` that form a run: in order, without
// overlap, near each other.
std::size_t RunLength(std::span<const Block> blocks) {
  std::size_t n = 1;
  while (n < blocks.size() && blocks[n].begin >= blocks[n - 1].end &&
         blocks[n].begin - blocks[n - 1].end <= kGap) {
    ++n;
  }
  return n;
}

}  // namespace

BitmapSegmenter::BitmapSegmenter(const BreakRules* rules, const Kernel* kernel,
                                 std::string locale)
    : rules_(rules),
      kernel_(kernel),
      locale_(std::move(locale)),
      english_(IsEnglish(locale_)),
      scanner_(&*rules->sentence_rules),
      masks_(kChunk / 64 + 1),
      mask_ranks_(kChunk / 64 + 1),
      terminators_(kChunk + kSlack) {}

Status BitmapSegmenter::Segment(std::string_view text,
                                std::span<const Block> blocks, Segments* out) {
  out->sentences.clear();
  out->sentences_to.resize(blocks.size());
  words_ = 0;
  for (const Block& block : blocks) {
    if (block.begin > block.end || block.end > text.size()) {
      out->words.clear();
      return Status(StatusCode::kInvalidArgument,
                    "a block lies outside the text", {block.begin});
    }
  }
  for (std::size_t i = 0; i < blocks.size();) {
    const std::size_t n = RunLength(blocks.subspan(i));
    Status status = SegmentRun(text, blocks.subspan(i, n),
                               static_cast<std::uint32_t>(i), out);
    if (!status.ok()) {
      out->words.clear();
      return status;
    }
    i += n;
  }
  out->words.resize(words_);
  return Status();
}

Status BitmapSegmenter::SegmentRun(std::string_view text,
                                   std::span<const Block> blocks,
                                   std::uint32_t first_block, Segments* out) {
  blocks_ = blocks;
  edge_block_ = stretch_block_ = 0;
  boundaries_.clear();
  ranks_.clear();
  scanner_.Start(text, blocks, &boundaries_);
  const std::uint32_t first_word = words_;
  const std::uint32_t end = blocks.back().end;
  for (std::uint32_t at = blocks.front().begin; at < end;) {
    std::uint32_t to = end;
    if (end - at > kChunk) to = AfterSpaceBefore(text, at, at + kChunk);
    const bool fits = to > at;
    if (!fits) to = SpaceFrom(text, at + kChunk, end);
    Status status =
        fits ? Chunk(text, at, to, out) : LongStretch(text, at, to, out);
    if (!status.ok()) return status;
    at = to;
  }
  AppendSentences(text, blocks, first_block, {boundaries_, ranks_, first_word},
                  english_, out);
  return Status();
}

Status BitmapSegmenter::Chunk(std::string_view text, std::uint32_t begin,
                              std::uint32_t end, Segments* out) {
  const std::uint32_t blocks = BlocksOf(begin, end);
  bool complex = kernel_->classify(rules_->kernel, text.data() + begin,
                                   end - begin, text.size() - begin, &masks_);
  cut_inside_ = false;
  if (blocks_.size() > 1) {
    CutAtBlocks(text, begin, end);
    complex |= cut_inside_;
  }
  if (complex) {
    if (Status status = Repair(text, begin, end); !status.ok()) return status;
  }
  // Words may touch.
  const std::size_t most = words_ + std::size_t{end - begin} + kSlack;
  if (out->words.size() < most) out->words.resize(most + most / 2);
  static_assert(sizeof(Span) == 2 * sizeof(std::uint32_t));
  const std::size_t words =
      kernel_->list_words(masks_, blocks + 1, begin,
                          &out->words.data()[words_].begin, mask_ranks_.data());
  TakeTerminators(begin, end);
  const std::size_t ranked = ranks_.size();
  std::size_t to = boundaries_.size();
  while (to > ranked && boundaries_[to - 1] > end) --to;
  ranks_.resize(to);
  kernel_->count_before(masks_, mask_ranks_.data(),
                        {boundaries_.data() + ranked, to - ranked}, begin,
                        words_, ranks_.data() + ranked);
  words_ += static_cast<std::uint32_t>(words);
  return Status();
}

void BitmapSegmenter::TakeTerminators(std::uint32_t begin, std::uint32_t end) {
  const std::size_t n = kernel_->list_terminators(masks_, BlocksOf(begin, end),
                                                  begin, terminators_.data());
  scanner_.Take({terminators_.data(), n}, end);
}

// A stretch without white space that does not fit a chunk.
Status BitmapSegmenter::LongStretch(std::string_view text, std::uint32_t begin,
                                    std::uint32_t end, Segments* out) {
  if (Status status = StretchWords(text, {begin, end}); !status.ok()) {
    return status;
  }
  out->words.resize(words_);
  out->words.insert(out->words.end(), stretch_words_.begin(),
                    stretch_words_.end());
  const auto first = out->words.begin() + words_;
  words_ = static_cast<std::uint32_t>(out->words.size());
  for (std::uint32_t at = begin; at < end;) {
    const std::uint32_t to = at + std::min(kChunk, end - at);
    kernel_->classify(rules_->kernel, text.data() + at, to - at,
                      text.size() - at, &masks_);
    TakeTerminators(at, to);
    at = to;
  }
  while (ranks_.size() < boundaries_.size() &&
         boundaries_[ranks_.size()] <= end) {
    const auto after =
        std::partition_point(first, out->words.end(), [&](const Span& word) {
          return word.begin < boundaries_[ranks_.size()];
        });
    ranks_.push_back(static_cast<std::uint32_t>(after - out->words.begin()));
  }
  return Status();
}

// Clears what lies between blocks. Where a block ends inside what looks like a
// word, marks the place as complex.
void BitmapSegmenter::CutAtBlocks(std::string_view text, std::uint32_t begin,
                                  std::uint32_t end) {
  const auto mark = [&](std::uint32_t at) {
    if (at <= begin || at >= end) return;
    if (IsSpace(text[at - 1]) || IsSpace(text[at])) return;
    SetBit(&masks_.complex, at - begin);
    cut_inside_ = true;
  };
  for (; edge_block_ + 1 < blocks_.size(); ++edge_block_) {
    const std::uint32_t from = blocks_[edge_block_].end;
    const std::uint32_t to = blocks_[edge_block_ + 1].begin;
    if (from >= end) return;
    mark(from);
    mark(to);
    ClearWords(&masks_, std::max(from, begin) - begin,
               std::max(std::min(to, end), begin) - begin);
    if (to >= end) return;
  }
}

Status BitmapSegmenter::Repair(std::string_view text, std::uint32_t begin,
                               std::uint32_t end) {
  std::uint32_t done = begin;
  // By number, because an offset after the last could be beyond 32 bits.
  const std::uint32_t blocks = BlocksOf(begin, end);
  for (std::uint32_t i = 0; i < blocks; ++i) {
    for (std::uint64_t left = masks_.complex[i]; left != 0; left &= left - 1) {
      const std::uint32_t at =
          begin + 64 * i + static_cast<std::uint32_t>(std::countr_zero(left));
      if (at < done || RepairIgnored(text, {begin, end}, at)) continue;
      const Span stretch{AfterSpaceBefore(text, done, at),
                         SpaceFrom(text, at, end)};
      if (Status status = StretchWords(text, stretch); !status.ok()) {
        return status;
      }
      ClearWords(&masks_, stretch.begin - begin, stretch.end - begin);
      for (const Span& word : stretch_words_) {
        SetBit(&masks_.starts, word.begin - begin);
        SetBit(&masks_.ends, word.end - begin);
      }
      done = stretch.end;
    }
  }
  return Status();
}

// Makes an ignored character part of the word before it, and of the one after
// it, when its neighbours are of the simplest kinds. False otherwise.
bool BitmapSegmenter::RepairIgnored(std::string_view text, Span chunk,
                                    std::uint32_t at) {
  const CharClasses& classes = rules_->kernel.classes;
  if (cut_inside_) return false;
  const CodePoint c = ReadUtf8(text, at);
  const std::uint32_t after = at + c.size;
  if ((classes.Of(c.value) & kIgnored) == 0 || at == chunk.begin ||
      after >= chunk.end) {
    return false;
  }
  const char32_t last = static_cast<unsigned char>(text[at - 1]);
  if (last >= 0x80) return false;
  const CharClass before = classes.ascii[last];
  const CharClass next = classes.Of(ReadUtf8(text, after).value);
  constexpr CharClass kWord = kLetter | kDigit;
  if (((before | next) & ~(kWord | kTerminator)) != 0) return false;
  if ((before & kWord) == 0) return true;
  const std::uint32_t end = at - chunk.begin, start = after - chunk.begin;
  const std::uint64_t end_bit = std::uint64_t{1} << end % 64;
  // Between blocks there are no words.
  if ((masks_.ends[end / 64] & end_bit) == 0) return false;
  masks_.ends[end / 64] &= ~end_bit;
  if ((next & kWord) != 0) {
    masks_.starts[start / 64] &= ~(std::uint64_t{1} << start % 64);
  } else {
    SetBit(&masks_.ends, start);
  }
  return true;
}

// The words of the blocks' parts of a stretch, into stretch_words_.
Status BitmapSegmenter::StretchWords(std::string_view text, Span stretch) {
  stretch_words_.clear();
  while (stretch_block_ < blocks_.size() &&
         blocks_[stretch_block_].end <= stretch.begin) {
    ++stretch_block_;
  }
  for (std::size_t i = stretch_block_;
       i < blocks_.size() && blocks_[i].begin < stretch.end; ++i) {
    const Span piece{std::max(stretch.begin, blocks_[i].begin),
                     std::min(stretch.end, blocks_[i].end)};
    if (Status status = PieceWords(text, piece); !status.ok()) return status;
  }
  return Status();
}

Status BitmapSegmenter::PieceWords(std::string_view text, Span piece) {
  const std::size_t before = stretch_words_.size();
  for (std::uint32_t at = piece.begin; at < piece.end;) {
    const BreakTable::Segment segment = rules_->words.Next(text, at, piece.end);
    if (segment.malformed) {
      return Status(StatusCode::kEncoding, "the text is not UTF-8",
                    {static_cast<std::int64_t>(at)});
    }
    if (segment.dictionary) {
      stretch_words_.resize(before);
      if (!icu_words_) {
        auto opened = IcuBreaks::Open(IcuBreaks::Kind::kWords, locale_);
        if (!opened.ok()) return opened.status();
        icu_words_ = std::move(opened).value();
      }
      return icu_words_->Words(text, piece, &stretch_words_);
    }
    if (segment.word) stretch_words_.push_back({at, segment.end});
    at = segment.end;
  }
  return Status();
}

}  // namespace framescope
