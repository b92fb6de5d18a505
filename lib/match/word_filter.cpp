// Tested by tests/unit/match/word_filter_test.cpp.
//
// Everything is done for many words at once, and without branches that the
// processor could guess wrong: some are picked by bits for their hashes; of
// those, slots are found by hash, which say near what the word is wanted; all
// words around are compared with that at once. No bytes are compared: a word
// that shares a hash with one that is wanted passes like it. The eighth byte is
// looked at only for being ASCII: a combining mark there changes the letter
// before it. Words that are not ASCII in the first eight bytes always pass.
#include "match/word_filter.hpp"

#include <algorithm>
#include <bit>

#include "match/word_bytes.hpp"

namespace framescope {
namespace {

std::size_t ShortIndex(std::uint64_t bytes) {
  return (bytes & 31) << 5 | (bytes >> 8 & 31);
}

// A power of two with room for `count`, and the mask of the bits of a hash that
// number its places.
std::size_t SizeFor(std::size_t count, std::uint32_t* mask) {
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(count, 256));
  *mask = static_cast<std::uint32_t>(size - 1);
  return size;
}

}  // namespace

std::uint32_t WordFilter::NumberOf(std::string_view glob) {
  const std::uint32_t number = globs_.Add(glob);
  if (number == anywhere_.size()) {
    anywhere_.push_back(false);
    near_.emplace_back();
  }
  return number;
}

void WordFilter::Add(std::string_view glob) {
  anywhere_[NumberOf(glob)] = true;
}

void WordFilter::AddNear(std::string_view glob, std::uint32_t places,
                         const FirstBytes& first) {
  const std::uint32_t number = NumberOf(glob);
  if (anywhere_[number]) return;
  near_[number].Add(first);
  near_[number].places |= places;
}

// The forms of a glob in a text. One without a beginning, or with too short a
// one, is noted otherwise.
void WordFilter::AddKeys(std::uint32_t glob, std::vector<Key>* keys) {
  FirstBytes first;
  AppendFirstBytes(globs_.string(glob), &first);
  for (const std::uint64_t word : first.words) {
    keys->push_back({word, true, glob});
  }
  for (const std::uint32_t head : first.heads) {
    keys->push_back({head, false, glob});
  }
  if (!first.any) return;
  if (StemOf(globs_.string(glob)).empty()) {
    lets_all_through_ = true;
  } else {
    short_globs_.push_back(glob);
  }
}

void WordFilter::Finish() {
  std::vector<Key> keys;
  for (std::uint32_t i = 0; i < globs_.size(); ++i) AddKeys(i, &keys);
  lets_all_through_ = lets_all_through_ || !MakeTables(keys);
  if (!lets_all_through_) {
    for (const Key& key : keys) Place(key);
    for (const std::uint32_t glob : short_globs_) PlaceShortStem(glob);
    keys = {};
    FillSlots();
  }
  globs_ = {};
  anywhere_ = {};
  near_ = {};
  short_globs_ = {};
  placed_ = {};
}

// False when there is no table without collisions: all words pass then.
bool WordFilter::MakeTables(const std::vector<Key>& keys) {
  std::vector<std::uint32_t> words, heads;
  for (const Key& key : keys) {
    if (key.is_word) {
      words.push_back(HashOfWord(key.bytes));
    } else {
      heads.push_back(HashOfHead(key.bytes));
    }
  }
  if (!words_.Build(words) || !stems_.Build(heads)) return false;
  blocks_.assign(
      SizeFor(std::clamp<std::size_t>(2 * words.size() + heads.size() / 4,
                                      1 << 12, 1 << 18),
              &block_mask_),
      0);
  return true;
}

void WordFilter::Place(const Key& key) {
  if (key.is_word) {
    const std::uint32_t hash = HashOfWord(key.bytes);
    BlockOf(key.bytes) |= ScanBits::OfWord(hash);
    placed_.emplace_back(words_.NumberOf(hash), key.glob);
  } else {
    BlockOf(key.bytes) |= ScanBits::OfStem(HashOfHead(key.bytes));
    placed_.emplace_back(FirstStem() + stems_.NumberOf(HashOfHead(key.bytes)),
                         key.glob);
  }
}

void WordFilter::PlaceShortStem(std::uint32_t glob) {
  has_short_stems_ = true;
  const KeyBytes stem = BytesOfKey(globs_.string(glob));
  const auto place = [&](std::uint64_t two) {
    placed_.emplace_back(
        FirstShortStem() + static_cast<std::uint32_t>(ShortIndex(two)), glob);
  };
  if (stem.size > 1) {
    place(stem.bytes);
  } else {
    ForEachNext(stem.bytes, 1, place);
  }
}

Neighbours& WordFilter::NearOf(std::uint32_t slot) {
  if (slot < FirstStem()) return words_.near(slot);
  if (slot < FirstShortStem()) return stems_.near(slot - FirstStem());
  return short_stems_[slot - FirstShortStem()].near;
}

void WordFilter::FillSlots() {
  std::sort(placed_.begin(), placed_.end());
  for (std::size_t i = 0; i < placed_.size();) {
    const std::uint32_t slot = placed_[i].first;
    Neighbours near;
    bool anywhere = false;
    for (; i < placed_.size() && placed_[i].first == slot; ++i) {
      const std::uint32_t glob = placed_[i].second;
      anywhere = anywhere || anywhere_[glob];
      near.Add(near_[glob]);
    }
    if (slot >= FirstShortStem()) {
      short_stems_[slot - FirstShortStem()].is_used = 1;
    }
    if (!anywhere) NearOf(slot) = near;
  }
}

std::uint32_t WordFilter::Scan(const Tokens& tokens, std::uint32_t first,
                               std::uint32_t last, std::uint32_t* out) const {
  if (lets_all_through_) {
    for (std::uint32_t i = first; i < last; ++i) out[i - first] = i;
    return last - first;
  }
  const ScanBits bits = Bits();
  const WordHashes& hashes = *tokens.hashes;
  std::array<std::uint32_t, kChunk + kSpare> words, stems;
  std::uint32_t kept = 0;
  for (std::uint32_t begin = first; begin < last; begin += kChunk) {
    Picked picked{words.data(), stems.data()};
    const std::uint32_t end = std::min(begin + kChunk, last);
    kernel_->pick(bits, hashes, begin, end - begin, &picked);
    const std::span<const std::uint32_t> some_stems(stems.data(),
                                                    picked.stem_count);
    Passed passed{};
    kernel_->ask(words_.view(), hashes, hashes.words(),
                 {words.data(), picked.word_count}, begin, passed.data());
    kernel_->ask(stems_.view(), hashes, hashes.heads(), some_stems, begin,
                 passed.data());
    if (has_short_stems_) AskShortStems(hashes, begin, end, &passed);
    for (std::uint32_t i = 0; i < passed.size(); ++i) {
      for (std::uint64_t rest = passed[i]; rest != 0; rest &= rest - 1) {
        out[kept++] =
            begin + 64 * i + static_cast<std::uint32_t>(std::countr_zero(rest));
      }
    }
  }
  return kept;
}

void WordFilter::AskShortStems(const WordHashes& hashes, std::uint32_t first,
                               std::uint32_t end, Passed* passed) const {
  const std::uint32_t* const heads = hashes.heads();
  for (std::uint32_t word = first; word < end; ++word) {
    const ShortStem& stem = short_stems_[ShortIndex(HeadOfHash(heads[word]))];
    if (stem.is_used == 0) continue;
    if (stem.near.places != 0 && !stem.near.MayStand(hashes.codes(), word)) {
      continue;
    }
    const std::uint32_t number = word - first;
    (*passed)[number / 64] |= std::uint64_t{1} << (number % 64);
  }
}

}  // namespace framescope
