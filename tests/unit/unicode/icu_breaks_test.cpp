// Results do not depend on the window.
#include "unicode/icu_breaks.hpp"

#include <gtest/gtest.h>

#include <string>

namespace framescope {
namespace {

std::string Prose(std::uint64_t seed, int pieces) {
  const char* const parts[] = {
      "people ",   "and ",     "care",    ". ", "? ",   "The ",   "\n",
      "Dr. X ",    "1,000.5 ", "can’t ",  "é́ ", "(a) ", "etc. ",  "... ",
      "漢字かな ", "ภาษาไทย ", "“Yes.” ", "—",  "😀 ",   "a.b.c ", "etc.) 12 "};
  std::string text;
  for (int i = 0; i < pieces; ++i) {
    seed = seed * 6364136223846793005ull + 1442695040888963407ull;
    text += parts[(seed >> 33) % std::size(parts)];
  }
  return text;
}

TEST(IcuBreaks, WordsDoNotDependOnTheWindow) {
  auto whole = IcuBreaks::Open(IcuBreaks::Kind::kWords, "en-GB");
  auto small = IcuBreaks::Open(IcuBreaks::Kind::kWords, "en-GB");
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const std::string text = Prose(seed, 300);
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    UnsetVector<Span> expected, words;
    ASSERT_TRUE(whole.value()->Words(text, all, &expected).ok());
    small.value()->set_window(static_cast<std::uint32_t>(40 + seed * 7));
    ASSERT_TRUE(small.value()->Words(text, all, &words).ok());
    ASSERT_TRUE(words == expected) << seed;
  }
}

TEST(IcuBreaks, SentencesDoNotDependOnTheWindow) {
  auto whole = IcuBreaks::Open(IcuBreaks::Kind::kSentences, "en-GB");
  auto small = IcuBreaks::Open(IcuBreaks::Kind::kSentences, "en-GB");
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const std::string text = Prose(seed, 300);
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    std::vector<std::uint32_t> expected, ends;
    ASSERT_TRUE(whole.value()->Sentences(text, all, &expected).ok());
    small.value()->set_window(static_cast<std::uint32_t>(8 + seed * 5));
    ASSERT_TRUE(small.value()->Sentences(text, all, &ends).ok());
    ASSERT_EQ(ends, expected) << seed;
  }
}

TEST(IcuBreaks, TextWithoutSpacesStillEnds) {
  auto words = IcuBreaks::Open(IcuBreaks::Kind::kWords, "en-GB");
  words.value()->set_window(64);
  const std::string text(100000, 'a');
  UnsetVector<Span> out;
  ASSERT_TRUE(
      words.value()
          ->Words(text, {0, static_cast<std::uint32_t>(text.size())}, &out)
          .ok());
  ASSERT_EQ(out.size(), 1u);
  EXPECT_EQ(out[0].end, text.size());
}

TEST(IcuBreaks, MalformedTextFailsAtItsOffset) {
  auto words = IcuBreaks::Open(IcuBreaks::Kind::kWords, "en-GB");
  UnsetVector<Span> out;
  const Status status = words.value()->Words("ab\xFF", {0, 3}, &out);
  EXPECT_EQ(status.code(), StatusCode::kEncoding);
  EXPECT_EQ(status.where().offset, 2);
}

}  // namespace
}  // namespace framescope
