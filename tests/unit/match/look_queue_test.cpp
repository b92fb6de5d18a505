// Tests of LookQueue: a thing passes when what it wants stands at one of its
// places, with every kernel.
#include "match/look_queue.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "match/word_bytes.hpp"
#include "unit/match/hashed_words.hpp"

namespace framescope {
namespace {

using Numbers = std::vector<std::uint32_t>;

std::uint64_t Bytes(std::string_view word) {
  return BytesOneByOne(word) & kSeven;
}

Numbers Passed(const LookQueue& queue) {
  Numbers ids;
  queue.ForEachPassed([&ids](std::uint32_t id) { ids.push_back(id); });
  return ids;
}

struct Note {
  std::uint32_t id = 0, word = 0;
  Wanted wanted;
  bool is_asked = true;
};

Numbers WhatPasses(const ScanKernel& kernel, const PairFilter& pairs,
                   const WordHashes& hashes, const std::vector<Note>& notes) {
  // It is large for a stack under a sanitizer.
  const auto queue = std::make_unique<LookQueue>();
  {
    LookQueue::Writer writer(queue.get());
    for (const Note& note : notes) {
      writer.Add(note.id, note.word, note.wanted, note.is_asked);
    }
  }
  queue->Run(kernel, pairs, hashes);
  return Passed(*queue);
}

// A row that wants "people" or words in "valu" at one place.
struct OnePlace {
  explicit OnePlace(std::uint32_t place) {
    wanted = {pairs.AddRow(2), 1u << place};
    pairs.Fill();
    const char* const text = place < PairFilter::kPlaces ? "people" : "valu";
    pairs.Add(wanted.row, Bytes(text), 1u << place);
  }
  PairFilter pairs;
  Wanted wanted;
};

// Sixteen words and one between, the word `number` of which is `word`.
std::string TextWith(const std::string& word, std::uint32_t number) {
  std::string text;
  for (std::uint32_t i = 0; i < 17; ++i) {
    text += (i == number ? word : "of") + ' ';
  }
  return text;
}

TEST(LookQueue, LetsPassWhatHasAWordAtItsPlace) {
  for (std::uint32_t place = 0; place < 2 * PairFilter::kPlaces; ++place) {
    const bool is_head = place >= PairFilter::kPlaces;
    const std::uint32_t bit = place % PairFilter::kPlaces;
    const std::uint32_t number = bit < 8 ? bit : bit + 1;
    const OnePlace want(place);
    for (std::uint32_t stands = 0; stands < 17; ++stands) {
      const HashedWords words(
          TextWith(is_head ? "Valuables" : "People's", stands));
      for (const ScanKernel* kernel : AllScanKernels()) {
        // Enough of them that a vector looks, and one alone.
        for (const std::size_t count : {std::size_t{1}, std::size_t{50}}) {
          std::vector<Note> notes;
          for (std::uint32_t id = 0; id < count; ++id) {
            notes.push_back({id, 8, want.wanted});
          }
          EXPECT_EQ(WhatPasses(*kernel, want.pairs, words.hashes, notes).size(),
                    stands == number ? count : 0)
              << kernel->name << " " << place << " " << stands;
        }
      }
    }
  }
}

TEST(LookQueue, LetsPassWhatStandsNearAWordThatMayBeAny) {
  for (std::uint32_t place = 0; place < 2 * PairFilter::kPlaces; ++place) {
    const std::uint32_t bit = place % PairFilter::kPlaces;
    const HashedWords words(TextWith("\u00fcber", bit < 8 ? bit : bit + 1));
    const OnePlace want(place);
    for (const ScanKernel* kernel : AllScanKernels()) {
      EXPECT_EQ(
          WhatPasses(*kernel, want.pairs, words.hashes, {{3, 8, want.wanted}}),
          Numbers({3}))
          << kernel->name << " " << place;
    }
  }
}

TEST(LookQueue, SeesNothingBeforeTheFirstWordAndBehindTheLast) {
  const HashedWords words("people");
  PairFilter pairs;
  const Wanted all{pairs.AddRow(16), 0xFFFF};
  pairs.Fill();
  for (std::uint32_t place = 0; place < PairFilter::kPlaces; ++place) {
    pairs.Add(all.row, Bytes("people"), 1u << place);
  }
  for (const ScanKernel* kernel : AllScanKernels()) {
    EXPECT_EQ(WhatPasses(*kernel, pairs, words.hashes, {{0, 0, all}}),
              Numbers());
  }
}

TEST(LookQueue, LetsPassWhatIsWantedAnywhereIfItIsAsked) {
  const HashedWords words("one");
  PairFilter pairs;
  pairs.Fill();
  for (const ScanKernel* kernel : AllScanKernels()) {
    EXPECT_EQ(
        WhatPasses(*kernel, pairs, words.hashes,
                   {{0, 0, {}, true}, {1, 0, {}, false}, {511, 0, {}, true}}),
        Numbers({0, 511}));
  }
}

TEST(LookQueue, AsksOfAThingWhetherAnyNoteHolds) {
  const HashedWords words(TextWith("people", 9));
  const OnePlace want(Wanted::PlaceOf(true, 1));
  const Wanted nowhere{want.wanted.row, 1u << Wanted::PlaceOf(false, 1)};
  for (const ScanKernel* kernel : AllScanKernels()) {
    EXPECT_EQ(WhatPasses(*kernel, want.pairs, words.hashes,
                         {{1, 8, nowhere},
                          {1, 8, want.wanted},
                          {2, 8, want.wanted},
                          {2, 8, nowhere},
                          {3, 8, nowhere},
                          {3, 8, nowhere},
                          {4, 8, want.wanted, false},
                          {5, 8, nowhere},
                          {5, 8, {}, true}}),
              Numbers({1, 2, 5}))
        << kernel->name;
  }
}

TEST(LookQueue, ListsWhatPassedInOrder) {
  const auto queue = std::make_unique<LookQueue>();
  EXPECT_EQ(Passed(*queue), Numbers());
  for (const std::uint32_t id : {511u, 64u, 0u, 63u, 8u, 7u, 64u}) {
    queue->Pass(id);
  }
  EXPECT_EQ(Passed(*queue), Numbers({0, 7, 8, 63, 64, 511}));
  EXPECT_TRUE(queue->Passed(511));
  EXPECT_FALSE(queue->Passed(510));
  for (std::uint32_t id = 0; id < LookQueue::kSize; ++id) queue->Pass(id);
  EXPECT_EQ(Passed(*queue).size(), LookQueue::kSize);
}

// A text of few words, rows that hold some of them, and what is wanted.
struct RandomNotes {
  static constexpr std::uint32_t kWords = 60;

  explicit RandomNotes(std::uint32_t seed) : random(seed) {
    for (int i = 0; i < 12; ++i) rows.push_back(pairs.AddRow(8));
    pairs.Fill();
    for (const PairFilter::Row row : rows) {
      for (std::size_t k = random() % 9; k > 0; --k) {
        const std::uint64_t word = Bytes(Any());
        pairs.Add(row, word, 1u << random() % (2 * PairFilter::kPlaces));
      }
    }
  }
  const std::string& Any() { return some[random() % some.size()]; }
  std::string Text() {
    std::string text;
    for (std::uint32_t i = 0; i < kWords; ++i) {
      text += (random() % 40 == 0 ? "\u00e9t\u00e9" : Any()) + ' ';
    }
    return text;
  }
  std::vector<Note> Notes(std::size_t size) {
    std::vector<Note> notes;
    while (notes.size() < size) {
      const auto reach = static_cast<std::uint32_t>(
          random() % 30 == 0 ? 0 : random() & random() & random());
      notes.push_back({static_cast<std::uint32_t>(random() % LookQueue::kSize),
                       static_cast<std::uint32_t>(random() % kWords),
                       {rows[random() % rows.size()], reach},
                       random() % 10 != 0});
    }
    return notes;
  }

  std::mt19937 random;
  std::vector<std::string> some = {"people", "valued", "valu", "care",
                                   "cares",  "need",   "of",   "a"};
  PairFilter pairs;
  std::vector<PairFilter::Row> rows;
};

Numbers RunSlowly(const PairFilter& pairs, const WordHashes& hashes,
                  const std::vector<Note>& notes) {
  std::vector<bool> passed(LookQueue::kSize, false);
  for (const auto& [id, word, wanted, is_asked] : notes) {
    if (!is_asked) continue;
    if (wanted.reach == 0) passed[id] = true;
    for (std::uint32_t d = 1; d <= 8; ++d) {
      for (const bool after : {false, true}) {
        const std::uint32_t place = after ? 7 + d : 8 - d;
        const std::int64_t at =
            std::int64_t{word} + (after ? d : -std::int64_t{d});
        if ((wanted.reach >> place & 1) != 0 &&
            pairs.MayHold(wanted.row, hashes.words()[at], place)) {
          passed[id] = true;
        }
        if ((wanted.reach >> (16 + place) & 1) != 0 &&
            pairs.MayHold(wanted.row, hashes.heads()[at], 16 + place)) {
          passed[id] = true;
        }
      }
    }
  }
  Numbers ids;
  for (std::uint32_t id = 0; id < passed.size(); ++id) {
    if (passed[id]) ids.push_back(id);
  }
  return ids;
}

TEST(LookQueue, LetsPassWhatASlowLoopDoesHoweverFullItIs) {
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    RandomNotes random(seed);
    const HashedWords words(random.Text());
    const std::size_t size =
        seed % 4 == 0 ? LookQueue::kRoom : random.random() % 200;
    const std::vector<Note> notes = random.Notes(size);
    const Numbers slow = RunSlowly(random.pairs, words.hashes, notes);
    EXPECT_TRUE(size < 200 || slow.size() < LookQueue::kSize);
    for (const ScanKernel* kernel : AllScanKernels()) {
      EXPECT_EQ(WhatPasses(*kernel, random.pairs, words.hashes, notes), slow)
          << kernel->name << " " << seed;
    }
  }
}

TEST(LookQueue, MayBeFilledByOneWriterAfterAnother) {
  const HashedWords words(TextWith("people", 9));
  const OnePlace want(Wanted::PlaceOf(true, 1));
  const auto queue = std::make_unique<LookQueue>();
  for (std::uint32_t id = 0; id < 20; ++id) {
    LookQueue::Writer(queue.get()).Add(id, id, want.wanted);
  }
  queue->Run(kPortableScan, want.pairs, words.hashes);
  EXPECT_EQ(Passed(*queue), Numbers({8}));
}

}  // namespace
}  // namespace framescope
