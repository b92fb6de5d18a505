// Tested by tests/unit/match/word_filter_test.cpp.
//
// A hash of a word's head decides, without a branch, whether the word is looked
// at again; then its first seven bytes are compared. The eighth is looked at
// only for being ASCII: a combining mark there changes the letter before it.
// Words that are not ASCII in the first eight bytes always pass.
#include "match/word_filter.hpp"

#include <algorithm>
#include <bit>

#include "match/word_bytes.hpp"

namespace framescope {
namespace {

constexpr std::uint64_t kSeven = 0x00FFFFFFFFFFFFFF;
constexpr std::size_t kCompared = 7;
constexpr std::uint32_t kNeighbourShift = 22;  // leaves the bits of Neighbours

std::uint32_t HashOfWord(std::uint64_t bytes) {
  return static_cast<std::uint32_t>((bytes * 0x9E3779B97F4A7C15u) >> 32);
}

// A power of two with room for `count` times `spread`, and the shift that
// brings a hash of 32 bits into it.
std::size_t SizeFor(std::size_t count, std::size_t spread, std::size_t most,
                    std::uint32_t* shift) {
  const std::size_t size =
      std::bit_ceil(std::clamp<std::size_t>(count * spread, 256, most));
  *shift = 32 - static_cast<std::uint32_t>(std::countr_zero(size));
  return size;
}

}  // namespace

void WordFilter::Add(std::string_view glob) {
  const std::uint32_t number = globs_.Add(glob);
  if (number == guard_of_.size()) guard_of_.emplace_back();
  guard_of_[number] = kNone;
}

void WordFilter::AddBeside(std::string_view key, Side side,
                           std::span<const std::string_view> neighbours) {
  const std::uint32_t number = globs_.Add(key);
  if (number == guard_of_.size()) {
    guard_of_.push_back(static_cast<std::uint32_t>(guards_.size()));
    guards_.emplace_back();
  }
  if (guard_of_[number] == kNone) return;
  Neighbours& wanted =
      guards_[guard_of_[number]].sides[static_cast<std::size_t>(side)];
  const auto add = [&wanted](std::uint64_t bytes) {
    const std::uint32_t hash = HashOfHead(bytes) >> kNeighbourShift;
    wanted[hash / 64] |= std::uint64_t{1} << hash % 64;
  };
  for (const std::string_view glob : neighbours) {
    if (!ForEachHead(glob, add)) wanted.fill(~std::uint64_t{0});
  }
}

void WordFilter::AddSlots(std::string_view glob, std::uint32_t guard) {
  const std::string_view stem = StemOf(glob);
  const bool is_word = stem.size() == glob.size();
  // What is not ASCII in a key was not ASCII in the text, or a mark behind it
  // made it so.
  if (!IsAscii(stem.substr(0, kCompared))) return;
  if (stem.empty()) {
    lets_all_through_ = true;
    return;
  }
  const std::size_t size = std::min(stem.size(), kCompared);
  const std::uint64_t value =
      (ReadBytes(stem.data(), size) | kLower) & kFirst[size];
  if (is_word && size < kCompared) {
    ForEachForm(stem, [this, guard](std::uint64_t bytes) {
      added_words_.push_back({bytes & kSeven, guard});
    });
  } else if (size == kCompared) {
    added_words_.push_back({value, guard});
  } else if (size >= kHead) {
    added_stems_.push_back({value, kFirst[size]});
  } else {
    AddShortStem(stem);
  }
}

void WordFilter::AddShortStem(std::string_view stem) {
  has_short_stems_ = true;
  const std::uint64_t low = (ReadBytes(stem.data(), stem.size()) | kLower) &
                            kFirst[stem.size()] & 0xFFFF;
  for (std::uint64_t next = 0; next < 256; ++next) {
    const std::uint64_t pair = stem.size() > 1 ? low : low | next << 8;
    short_stems_[pair / 64] |= std::uint64_t{1} << pair % 64;
  }
}

void WordFilter::Finish() {
  for (std::uint32_t i = 0; i < globs_.size(); ++i) {
    AddSlots(globs_.string(i), guard_of_[i]);
  }
  const std::size_t words = added_words_.size();
  const std::size_t stems = added_stems_.size();
  heads_.assign(SizeFor(words + stems, 32, 1u << 26, &head_shift_) / 64, 0);
  words_.assign(SizeFor(words, 4, 1u << 21, &word_shift_), {});
  stems_.assign(SizeFor(stems, 4, 1u << 20, &stem_shift_), {});
  for (const WordSlot& word : added_words_) PlaceWord(word);
  for (const StemSlot& stem : added_stems_) PlaceStem(stem);
  globs_ = {};
  guard_of_ = {};
  added_words_ = {};
  added_stems_ = {};
}

void WordFilter::AddHead(std::uint64_t value) {
  const std::uint32_t head = HashOfHead(value) >> head_shift_;
  heads_[head / 64] |= std::uint64_t{1} << head % 64;
}

// A word whose slot is another's goes among the stems, which can share theirs.
void WordFilter::PlaceWord(const WordSlot& word) {
  WordSlot& slot = words_[HashOfWord(word.value) >> word_shift_];
  if (slot.value == WordSlot().value) {
    AddHead(word.value);
    slot = word;
  } else if (slot.value != word.value) {
    PlaceStem({word.value, kSeven});
  } else if (word.guard == kNone || slot.guard == kNone) {
    slot.guard = kNone;
  } else {
    for (std::size_t side = 0; side < 2; ++side) {
      Neighbours& wanted = guards_[slot.guard].sides[side];
      const Neighbours& also = guards_[word.guard].sides[side];
      for (std::size_t i = 0; i < wanted.size(); ++i) wanted[i] |= also[i];
    }
  }
}

void WordFilter::PlaceStem(const StemSlot& stem) {
  AddHead(stem.value);
  StemSlot& slot = stems_[HashOfHead(stem.value) >> stem_shift_];
  if (slot.value == StemSlot().value) {
    slot = stem;
    return;
  }
  slot.mask &= stem.mask & ~(slot.value ^ stem.value);
  slot.value &= slot.mask;
}

bool WordFilter::BeginsShortStem(std::uint64_t bytes) const {
  const std::uint64_t pair = bytes & 0xFFFF;
  return (short_stems_[pair / 64] >> pair % 64 & 1) != 0;
}

template <bool kHasShortStems>
std::uint32_t WordFilter::ScanHeads(std::string_view text,
                                    std::span<const Span> words,
                                    std::uint32_t first, std::uint32_t last,
                                    std::uint32_t* out) const {
  const std::uint64_t* const heads = heads_.data();
  const std::uint32_t shift = head_shift_;
  std::uint32_t count = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    const std::uint64_t bytes = BytesOf(text, words[i]);
    const std::uint32_t head = HashOfHead(bytes) >> shift;
    std::uint64_t pass =
        (heads[head / 64] >> head % 64 & 1) | ((bytes & kNotAscii) != 0);
    if (kHasShortStems) pass |= BeginsShortStem(bytes);
    out[count] = i;
    count += static_cast<std::uint32_t>(pass);
  }
  return count;
}

std::uint32_t WordFilter::Scan(std::string_view text,
                               std::span<const Span> words, std::uint32_t first,
                               std::uint32_t last, std::uint32_t* out) const {
  if (lets_all_through_) {
    for (std::uint32_t i = first; i < last; ++i) out[i - first] = i;
    return last - first;
  }
  const std::uint32_t count =
      has_short_stems_ ? ScanHeads<true>(text, words, first, last, out)
                       : ScanHeads<false>(text, words, first, last, out);
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t word = out[i];
    out[kept] = word;
    kept += Passes(text, words, word) ? 1 : 0;
  }
  return kept;
}

bool WordFilter::Passes(std::string_view text, std::span<const Span> words,
                        std::uint32_t word) const {
  const std::uint64_t bytes = BytesOf(text, words[word]);
  const WordSlot& slot = words_[HashOfWord(bytes & kSeven) >> word_shift_];
  if (slot.value == (bytes & kSeven) &&
      (slot.guard == kNone || Wants(guards_[slot.guard], text, words, word))) {
    return true;
  }
  const StemSlot& stem = stems_[HashOfHead(bytes) >> stem_shift_];
  return ((bytes ^ stem.value) & stem.mask) == 0 || (bytes & kNotAscii) != 0 ||
         (has_short_stems_ && BeginsShortStem(bytes));
}

bool WordFilter::Wants(const Guard& guard, std::string_view text,
                       std::span<const Span> words, std::uint32_t word) const {
  const auto wants = [&](Side side, std::uint32_t neighbour) {
    const std::uint64_t bytes = BytesOf(text, words[neighbour]);
    const std::uint32_t hash = HashOfHead(bytes) >> kNeighbourShift;
    const Neighbours& wanted = guard.sides[static_cast<std::size_t>(side)];
    return (wanted[hash / 64] >> hash % 64 & 1) != 0 ||
           (bytes & kNotAscii) != 0;
  };
  return (word + 1 < words.size() && wants(Side::kAfter, word + 1)) ||
         (word > 0 && wants(Side::kBefore, word - 1));
}

}  // namespace framescope
