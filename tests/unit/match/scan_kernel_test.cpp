// Tests of ScanKernel: every kernel does what one word at a time would.
#include "match/scan_kernel.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "match/word_bytes.hpp"
#include "unit/match/hashed_words.hpp"

namespace framescope {
namespace {

using Numbers = std::vector<std::uint32_t>;

// What vectors may write beyond what counts.
constexpr std::size_t kVector = 16;

// A text of words of all lengths up to its very last byte, and its words.
struct Text {
  explicit Text(std::uint32_t seed) {
    std::mt19937 random(seed);
    const std::vector<std::string> pieces = {"a", "e",       "S",      "te",
                                             "'", "\u2019s", "\u00e9", "ing",
                                             "9", "\u0301",  "Care",   "z"};
    // Where few words are not ASCII, vectors hold more than one kind.
    const std::size_t kinds = seed % 2 == 0 ? pieces.size() : 5;
    const std::size_t size = random() % 70;
    for (std::size_t i = 0; i < size; ++i) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      const std::size_t parts = 1 + random() % 5;
      for (std::size_t k = 0; k < parts; ++k) {
        text += pieces[random() % (random() % 8 == 0 ? pieces.size() : kinds)];
      }
      if (random() % 5 == 0) text += "'s";
      words.push_back({begin, static_cast<std::uint32_t>(text.size())});
      if (i + 1 < size) text += ' ';
    }
    // Bytes flush against the end of what may be read.
    own = std::make_unique<char[]>(text.size());
    std::copy(text.begin(), text.end(), own.get());
    view = {own.get(), text.size()};
  }
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(words.size());
  }
  std::string text;
  std::vector<Span> words;
  std::unique_ptr<char[]> own;
  std::string_view view;
};

// Hashes of a word: of all of it, its head, its start.
using Three = std::array<std::uint32_t, 3>;

Three At(const WordHashes& hashes, std::uint32_t i) {
  return {hashes.words()[i], hashes.heads()[i], hashes.starts()[i]};
}

Three HashesAlone(std::string_view text, Span word) {
  const std::uint64_t bytes = BytesOf(text, word);
  if ((bytes & kNotAscii) != 0) {
    return {WordHashes::kOpen, WordHashes::kOpen, WordHashes::kOpen};
  }
  return {HashOfWord(bytes), HashOfHead(bytes), HashOfStart(bytes)};
}

TEST(ScanKernel, IsFoundByItsName) {
  for (const Kernel* kernel : kernels()) {
    EXPECT_STREQ(FindScanKernel(kernel->name).name, kernel->name);
  }
  EXPECT_STREQ(FindScanKernel("icu").name, kernels().front()->name);
}

TEST(ScanKernel, HashesEachWordAsItIsHashedAlone) {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    const Text text(seed);
    for (const ScanKernel* kernel : AllScanKernels()) {
      WordHashes hashes;
      HashWords(*kernel, text.view, text.words, &hashes);
      for (std::uint32_t i = 0; i < text.size(); ++i) {
        EXPECT_EQ(At(hashes, i), HashesAlone(text.view, text.words[i]))
            << kernel->name << " " << seed << " " << i;
      }
    }
  }
}

TEST(ScanKernel, HashesWordsWhereverTheTextEnds) {
  const std::string word = "communities's";
  for (std::uint32_t size = 1; size <= word.size(); ++size) {
    for (std::uint32_t count = 1; count <= 40; ++count) {
      std::string text;
      for (std::uint32_t i = 0; i < count; ++i)
        text += word.substr(0, size) + ' ';
      text.pop_back();
      const std::vector<Span> words = CutAtSpaces(text);
      const auto own = std::make_unique<char[]>(text.size());
      std::copy(text.begin(), text.end(), own.get());
      const Three alone = HashesAlone(text, words[0]);
      for (const ScanKernel* kernel : AllScanKernels()) {
        WordHashes hashes;
        HashWords(*kernel, {own.get(), text.size()}, words, &hashes);
        for (std::uint32_t i = 0; i < count; ++i) {
          EXPECT_EQ(At(hashes, i), alone) << kernel->name << " " << text;
        }
      }
    }
  }
}

TEST(ScanKernel, HashesNoOtherWordsThanItIsAskedFor) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Text text(seed);
    const std::uint32_t first = text.size() / 3, end = text.size() - first / 2;
    for (const ScanKernel* kernel : AllScanKernels()) {
      WordHashes hashes;
      hashes.Resize(text.size());
      for (std::uint32_t i = 0; i < text.size(); ++i) {
        hashes.words()[i] = hashes.heads()[i] = hashes.starts()[i] = 77;
      }
      kernel->hash(text.view, text.words, first, end, &hashes);
      const Three no_word = {0, 0, 0}, not_asked = {77, 77, 77};
      for (std::uint32_t i = 0; i < text.size(); ++i) {
        const bool asked = i >= first && i < end;
        EXPECT_EQ(At(hashes, i),
                  asked ? HashesAlone(text.view, text.words[i]) : not_asked)
            << kernel->name << " " << seed << " " << i;
      }
      for (std::uint32_t k = 0; k < WordHashes::kMargin; ++k) {
        EXPECT_EQ(At(hashes, text.size() + k), no_word) << kernel->name;
        EXPECT_EQ(*(hashes.words() - 1 - k), 0u) << kernel->name;
        EXPECT_EQ(*(hashes.heads() - 1 - k), 0u) << kernel->name;
        EXPECT_EQ(*(hashes.starts() - 1 - k), 0u) << kernel->name;
      }
    }
  }
}

TEST(ScanKernel, SaysOfAWordThatIsNotAsciiThatItMayBeAny) {
  const Three open = {WordHashes::kOpen, WordHashes::kOpen, WordHashes::kOpen};
  std::string text;
  for (int i = 0; i < 20; ++i)
    text += "abcdefg\u00e9 abcdefgh\u00e9 caf\u00e9 ";
  const std::vector<Span> words = CutAtSpaces(text);
  for (const ScanKernel* kernel : AllScanKernels()) {
    WordHashes hashes;
    HashWords(*kernel, text, words, &hashes);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      // The mark of the second lies behind its first eight bytes.
      EXPECT_EQ(At(hashes, i) == open, i % 3 != 1) << kernel->name << " " << i;
    }
  }
}

TEST(ScanKernel, PicksWhatHasABit) {
  std::mt19937_64 random(20261125);
  std::vector<std::uint64_t> blocks(32);
  for (std::uint64_t& block : blocks) block = random() & random();
  const ScanBits bits{blocks.data(), 31};
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    const Text text(seed);
    WordHashes hashes;
    HashWords(kPortableScan, text.view, text.words, &hashes);
    const std::uint32_t first = std::min(text.size(), seed % 9);
    Numbers words, stems;
    for (std::uint32_t i = first; i < text.size(); ++i) {
      const auto [word, head, start] = At(hashes, i);
      const std::uint64_t block = blocks[start / 32 % 32];
      if ((block >> (32 + word / (1u << 27)) & 1) != 0 ||
          word == WordHashes::kOpen) {
        words.push_back(i);
      }
      if ((block >> start % 32 & 1) != 0) stems.push_back(i);
    }
    for (const ScanKernel* kernel : AllScanKernels()) {
      const std::uint32_t size = text.size() - first;
      Numbers word_out(size + kVector), stem_out(size + kVector);
      Picked picked{word_out.data(), stem_out.data()};
      // What is picked stands behind what was picked before.
      kernel->pick(bits, hashes, first, size / 2, &picked);
      kernel->pick(bits, hashes, first + size / 2, size - size / 2, &picked);
      word_out.resize(picked.word_count);
      stem_out.resize(picked.stem_count);
      EXPECT_EQ(word_out, words) << kernel->name << " " << seed;
      EXPECT_EQ(stem_out, stems) << kernel->name << " " << seed;
    }
  }
}

// Columns of things that are wanted, with room for a vector more.
struct Columns {
  Numbers id, word, start, mask, reach;
  void Add(std::uint32_t number, std::uint32_t at, const Wanted& wanted) {
    id.push_back(number);
    word.push_back(at);
    start.push_back(wanted.row.start);
    mask.push_back(wanted.row.mask);
    reach.push_back(wanted.reach);
  }
  std::array<Numbers*, 5> all() { return {&id, &word, &start, &mask, &reach}; }
  void Resize(std::size_t size) {
    for (Numbers* column : all()) column->resize(size);
  }
  WantedWords view() {
    return {id.data(), word.data(), start.data(), mask.data(), reach.data()};
  }
  bool operator==(const Columns&) const = default;
};

// Words with random hashes, and rows that hold some of them at places.
struct Surroundings {
  explicit Surroundings(std::uint32_t seed) : random(seed) {
    hashes.Resize(kWords);
    for (std::uint32_t i = 0; i < kWords; ++i) {
      const std::uint32_t word = bytes[random() % bytes.size()];
      const bool open = random() % 20 == 0;
      hashes.words()[i] = open ? WordHashes::kOpen : HashOfWord(word);
      hashes.heads()[i] = open ? WordHashes::kOpen : HashOfHead(word);
    }
    for (int i = 0; i < 9; ++i) rows.push_back(pairs.AddRow(random() % 30));
    pairs.Fill();
    for (const RowFilter::Row row : rows) {
      for (std::size_t k = random() % 30; k > 0; --k) {
        const std::uint32_t word = bytes[random() % bytes.size()];
        const auto place =
            static_cast<std::uint32_t>(random() % RowFilter::kPlaces);
        if (random() % 2 == 0) {
          pairs.Add(row, word, 1u << place);
        } else {
          pairs.Add(row, word, 1u << (RowFilter::kPlaces + place));
        }
      }
    }
  }
  Wanted RandomWanted() {
    // Few places or many, at times the very last.
    std::uint32_t reach = static_cast<std::uint32_t>(random());
    for (std::uint32_t k = random() % 5; k > 0; --k) {
      reach &= static_cast<std::uint32_t>(random());
    }
    if (random() % 6 == 0 || reach == 0) reach = 1u << random() % 32;
    return {rows[random() % rows.size()], reach};
  }

  static constexpr std::uint32_t kWords = 100;
  std::mt19937 random;
  std::array<std::uint32_t, 7> bytes = {'a', 'b', 'c', 'd', 'e', 'f', 'g'};
  WordHashes hashes;
  RowFilter pairs;
  std::vector<RowFilter::Row> rows;
};

// Looks at the lowest place of each thing; returns those that are left.
Columns LookSlowly(const Surroundings& in, const Columns& things,
                   std::vector<std::uint8_t>* passed) {
  Columns left;
  for (std::size_t i = 0; i < things.id.size(); ++i) {
    std::uint32_t place = 0;
    while ((things.reach[i] >> place & 1) == 0) ++place;
    const bool is_head = place >= 16;
    const auto bit = static_cast<std::int64_t>(place % 16);
    const std::int64_t at = things.word[i] + (bit < 8 ? bit - 8 : bit - 7);
    const RowFilter::Row row{things.start[i], things.mask[i]};
    if (in.pairs.MayHold(
            row, is_head ? in.hashes.heads()[at] : in.hashes.words()[at],
            place)) {
      (*passed)[things.id[i]] = 1;
      continue;
    }
    const std::uint32_t rest = things.reach[i] & ~(1u << place);
    if (rest != 0) left.Add(things.id[i], things.word[i], {row, rest});
  }
  return left;
}

TEST(ScanKernel, LooksAtOnePlaceOfEachThing) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Surroundings in(seed);
    Columns things;
    for (std::uint32_t i = seed % 67; i > 0; --i) {
      things.Add(in.random() % 40, in.random() % Surroundings::kWords,
                 in.RandomWanted());
    }
    // Things that are noted already stay so.
    std::vector<std::uint8_t> before(40, 0);
    for (std::uint8_t& passed : before) passed = in.random() % 8 == 0 ? 1 : 0;
    std::vector<std::uint8_t> wanted = before;
    const Columns left = LookSlowly(in, things, &wanted);
    for (const ScanKernel* kernel : AllScanKernels()) {
      std::vector<std::uint8_t> passed = before;
      Columns out = things;
      out.Resize(things.id.size() + kVector);
      out.Resize(kernel->look(in.pairs, in.hashes, out.view(),
                              static_cast<std::uint32_t>(things.id.size()),
                              passed.data()));
      EXPECT_EQ(passed, wanted) << kernel->name << " " << seed;
      EXPECT_TRUE(out == left) << kernel->name << " " << seed;
    }
  }
}

TEST(ScanKernel, AsksARowAboutWordsSideBySide) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Surroundings in(seed);
    const RowFilter::Row row = in.rows[seed % in.rows.size()];
    const std::uint32_t size = in.random() % (ScanKernel::kAsked + 1);
    const std::uint32_t first = in.random() % (Surroundings::kWords - size + 1);
    std::uint64_t words = 0, heads = 0;
    for (std::uint32_t i = 0; i < size; ++i) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      if (in.pairs.MayHoldWord(row, in.hashes.words()[first + i])) words |= bit;
      if (in.pairs.MayHoldHead(row, in.hashes.heads()[first + i])) heads |= bit;
    }
    for (const ScanKernel* kernel : AllScanKernels()) {
      const auto ask = [&](bool by_heads) {
        return kernel->ask(in.pairs, row, by_heads, in.hashes, first, size);
      };
      EXPECT_EQ(ask(false), words) << kernel->name << " " << seed;
      EXPECT_EQ(ask(true), words | heads) << kernel->name << " " << seed;
    }
  }
}

TEST(ScanKernel, AsksAboutNothingBehindTheLastWord) {
  RowFilter pairs;
  const RowFilter::Row row = pairs.AddRow(1);
  pairs.Fill();
  // Enough for a row that holds whatever it is asked about.
  for (std::uint64_t word = 0; word < 500; ++word) pairs.Add(row, word, 1);
  for (std::uint32_t words = 1; words <= 40; ++words) {
    WordHashes hashes;
    hashes.Resize(words);
    for (std::uint32_t i = 0; i < words; ++i) {
      hashes.words()[i] = hashes.heads()[i] = hashes.starts()[i] = 77;
    }
    for (const ScanKernel* kernel : AllScanKernels()) {
      EXPECT_EQ(kernel->ask(pairs, row, true, hashes, 0, words),
                (std::uint64_t{1} << words) - 1)
          << kernel->name << " " << words;
    }
  }
}

}  // namespace
}  // namespace framescope
