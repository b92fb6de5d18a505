// Abbreviations in every spelling that folds to them.
#include "unicode/abbreviations.hpp"

#include <gtest/gtest.h>

#include <string>

namespace framescope {
namespace {

bool GoesOn(const std::string& word, std::string_view next = "x") {
  const bool goes_on = GoesOnAfter("so", word, next);
  // The quick look never denies what is so, wherever the word stands.
  for (const std::string_view after : {"", ".", ". The rest of it"}) {
    const std::string text = "so " + word + std::string(after);
    const auto end = static_cast<std::uint32_t>(3 + word.size());
    EXPECT_TRUE(!goes_on || MayGoOnAfter(text, 3, end)) << word;
  }
  return goes_on;
}

TEST(Abbreviations, CaseAndWidthDoNotMatter) {
  for (const char* word : {"dr", "Dr", "DR", "e.g", "E.G", "messrs", "Approx",
                           "\uFF24\uFF32", "\u017Ft", "\uFB06", "e\u2024g"}) {
    EXPECT_TRUE(GoesOn(word)) << word;
  }
}

TEST(Abbreviations, OtherWordsEndASentence) {
  for (const char* word : {"d", "drx", "xdr", "egg", "e-g", "approxim", "don't",
                           "don’t", "café", "cafés", "ß", "d\u00E9",
                           "messrs\u00E9", "internationally", "10", "__"}) {
    EXPECT_FALSE(GoesOn(word)) << word;
  }
}

TEST(Abbreviations, SomeAreSoBeforeNumbersOnly) {
  EXPECT_TRUE(GoesOn("No", "10"));
  EXPECT_TRUE(GoesOn("paras", "3"));
  EXPECT_FALSE(GoesOn("No", "The"));
  EXPECT_FALSE(GoesOn("No", ""));
}

TEST(Abbreviations, InitialsGoOnAtTheStartOrAfterTheirLike) {
  EXPECT_TRUE(GoesOnAfter("", "J", "Khan"));
  EXPECT_TRUE(GoesOnAfter("J", "K", "Khan"));
  EXPECT_TRUE(GoesOnAfter("Cllr", "K", "Khan"));
  EXPECT_FALSE(GoesOnAfter("vitamin", "K", "Khan"));
  EXPECT_FALSE(GoesOnAfter("", "I", "Khan"));
  EXPECT_FALSE(GoesOnAfter("", "k", "Khan"));
}

}  // namespace
}  // namespace framescope
