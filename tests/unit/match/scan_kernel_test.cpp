// Tests of ScanKernel: every kernel does what one word at a time would.
#include "match/scan_kernel.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utility>
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

// What is known of a word: hashes of all of it and of its head, and their
// codes.
using Known = std::array<std::uint32_t, 4>;

constexpr Known kOpenWord = {WordHashes::kOpen, WordHashes::kOpen, 0xFF, 0xFF};

// Of the word `i`, which may lie in a margin.
Known At(const WordHashes& hashes, std::ptrdiff_t i) {
  return {hashes.words()[i], hashes.heads()[i], hashes.word_codes()[i],
          hashes.head_codes()[i]};
}

Known HashedAlone(std::string_view text, Span word) {
  const std::uint64_t bytes = BytesOf(text, word);
  if ((bytes & kNotAscii) != 0) return kOpenWord;
  const std::uint32_t whole = HashOfWord(bytes), head = HashOfHead(bytes);
  return {whole, head, WordHashes::CodeOfWord(whole),
          WordHashes::CodeOfHead(head)};
}

// Says the same of all words, of which there are as many as are known.
void FillAll(std::uint32_t words, const Known& known, WordHashes* hashes) {
  for (std::uint32_t i = 0; i < words; ++i) {
    hashes->words()[i] = known[0];
    hashes->heads()[i] = known[1];
    hashes->word_codes()[i] = static_cast<std::uint8_t>(known[2]);
    hashes->head_codes()[i] = static_cast<std::uint8_t>(known[3]);
  }
}

// Expects zeros in the margins around the words.
void ExpectMargins(const WordHashes& hashes, std::uint32_t words) {
  for (std::ptrdiff_t k = 1; k <= WordHashes::kMargin; ++k) {
    EXPECT_EQ(At(hashes, -k), Known{}) << k;
    EXPECT_EQ(At(hashes, std::ptrdiff_t{words} - 1 + k), Known{}) << k;
  }
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
        EXPECT_EQ(At(hashes, i), HashedAlone(text.view, text.words[i]))
            << kernel->name << " " << seed << " " << i;
      }
      ExpectMargins(hashes, text.size());
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
      const Known alone = HashedAlone(text, words[0]);
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
  const Known not_asked = {77, 78, 79, 80};
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Text text(seed);
    const std::uint32_t first = text.size() / 3, end = text.size() - first / 2;
    for (const ScanKernel* kernel : AllScanKernels()) {
      WordHashes hashes;
      hashes.Resize(text.size());
      FillAll(text.size(), not_asked, &hashes);
      kernel->hash(text.view, text.words, first, end, &hashes);
      for (std::uint32_t i = 0; i < text.size(); ++i) {
        const bool asked = i >= first && i < end;
        EXPECT_EQ(At(hashes, i),
                  asked ? HashedAlone(text.view, text.words[i]) : not_asked)
            << kernel->name << " " << seed << " " << i;
      }
      ExpectMargins(hashes, text.size());
    }
  }
}

// Rows are made anew in memory that held others.
TEST(ScanKernel, HashesOneTextAfterAnother) {
  for (const ScanKernel* kernel : AllScanKernels()) {
    WordHashes hashes;
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
      const Text text(seed);
      HashWords(*kernel, text.view, text.words, &hashes);
      ExpectMargins(hashes, text.size());
      for (std::uint32_t i = 0; i < text.size(); ++i) {
        EXPECT_EQ(At(hashes, i), HashedAlone(text.view, text.words[i]))
            << kernel->name << " " << seed << " " << i;
      }
    }
  }
}

TEST(ScanKernel, SaysOfAWordThatIsNotAsciiThatItMayBeAny) {
  std::string text;
  for (int i = 0; i < 20; ++i)
    text += "abcdefg\u00e9 abcdefgh\u00e9 caf\u00e9 ";
  const std::vector<Span> words = CutAtSpaces(text);
  for (const ScanKernel* kernel : AllScanKernels()) {
    WordHashes hashes;
    HashWords(*kernel, text, words, &hashes);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      // The mark of the second lies behind its first eight bytes.
      EXPECT_EQ(At(hashes, i) == kOpenWord, i % 3 != 1)
          << kernel->name << " " << i;
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
      const std::uint32_t word = hashes.words()[i];
      const std::uint32_t head = hashes.heads()[i];
      const std::uint64_t block = blocks[head / 32 % 32];
      if ((block >> (32 + word / (1u << 27)) & 1) != 0 ||
          word == WordHashes::kOpen) {
        words.push_back(i);
      }
      if ((block >> head % 32 & 1) != 0) stems.push_back(i);
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

// Codes as a list, and as kernels take them.
struct Codes {
  std::set<std::uint32_t> listed;
  CodeSet set;
  void Add(std::uint8_t code) {
    listed.insert(code);
    set.Add(code);
  }
  bool Lists(std::uint32_t code) const { return listed.count(code) != 0; }
};

// Words with random hashes, some open, up to the last that may be read.
struct RandomWords {
  explicit RandomWords(std::uint32_t seed) : random(seed) {
    size = 1 + random() % 100;
    hashes.Resize(size);
    for (std::uint32_t i = 0; i < size; ++i) {
      const auto some = [this] {
        // Few codes, in all halves and bits of a set; those of margins too.
        static const std::array<std::uint8_t, 8> codes = {
            0, 0x01, 0x1F, 0x70, 0x80, 0x9E, 0xE3, 0xFE};
        return codes[random() % codes.size()];
      };
      const bool is_open = random() % 20 == 0;
      hashes.word_codes()[i] = is_open ? WordHashes::kOpenCode : some();
      hashes.head_codes()[i] = is_open ? WordHashes::kOpenCode : some();
      hashes.words()[i] = is_open ? WordHashes::kOpen : RandomHash();
      hashes.heads()[i] = is_open ? WordHashes::kOpen : RandomHash();
    }
  }
  // One of forty, or one that mostly gets the place where open ones look.
  std::uint32_t RandomHash() {
    return Below(30) == 0 ? 0xFFFFFFEF : (1 + Below(40)) * 0x9E3779B1;
  }
  // None, few or all that words have.
  Codes RandomCodes() {
    Codes codes;
    codes.Add(WordHashes::kOpenCode);
    for (std::uint32_t k = random() % 12; k > 0; --k) {
      codes.Add(hashes.word_codes()[random() % size]);
      codes.Add(hashes.head_codes()[random() % size]);
    }
    for (std::uint32_t k = random() % 4; k > 0; --k) {
      codes.Add(static_cast<std::uint8_t>(random()));
    }
    return codes;
  }
  // One place, few or many.
  std::uint32_t RandomPlaces() {
    const std::uint32_t one = 1u << random() % 16;
    std::uint32_t places = random() & 0xFFFF;
    for (std::uint32_t k = random() % 5; k > 0; --k) places &= random();
    return one | places;
  }

  std::uint32_t Below(std::uint32_t end) {
    return static_cast<std::uint32_t>(random() % end);
  }

  std::mt19937 random;
  std::uint32_t size = 0;
  WordHashes hashes;
};

// Calls holds(number) with the words at places around a word, those of margins
// too, until it is true.
template <typename Holds>
bool AnyAround(std::uint32_t word, std::uint32_t places, const Holds& holds) {
  for (std::ptrdiff_t d = 1; d <= 8; ++d) {
    if ((places >> (8 - d) & 1) != 0 && holds(word - d)) return true;
    if ((places >> (7 + d) & 1) != 0 && holds(word + d)) return true;
  }
  return false;
}

// What is wanted near words, by their hashes; nothing of some.
struct RandomSlots {
  explicit RandomSlots(RandomWords* words) {
    std::vector<std::uint32_t> hashes;
    for (std::uint32_t k = words->random() % 30; k > 0; --k) {
      hashes.push_back(words->RandomHash());
    }
    EXPECT_TRUE(table.Build(hashes));
    for (const std::uint32_t hash : hashes) {
      const Codes heads = words->RandomCodes(), whole = words->RandomCodes();
      const std::uint32_t places =
          words->random() % 5 == 0 ? 0 : words->RandomPlaces();
      Neighbours& near = table.near(table.NumberOf(hash));
      near.places = places;
      near.of.heads = heads.set;
      near.of.words = whole.set;
      wanted[hash] = {places, heads, whole};
    }
  }
  bool Passes(const WordHashes& in, std::uint32_t hash,
              std::uint32_t word) const {
    if (hash == WordHashes::kOpen) return true;
    const auto slot = wanted.find(hash);
    if (slot == wanted.end()) return false;
    const auto& [places, heads, whole] = slot->second;
    return places == 0 || AnyAround(word, places, [&](std::ptrdiff_t i) {
             return heads.Lists(in.head_codes()[i]) &&
                    whole.Lists(in.word_codes()[i]);
           });
  }

  SlotTable table;
  std::map<std::uint32_t, std::tuple<std::uint32_t, Codes, Codes>> wanted;
};

TEST(ScanKernel, AsksNearWhatAWordStands) {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    RandomWords in(seed);
    const RandomSlots slots(&in);
    const std::uint32_t first = in.random() % in.size;
    Numbers asked;
    for (std::uint32_t i = first; i < in.size; ++i) {
      if (in.random() % 3 != 0) asked.push_back(i);
    }
    for (const std::uint32_t* keys : {in.hashes.words(), in.hashes.heads()}) {
      // What has passed before stays so.
      std::array<std::uint64_t, 2> before = {in.random() & in.random(), 0};
      std::array<std::uint64_t, 2> wanted = before;
      for (const std::uint32_t word : asked) {
        if (slots.Passes(in.hashes, keys[word], word)) {
          wanted[(word - first) / 64] |= std::uint64_t{1}
                                         << (word - first) % 64;
        }
      }
      for (const ScanKernel* kernel : AllScanKernels()) {
        std::array<std::uint64_t, 2> passed = before;
        kernel->ask(slots.table.view(), in.hashes, keys, asked, first,
                    passed.data());
        EXPECT_EQ(passed, wanted) << kernel->name << " " << seed;
      }
    }
  }
}

// Sets of two codes, each as lists and as kernels take them.
struct RandomSets {
  explicit RandomSets(RandomWords* words) {
    for (std::size_t i = 0; i < kSize; ++i) {
      heads.push_back(words->RandomCodes());
      whole.push_back(words->RandomCodes());
      taken.emplace_back();
      taken.back().heads = heads.back().set;
      taken.back().words = whole.back().set;
    }
  }
  bool Takes(std::size_t set, const WordHashes& in, std::ptrdiff_t i) const {
    return heads[set].Lists(in.head_codes()[i]) &&
           whole[set].Lists(in.word_codes()[i]);
  }
  static constexpr std::uint32_t kSize = 6;
  std::vector<Codes> heads, whole;
  std::vector<NeighbourWords> taken;
};

// With none to all of their needs.
std::vector<Needs> RandomNeeds(RandomWords* words, std::size_t size) {
  std::vector<Needs> all(size);
  for (Needs& needs : all) {
    const std::size_t count = words->random() % (kMostNeeds + 1);
    for (std::size_t k = 0; k < count; ++k) {
      needs[k] = {words->Below(RandomSets::kSize), words->RandomPlaces()};
    }
  }
  return all;
}

TEST(ScanKernel, FindsAroundAWordAllThatIsNeeded) {
  std::array<std::array<int, 2>, kMostNeeds + 1> seen{};
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    RandomWords in(seed);
    const RandomSets sets(&in);
    const std::vector<Needs> all = RandomNeeds(&in, seed % 65);
    const std::uint32_t word =
        seed % 3 == 0 ? in.size - 1 : in.random() % in.size;
    std::uint64_t wanted = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      bool stand = true;
      std::size_t count = 0;
      for (const Need& need : all[i]) {
        if (need.places == 0) continue;
        ++count;
        stand = stand && AnyAround(word, need.places, [&](std::ptrdiff_t at) {
                  return sets.Takes(need.set, in.hashes, at);
                });
      }
      if (stand) wanted |= std::uint64_t{1} << i;
      ++seen[count][stand ? 1 : 0];
    }
    for (const ScanKernel* kernel : AllScanKernels()) {
      EXPECT_EQ(kernel->stand(all, sets.taken.data(), in.hashes, word), wanted)
          << kernel->name << " " << seed;
    }
  }
  EXPECT_GT(seen[0][1], 1000);
  for (std::size_t count = 1; count <= kMostNeeds; ++count) {
    EXPECT_GT(seen[count][0], 1000) << count;
    EXPECT_GT(seen[count][1], 1000) << count;
  }
}

// Each alone may be what is missing.
TEST(ScanKernel, MissesAnyOfAllNeeds) {
  const HashedWords text("good of platypus in time");
  const std::vector<NeighbourWords> sets = {
      NeighbourWords(FirstBytesOf({"good"})),
      NeighbourWords(FirstBytesOf({"time"})),
      NeighbourWords(FirstBytesOf({"people"}))};
  const Needs all = {Need{0, Places::Of(false, 2)},
                     Need{1, Places::Of(true, 2)}};
  for (const ScanKernel* kernel : AllScanKernels()) {
    const auto stands = [&](const Needs& needs) {
      return kernel->stand({&needs, 1}, sets.data(), text.hashes, 2) == 1;
    };
    EXPECT_TRUE(stands(all)) << kernel->name;
    for (std::size_t k = 0; k < kMostNeeds; ++k) {
      Needs other = all, elsewhere = all;
      other[k].set = 2;
      EXPECT_FALSE(stands(other)) << kernel->name << " " << k;
      elsewhere[k].places = Places::Of(true, 1);
      EXPECT_FALSE(stands(elsewhere)) << kernel->name << " " << k;
    }
  }
}

TEST(ScanKernel, FindsTheWordsOfASetSideBySide) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    RandomWords in(seed);
    const RandomSets sets(&in);
    for (std::uint32_t size = 0; size <= std::min(in.size, ScanKernel::kFound);
         ++size) {
      // Up to the last word, and anywhere.
      for (const std::uint32_t first :
           {in.size - size,
            static_cast<std::uint32_t>(in.random() % (in.size - size + 1))}) {
        std::uint64_t wanted = 0;
        for (std::uint32_t i = 0; i < size; ++i) {
          if (sets.Takes(0, in.hashes, first + i)) {
            wanted |= std::uint64_t{1} << i;
          }
        }
        for (const ScanKernel* kernel : AllScanKernels()) {
          EXPECT_EQ(kernel->find(sets.taken[0], in.hashes, first, size), wanted)
              << kernel->name << " " << seed << " " << first << " " << size;
        }
      }
    }
  }
}

TEST(ScanKernel, FindsEveryOneOfSixtyFourWords) {
  for (std::uint32_t at = 0; at < ScanKernel::kFound; ++at) {
    std::string words;
    for (std::uint32_t i = 0; i < ScanKernel::kFound; ++i) {
      words += i == at ? "people " : "of ";
    }
    const HashedWords text(words);
    const NeighbourWords people(FirstBytesOf({"people"}));
    for (const ScanKernel* kernel : AllScanKernels()) {
      EXPECT_EQ(kernel->find(people, text.hashes, 0, ScanKernel::kFound),
                std::uint64_t{1} << at)
          << kernel->name;
    }
  }
}

TEST(ScanKernel, FindsNothingBehindTheLastWord) {
  // A set that takes whatever it is asked about.
  FirstBytes any;
  any.any = true;
  const NeighbourWords all(any);
  for (std::uint32_t words = 0; words <= ScanKernel::kFound; ++words) {
    WordHashes hashes;
    hashes.Resize(words);
    FillAll(words, {}, &hashes);
    const std::uint64_t wanted =
        words < 64 ? (std::uint64_t{1} << words) - 1 : ~std::uint64_t{0};
    for (const ScanKernel* kernel : AllScanKernels()) {
      EXPECT_EQ(kernel->find(all, hashes, 0, words), wanted)
          << kernel->name << " " << words;
    }
  }
}

}  // namespace
}  // namespace framescope
