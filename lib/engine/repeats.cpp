// Tested by tests/unit/engine/repeats_test.cpp.
#include "engine/repeats.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "framescope/lexicon.hpp"
#include "unicode/hash.hpp"

namespace framescope {
namespace {

constexpr std::size_t kLeastWords = 4;
}  // namespace

void RepeatFinder::Begin(std::string_view text, std::size_t blocks,
                         Segmenter* segmenter) {
  text_ = text;
  segmenter_ = segmenter;
  seen_.clear();
  // Twice as many as blocks, unless some stand under their hashes too.
  slots_.assign(std::bit_ceil(2 * blocks + 2), kNone);
}

Result<bool> RepeatFinder::Add(const Block& block,
                               std::span<const Span> words) {
  if (words.size() < kLeastWords) return false;
  const std::uint64_t key = KeyOf(words);
  std::uint32_t& slot = Slot(key);
  if (slot == kNone) {
    Insert(key, block, &slot);
    return false;
  }
  const std::uint32_t like = slot;
  if (!seen_[like].hashed) {
    seen_[like].hashed = true;
    const Block earlier = seen_[like].block;
    if (Status status = Words(earlier); !status.ok()) return status;
    const std::uint64_t hash = HashOf(segments_.words);
    Insert(hash, earlier, &Slot(hash));
  }
  const std::uint64_t hash = HashOf(words);
  std::uint32_t& same = Slot(hash);
  if (same == kNone) {
    Insert(hash, block, &same);
    return false;
  }
  if (Status status = Words(seen_[same].block); !status.ok()) return status;
  return SameWords(words, segments_.words);
}

// `slot` is Slot(key).
void RepeatFinder::Insert(std::uint64_t key, const Block& block,
                          std::uint32_t* slot) {
  *slot = static_cast<std::uint32_t>(seen_.size());
  seen_.push_back({key, block, false});
  if (seen_.size() * 2 > slots_.size()) Grow();
}

// Of the number of words, the beginning of the first and the end of the last.
std::uint64_t RepeatFinder::KeyOf(std::span<const Span> words) const {
  const auto unused_bits = [](const Span& word) {
    return 8 * (8 - std::min<std::uint32_t>(word.end - word.begin, 8));
  };
  const Span& first = words.front();
  const Span& last = words.back();
  const char* begin = text_.data() + first.begin;
  const char* end = text_.data() + last.end;
  char copy[8 + 8 + 8] = {};
  if (const auto size = end - begin; size < 8) {
    std::memcpy(copy + 8, begin, static_cast<std::size_t>(size));
    begin = copy + 8;
    end = begin + size;
  }
  std::uint64_t head = 0, tail = 0;
  std::memcpy(&head, begin, 8);
  std::memcpy(&tail, end - 8, 8);
  head &= ~std::uint64_t{0} >> unused_bits(first);
  tail >>= unused_bits(last);
  return MixHash(head ^ HashSeed(), tail ^ 0xA0761D6478BD642Full) ^
         MixHash(words.size(), 0xE7037ED1A0B428DBull);
}

std::uint64_t RepeatFinder::HashOf(std::span<const Span> words) const {
  std::uint64_t hash = HashSeed();
  for (const Span& word : words) {
    hash = HashBytes(text_.substr(word.begin, word.end - word.begin), hash);
  }
  return hash;
}

bool RepeatFinder::SameWords(std::span<const Span> a,
                             std::span<const Span> b) const {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [this](const Span& one, const Span& other) {
                      return text_.substr(one.begin, one.end - one.begin) ==
                             text_.substr(other.begin, other.end - other.begin);
                    });
}

Status RepeatFinder::Words(const Block& block) {
  return segmenter_->Segment(text_, {&block, 1}, &segments_);
}

std::uint32_t& RepeatFinder::Slot(std::uint64_t key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at] != kNone && seen_[slots_[at]].key != key) {
    at = (at + 1) & mask;
  }
  return slots_[at];
}

void RepeatFinder::Grow() {
  slots_.assign(slots_.size() * 4, kNone);
  for (std::uint32_t i = 0; i < seen_.size(); ++i) Slot(seen_[i].key) = i;
}

}  // namespace framescope
