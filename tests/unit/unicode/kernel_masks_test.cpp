// The bitmaps of each kernel against a loop over characters.
#include <gtest/gtest.h>
#include <sys/mman.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "base/code_point.hpp"
#include "base/utf8.hpp"
#include "differential/random.hpp"
#include "unicode/break_rules.hpp"
#include "unicode/kernel.hpp"
#include "unicode/mask_bits.hpp"

namespace framescope {
namespace {

struct Character {
  std::uint32_t begin = 0, size = 0;
  CharClass role = 0;
};

// The characters of `text`, with one of no class before and behind them.
std::vector<Character> Read(const CharClasses& classes, std::string_view text) {
  std::vector<Character> read(1);
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint c = ReadUtf8(text, at);
    read.push_back({at, c.size, classes.Of(c.value)});
    at += c.size;
  }
  read.push_back({static_cast<std::uint32_t>(text.size()), 0, 0});
  return read;
}

// The masks of `text`, character by character: words are runs of letters,
// digits and joiners, and of what joins two of a kind; but not a joiner alone.
TextMasks SlowMasks(const CharClasses& classes, std::string_view text) {
  TextMasks masks(text.size() / 64 + 2);
  const std::vector<Character> all = Read(classes, text);
  const auto in_word = [&](std::size_t i) {
    const CharClass around = all[i - 1].role & all[i + 1].role;
    return (all[i].role & (kLetter | kDigit | kJoiner)) != 0 ||
           ((all[i].role & kMid) != 0 && (around & (kLetter | kDigit)) != 0) ||
           ((all[i].role & kMidDigit) != 0 && (around & kDigit) != 0);
  };
  for (std::size_t i = 1; i + 1 < all.size(); ++i) {
    if ((all[i].role & kComplex) != 0) SetBit(&masks.complex, all[i].begin);
    if ((all[i].role & (kTerminator | kComplex)) != 0) {
      SetBit(&masks.terminators, all[i].begin);
    }
  }
  for (std::size_t i = 1; i + 1 < all.size();) {
    const std::size_t first = i;
    while (i + 1 < all.size() && in_word(i)) ++i;
    const bool alone = i == first + 1 && (all[first].role & kJoiner) != 0;
    if (i > first && !alone) {
      SetBit(&masks.starts, all[first].begin);
      SetBit(&masks.ends, all[i].begin);
    }
    if (i == first) ++i;
  }
  return masks;
}

// Text before a page that cannot be read, so that a byte too many is a crash.
class Flush {
 public:
  Flush()
      : pages_(static_cast<char*>(mmap(nullptr, kSize + kPage,
                                       PROT_READ | PROT_WRITE,
                                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))) {
    mprotect(pages_ + kSize, kPage, PROT_NONE);
  }
  ~Flush() { munmap(pages_, kSize + kPage); }
  Flush(const Flush&) = delete;
  Flush& operator=(const Flush&) = delete;

  const char* Put(std::string_view text) {
    return static_cast<const char*>(
        std::memcpy(pages_ + kSize - text.size(), text.data(), text.size()));
  }

 private:
  static constexpr std::size_t kPage = 4096, kSize = 16 * kPage;
  char* pages_;
};

class KernelMasks : public testing::TestWithParam<const Kernel*> {
 protected:
  // Compares the masks of text[0, size), of which all may be read.
  void Compare(std::string_view text, std::size_t size) {
    const TextMasks slow =
        SlowMasks(rules_->kernel.classes, text.substr(0, size));
    TextMasks fast(size / 64 + 2);
    const bool complex = GetParam()->classify(rules_->kernel, flush_.Put(text),
                                              size, text.size(), &fast);
    const std::size_t blocks = (size + 63) / 64;
    bool any = false;
    for (std::size_t i = 0; i <= blocks; ++i) {
      SCOPED_TRACE(std::to_string(size) + " " + std::to_string(i));
      ASSERT_EQ(fast.starts[i], slow.starts[i]) << text;
      ASSERT_EQ(fast.ends[i], slow.ends[i]) << text;
      ASSERT_EQ(fast.terminators[i], slow.terminators[i]) << text;
      ASSERT_EQ(fast.complex[i], slow.complex[i]) << text;
      any |= slow.complex[i] != 0;
    }
    ASSERT_EQ(complex, any);
  }

  std::unique_ptr<BreakRules> rules_ = LearnBreakRules("en").value();
  Flush flush_;
};

// Of every kind that all kernels tell; words that characters of several bytes
// join or part, at all places of blocks and of steps of several blocks.
TEST_P(KernelMasks, AreThoseOfTheClasses) {
  const std::vector<std::string> kinds = {
      "a",      "Z",        "@",        "7",        "_",        "'",
      ".",      ",",        ";",        "!",        "?",        " ",
      "\n",     ":",        "\x7F",     "-",        "\u00E9",   "\u00DF",
      "\u00D7", "\u00AA",   "\u00A0",   "\u0142",   "\u00AD",   "\u2019",
      "\u201D", "\u2024",   "\u2014",   "\u2060",   "\u2026",   "\u00B7",
      "word",   "\u2019s ", "x\u2019y", "1\u20192", "3.5,7;8 ", "__a_ _ "};
  Random random(31);
  for (const bool usual : {true, false}) {
    rules_->kernel.tables.usual_ascii = usual;
    for (int round = 0; round < Iterations(1500); ++round) {
      // Mostly ASCII, mostly not, or anything.
      const std::uint32_t some = round % 3 == 0 ? 16 : 36;
      const std::uint32_t from = round % 3 == 1 ? 16 : 0;
      std::string text;
      std::vector<std::size_t> ends;
      const std::size_t wanted = 1 + random.Below(round % 8 == 0 ? 9000 : 700);
      while (text.size() < wanted) {
        text += kinds[from + random.Below(some - from)];
        ends.push_back(text.size());
      }
      Compare(text, text.size());
      if (HasFatalFailure()) return;
      // What may be read beyond does not count.
      Compare(text,
              ends[random.Below(static_cast<std::uint32_t>(ends.size()))]);
      if (HasFatalFailure()) return;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Kernels, KernelMasks,
                         testing::ValuesIn(kernels().begin(), kernels().end()),
                         [](const auto& one) {
                           return std::string(one.param->name);
                         });

}  // namespace
}  // namespace framescope
