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

constexpr std::size_t kMany = 1 << 18;           // words that no cache holds
constexpr std::uint32_t kPiece = 256;            // words looked at in a row

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
  WordText(std::string_view text, Span word)
      : bytes(BytesOf(text, word) & kSeven) {
    constexpr auto kSize = static_cast<std::uint32_t>(kCompared);
    const std::uint32_t length = word.end - word.begin;
    if (word.begin + kSize + 8 > text.size()) {
      ReadAtEnd(text.substr(word.begin, length));
      return;
    }
    const char* const data = text.data() + word.begin;
    tail = (ReadBytes(data + kSize, 8) | kLower) &
           kFirst[std::min(length - std::min(length, kSize), 8u)];
    marks = (tail | (ReadBytes(data, 8) & kFirst[std::min(length, kSize)])) &
            kNotAscii;
  }

  void ReadAtEnd(std::string_view word) {
    std::array<char, 16> copy{};
    std::copy_n(word.begin(), std::min(word.size(), copy.size()), copy.begin());
    const std::size_t behind = word.size() - std::min(word.size(), kCompared);
    tail = (ReadBytes(copy.data() + kCompared, 8) | kLower) &
           kFirst[std::min<std::size_t>(behind, 8)];
    marks = (tail | ReadBytes(copy.data(), kCompared)) & kNotAscii;
  }

  std::uint64_t bytes;  // the first seven
  std::uint64_t tail;   // those behind them
  // Not 0: the tail may be any, for a mark may stand in it, or an apostrophe of
  // three bytes before it.
  std::uint64_t marks;
};

// The words [first, first + kPiece), of which some are wanted.
class WordFilter::Piece {
 public:
  // Two of words, one of a stem, and one of a short stem, for each.
  static constexpr std::uint32_t kRoom = 4 * kPiece;

  explicit Piece(std::uint32_t first) : first_(first) {}

  // Notes that a word is wanted, if `is_wanted`.
  void Add(std::uint32_t word, const Wanted& wanted, bool is_wanted) {
    const bool anywhere = wanted.reach == 0;
    const std::uint32_t bit = word - first_;
    passed_[bit / 64] |= std::uint64_t{is_wanted && anywhere} << bit % 64;
    words_[size_] = word;
    starts_[size_] = wanted.row.start;
    masks_[size_] = wanted.row.mask;
    reaches_[size_] = wanted.reach;
    size_ += is_wanted && !anywhere ? 1 : 0;
  }
  // Writes the words that stand right to `out`; returns how many.
  std::uint32_t Write(const ScanKernel& kernel, const PairFilter& pairs,
                      const WordHashes& hashes, std::uint32_t* out) {
    while (size_ > 0) {
      size_ = kernel.look(
          pairs, hashes,
          {words_.data(), starts_.data(), masks_.data(), reaches_.data()},
          size_, first_, passed_.data());
    }
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < passed_.size(); ++i) {
      for (std::uint64_t bits = passed_[i]; bits != 0; bits &= bits - 1) {
        out[count++] = first_ + 64 * i +
                       static_cast<std::uint32_t>(std::countr_zero(bits));
      }
    }
    return count;
  }

 private:
  using Column = std::array<std::uint32_t, kRoom + kSpare>;

  std::uint32_t first_;
  std::uint32_t size_ = 0;
  std::array<std::uint64_t, kPiece / 64> passed_{};
  Column words_, starts_, masks_, reaches_;  // of WantedWords
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
    reach |= 1u << (range.after ? kReach - 1 + d : kReach - d);
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
  blocks_.assign(SizeFor(std::clamp<std::size_t>(words + 2 * stems, 1 << 10,
                                                 1 << 17),
                         &block_mask_),
                 0);
  words_.assign(
      SizeFor(words < kMany ? words * 3 : words + words / 3, &word_mask_), {});
  stems_.assign(
      SizeFor(std::min<std::size_t>(stems * 8, 1u << 20), &stem_mask_), {});
}

std::uint32_t WordFilter::PlaceWord(const Key& key) {
  const std::uint32_t hash = HashOfWord(key.value);
  BlockOf(key.value) |= ScanBits::OfWord(hash);
  const std::uint64_t value = key.value | std::uint64_t{key.tail_size}
                                              << (8 * kCompared);
  const std::uint32_t home = hash & word_mask_;
  std::uint32_t at = home;
  while (words_[at].value != kFree &&
         (words_[at].value != value || words_[at].tail != key.tail)) {
    at = (at + 1) & word_mask_;
  }
  words_[at].value = value;
  words_[at].tail = key.tail;
  if (at != home) words_[home].has_more = 1;
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
  std::array<std::uint32_t, kPiece + kSpare> picked;
  std::uint32_t kept = 0;
  for (std::uint32_t begin = first; begin < last; begin += kPiece) {
    const std::uint32_t size = std::min(kPiece, last - begin);
    const std::span<const std::uint32_t> words(
        picked.data(), kernel_->pick(bits, hashes, begin, size, picked.data()));
    Prefetch(words, hashes);
    Piece piece(begin);
    for (const std::uint32_t word : words) FindSlots(tokens, word, &piece);
    kept += piece.Write(*kernel_, pairs_, hashes, out + kept);
  }
  return kept;
}

// Slots lie far apart: they are fetched for many words at once.
void WordFilter::Prefetch(std::span<const std::uint32_t> words,
                          const WordHashes& hashes) const {
  for (const std::uint32_t word : words) {
    __builtin_prefetch(&words_[hashes.words()[word] & word_mask_]);
  }
}

bool WordFilter::IsIn(const WordSlot& slot, const WordText& word) {
  const std::uint64_t behind =
      (slot.tail ^ word.tail) & kFirst[slot.value >> (8 * kCompared)];
  const bool is_tail = (behind == 0) | (word.marks != 0);
  return is_tail & (((slot.value ^ word.bytes) & kSeven) == 0);
}

void WordFilter::FindSlots(const Tokens& tokens, std::uint32_t word,
                           Piece* piece) const {
  const std::uint32_t hash = tokens.hashes->words()[word];
  if (hash == WordHashes::kOpen) {
    piece->Add(word, {}, true);
    return;
  }
  const WordText text(tokens.text, tokens.words[word]);
  const WordSlot& slot = words_[hash & word_mask_];
  piece->Add(word, slot.wanted, IsIn(slot, text));
  if (slot.has_more != 0) FindMore(word, hash & word_mask_, text, piece);
  const StemSlot& stem = stems_[tokens.hashes->heads()[word] & stem_mask_];
  piece->Add(word, stem.wanted, ((text.bytes ^ stem.value) & stem.mask) == 0);
  if (!has_short_stems_) return;
  const ShortStem& start = short_stems_[ShortIndex(text.bytes)];
  piece->Add(word, start.wanted, start.is_used != 0);
}

// What lies behind its home: other words that belong there, and those that
// share the first seven bytes and differ in the tail. Of more than one the
// others are not told apart.
void WordFilter::FindMore(std::uint32_t word, std::uint32_t home,
                          const WordText& text, Piece* piece) const {
  bool found = false;
  for (std::uint32_t at = (home + 1) & word_mask_; words_[at].value != kFree;
       at = (at + 1) & word_mask_) {
    if (!IsIn(words_[at], text)) continue;
    piece->Add(word, found ? Wanted() : words_[at].wanted, true);
    if (found) return;
    found = true;
  }
}

}  // namespace framescope
