// Tested by tests/unit/match/word_filter_test.cpp.
//
// Everything is done for many words at once, and without branches that the
// processor could guess wrong: some are picked by bits for their hashes; of
// those, slots are found by hash, which say near what the word is wanted; all
// words around are looked up. No bytes are compared: a word that shares a hash
// with one that is wanted passes like it. The eighth byte is looked at only for
// being ASCII: a combining mark there changes the letter before it. Words that
// are not ASCII in the first eight bytes always pass.
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
  if (number == anywhere_.size()) anywhere_.push_back(false);
  return number;
}

void WordFilter::Add(std::string_view glob) {
  anywhere_[NumberOf(glob)] = true;
}

void WordFilter::AddNear(std::string_view glob, std::uint32_t reach,
                         const FirstBytes& first) {
  const std::uint32_t number = NumberOf(glob);
  if (anywhere_[number]) return;
  ForEachWanted(first, reach, [&](std::uint64_t bytes, std::uint32_t places) {
    near_.push_back({bytes, number, places});
  });
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
      words.push_back(HashOfWord(key.bytes));
    } else {
      heads.push_back(HashOfHead(key.bytes));
    }
  }
  if (!words_.Build(words) || !stems_.Build(heads)) return false;
  blocks_.assign(SizeFor(std::clamp<std::size_t>(
                             words.size() + heads.size() / 8, 1 << 11, 1 << 17),
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
    BlockOf(key.bytes) |= ScanBits::OfStem(HashOfStart(key.bytes));
    placed_.emplace_back(FirstStem() + stems_.NumberOf(HashOfHead(key.bytes)),
                         key.glob);
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
        ++pairs;
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
      pairs_.Add(wanted.row, near.bytes, near.reach);
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
    queue.ForEachPassed([&](std::uint32_t id) { out[kept++] = begin + id; });
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

}  // namespace framescope
