// Tested by tests/unit/match/word_filter_test.cpp.
//
// Everything is done for many words at once, and without branches that the
// processor could guess wrong: some are picked by bits for their hashes; of
// those, slots are found by hash, which say near what the word is wanted; all
// words around are looked up. Of the few that are left the first seven bytes
// and, of a longer word, eight more are compared. The eighth byte is looked at
// only for being ASCII: a combining mark there changes the letter before it.
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
  if (of.may_lose_ending) keys->push_back({true, {of.stripped, kSeven}, glob});
  if (!of.whole && of.size <= kShortStem) {
    short_globs_.push_back(glob);
    return;
  }
  Key key;
  key.glob = glob;
  key.is_word = of.whole || of.size >= kCompared;
  key.bytes.mask = key.is_word ? kSeven : kFirst[of.size];
  key.bytes.value = of.bytes & key.bytes.mask;
  if (of.size > kCompared) {
    const std::string_view tail = stem.substr(kCompared, 8);
    const std::uint32_t size = ComparablePrefix(tail);
    key.bytes.tail_mask = kFirst[size];
    key.bytes.tail = (ReadBytes(tail.data(), size) | kLower) & kFirst[size];
  }
  keys->push_back(key);
}

// Calls use(bytes) with the head of a stem of three letters or more, or of all
// that begin with its three.
template <typename Use>
void ForEachHead(const SlotTable::Bytes& stem, const Use& use) {
  if ((stem.mask >> 24) != 0) {
    use(stem.value & kHeadBytes);
  } else {
    ForEachNext(stem.value, 3, use);
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
    FillPairs(globs_.size());
  }
  globs_ = {};
  anywhere_ = {};
  near_ = {};
  short_globs_ = {};
  placed_ = {};
}

// False when the words cannot be told apart.
bool WordFilter::MakeTables(const std::vector<Key>& keys) {
  std::vector<std::uint32_t> words, heads;
  for (const Key& key : keys) {
    if (key.is_word) {
      words.push_back(HashOfWord(key.bytes.value));
    } else {
      ForEachHead(key.bytes, [&heads](std::uint64_t head) {
        heads.push_back(HashOfHead(head));
      });
    }
  }
  if (!words_.Build(words) || !stems_.Build(heads)) return false;
  const std::size_t stems = keys.size() - words.size();
  blocks_.assign(SizeFor(std::clamp<std::size_t>(words.size() + 2 * stems,
                                                 1 << 10, 1 << 17),
                         &block_mask_),
                 0);
  return true;
}

void WordFilter::Place(const Key& key) {
  if (key.is_word) {
    const std::uint32_t hash = HashOfWord(key.bytes.value);
    BlockOf(key.bytes.value) |= ScanBits::OfWord(hash);
    words_.Join(words_.NumberOf(hash), key.bytes);
    placed_.emplace_back(words_.NumberOf(hash), key.glob);
    return;
  }
  ForEachHead(key.bytes, [&](std::uint64_t head) {
    BlockOf(head) |= ScanBits::OfStem(HashOfStart(head));
    const std::uint32_t number = stems_.NumberOf(HashOfHead(head));
    stems_.Join(number, key.bytes);
    placed_.emplace_back(FirstStem() + number, key.glob);
  });
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
  if (slot < FirstStem()) return words_.wanted(slot);
  if (slot < FirstShortStem()) return stems_.wanted(slot - FirstStem());
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
  std::array<std::uint32_t, LookQueue::kSize + kSpare> words, stems;
  std::uint32_t kept = 0;
  for (std::uint32_t begin = first; begin < last; begin += LookQueue::kSize) {
    Picked picked{words.data(), stems.data()};
    kernel_->pick(bits, hashes, begin, std::min(LookQueue::kSize, last - begin),
                  &picked);
    const std::span<const std::uint32_t> some_stems(stems.data(),
                                                    picked.stem_count);
    LookQueue queue;
    AskSlots(words_, hashes.words(), {words.data(), picked.word_count}, begin,
             &queue);
    AskSlots(stems_, hashes.heads(), some_stems, begin, &queue);
    if (has_short_stems_) AskShortStems(tokens, some_stems, begin, &queue);
    queue.Run(*kernel_, pairs_, hashes);
    queue.ForEachPassed([&](std::uint32_t id) {
      out[kept] = begin + id;
      kept += HasBytes(tokens, begin + id) ? 1 : 0;
    });
  }
  return kept;
}

// Adds near what each word is wanted by its hash, as the one so many behind
// `first`. Open words pass.
void WordFilter::AskSlots(const SlotTable& table, const std::uint32_t* hashes,
                          std::span<const std::uint32_t> words,
                          std::uint32_t first, LookQueue* queue) {
  const SlotTable::View slots = table.view();
  // Slots lie far apart: they are fetched for many words at once.
  for (const std::uint32_t word : words) {
    __builtin_prefetch(&slots.Find(hashes[word]));
  }
  LookQueue::Writer writer(queue);
  for (const std::uint32_t word : words) {
    const std::uint32_t hash = hashes[word];
    const SlotTable::Slot& slot = slots.Find(hash);
    writer.Add(word - first, word, slot.wanted, slot.hash == hash);
    if (hash == WordHashes::kOpen) queue->Pass(word - first);
  }
}

void WordFilter::AskShortStems(const Tokens& tokens,
                               std::span<const std::uint32_t> stems,
                               std::uint32_t first, LookQueue* queue) const {
  LookQueue::Writer writer(queue);
  for (const std::uint32_t word : stems) {
    const ShortStem& stem =
        short_stems_[ShortIndex(BytesOf(tokens.text, tokens.words[word]))];
    writer.Add(word - first, word, stem.wanted, stem.is_used != 0);
  }
}

// The bytes of a word of a text that are compared.
struct WordFilter::WordText {
  WordText(std::string_view text, Span word) {
    constexpr auto kSize = static_cast<std::uint32_t>(kCompared);
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
    bytes = (raw & kNotAscii) == 0
                ? WithoutEnding(raw, length)
                : BytesOneByOne(text.substr(word.begin, length));
    tail = (ReadBytes(data + kSize, 8) | kLower) &
           kFirst[std::min(length - std::min(length, kSize), 8u)];
    marks = (tail | (raw & kSeven)) & kNotAscii;
  }

  bool Has(const SlotTable::Bytes& slot) const {
    const bool is_tail =
        (((tail ^ slot.tail) & slot.tail_mask) == 0) | (marks != 0);
    return is_tail & (((bytes ^ slot.value) & slot.mask) == 0);
  }

  std::uint64_t bytes;  // the first eight
  std::uint64_t tail;   // those behind the first seven
  // Not 0: the tail may be any, for a mark may stand in it, or an apostrophe of
  // three bytes before it.
  std::uint64_t marks;
};

// Whether a word has the bytes of a slot that has its hash.
bool WordFilter::HasBytes(const Tokens& tokens, std::uint32_t word) const {
  const std::uint32_t hash = tokens.hashes->words()[word];
  if (has_short_stems_ || hash == WordHashes::kOpen) return true;
  const WordText text(tokens.text, tokens.words[word]);
  const std::uint32_t head = tokens.hashes->heads()[word];
  return text.Has(words_.bytes(words_.NumberOf(hash))) |
         text.Has(stems_.bytes(stems_.NumberOf(head)));
}

}  // namespace framescope
