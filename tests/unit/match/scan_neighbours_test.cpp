// Tests of ScanKernel: every kernel asks for neighbours as one word at a time
// would.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "match/neighbours.hpp"
#include "match/scan_kernel.hpp"
#include "unit/match/hashed_words.hpp"

namespace framescope {
namespace {

using Numbers = std::vector<std::uint32_t>;

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
        // Few codes, in all bits of a set and some in one byte of it; those of
        // margins too.
        static const std::array<std::uint8_t, 9> codes = {
            0, 0x01, 0x1F, 0x2E, 0x31, 0x48, 0x5F, 0x63, 0x7E};
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
      codes.Add(static_cast<std::uint8_t>(random() % WordHashes::kCodes));
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
    const std::uint32_t places = std::get<0>(slot->second);
    const Codes& heads = std::get<1>(slot->second);
    const Codes& whole = std::get<2>(slot->second);
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

// With none to all of their needs, and numbers that are no business of kernels.
std::vector<Lead> RandomLeads(RandomWords* words, const RandomSets& sets,
                              std::size_t size) {
  std::vector<Lead> all(size);
  for (Lead& lead : all) {
    Needs& needs = lead.needs;
    lead.forward = static_cast<std::uint32_t>(words->random());
    lead.backward = static_cast<std::uint32_t>(words->random());
    lead.guards = static_cast<std::uint32_t>(words->random());
    const std::size_t count = words->random() % (kMostNeeds + 1);
    for (std::size_t k = 0; k < count; ++k) {
      needs[k] = {words->Below(RandomSets::kSize), words->RandomPlaces()};
    }
    lead.first = sets.taken[needs[0].set];
  }
  return all;
}

TEST(ScanKernel, FindsAroundAWordAllThatIsNeeded) {
  std::array<std::array<int, 2>, kMostNeeds + 1> seen{};
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    RandomWords in(seed);
    const RandomSets sets(&in);
    const std::vector<Lead> all = RandomLeads(&in, sets, seed % 65);
    const std::uint32_t word =
        seed % 3 == 0 ? in.size - 1 : in.random() % in.size;
    std::uint64_t wanted = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      bool stand = true;
      std::size_t count = 0;
      for (const Need& need : all[i].needs) {
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
      const Lead lead{sets[needs[0].set], needs};
      return kernel->stand({&lead, 1}, sets.data(), text.hashes, 2) == 1;
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
    std::fill_n(hashes.word_codes(), words, std::uint8_t{0});
    std::fill_n(hashes.head_codes(), words, std::uint8_t{0});
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
