// Words and sentences through the public seam.
#include "unicode/segmenter.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "unicode/kernel.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Text {
  std::string text;
  std::vector<Block> blocks;
  Segments segments;

  std::vector<std::string> words() const {
    std::vector<std::string> out;
    for (const Span& w : segments.words) {
      out.push_back(text.substr(w.begin, w.end - w.begin));
    }
    return out;
  }
  std::vector<std::string> sentences() const {
    std::vector<std::string> out;
    for (const Sentence& s : segments.sentences) {
      out.push_back(text.substr(s.begin, s.end - s.begin));
    }
    return out;
  }
};

Text Segment(const std::string& text, std::vector<Block> blocks = {},
             const std::string& locale = "en-GB",
             const std::string& kind = "") {
  Text out{text, std::move(blocks), {}};
  if (out.blocks.empty()) {
    out.blocks.push_back({0, static_cast<std::uint32_t>(text.size())});
  }
  auto segmenter = Segmenter::Create(locale, kind);
  EXPECT_TRUE(segmenter.ok()) << segmenter.status().message();
  const Status status =
      segmenter.value()->Segment(out.text, out.blocks, &out.segments);
  EXPECT_TRUE(status.ok()) << status.message();
  return out;
}

TEST(Segmenter, FindsWordsAndNotPunctuation) {
  EXPECT_THAT(
      Segment("She isn't a “burden”, well-being £1,000.50!").words(),
      ElementsAre("She", "isn't", "a", "burden", "well", "being", "1,000.50"));
}

TEST(Segmenter, EmptyTextHasNothing) {
  const Text text = Segment("");
  EXPECT_THAT(text.words(), IsEmpty());
  EXPECT_THAT(text.sentences(), IsEmpty());
}

TEST(Segmenter, OffsetsAreBytesBeyondNonAsciiText) {
  const Text text = Segment("é😀 naïve café");
  EXPECT_THAT(text.words(), ElementsAre("é", "naïve", "café"));
}

TEST(Segmenter, SplitsSentencesAndTrimsThem) {
  EXPECT_THAT(Segment("One here. Two there!  Three?").sentences(),
              ElementsAre("One here.", "Two there!", "Three?"));
}

TEST(Segmenter, LineBreakInsideABlockIsASpace) {
  EXPECT_THAT(Segment("people with\r\ncare needs\nhere").sentences(),
              ElementsAre("people with\r\ncare needs\nhere"));
}

TEST(Segmenter, BlockEndIsASentenceEnd) {
  const Text text = Segment("A heading\n\nand text", {{0, 9}, {11, 19}});
  EXPECT_THAT(text.sentences(), ElementsAre("A heading", "and text"));
  EXPECT_EQ(text.segments.sentences[1].block, 1u);
  EXPECT_EQ(text.segments.sentences[1].first_word, 2u);
}

TEST(Segmenter, TextOutsideTheBlocksIsLeftOut) {
  EXPECT_THAT(Segment("left in out", {{5, 7}}).words(), ElementsAre("in"));
}

TEST(Segmenter, AbbreviationsDoNotEndASentence) {
  EXPECT_THAT(
      Segment("Ask Dr. Smith or Cllr. J. K. Khan of St. Ives. See No. 10, "
              "e.g. The Mill.")
          .sentences(),
      ElementsAre("Ask Dr. Smith or Cllr. J. K. Khan of St. Ives.",
                  "See No. 10, e.g. The Mill."));
}

TEST(Segmenter, NoEndsASentenceBeforeAWord) {
  EXPECT_THAT(Segment("Is it so? No. The council agrees.").sentences(),
              ElementsAre("Is it so?", "No.", "The council agrees."));
}

TEST(Segmenter, AbbreviationsAreThoseOfEnglishOnly) {
  EXPECT_EQ(Segment("Ask Dr. Smith.", {}, "fr").sentences().size(), 2u);
}

TEST(Segmenter, StretchWithoutAWordJoinsItsNeighbour) {
  EXPECT_THAT(Segment("!! What? ?! * * * Well.").sentences().size(), 2u);
  EXPECT_THAT(Segment("* * *").sentences(), IsEmpty());
}

TEST(Segmenter, UnknownKindAndLocaleFail) {
  EXPECT_EQ(Segmenter::Create("en-GB", "magic").status().code(),
            StatusCode::kInvalidArgument);
  EXPECT_EQ(Segmenter::Create("not a locale", "").status().code(),
            StatusCode::kInvalidArgument);
}

// Sets FRAMESCOPE_SEGMENTER for a while.
class Environment {
 public:
  explicit Environment(const char* kind) {
    const char* before = std::getenv(kName);
    if (before != nullptr) before_ = before;
    setenv(kName, kind, 1);
  }
  ~Environment() {
    if (before_.empty()) {
      unsetenv(kName);
    } else {
      setenv(kName, before_.c_str(), 1);
    }
  }

 private:
  static constexpr const char* kName = "FRAMESCOPE_SEGMENTER";
  std::string before_;
};

std::string NameOf(const std::string& locale, const std::string& kind) {
  auto segmenter = Segmenter::Create(locale, kind);
  return segmenter.ok() ? std::string(segmenter.value()->name())
                        : segmenter.status().message();
}

TEST(Segmenter, EachKindCanBeChosen) {
  for (const Kernel* kernel : kernels()) {
    EXPECT_EQ(NameOf("en-GB", kernel->name), kernel->name);
  }
  EXPECT_EQ(NameOf("en-GB", "icu"), "icu");
  EXPECT_EQ(NameOf("fr", ""), "icu");
}

TEST(Segmenter, EnvironmentChoosesWhereTheCallerDoesNot) {
  const Environment environment("portable");
  EXPECT_EQ(NameOf("en-GB", ""), "portable");
  EXPECT_EQ(NameOf("en-GB", "icu"), "icu");
  EXPECT_EQ(NameOf("fr", ""), "icu");
}

TEST(Segmenter, WrongEnvironmentFailsAndSaysSo) {
  const Environment environment("sse9");
  const auto segmenter = Segmenter::Create("en-GB", "");
  EXPECT_EQ(segmenter.status().code(), StatusCode::kInvalidArgument);
  EXPECT_THAT(segmenter.status().message(),
              testing::HasSubstr("\"sse9\" (from FRAMESCOPE_SEGMENTER)"));
  EXPECT_THAT(segmenter.status().message(), testing::HasSubstr("\"icu\", "));
}

TEST(Segmenter, FastKindsAreForEnglish) {
  EXPECT_EQ(Segmenter::Create("fr", "portable").status().code(),
            StatusCode::kInvalidArgument);
  // Rules of its own, but English.
  EXPECT_THAT(NameOf("en-US-posix", "portable"),
              testing::AnyOf("portable", testing::StartsWith("icu (")));
}

// Tells how often memory was asked for.
std::atomic<std::uint64_t> allocations = 0;

TEST(Segmenter, LaterCallsAskForNoMemory) {
  std::string text;
  for (int i = 0; i < 900; ++i) {
    text += "Ask Dr. Smith: “is it\u2060—so?” No. We’re 3.5 caf\u00E9s.\n";
  }
  const std::vector<Block> blocks = {
      {0, 20000}, {20001, static_cast<std::uint32_t>(text.size())}};
  for (const Kernel* kernel : kernels()) {
    auto segmenter = Segmenter::Create("en-GB", kernel->name);
    Segments segments;
    ASSERT_TRUE(segmenter.value()->Segment(text, blocks, &segments).ok());
    const std::uint64_t before = allocations;
    ASSERT_TRUE(segmenter.value()->Segment(text, blocks, &segments).ok());
    EXPECT_EQ(allocations - before, 0u) << kernel->name;
  }
}

TEST(Segmenter, BlockOutsideTheTextFails) {
  auto segmenter = Segmenter::Create("en-GB", "");
  Segments out;
  const std::vector<Block> blocks = {{0, 9}};
  EXPECT_EQ(segmenter.value()->Segment("short", blocks, &out).code(),
            StatusCode::kInvalidArgument);
}

TEST(Segmenter, VersionsAreNumbers) {
  EXPECT_THAT(IcuVersion(), testing::MatchesRegex("[0-9]+\\.[0-9]+.*"));
  EXPECT_THAT(UnicodeVersion(), testing::MatchesRegex("[0-9]+\\.[0-9]+.*"));
}

}  // namespace
}  // namespace framescope

// Not inlined: g++ 12 would see malloc and free of different pairs.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++framescope::allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
