// Patterns written out as phrases.
#include "lexicon/phrases.hpp"

#include <gmock/gmock.h>

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Phrases, AlternativesAndOptionalWordsAreWrittenOut) {
  EXPECT_THAT(PhrasesOf("(a|b c) [d] e", {}, 10).texts,
              ElementsAre("a e", "a d e", "b c e", "b c d e"));
  EXPECT_THAT(PhrasesOf("(short|long)-term", {}, 10).texts,
              ElementsAre("short-term", "long-term"));
  EXPECT_THAT(PhrasesOf("co~op", {}, 10).texts,
              ElementsAre("co-op", "co op", "coop"));
}

TEST(Phrases, WildcardsAndEscapesAreToldApart) {
  EXPECT_THAT(PhrasesOf("a* \\*b", {}, 10).texts, ElementsAre("a\x01 *b"));
}

TEST(Phrases, ClassesAreWrittenOut) {
  const WordClass classes[] = {{"person", {"adult*", "service user"}}};
  EXPECT_THAT(PhrasesOf("poor {person}", classes, 10).texts,
              ElementsAre("poor adult\x01", "poor service user"));
  EXPECT_THAT(PhrasesOf("poor {nobody}", classes, 10).problem,
              HasSubstr("no word class"));
}

TEST(Phrases, WhatCannotBeWrittenOutSaysWhy) {
  EXPECT_THAT(PhrasesOf("a <0-3> b", {}, 10).problem, HasSubstr("gap"));
  EXPECT_THAT(PhrasesOf("a <1-3> b", {}, 10, "x").texts, ElementsAre("a x b"));
  EXPECT_THAT(PhrasesOf("/a+/", {}, 10).problem, HasSubstr("regular"));
  EXPECT_THAT(PhrasesOf("(a|b) (c|d) (e|f)", {}, 7).problem,
              HasSubstr("more than 7"));
  for (const char* faulty : {"(a", "a)", "[a", "a|b", "{a", "a <", "\\"}) {
    (void)PhrasesOf(faulty, {}, 10);
  }
  EXPECT_THAT(PhrasesOf("(a", {}, 10).texts, IsEmpty());
}

// Each tie is three phrases, so that of forty nothing could hold all.
TEST(Phrases, TiesWithoutEndAreNotWrittenOut) {
  std::string pattern = "a";
  for (int i = 0; i < 40; ++i) pattern += "~a";
  EXPECT_THAT(PhrasesOf(pattern, {}, 256).problem, HasSubstr("too many ties"));
  EXPECT_THAT(PhrasesOf(pattern, {}, 256).texts, IsEmpty());
  EXPECT_EQ(PhrasesOf("a~b~c", {}, 9).texts.size(), 9u);
  EXPECT_THAT(PhrasesOf("a~b~c", {}, 8).problem, HasSubstr("too many ties"));
}

TEST(Phrases, ExactCaseIsTold) {
  EXPECT_TRUE(PhrasesOf("=LAC review", {}, 10).exact_case);
  EXPECT_FALSE(PhrasesOf("lac review", {}, 10).exact_case);
}

}  // namespace
}  // namespace framescope
