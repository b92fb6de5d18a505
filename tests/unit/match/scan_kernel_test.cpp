// Tests of ScanKernel: every kernel hashes and picks as one word at a time
// would.
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

// What is known of a word: hashes of all of it and of its head, and their
// codes.
using Known = std::array<std::uint32_t, 4>;

constexpr Known kOpenWord = {WordHashes::kOpen, WordHashes::kOpen, 0x7F, 0x7F};

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

TEST(ScanBits, AreThoseOfStemsBelowThoseOfWords) {
  std::mt19937 random(20261128);
  for (int i = 0; i < 1000; ++i) {
    const auto hash = static_cast<std::uint32_t>(random());
    const std::uint32_t stem = 1u << hash % 16;
    const std::uint32_t word = 1u << (16 + hash / (1u << 28));
    EXPECT_EQ(ScanBits::OfStem(hash), stem);
    EXPECT_EQ(ScanBits::OfWord(hash), word);
    EXPECT_TRUE(ScanBits::HasStem(stem, hash));
    EXPECT_FALSE(ScanBits::HasStem(~stem, hash));
    EXPECT_TRUE(ScanBits::HasWord(word, hash));
    EXPECT_FALSE(ScanBits::HasWord(~word, hash));
    EXPECT_EQ((ScanBits{nullptr, 255}).BlockOf(hash), hash / 16 % 256);
  }
}

TEST(ScanKernel, PicksWhatHasABit) {
  std::mt19937_64 random(20261125);
  std::vector<std::uint32_t> blocks(32);
  for (std::uint32_t& block : blocks) {
    block = static_cast<std::uint32_t>(random() & random());
  }
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
      const std::uint32_t block = blocks[head / 16 % 32];
      if ((block >> (16 + word / (1u << 28)) & 1) != 0 ||
          word == WordHashes::kOpen) {
        words.push_back(i);
      }
      if ((block >> head % 16 & 1) != 0) stems.push_back(i);
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

}  // namespace
}  // namespace framescope
