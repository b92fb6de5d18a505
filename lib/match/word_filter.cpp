// Tested by tests/unit/match/word_filter_test.cpp.
//
// Two bits, one for a hash of the word's first seven bytes and one for a hash
// of its head, decide without a branch whether the word is looked at again.
// Then those bytes and, of a longer word, eight more are compared, and where
// the word is wanted only near certain others, those around it are looked up.
// The eighth byte is looked at only for being ASCII: a combining mark there
// changes the letter before it. Words that are not ASCII in the first eight
// bytes always pass.
#include "match/word_filter.hpp"

#include <algorithm>
#include <bit>

#include "match/word_bytes.hpp"

namespace framescope {
namespace {

constexpr std::size_t kCompared = 7;
constexpr std::size_t kShortStem = 2;  // letters, at most

constexpr std::size_t kShortStemBits = 1 << 17;  // for the heads of each
constexpr std::size_t kMany = 1 << 18;           // words that no cache holds
constexpr std::uint32_t kPiece = 512;  // words whose bytes are kept at a time

std::size_t ShortIndex(std::uint64_t bytes) {
  return (bytes & 31) << 5 | (bytes >> 8 & 31);
}

// For each bit of a Reach: how far it is to the word.
constexpr std::array<int, 16> kOffsets = {1,  2,  3,  4,  5,  6,  7,  8,
                                          -1, -2, -3, -4, -5, -6, -7, -8};

// A power of two with room for `count`, and the mask of the bits of a hash that
// number its places.
std::size_t SizeFor(std::size_t count, std::uint32_t* mask) {
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(count, 256));
  *mask = static_cast<std::uint32_t>(size - 1);
  return size;
}

// How many bytes of `tail` can be compared: a mark behind the last ASCII letter
// may have changed it, and what follows an apostrophe may be left off.
std::uint32_t ComparablePrefix(std::string_view tail) {
  std::uint32_t size = 0;
  while (size < tail.size() && static_cast<signed char>(tail[size]) > 0 &&
         tail[size] != '\'') {
    ++size;
  }
  return size;
}

void SetBit(std::vector<std::uint64_t>* bits, std::uint64_t at) {
  (*bits)[at / 64] |= std::uint64_t{1} << at % 64;
}

}  // namespace

std::uint32_t WordFilter::NumberOf(std::string_view glob) {
  const std::uint32_t number = globs_.Add(glob);
  if (number == anywhere_.size()) anywhere_.push_back(false);
  return number;
}

void WordFilter::Add(std::string_view glob) {
  anywhere_[NumberOf(glob)] = true;
}

void WordFilter::AddNear(std::string_view glob, Range range,
                         const FirstBytes& first) {
  const std::uint32_t number = NumberOf(glob);
  if (anywhere_[number]) return;
  unsigned bits = 0;
  for (std::uint32_t d = range.least; d <= range.most; ++d) {
    bits |= 1u << (range.after ? d - 1 : kReach + d - 1);
  }
  const auto reach = static_cast<Reach>(bits);
  for (const std::uint64_t word : first.words) {
    near_.push_back({word, number, reach, false});
  }
  for (const std::uint32_t head : first.heads) {
    near_.push_back({head, number, reach, true});
  }
  // Without any, the word is wanted beside what is not ASCII.
  if (first.words.empty() && first.heads.empty()) {
    near_.push_back({0, number, reach, true});
  }
}

// `near_` by glob.
std::vector<WordFilter::NearRow> WordFilter::NearRows(std::uint32_t globs) {
  std::vector<std::size_t> starts(globs + 1, 0);
  for (const Near& near : near_) ++starts[near.glob + 1];
  for (std::uint32_t i = 0; i < globs; ++i) starts[i + 1] += starts[i];
  std::vector<Near> sorted(near_.size());
  std::vector<std::size_t> next = starts;
  for (const Near& near : near_) sorted[next[near.glob]++] = near;
  near_.swap(sorted);
  std::vector<NearRow> rows;
  for (std::uint32_t i = 0; i < globs; ++i) {
    rows.push_back(
        NearRow(near_).subspan(starts[i], starts[i + 1] - starts[i]));
  }
  return rows;
}

// The forms of a glob in a text. One without a beginning, or with too short a
// one, is noted otherwise.
void WordFilter::AddKeys(std::uint32_t glob, std::vector<Key>* keys) {
  const std::string_view all = globs_.string(glob);
  const std::string_view stem = StemOf(all);
  // What is not ASCII in a key was not ASCII in the text, or a mark behind it
  // made it so.
  if (!IsAscii(stem.substr(0, kCompared))) return;
  const KeyBytes of = BytesOfKey(all);
  if (of.size == 0) {
    lets_all_through_ = true;
    return;
  }
  if (of.may_lose_ending) {
    keys->push_back({of.stripped, kSeven, 0, 0, glob});
  }
  if (!of.whole && of.size <= kShortStem) {
    short_globs_.push_back(glob);
    return;
  }
  Key key;
  key.glob = glob;
  key.mask = of.whole || of.size >= kCompared ? kSeven : kFirst[of.size];
  if (of.size > kCompared) {
    const std::string_view tail = stem.substr(kCompared, 8);
    key.tail_size = ComparablePrefix(tail);
    key.tail = (ReadBytes(tail.data(), key.tail_size) | kLower) &
               kFirst[key.tail_size];
  }
  key.value = of.bytes & key.mask;
  keys->push_back(key);
}

void WordFilter::Finish() {
  std::vector<Key> keys;
  for (std::uint32_t i = 0; i < globs_.size(); ++i) AddKeys(i, &keys);
  const auto words = static_cast<std::size_t>(
      std::count_if(keys.begin(), keys.end(),
                    [](const Key& key) { return key.mask == kSeven; }));
  MakeTables(words, keys.size() - words);
  for (const Key& key : keys) {
    if (key.mask == kSeven) {
      placed_.emplace_back(PlaceWord(key), key.glob);
    } else {
      PlaceStem(key);
    }
  }
  for (const std::uint32_t glob : short_globs_) PlaceShortStem(glob);
  keys = {};
  const std::uint32_t globs = globs_.size();
  globs_ = {};
  FillPairs(globs);
  anywhere_ = {};
  near_ = {};
  short_globs_ = {};
  placed_ = {};
}

void WordFilter::MakeTables(std::size_t words, std::size_t stems) {
  word_bits_.assign(
      SizeFor(std::min<std::size_t>(words * 32, 1u << 26), &word_bit_mask_) /
          64,
      0);
  head_bits_.assign(
      SizeFor(std::min<std::size_t>(
                  stems * 64 + short_globs_.size() * kShortStemBits, 1u << 22),
              &head_bit_mask_) /
          64,
      0);
  words_.assign(
      SizeFor(words < kMany ? words * 3 : words + words / 3, &word_mask_), {});
  stems_.assign(
      SizeFor(std::min<std::size_t>(stems * 8, 1u << 20), &stem_mask_), {});
}

std::uint32_t WordFilter::PlaceWord(const Key& key) {
  const std::uint64_t hash = HashOfWord(key.value);
  SetBit(&word_bits_, hash & word_bit_mask_);
  const std::uint64_t value = key.value | std::uint64_t{key.tail_size}
                                              << (8 * kCompared);
  auto at = static_cast<std::uint32_t>(hash & word_mask_);
  while (words_[at].value != kFree &&
         (words_[at].value != value || words_[at].tail != key.tail)) {
    at = (at + 1) & word_mask_;
  }
  words_[at].value = value;
  words_[at].tail = key.tail;
  return at;
}

void WordFilter::PlaceStem(const Key& key) {
  const auto place = [&](std::uint64_t head) {
    const std::uint64_t hash = HashOfHead(head);
    SetBit(&head_bits_, hash & head_bit_mask_);
    const auto at = static_cast<std::uint32_t>(hash & stem_mask_);
    StemSlot& slot = stems_[at];
    if (slot.value == kFree) {
      slot.value = key.value;
      slot.mask = key.mask;
    } else {
      slot.mask &= key.mask & ~(slot.value ^ key.value);
      slot.value &= slot.mask;
    }
    placed_.emplace_back(FirstStem() + at, key.glob);
  };
  if ((key.mask >> 24) != 0) {
    place(key.value);
  } else {
    ForEachNext(key.value, 3, place);
  }
}

void WordFilter::PlaceShortStem(std::uint32_t glob) {
  has_short_stems_ = true;
  const KeyBytes stem = BytesOfKey(globs_.string(glob));
  AddHeads(stem.bytes, stem.size);
  for (std::uint64_t next = 0; next < 32; ++next) {
    const std::size_t at =
        ShortIndex(stem.size > 1 ? stem.bytes : stem.bytes | next << 8);
    placed_.emplace_back(FirstShortStem() + static_cast<std::uint32_t>(at),
                         glob);
    if (stem.size > 1) return;
  }
}

// Sets the bits of all heads that begin with `size` bytes.
void WordFilter::AddHeads(std::uint64_t bytes, std::size_t size) {
  SetBit(&head_bits_, HashOfHead(bytes) & head_bit_mask_);
  if (size == kHead) return;
  ForEachNext(bytes, size, [&](std::uint64_t longer) {
    if (longer != bytes) AddHeads(longer, size + 1);
  });
}

WordFilter::Wanted& WordFilter::WantedOf(std::uint32_t slot) {
  if (slot < FirstStem()) return words_[slot].wanted;
  if (slot < FirstShortStem()) return stems_[slot - FirstStem()].wanted;
  return short_stems_[slot - FirstShortStem()];
}

void WordFilter::FillPairs(std::uint32_t globs) {
  const std::vector<NearRow> rows = NearRows(globs);
  std::sort(placed_.begin(), placed_.end());
  for (std::size_t i = 0; i < placed_.size();) {
    Wanted& wanted = WantedOf(placed_[i].first);
    std::size_t pairs = 0;
    const std::uint32_t slot = placed_[i].first;
    for (; i < placed_.size() && placed_[i].first == slot; ++i) {
      const std::uint32_t glob = placed_[i].second;
      if (anywhere_[glob]) wanted.anywhere = 1;
      for (const Near& near : rows[glob]) {
        pairs += static_cast<std::size_t>(std::popcount(near.reach));
      }
    }
    if (wanted.anywhere == 0) wanted.row = pairs_.AddRow(pairs);
  }
  pairs_.Fill();
  for (const auto& [slot, glob] : placed_) {
    Wanted& wanted = WantedOf(slot);
    if (wanted.anywhere != 0) continue;
    for (const Near& near : rows[glob]) {
      Reach& reach = near.is_head ? wanted.heads : wanted.words;
      reach = static_cast<Reach>(reach | near.reach);
      for (unsigned bits = near.reach; bits != 0; bits &= bits - 1) {
        const auto k = static_cast<std::uint32_t>(std::countr_zero(bits));
        if (near.is_head) {
          pairs_.AddHead(wanted.row, static_cast<std::uint32_t>(near.bytes), k);
        } else {
          pairs_.AddWord(wanted.row, near.bytes, k);
        }
      }
    }
  }
}

std::uint32_t WordFilter::Scan(std::string_view text,
                               std::span<const Span> words, std::uint32_t first,
                               std::uint32_t last, std::uint32_t* out) const {
  if (lets_all_through_) {
    for (std::uint32_t i = first; i < last; ++i) out[i - first] = i;
    return last - first;
  }
  // Words that do not exist have no bytes.
  std::array<std::uint64_t, kPiece + 2 * kReach> bytes, hashes;
  const ScanBits bits = Bits();
  const auto all = static_cast<std::uint32_t>(words.size());
  std::uint32_t kept = 0;
  for (std::uint32_t begin = first, end = first; begin < last; begin = end) {
    end = std::min(last, begin + kPiece);
    const std::uint32_t from = begin - std::min(begin, kReach);
    const std::uint32_t to = std::min(all, end + kReach);
    const std::uint32_t before = kReach - (begin - from);
    for (auto* row : {&bytes, &hashes}) {
      std::fill(row->begin(), row->begin() + before, 0);
      std::fill(row->begin() + before + (to - from),
                row->begin() + (end - begin) + 2 * kReach, 0);
    }
    kernel_->read(text, words.data() + from, to - from, bytes.data() + before,
                  hashes.data() + before);
    const std::uint32_t picked =
        kernel_->pick(bits, bytes.data() + kReach, hashes.data() + kReach,
                      end - begin, begin, out + kept);
    const std::uint32_t* const candidates = out + kept;
    Prefetch({candidates, picked}, hashes.data() + kReach - begin);
    for (std::uint32_t i = 0; i < picked; ++i) {
      const std::uint32_t word = candidates[i];
      const std::uint32_t at = word - begin + kReach;
      out[kept] = word;
      kept += Passes({text, &words[word], &bytes[at], &hashes[at]}) ? 1 : 0;
    }
  }
  return kept;
}

// Tables of a large lexicon lie far away: what they hold of words, whose hashes
// are given by number, is fetched for many words at once.
void WordFilter::Prefetch(std::span<const std::uint32_t> words,
                          const std::uint64_t* hashes) const {
  for (const std::uint32_t word : words) {
    __builtin_prefetch(&words_[hashes[word] & word_mask_]);
  }
  for (const std::uint32_t word : words) {
    pairs_.Prefetch(words_[hashes[word] & word_mask_].wanted.row);
  }
}

bool WordFilter::Passes(const Place& place) const {
  const std::uint64_t bytes = *place.bytes;
  if ((bytes & kNotAscii) != 0 || PassesAsWord(place)) return true;
  const auto at = static_cast<std::uint32_t>(HashOfHead(bytes) & stem_mask_);
  const StemSlot& stem = stems_[at];
  if (((bytes ^ stem.value) & stem.mask) == 0 &&
      StandsRight(stem.wanted, place)) {
    return true;
  }
  if (!has_short_stems_) return false;
  return StandsRight(short_stems_[ShortIndex(bytes)], place);
}

// Whether a word surely has other bytes than `tail` behind the first seven. Of
// one with an apostrophe of three bytes among those it is not known.
bool WordFilter::DiffersBehind(const Place& place, std::uint64_t tail,
                               std::uint64_t mask) {
  constexpr auto kSize = static_cast<std::uint32_t>(kCompared);
  const auto [begin, end] = *place.word;
  if (end - begin < kSize ||
      (ReadBytes(place.text.data() + begin, kSize) & kNotAscii) != 0) {
    return end - begin < kSize;
  }
  const std::uint64_t bytes = BytesOf(place.text, {begin + kSize, end});
  return (bytes & kNotAscii) == 0 && ((bytes ^ tail) & mask) != 0;
}

// Slots that share the first seven bytes differ in the tail.
bool WordFilter::PassesAsWord(const Place& place) const {
  const std::uint64_t bytes = *place.bytes & kSeven;
  auto at = static_cast<std::uint32_t>(*place.hashes & word_mask_);
  for (; words_[at].value != kFree; at = (at + 1) & word_mask_) {
    const WordSlot& slot = words_[at];
    if ((slot.value & kSeven) != bytes) continue;
    const std::size_t size = slot.value >> (8 * kCompared);
    if (size > 0 && DiffersBehind(place, slot.tail, kFirst[size])) continue;
    if (StandsRight(slot.wanted, place)) return true;
  }
  return false;
}

bool WordFilter::StandsRight(const Wanted& wanted, const Place& place) const {
  if (wanted.anywhere != 0) return true;
  for (unsigned bits = wanted.words; bits != 0; bits &= bits - 1) {
    const auto k = static_cast<std::uint32_t>(std::countr_zero(bits));
    if (pairs_.MayHoldWord(wanted.row, place.hashes[kOffsets[k]], k) ||
        (place.bytes[kOffsets[k]] & kNotAscii) != 0) {
      return true;
    }
  }
  for (unsigned bits = wanted.heads; bits != 0; bits &= bits - 1) {
    const auto k = static_cast<std::uint32_t>(std::countr_zero(bits));
    if (pairs_.MayHoldHead(wanted.row, place.bytes[kOffsets[k]], k) ||
        (place.bytes[kOffsets[k]] & kNotAscii) != 0) {
      return true;
    }
  }
  return false;
}

}  // namespace framescope
