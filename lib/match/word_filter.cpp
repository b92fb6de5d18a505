// Tested by tests/unit/match/word_filter_test.cpp.
//
// A bit for a hash of the word's head and one of its first seven bytes decides
// without a branch whether the word is looked at again. Then those bytes and,
// of a longer word, eight more are compared, and where the word is wanted only
// near certain others, those around it are looked up. The eighth byte is looked
// at only for being ASCII: a combining mark there changes the letter before it.
// Words that are not ASCII in the first eight bytes always pass.
#include "match/word_filter.hpp"

#include <algorithm>
#include <bit>

#include "match/word_bytes.hpp"

namespace framescope {
namespace {

constexpr std::size_t kCompared = 7;
constexpr std::size_t kShortStem = 2;  // letters, at most

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

}  // namespace

// The bytes of a word of a text that are compared.
struct WordFilter::WordText {
  std::uint64_t bytes;  // the first seven
  std::uint64_t tail;   // those behind them
  // Not 0: the tail may be any, for a mark may stand in it, or an apostrophe of
  // three bytes before it.
  std::uint64_t marks;
};

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
  std::uint32_t reach = 0;
  for (std::uint32_t d = range.least; d <= range.most; ++d) {
    reach |= 1u << Wanted::PlaceOf(range.after, d);
  }
  for (const std::uint64_t word : first.words) {
    near_.push_back({word, number, reach});
  }
  const std::uint32_t heads = reach << PairFilter::kPlaces;
  for (const std::uint32_t head : first.heads) {
    near_.push_back({head, number, heads});
  }
  // Without any, the word is wanted beside what is not ASCII.
  if (first.words.empty() && first.heads.empty()) {
    near_.push_back({0, number, heads});
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
  MakeTables(keys);
  // Numbers of slots of stems follow those of words.
  for (const Key& key : keys) {
    if (key.mask == kSeven) placed_.emplace_back(PlaceWord(key), key.glob);
  }
  for (const Key& key : keys) {
    if (key.mask != kSeven) PlaceStem(key);
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

void WordFilter::MakeTables(const std::vector<Key>& keys) {
  std::vector<std::uint32_t> hashes;
  for (const Key& key : keys) {
    if (key.mask == kSeven) hashes.push_back(HashOfWord(key.value));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  places_.Build(hashes);
  words_.assign(places_.places(), {});
  known_.assign(
      SizeFor(std::min<std::size_t>(hashes.size() * 32, 1 << 26), &known_mask_) /
          64,
      0);
  for (const std::uint32_t hash : hashes) {
    known_[(hash & known_mask_) / 64] |= std::uint64_t{1} << hash % 64;
  }
  const std::size_t stems = keys.size() - hashes.size();
  blocks_.assign(SizeFor(std::clamp<std::size_t>(hashes.size() + 2 * stems,
                                                 1 << 10, 1 << 17),
                         &block_mask_),
                 0);
  stems_.assign(
      SizeFor(std::min<std::size_t>(stems * 8, 1u << 20), &stem_mask_), {});
}

std::uint32_t WordFilter::PlaceWord(const Key& key) {
  const std::uint32_t hash = HashOfWord(key.value);
  BlockOf(key.value) |= ScanBits::OfWord(hash);
  const std::uint64_t value = key.value | std::uint64_t{key.tail_size}
                                              << (8 * kCompared);
  std::uint32_t at = places_.PlaceOf(hash);
  if (words_[at].value != kFree) {
    while (words_[at].value != value || words_[at].tail != key.tail) {
      if (words_[at].more == 0) {
        words_[at].more = static_cast<std::uint32_t>(words_.size());
        words_.emplace_back();
      }
      at = words_[at].more;
      if (words_[at].value == kFree) break;
    }
  }
  words_[at].value = value;
  words_[at].tail = key.tail;
  return at;
}

void WordFilter::PlaceStem(const Key& key) {
  const auto place = [&](std::uint64_t head) {
    BlockOf(head) |= ScanBits::OfStem(HashOfStart(head));
    const std::uint32_t at = HashOfHead(head) & stem_mask_;
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
  const auto place = [&](std::uint64_t two) {
    ForEachNext(two, 2, [this](std::uint64_t three) {
      BlockOf(three) |= ScanBits::kAnyStem;
    });
    placed_.emplace_back(
        FirstShortStem() + static_cast<std::uint32_t>(ShortIndex(two)), glob);
  };
  if (stem.size > 1) {
    place(stem.bytes);
  } else {
    ForEachNext(stem.bytes, 1, place);
  }
}

Wanted& WordFilter::WantedOf(std::uint32_t slot) {
  if (slot < FirstStem()) return words_[slot].wanted;
  if (slot < FirstShortStem()) return stems_[slot - FirstStem()].wanted;
  return short_stems_[slot - FirstShortStem()].wanted;
}

void WordFilter::FillPairs(std::uint32_t globs) {
  const std::vector<NearRow> rows = NearRows(globs);
  std::sort(placed_.begin(), placed_.end());
  for (std::size_t i = 0; i < placed_.size();) {
    std::size_t pairs = 0;
    std::uint32_t reach = 0;
    bool anywhere = false;
    const std::uint32_t slot = placed_[i].first;
    for (; i < placed_.size() && placed_[i].first == slot; ++i) {
      const std::uint32_t glob = placed_[i].second;
      anywhere = anywhere || anywhere_[glob];
      for (const Near& near : rows[glob]) {
        pairs += static_cast<std::size_t>(std::popcount(near.reach));
        reach |= near.reach;
      }
    }
    if (slot >= FirstShortStem()) {
      short_stems_[slot - FirstShortStem()].is_used = 1;
    }
    if (!anywhere) WantedOf(slot) = {pairs_.AddRow(pairs), reach};
  }
  pairs_.Fill();
  for (const auto& [slot, glob] : placed_) {
    const Wanted& wanted = WantedOf(slot);
    if (wanted.reach == 0) continue;
    for (const Near& near : rows[glob]) {
      for (std::uint32_t bits = near.reach; bits != 0; bits &= bits - 1) {
        const auto place = static_cast<std::uint32_t>(std::countr_zero(bits));
        if (place >= PairFilter::kPlaces) {
          pairs_.AddHead(wanted.row, static_cast<std::uint32_t>(near.bytes),
                         place - PairFilter::kPlaces);
        } else {
          pairs_.AddWord(wanted.row, near.bytes, place);
        }
      }
    }
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
  std::array<std::uint32_t, LookQueue::kSize + kSpare> picked;
  std::array<WordText, LookQueue::kSize> texts;
  std::uint32_t kept = 0;
  for (std::uint32_t begin = first; begin < last; begin += LookQueue::kSize) {
    const std::uint32_t size = std::min(LookQueue::kSize, last - begin);
    const std::uint32_t count =
        kernel_->pick(bits, hashes, begin, size, picked.data());
    const std::span<const std::uint32_t> words(
        picked.data(), Sift(hashes, picked.data(), count));
    Prefetch(words, hashes);
    LookQueue queue;
    ReadTexts(tokens, words, texts.data(), &queue);
    AskWords(hashes, words, texts.data(), &queue);
    AskStems(hashes, words, texts.data(), &queue);
    if (has_short_stems_) AskShortStems(words, texts.data(), &queue);
    queue.Run(*kernel_, pairs_, hashes);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      out[kept] = words[i];
      kept += queue.Passed(i) ? 1 : 0;
    }
  }
  return kept;
}

// Keeps of `words` those that may begin like a stem, have the hash of a word or
// are open, and returns how many.
std::uint32_t WordFilter::Sift(const WordHashes& hashes, std::uint32_t* words,
                               std::uint32_t size) const {
  const ScanBits bits = Bits();
  const std::uint64_t* const known = known_.data();
  const std::uint32_t mask = known_mask_;
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint32_t word = words[i];
    const std::uint32_t hash = hashes.words()[word];
    const std::uint32_t start = hashes.starts()[word];
    const std::uint64_t has =
        (known[(hash & mask) / 64] >> hash % 64 & 1) |
        (bits.blocks[bits.BlockOf(start)] & ScanBits::OfStem(start));
    words[kept] = word;
    kept += (has != 0) | (hash == WordHashes::kOpen) ? 1 : 0;
  }
  return kept;
}

// Slots lie far apart: they are fetched for many words at once.
void WordFilter::Prefetch(std::span<const std::uint32_t> words,
                          const WordHashes& hashes) const {
  for (const std::uint32_t word : words) {
    __builtin_prefetch(&words_[places_.PlaceOf(hashes.words()[word])]);
  }
}

// Words that may be any pass at once, and have bytes that no slot has.
void WordFilter::ReadTexts(const Tokens& tokens,
                           std::span<const std::uint32_t> words,
                           WordText* texts, LookQueue* queue) const {
  constexpr auto kSize = static_cast<std::uint32_t>(kCompared);
  const std::string_view text = tokens.text;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const Span word = tokens.words[words[i]];
    const std::uint32_t length = word.end - word.begin;
    std::array<char, 16> copy{};
    const char* data = text.data() + word.begin;
    if (word.begin + copy.size() > text.size()) [[unlikely]] {
      std::copy_n(data, std::min<std::size_t>(length, copy.size()),
                  copy.begin());
      data = copy.data();
    }
    const std::uint64_t raw =
        (ReadBytes(data, 8) | kLower) & kFirst[std::min(length, 8u)];
    const std::uint64_t tail = (ReadBytes(data + kSize, 8) | kLower) &
                               kFirst[std::min(length - std::min(length, kSize), 8u)];
    WordText& of = texts[i];
    of.tail = tail;
    of.marks = (tail | (raw & kSeven)) & kNotAscii;
    of.bytes = WithoutEnding(raw, length) & kSeven;
    if ((raw & kNotAscii) == 0) [[likely]] continue;
    const std::uint64_t bytes =
        BytesOneByOne(text.substr(word.begin, length));
    of.bytes = (bytes & kNotAscii) != 0 ? ~kSeven : bytes & kSeven;
    if ((bytes & kNotAscii) != 0) queue->Pass(i);
  }
}

// Slots that share the first seven bytes differ in the tail.
bool WordFilter::IsIn(const WordSlot& slot, const WordText& word) {
  const std::uint64_t behind =
      (slot.tail ^ word.tail) & kFirst[slot.value >> (8 * kCompared)];
  const bool is_tail = (behind == 0) | (word.marks != 0);
  return is_tail & ((slot.value & kSeven) == word.bytes);
}

void WordFilter::AskWords(const WordHashes& hashes,
                          std::span<const std::uint32_t> words,
                          const WordText* texts, LookQueue* queue) const {
  const std::uint32_t* const hash = hashes.words();
  const WordSlot* const slots = words_.data();
  const SeededHash::View places = places_.view();
  LookQueue::Writer writer(queue);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const std::uint32_t word = words[i];
    const WordSlot& slot = slots[places.PlaceOf(hash[word])];
    writer.Add(i, word, slot.wanted, IsIn(slot, texts[i]));
    if (slot.more == 0) [[likely]] continue;
    if (const Wanted* more = MoreWanted(slot.more, texts[i])) {
      writer.Add(i, word, *more);
    }
  }
}

// What a word is by the slots behind its place; null if by none. More than one
// are not told apart: then it is wanted anywhere.
const Wanted* WordFilter::MoreWanted(std::uint32_t slot,
                                     const WordText& word) const {
  static constexpr Wanted kAnywhere;
  const Wanted* found = nullptr;
  for (; slot != 0; slot = words_[slot].more) {
    if (!IsIn(words_[slot], word)) continue;
    if (found != nullptr) return &kAnywhere;
    found = &words_[slot].wanted;
  }
  return found;
}

void WordFilter::AskStems(const WordHashes& hashes,
                          std::span<const std::uint32_t> words,
                          const WordText* texts, LookQueue* queue) const {
  const std::uint32_t* const heads = hashes.heads();
  const StemSlot* const stems = stems_.data();
  const std::uint32_t mask = stem_mask_;
  LookQueue::Writer writer(queue);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const StemSlot& stem = stems[heads[words[i]] & mask];
    writer.Add(i, words[i], stem.wanted,
               ((texts[i].bytes ^ stem.value) & stem.mask) == 0);
  }
}

void WordFilter::AskShortStems(std::span<const std::uint32_t> words,
                               const WordText* texts, LookQueue* queue) const {
  LookQueue::Writer writer(queue);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const ShortStem& stem = short_stems_[ShortIndex(texts[i].bytes)];
    writer.Add(i, words[i], stem.wanted, stem.is_used != 0);
  }
}

}  // namespace framescope
