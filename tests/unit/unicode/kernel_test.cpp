// What each kernel does with bitmaps and with bad UTF-8.
#include "unicode/kernel.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/code_point.hpp"
#include "base/utf8.hpp"
#include "unicode/encoding.hpp"
#include "unicode/mask_bits.hpp"

namespace framescope {
namespace {

class KernelTest : public testing::TestWithParam<const Kernel*> {
 protected:
  const Kernel& kernel() const { return *GetParam(); }
};

// SplitMix64.
std::uint64_t Next(std::uint64_t* state) {
  *state += 0x9E3779B97F4A7C15ull;
  std::uint64_t z = *state;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ z >> 27) * 0x94D049BB133111EBull;
  return z ^ z >> 31;
}

TEST_P(KernelTest, ListsWordsOfAnyDensity) {
  std::uint64_t state = 1;
  for (int round = 0; round < 200; ++round) {
    TextMasks masks(9);
    std::vector<std::uint32_t> expected, starts;
    bool open = false;
    for (std::uint32_t at = 0; at < 512; ++at) {
      const bool end = open && Next(&state) % (1 + round % 9) == 0;
      if (end) {
        SetBit(&masks.ends, at);
        expected.push_back(1000 + at);
        open = false;
      }
      // Words may touch.
      if (!open && Next(&state) % (1 + round % 7) == 0) {
        SetBit(&masks.starts, at);
        expected.push_back(1000 + at);
        starts.push_back(at);
        open = true;
      }
    }
    if (open) {
      masks.ends[8] = 1;
      expected.push_back(1000 + 512);
    }
    std::vector<std::uint32_t> found(expected.size() + 64), ranks(9);
    EXPECT_EQ(kernel().list_words(masks, 9, 1000, found.data(), ranks.data()),
              starts.size());
    found.resize(expected.size());
    ASSERT_EQ(found, expected) << round;
    for (std::uint32_t i = 0; i < 9; ++i) {
      EXPECT_EQ(ranks[i],
                std::lower_bound(starts.begin(), starts.end(), 64 * i) -
                    starts.begin());
    }
  }
}

TEST_P(KernelTest, ListsTerminatorsOfAnyDensity) {
  std::uint64_t state = 2;
  for (int sparse = 1; sparse < 40; ++sparse) {
    TextMasks masks(8);
    std::vector<std::uint32_t> expected;
    for (std::uint32_t at = 0; at < 512; ++at) {
      if (Next(&state) % static_cast<std::uint64_t>(sparse) != 0) continue;
      SetBit(&masks.terminators, at);
      expected.push_back(7 + at);
    }
    std::vector<std::uint32_t> found(512 + 64);
    found.resize(kernel().list_terminators(masks, 8, 7, found.data()));
    EXPECT_EQ(found, expected);
  }
}

// The slow and obvious twin of FirstInvalidUtf8.
std::int64_t FirstInvalid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = ReadUtf8(text, at);
    if (c.size == 0) return static_cast<std::int64_t>(at);
    at += c.size;
  }
  return -1;
}

// What FirstInvalidUtf8 does with this kernel.
std::int64_t FirstInvalidBy(const Kernel& kernel, std::string_view text) {
  const std::size_t valid = kernel.skip_valid(text.data(), text.size(), 0);
  EXPECT_LE(valid, text.size());
  const std::int64_t rest = FirstInvalid(text.substr(valid));
  return rest < 0 ? -1 : rest + static_cast<std::int64_t>(valid);
}

TEST_P(KernelTest, SkipsNoBadUtf8) {
  std::uint64_t state = 3;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    while (text.size() < 50 + Next(&state) % 300) {
      const std::uint64_t kind = Next(&state) % 8;
      const auto c = static_cast<char32_t>(
          kind < 4 ? Next(&state) % 0x80 : Next(&state) % 0x11000 << kind % 5);
      AppendUtf8(c >= 0xD800 && c < 0xE000 ? U'x' : c % 0x110000, &text);
    }
    // One byte is changed, or left out, nearly always to the worse.
    const std::size_t at = Next(&state) % text.size();
    if (round % 3 == 0) text[at] = static_cast<char>(Next(&state));
    if (round % 3 == 1) text.erase(at, 1);
    ASSERT_EQ(FirstInvalidBy(kernel(), text), FirstInvalid(text)) << round;
    ASSERT_EQ(FirstInvalidUtf8(text), FirstInvalid(text)) << round;
  }
}

// All strings of two bytes that are not ASCII, of three with any second, and
// all starts of four, at the edges of blocks.
TEST_P(KernelTest, SkipsNoBadSequence) {
  for (unsigned lead = 0x80; lead < 0x100; ++lead) {
    for (unsigned second = 0; second < 0x100; ++second) {
      for (const char* rest : {"", "\x80", "\x80\x80", "\xBF\xBF\xBF", "a"}) {
        for (const std::size_t before : {62u, 63u, 125u}) {
          std::string text(before, 'a');
          text += static_cast<char>(lead);
          text += static_cast<char>(second);
          text += rest;
          text += std::string(130, 'b');
          ASSERT_EQ(FirstInvalidBy(kernel(), text), FirstInvalid(text))
              << lead << " " << second << " " << rest << " " << before;
        }
      }
    }
  }
}

// Texts of every length, with a character whole or cut short at either end.
TEST_P(KernelTest, SkipsNoBadUtf8AtTheEnds) {
  const std::string characters[] = {"a", "\u00E9", "\u2019", "\U0001F600"};
  for (std::size_t between = 0; between < 140; ++between) {
    for (const std::string& first : characters) {
      for (std::size_t from = 0; from < first.size(); ++from) {
        for (const std::string& last : characters) {
          for (std::size_t to = 1; to <= last.size(); ++to) {
            const std::string text = first.substr(from) +
                                     std::string(between, 'b') +
                                     last.substr(0, to);
            ASSERT_EQ(FirstInvalidBy(kernel(), text), FirstInvalid(text))
                << from << " " << between << " " << to;
            ASSERT_EQ(
                kernel().skip_valid(text.data(), text.size(), 0) == text.size(),
                FirstInvalid(text) < 0);
          }
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Kernels, KernelTest,
                         testing::ValuesIn(kernels().begin(), kernels().end()),
                         [](const auto& one) {
                           return std::string(one.param->name);
                         });

TEST(Kernels, AreFoundByName) {
  EXPECT_EQ(FindKernel("portable"), &kPortableKernel);
  EXPECT_EQ(FindKernel("icu"), nullptr);
  EXPECT_EQ(kernels().back(), &kPortableKernel);
}

}  // namespace
}  // namespace framescope
