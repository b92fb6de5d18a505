// Folding: what is done without ICU is what ICU does.
#include "unicode/fold.hpp"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.hpp"

namespace framescope {
namespace {

// Alpha is folded by ICU, and joins none of its neighbours.
constexpr std::string_view kByIcu = "\u03B1";

std::string ByIcu(std::string (*fold)(std::string_view),
                  const std::string& word) {
  std::string folded = fold(word + std::string(kByIcu));
  EXPECT_TRUE(folded.ends_with(kByIcu)) << word;
  folded.resize(folded.size() - kByIcu.size());
  return folded;
}

std::string Character(char32_t c) {
  std::string text;
  AppendUtf8(c, &text);
  return text;
}

TEST(Fold, EveryCharacterIsFoldedAsByIcu) {
  for (char32_t c = 1; c < 0x3000; ++c) {
    const std::string word = "A" + Character(c) + "b";
    EXPECT_EQ(FoldCase(word), ByIcu(FoldCase, word)) << std::uint32_t{c};
    EXPECT_EQ(FoldExact(word), ByIcu(FoldExact, word)) << std::uint32_t{c};
  }
}

TEST(Fold, NoPairOfPlainCharactersBecomesOne) {
  std::u32string plain = U"\u2018\u2019\u0301\u0327";
  for (char32_t c = 1; c < 0x100; ++c) plain += c;
  for (const char32_t a : plain) {
    for (const char32_t b : plain) {
      const std::string word = Character(a) + Character(b);
      ASSERT_EQ(FoldCase(word), ByIcu(FoldCase, word)) << word;
      ASSERT_EQ(FoldExact(word), ByIcu(FoldExact, word)) << word;
    }
  }
}

TEST(Fold, ExactKeepsCaseAndMakesApostrophesAlike) {
  EXPECT_EQ(FoldExact("Don\u2019t"), "Don't");
  EXPECT_EQ(FoldExact("\u00C9COLE"), "\u00C9COLE");
  EXPECT_EQ(FoldCase("\u00C9COLE\u2018s"), "\u00E9cole's");
  EXPECT_EQ(FoldCase("STRASSE Stra\u00DFe"), "strasse strasse");
}

}  // namespace
}  // namespace framescope
