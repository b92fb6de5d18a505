// Text written to be slow, or to break rules of nesting.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <iterator>
#include <string>

#include "unit/context/judged_text.hpp"

namespace framescope {
namespace {

std::string Repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

// Marks a few matches only: locating marks is not what is measured.
void ExpectQuick(const std::string& marked) {
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(JudgeMarked(marked).empty());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(Hostile, PageOfNegators) {
  ExpectQuick(Repeat("not ", 100000) + "[burden]{crisis}");
}

TEST(Hostile, PageOfContrasts) {
  ExpectQuick("[a]{crisis} " + Repeat("rather than not from to but ", 30000) +
              "[b]{springboard}");
}

TEST(Hostile, TenThousandNestedQuotations) {
  ExpectQuick(Repeat("“not ‘", 10000) + "[burden]{crisis}" +
              Repeat("’ ”", 10000));
}

TEST(Hostile, TenThousandUnclosedQuotations) {
  ExpectQuick(Repeat("“he said ", 10000) + "[burden]{crisis}");
}

TEST(Hostile, ManyQuotationsInOneSentence) {
  ExpectQuick("[a]{crisis} " +
              Repeat("he said “no way that it is so”, ", 10000) +
              "[b]{crisis}");
}

TEST(Hostile, CommasOnly) {
  ExpectQuick("[a]{crisis}" + Repeat(", and", 50000) + " [b]{crisis}");
}

TEST(Hostile, RandomSoupOfMarksAndCues) {
  const std::string_view pieces[] = {"not ",
                                     "“",
                                     "”",
                                     "‘",
                                     "’",
                                     "\"",
                                     "'",
                                     " to ",
                                     ", ",
                                     "; ",
                                     "? ",
                                     " – ",
                                     " said ",
                                     " from ",
                                     "but ",
                                     "(",
                                     ") ",
                                     "… ",
                                     "no longer ",
                                     "it's ",
                                     ". ",
                                     "if ",
                                     "'80s ",
                                     "the word ",
                                     "rather than ",
                                     "[burden]{crisis} "};
  std::uint32_t state = 1;
  for (int round = 0; round < 300; ++round) {
    std::string text = "[burden]{crisis} ";
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525u + 1013904223u;
      text += pieces[(state >> 16) % std::size(pieces)];
    }
    for (const JudgedSpan& span : JudgeMarked(text)) {
      ASSERT_EQ(span.text, "burden") << text;
      ASSERT_FALSE(span.stance.empty());
    }
  }
}

TEST(Hostile, OneWord) { EXPECT_EQ(Stances("[burden]{crisis}"), "used"); }

TEST(Hostile, NothingFound) { EXPECT_EQ(Stances("not a thing"), ""); }

}  // namespace
}  // namespace framescope
