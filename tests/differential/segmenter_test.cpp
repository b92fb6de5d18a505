// Every kernel against ICU: characters in all pairs, all short strings, random
// strings and mutations, conformance files, block edges, the end of memory.
#include "unicode/segmenter.hpp"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "differential/random.hpp"
#include "differential/random_text.hpp"
#include "differential/segmenters.hpp"

namespace framescope {
namespace {

const std::string kProse =
    "The council's “safety net” isn't one. Dr. Smith (née O’Brien) said: ‘We "
    "don't know.’ Funding fell by 3.5% to £1,000,000.50 in 2019–20 … see "
    "www.example.org/a_b or mail a.b@c.org!\n\nWho decides? People do. \r\n"
    "e.g. the café—open 9.30 a.m.—was co-produced; it\u2060—\u2060works. No. "
    "10 "
    "replied.\n“Never!” she said. “Why?” They’re 1st, 2nd and 3rd… (All of "
    "it.) \u2022 Item one\n\u2022 Item two: snake_case and __init__ x_1. ";

class KernelsAgainstIcu : public testing::Test {
 protected:
  void Compare(std::string_view text, std::span<const Block> blocks) {
    const std::string difference = segmenters_.Difference(text, blocks);
    ASSERT_EQ(difference, "")
        << testing::PrintToString(std::string(text.substr(0, 600)));
  }
  void Compare(std::string_view text) {
    const Block all{0, static_cast<std::uint32_t>(text.size())};
    Compare(text, {&all, 1});
  }

  Segmenters segmenters_;
};

TEST_F(KernelsAgainstIcu, NoneHasGivenWay) {
  std::vector<std::string> names;
  for (const Kernel* kernel : kernels()) names.emplace_back(kernel->name);
  EXPECT_EQ(segmenters_.Names(), names);
}

TEST_F(KernelsAgainstIcu, EveryCharacterAmongEveryKind) {
  const std::vector<std::string> kinds = {"a", "B", "1", "_", "'",  ".",
                                          ",", " ", "!", ")", "\n", "é"};
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c == 0x300) c = 0x1FF0;
    if (c == 0x3100) c = 0xF000;
    if (c == 0x10000) c = 0x1F000;
    if (c == 0x1FA00) break;
    std::string text;
    for (const std::string& before : kinds) {
      for (const std::string& after : kinds) {
        text += before;
        AppendUtf8(c, &text);
        text += after + "x. ";
      }
    }
    Compare(text);
    if (HasFatalFailure()) return;
  }
}

TEST_F(KernelsAgainstIcu, AllShortStringsOfTheKinds) {
  const std::vector<std::string> kinds = {
      "a", "B", "1", "_",        "’",        ".",       ",",
      " ", "!", ")", "\xCC\x81", "\xC2\xAD", "\xC3\xA9"};
  std::vector<std::string> texts = {""};
  const std::size_t n = kinds.size();
  for (std::size_t i = 0; i < 1 + n + n * n + n * n * n; ++i) {
    for (const std::string& kind : kinds) texts.push_back(texts[i] + kind);
  }
  // Many strings make one text: blocks without a gap, so that edges lie where
  // words would go on, or with one, so that the bitmaps decide.
  for (const std::string_view gap : {"", "\n\n"}) {
    std::string text;
    std::vector<Block> blocks;
    for (const std::string& one : texts) {
      Block block;
      block.begin = static_cast<std::uint32_t>(text.size());
      text += one + "z";
      block.end = static_cast<std::uint32_t>(text.size());
      blocks.push_back(block);
      text += gap;
    }
    Compare(text, blocks);
    if (HasFatalFailure()) return;
  }
}

TEST_F(KernelsAgainstIcu, AtEveryPlaceOfABlockOf64) {
  const std::vector<std::string> probes = {
      "a’b",       "é_",   "_",        "__",        "1,000.5", "can’t.",
      "“Yes.” No", "a_'b", "n\u00ADn", "x\u2060—y", "é́",       "日本",
      ".\u00A0A",  "a.B",  "—",        "e\u2024g",  "?!”) So", "a\u0301'b"};
  for (const std::string& probe : probes) {
    for (std::uint32_t before = 0; before < 140; ++before) {
      for (const char* filler : {"x", "x ", "—"}) {
        std::string text;
        while (text.size() < before) text += filler;
        Compare(text + probe + " end");
        Compare(text + probe);
        if (HasFatalFailure()) return;
      }
    }
  }
}

TEST_F(KernelsAgainstIcu, RandomStrings) {
  const std::uint64_t seed = 20263;
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomText random(seed);
  // 40 strings a text; one in eight is alone, that its beginning and end are.
  for (int round = Iterations(15000); round > 0; --round) {
    const std::uint32_t strings = round % 8 == 0 ? 1 : 40;
    std::string text;
    for (std::uint32_t i = 0; i < strings; ++i) {
      text += random.random().Below(3) == 0
                  ? random.Run(random.random().Below(120))
                  : random.Hard(1 + random.random().Below(24));
      if (i + 1 < strings) text += random.random().Below(4) == 0 ? "\n" : " ";
    }
    Compare(text);
    if (round % 2 == 0) Compare(text, random.Blocks(text, 30));
    if (HasFatalFailure()) return;
  }
}

TEST_F(KernelsAgainstIcu, MutatedProse) {
  const std::uint64_t seed = 64;
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomText random(seed);
  for (int round = Iterations(15000); round > 0; --round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += random.Mutated(kProse, 90, 6) + ' ';
    Compare(text);
    if (round % 4 == 0) Compare(text, random.Blocks(text, 40));
    if (HasFatalFailure()) return;
  }
}

TEST_F(KernelsAgainstIcu, BlocksInAnyOrder) {
  RandomText random(5);
  std::string text;
  for (int i = 0; i < 30; ++i) text += kProse;
  for (int round = Iterations(300); round > 0; --round) {
    std::vector<Block> blocks = random.Blocks(text, 12);
    for (std::size_t i = blocks.size(); i > 1; --i) {
      std::swap(blocks[i - 1],
                blocks[random.random().Below(static_cast<std::uint32_t>(i))]);
    }
    blocks.insert(blocks.end(), blocks.begin(), blocks.end());
    Compare(text, blocks);
    if (HasFatalFailure()) return;
  }
}

// Text longer than a chunk, in which chunks end everywhere.
TEST_F(KernelsAgainstIcu, LongTexts) {
  RandomText random(6);
  for (int round = Iterations(60); round > 0; --round) {
    std::string text;
    while (text.size() < 40000) {
      text += random.Mutated(kProse, 400, 2);
      if (random.random().Below(40) == 0) {
        // Longer than a chunk without white space.
        const std::uint32_t size = random.random().Below(20000);
        const std::string unit = random.Run(1 + random.random().Below(8));
        for (std::uint32_t n = 0; n < size; n += 8) text += unit;
      }
    }
    Compare(text);
    Compare(text, random.Blocks(text, 60));
    if (HasFatalFailure()) return;
  }
}

TEST_F(KernelsAgainstIcu, LongTextsWithoutWhiteSpace) {
  for (const std::string_view unit :
       {"a", "_", "a.B", "日本語の文。", "ภาษาไทย", "—", "é", "1,", "\xCC\x81",
        "x\u2060", "😀", "Hi.”"}) {
    std::string text = "Begin. ";
    while (text.size() < 30000) text += unit;
    Compare(text + " End. A");
    if (HasFatalFailure()) return;
  }
}

// A page that cannot be read follows the text, so that a byte too many is a
// crash.
TEST_F(KernelsAgainstIcu, NothingIsReadBeyondTheText) {
  constexpr std::size_t kPage = 4096;
  auto* pages =
      static_cast<char*>(mmap(nullptr, 3 * kPage, PROT_READ | PROT_WRITE,
                              MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  ASSERT_NE(pages, MAP_FAILED);
  ASSERT_EQ(mprotect(pages + 2 * kPage, kPage, PROT_NONE), 0);
  RandomText random(7);
  for (int round = Iterations(3000); round > 0; --round) {
    const std::string text = random.Mutated(kProse + kProse + kProse, 400, 3) +
                             (round % 3 == 0 ? random.Hard(1) : "");
    char* begin = pages + 2 * kPage - text.size();
    std::memcpy(begin, text.data(), text.size());
    Compare({begin, text.size()});
    if (HasFatalFailure()) break;
  }
  munmap(pages, 3 * kPage);
}

// The tests of Unicode, each line as a block of its own and all in one block.
class ConformanceFiles : public KernelsAgainstIcu,
                         public testing::WithParamInterface<const char*> {};

TEST_P(ConformanceFiles, Agree) {
  const std::string path =
      std::string("/usr/share/unicode/auxiliary/") + GetParam();
  std::ifstream file(path);
  if (!file) GTEST_SKIP() << "no " << path << " (package unicode-data)";
  std::string line, text;
  std::vector<Block> blocks;
  while (std::getline(file, line)) {
    line.resize(std::min(line.size(), line.find('#')));
    Block block;
    block.begin = static_cast<std::uint32_t>(text.size());
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end =
          std::min(line.find_first_of(" \t", at), line.size());
      const std::string field = line.substr(at, end - at);
      if (!field.empty() && static_cast<signed char>(field[0]) > 0) {
        AppendUtf8(static_cast<char32_t>(std::stoul(field, nullptr, 16)),
                   &text);
      }
      at = end + 1;
    }
    block.end = static_cast<std::uint32_t>(text.size());
    if (block.begin == block.end) continue;
    Compare(std::string_view(text).substr(block.begin));
    if (HasFatalFailure()) return;
    blocks.push_back(block);
  }
  ASSERT_GT(blocks.size(), 400u);
  Compare(text, blocks);
  Compare(text);
}

INSTANTIATE_TEST_SUITE_P(Unicode, ConformanceFiles,
                         testing::Values("WordBreakTest.txt",
                                         "SentenceBreakTest.txt"),
                         [](const auto& file) {
                           return std::string(file.param).substr(0, 4);
                         });

// Prose, where it is at hand: every fourth document, or all when
// FRAMESCOPE_TEST_ITERATIONS is set.
class Corpora : public KernelsAgainstIcu,
                public testing::WithParamInterface<const char*> {};

TEST_P(Corpora, Agree) {
  const std::string path =
      std::string(FRAMESCOPE_SOURCE_DIR) + "/../shared/corpus/" + GetParam();
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no prose at " << path;
  const int stride = Iterations(0) > 0 ? 1 : 4;
  int documents = 0;
  const Status status = ReadDocuments(path, {}, [&](Result<Document> row) {
    if (!row.ok() || documents++ % stride != 0) return true;
    Compare(row.value().text, row.value().blocks);
    Compare(row.value().text);
    return !HasFatalFailure();
  });
  if (status.code() == StatusCode::kUnsupported) GTEST_SKIP();
  EXPECT_TRUE(HasFatalFailure() || status.ok()) << status.message();
  EXPECT_GT(documents, 1000);
}

INSTANTIATE_TEST_SUITE_P(Prose, Corpora,
                         testing::Values("prose.jsonl.gz", "care.jsonl.gz"),
                         [](const auto& file) {
                           return std::string(file.param).substr(0, 4);
                         });

}  // namespace
}  // namespace framescope
