// Tested by tests/unit/match/word_filter_test.cpp.
//
// A word is read as eight bytes in a register, with bit 5 set in each (which
// makes ASCII letters lower-case) and zeros behind its end. The first four
// bytes, hashed, choose a bit of `heads_` and a slot; the slot compares the
// first seven. The eighth is looked at only for being ASCII: a combining mark
// there changes the letter before it. Words that are not ASCII in the first
// eight bytes always pass.
#include "match/word_filter.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "match/pattern.hpp"

namespace framescope {
namespace {

constexpr std::uint64_t kLower = 0x2020202020202020;
constexpr std::uint64_t kNotAscii = 0x8080808080808080;
constexpr std::uint64_t kSeven = 0x00FFFFFFFFFFFFFF;
constexpr std::size_t kHead = 4;  // bytes
constexpr std::size_t kCompared = 7;

// Masks of the first n bytes.
constexpr std::array<std::uint64_t, 9> kFirst = {0,
                                                 0xFF,
                                                 0xFFFF,
                                                 0xFFFFFF,
                                                 0xFFFFFFFF,
                                                 0xFFFFFFFFFF,
                                                 0xFFFFFFFFFFFF,
                                                 0xFFFFFFFFFFFFFF,
                                                 ~std::uint64_t{0}};

std::uint64_t Read(const char* data, std::size_t size) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, data, size);
  return bytes;
}

std::uint32_t Hash(std::uint64_t head) {
  return static_cast<std::uint32_t>(head) * 0x9E3779B1u;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) > 0; });
}

}  // namespace

void WordFilter::AddHead(std::uint64_t value, std::uint64_t mask) {
  added_.push_back({value & mask & kSeven, mask & kSeven});
}

void WordFilter::Add(std::string_view glob) {
  const auto wildcard = std::find_if(glob.begin(), glob.end(), [](char c) {
    return c == kAnyLetters || c == kOneLetter;
  });
  const std::string_view stem =
      glob.substr(0, static_cast<std::size_t>(wildcard - glob.begin()));
  const bool is_word = stem.size() == glob.size();
  // What is not ASCII in a key was not ASCII in the text, or a mark behind it
  // made it so.
  if (!IsAscii(stem.substr(0, kCompared))) return;
  if (stem.empty()) {
    lets_all_through_ = true;
    return;
  }
  const std::size_t size = std::min(stem.size(), kCompared);
  const std::uint64_t value = (Read(stem.data(), size) | kLower) & kFirst[size];
  if (!is_word && stem.size() < kHead) {
    has_short_stems_ = true;
    const std::uint64_t low = value & 0xFFFF;
    for (std::uint64_t next = 0; next < 256; ++next) {
      const std::uint64_t pair = stem.size() > 1 ? low : low | next << 8;
      short_stems_[pair / 64] |= std::uint64_t{1} << pair % 64;
    }
    return;
  }
  if (!is_word || stem.size() >= kCompared) {
    AddHead(value, kFirst[size]);
    return;
  }
  AddHead(value, kSeven);
  // In the text a possessive ending may follow: 's, or ' after s.
  const std::uint64_t apostrophe = std::uint64_t{'\''} << (8 * size);
  const std::uint64_t letter = std::uint64_t{'s'} << (8 * size) << 8;
  AddHead(value | apostrophe | letter, kSeven);
  if (stem.back() == 's') AddHead(value | apostrophe, kSeven);
}

void WordFilter::Finish() {
  const std::size_t heads = std::bit_ceil(
      std::clamp<std::size_t>(added_.size() * 32, 1u << 12, 1u << 26));
  const std::size_t slots = std::bit_ceil(
      std::clamp<std::size_t>(added_.size() * 4, 1u << 8, 1u << 20));
  heads_.assign(heads / 64, 0);
  slots_.assign(slots, {});
  head_shift_ = 32 - static_cast<std::uint32_t>(std::countr_zero(heads));
  slot_shift_ = 32 - static_cast<std::uint32_t>(std::countr_zero(slots));
  for (const Slot& key : added_) {
    const std::uint32_t hash = Hash(key.value);
    const std::uint32_t head = hash >> head_shift_;
    heads_[head / 64] |= std::uint64_t{1} << head % 64;
    Slot& slot = slots_[hash >> slot_shift_];
    const bool is_free = slot.value == ~std::uint64_t{0};
    if (is_free) {
      slot = key;
    } else {
      slot.mask &= key.mask & ~(slot.value ^ key.value);
      slot.value &= slot.mask;
    }
  }
  added_ = {};
}

template <bool kHasShortStems>
std::uint32_t WordFilter::ScanWords(std::string_view text,
                                    std::span<const Span> words,
                                    std::uint32_t first, std::uint32_t last,
                                    std::uint32_t* out) const {
  const char* const data = text.data();
  const std::uint64_t* const heads = heads_.data();
  const Slot* const slots = slots_.data();
  std::uint32_t count = 0;
  const auto test = [&](std::uint32_t i, std::uint64_t bytes) {
    const Span word = words[i];
    const std::size_t size = std::min<std::size_t>(word.end - word.begin, 8);
    bytes = (bytes | kLower) & kFirst[size];
    const std::uint32_t hash = Hash(bytes);
    const std::uint32_t head = hash >> head_shift_;
    const Slot& slot = slots[hash >> slot_shift_];
    const std::uint64_t by_head = heads[head / 64] >> head % 64 & 1;
    const std::uint64_t by_slot = ((bytes ^ slot.value) & slot.mask) == 0;
    std::uint64_t pass = (by_head & by_slot) | ((bytes & kNotAscii) != 0);
    if (kHasShortStems) {
      const std::uint64_t pair = bytes & 0xFFFF;
      pass |= short_stems_[pair / 64] >> pair % 64 & 1;
    }
    out[count] = i;
    count += static_cast<std::uint32_t>(pass);
  };
  std::uint32_t i = first;
  for (; i < last && words[i].begin + 8 <= text.size(); ++i) {
    test(i, Read(data + words[i].begin, 8));
  }
  for (; i < last; ++i) {
    test(i, Read(data + words[i].begin,
                 std::min<std::size_t>(8, text.size() - words[i].begin)));
  }
  return count;
}

std::uint32_t WordFilter::Scan(std::string_view text,
                               std::span<const Span> words,
                               std::uint32_t first, std::uint32_t last,
                               std::uint32_t* out) const {
  if (lets_all_through_) {
    for (std::uint32_t i = first; i < last; ++i) out[i - first] = i;
    return last - first;
  }
  return has_short_stems_ ? ScanWords<true>(text, words, first, last, out)
                          : ScanWords<false>(text, words, first, last, out);
}

}  // namespace framescope
