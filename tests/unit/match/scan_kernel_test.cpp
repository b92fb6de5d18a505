// Tests of ScanKernel: every kernel does what the portable one does, which does
// what one word at a time would.
#include "match/scan_kernel.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "match/word_bytes.hpp"
#include "unicode/kernel.hpp"

namespace framescope {
namespace {

// A text of words of all lengths up to its very last byte, and its words.
struct Text {
  explicit Text(std::uint32_t seed) {
    std::mt19937 random(seed);
    const std::vector<std::string> pieces = {"a", "e",       "S",      "te",
                                             "'", "\u2019s", "\u00e9", "ing",
                                             "9", "\u0301",  "Care",   "z"};
    const std::size_t size = random() % 70;
    for (std::size_t i = 0; i < size; ++i) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      const std::size_t parts = 1 + random() % 5;
      for (std::size_t k = 0; k < parts; ++k) {
        text += pieces[random() % pieces.size()];
      }
      words.push_back({begin, static_cast<std::uint32_t>(text.size())});
      if (i + 1 < size) text += ' ';
    }
    // Bytes flush against the end of what may be read.
    own = std::make_unique<char[]>(text.size());
    std::copy(text.begin(), text.end(), own.get());
    view = {own.get(), text.size()};
  }
  std::string text;
  std::vector<Span> words;
  std::unique_ptr<char[]> own;
  std::string_view view;
};

std::vector<const ScanKernel*> Kernels() {
  std::vector<const ScanKernel*> all;
  for (const Kernel* kernel : kernels()) {
    all.push_back(&FindScanKernel(kernel->name));
  }
  return all;
}

TEST(ScanKernel, IsFoundByItsName) {
  for (const Kernel* kernel : kernels()) {
    EXPECT_STREQ(FindScanKernel(kernel->name).name, kernel->name);
  }
  EXPECT_STREQ(FindScanKernel("icu").name, kernels().front()->name);
}

TEST(ScanKernel, ReadsEachWordAsItIsReadAlone) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    const Text text(seed);
    const auto size = static_cast<std::uint32_t>(text.words.size());
    for (const ScanKernel* kernel : Kernels()) {
      std::vector<std::uint64_t> bytes(size), hashes(size);
      kernel->read(text.view, text.words.data(), size, bytes.data(),
                   hashes.data());
      for (std::uint32_t i = 0; i < size; ++i) {
        const std::uint64_t alone = BytesOf(text.view, text.words[i]);
        EXPECT_EQ(bytes[i], alone) << kernel->name << " " << seed << " " << i;
        EXPECT_EQ(hashes[i], HashOfWord(alone));
      }
    }
  }
}

TEST(ScanKernel, PicksWhatHasABit) {
  std::mt19937_64 random(20261125);
  std::vector<std::uint64_t> word_bits(16), head_bits(8);
  for (std::uint64_t& bits : word_bits) bits = random() & random() & random();
  for (std::uint64_t& bits : head_bits) bits = random() & random() & random();
  const ScanBits in{word_bits.data(), head_bits.data(), 1023, 511};
  const auto holds = [](const std::vector<std::uint64_t>& bits,
                        std::uint64_t at) {
    return (bits[at / 64] >> at % 64 & 1) != 0;
  };
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    const Text text(seed);
    std::vector<std::uint64_t> bytes, hashes;
    std::vector<std::uint32_t> wanted;
    for (std::uint32_t i = 0; i < text.words.size(); ++i) {
      bytes.push_back(BytesOf(text.view, text.words[i]));
      hashes.push_back(HashOfWord(bytes[i]));
      if (holds(word_bits, hashes[i] & 1023) ||
          holds(head_bits, HashOfHead(bytes[i]) & 511) ||
          (bytes[i] & kNotAscii) != 0) {
        wanted.push_back(7 + i);
      }
    }
    for (const ScanKernel* kernel : Kernels()) {
      std::vector<std::uint32_t> out(bytes.size());
      out.resize(kernel->pick(in, bytes.data(), hashes.data(),
                              static_cast<std::uint32_t>(bytes.size()), 7,
                              out.data()));
      EXPECT_EQ(out, wanted) << kernel->name << " " << seed;
    }
  }
}

}  // namespace
}  // namespace framescope
