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
  if (number == wanted_.size()) wanted_.emplace_back();
  wanted_[number].anywhere = true;
  wanted_[number].beside = {};
}

void WordFilter::AddBeside(std::string_view glob, Side side,
                           std::span<const std::string_view> neighbours) {
  const std::uint32_t number = globs_.Add(glob);
  if (number == wanted_.size()) wanted_.emplace_back();
  if (wanted_[number].anywhere) return;
  std::vector<Beside>& beside = wanted_[number].beside;
  for (const std::string_view neighbour : neighbours) {
    const bool all = ForEachHead(neighbour, [&](std::uint64_t head) {
      beside.push_back({side, static_cast<std::uint32_t>(head)});
    });
    if (!all) return Add(glob);
  }
}

// The forms of a glob in a text. One without a beginning, or with too short a
// one, is noted otherwise.
void WordFilter::AddKeys(std::uint32_t glob, std::vector<Key>* keys) {
  const std::string_view all = globs_.string(glob);
  const std::string_view stem = StemOf(all);
  // What is not ASCII in a key was not ASCII in the text, or a mark behind it
  // made it so.
  if (!IsAscii(stem.substr(0, kCompared))) return;
  if (stem.empty()) {
    lets_all_through_ = true;
    return;
  }
  const std::size_t size = std::min(stem.size(), kCompared);
  const bool is_word = stem.size() == all.size();
  if (is_word && size < kCompared) {
    ForEachForm(stem, [&](std::uint64_t bytes) {
      keys->push_back({bytes & kSeven, kSeven, glob});
    });
  } else if (size >= kHead) {
    const std::uint64_t value =
        (ReadBytes(stem.data(), size) | kLower) & kFirst[size];
    keys->push_back({value, kFirst[size], glob});
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
  std::vector<Key> keys;
  for (std::uint32_t i = 0; i < globs_.size(); ++i) AddKeys(i, &keys);
  std::size_t pairs = 0;
  for (const Key& key : keys) pairs += wanted_[key.glob].beside.size();
  heads_.assign(SizeFor(keys.size(), 32, 1u << 26, &head_shift_) / 64, 0);
  words_.assign(SizeFor(keys.size(), 4, 1u << 21, &word_shift_), {});
  stems_.assign(SizeFor(keys.size(), 4, 1u << 20, &stem_shift_), {});
  pairs_.Reserve(pairs);
  for (const Key& key : keys) Place(key);
  globs_ = {};
  wanted_ = {};
}

void WordFilter::AddHead(std::uint64_t value) {
  const std::uint32_t head = HashOfHead(value) >> head_shift_;
  heads_[head / 64] |= std::uint64_t{1} << head % 64;
}

// A word whose slot is another's goes among the stems, which can share theirs.
void WordFilter::Place(const Key& key) {
  AddHead(key.value);
  const std::uint32_t at = HashOfWord(key.value) >> word_shift_;
  WordSlot& slot = words_[at];
  const bool is_free = slot.value == WordSlot().value;
  if (key.mask != kSeven || (!is_free && slot.value != key.value)) {
    PlaceStem(key);
    return;
  }
  const Wanted& wanted = wanted_[key.glob];
  slot.value = key.value;
  slot.anywhere |= wanted.anywhere;
  AddPairs(at, wanted);
}

void WordFilter::PlaceStem(const Key& key) {
  const std::uint32_t at = HashOfHead(key.value) >> stem_shift_;
  StemSlot& slot = stems_[at];
  if (slot.value == StemSlot().value) {
    slot.value = key.value;
    slot.mask = key.mask;
  } else {
    slot.mask &= key.mask & ~(slot.value ^ key.value);
    slot.value &= slot.mask;
  }
  const Wanted& wanted = wanted_[key.glob];
  slot.anywhere |= wanted.anywhere;
  AddPairs(static_cast<std::uint32_t>(words_.size()) + at, wanted);
}

void WordFilter::AddPairs(std::uint32_t slot, const Wanted& wanted) {
  for (const Beside& beside : wanted.beside) {
    pairs_.Add(2 * slot + static_cast<std::uint32_t>(beside.side), beside.head);
  }
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
  if ((bytes & kNotAscii) != 0) return true;
  if (has_short_stems_ && BeginsShortStem(bytes)) return true;
  const std::uint32_t at = HashOfWord(bytes & kSeven) >> word_shift_;
  const WordSlot& slot = words_[at];
  if (slot.value == (bytes & kSeven) &&
      (slot.anywhere || StandsRight(at, text, words, word))) {
    return true;
  }
  const std::uint32_t stem_at = HashOfHead(bytes) >> stem_shift_;
  const StemSlot& stem = stems_[stem_at];
  if (((bytes ^ stem.value) & stem.mask) != 0) return false;
  return stem.anywhere ||
         StandsRight(static_cast<std::uint32_t>(words_.size()) + stem_at, text,
                     words, word);
}

bool WordFilter::StandsRight(std::uint32_t slot, std::string_view text,
                             std::span<const Span> words,
                             std::uint32_t word) const {
  const auto holds = [&](Side side, std::uint32_t neighbour) {
    return pairs_.MayHold(2 * slot + static_cast<std::uint32_t>(side),
                          BytesOf(text, words[neighbour]));
  };
  return (word + 1 < words.size() && holds(Side::kAfter, word + 1)) ||
         (word > 0 && holds(Side::kBefore, word - 1));
}

}  // namespace framescope
