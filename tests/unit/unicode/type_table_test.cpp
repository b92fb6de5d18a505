// The distinct words of a text and the keys under which they are matched.
#include "unicode/type_table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace framescope {
namespace {

std::string Key(const std::string& word) {
  TypeTable table;
  return std::string(table.key(table.Intern(word)));
}

std::uint8_t Flags(const std::string& word) {
  TypeTable table;
  return table.flags(table.Intern(word));
}

TEST(TypeTable, SameBytesGiveTheSameType) {
  TypeTable table;
  const TypeId people = table.Intern("people");
  EXPECT_EQ(table.Intern("People"), people + 1);
  EXPECT_EQ(table.Intern("people"), people);
  EXPECT_EQ(table.surface(people + 1), "People");
  EXPECT_EQ(table.key(people + 1), "people");
  EXPECT_EQ(table.size(), 2u);
}

// A slot holds the first and the last bytes of its word: words that differ
// anywhere, or only in their length, are types of their own.
TEST(TypeTable, WordsThatDifferAnywhereAreDifferent) {
  TypeTable table;
  std::vector<std::string> words;
  for (std::size_t size = 1; size <= 40; ++size) {
    const std::string word(size, 'a');
    words.push_back(word);
    for (std::size_t at = 0; at < size; ++at) {
      words.push_back(word);
      words.back()[at] = 'b';
    }
  }
  for (int round = 0; round < 2; ++round) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      ASSERT_EQ(table.Intern(words[i]), i) << words[i];
    }
  }
  EXPECT_EQ(table.size(), words.size());
}

TEST(TypeTable, FoldsCaseWidthAndLigatures) {
  EXPECT_EQ(Key("ÉCOLE"), "école");
  EXPECT_EQ(Key("Straße"), "strasse");
  EXPECT_EQ(Key("ﬁnance"), "finance");
  EXPECT_EQ(Key("cafe\xCC\x81"), "café");
}

TEST(TypeTable, InvisibleCharactersVanish) {
  EXPECT_EQ(Key("bur\xC2\xAD"
                "den"),
            "burden");
  EXPECT_EQ(Key("bur\xE2\x81\xA0"
                "den"),
            "burden");
}

TEST(TypeTable, ApostrophesAreAlike) {
  EXPECT_EQ(Key("don’t"), "don't");
  EXPECT_EQ(Key("donʼt"), "don't");
  EXPECT_EQ(Key("don＇t"), "don't");
}

TEST(TypeTable, PossessivesAreDroppedAndContractionsKept) {
  EXPECT_EQ(Key("council's"), "council");
  EXPECT_EQ(Key("Council’s"), "council");
  EXPECT_EQ(Key("LAC'S"), "lac");
  EXPECT_EQ(Key("residents'"), "residents");
  EXPECT_EQ(Key("It’s"), "it's");
  EXPECT_EQ(Key("what's"), "what's");
  EXPECT_EQ(Key("'s"), "'s");
}

TEST(TypeTable, FlagsTellCaseAndDigits) {
  EXPECT_EQ(Flags("people"), 0);
  EXPECT_EQ(Flags("People"), kCapitalised);
  EXPECT_EQ(Flags("Éire"), kCapitalised);
  EXPECT_EQ(Flags("LAC"), kCapitalised | kAllCaps);
  EXPECT_EQ(Flags("A"), kCapitalised);
  EXPECT_EQ(Flags("19th"), kHasDigit);
}

TEST(TypeTable, GrowsAndStaysRight) {
  TypeTable table;
  for (int i = 0; i < 20000; ++i) table.Intern("w" + std::to_string(i));
  for (int i = 0; i < 20000; ++i) {
    ASSERT_EQ(table.Intern("w" + std::to_string(i)), static_cast<TypeId>(i));
  }
}

TEST(TypeTable, LongWordsAreKept) {
  TypeTable table;
  const std::string word(200000, 'x');
  const TypeId small = table.Intern("small");
  EXPECT_EQ(table.surface(table.Intern(word)), word);
  EXPECT_EQ(table.surface(small), "small");
}

TEST(TypeTable, ClearedTableHasANewEpoch) {
  TypeTable table, other;
  EXPECT_NE(table.epoch(), other.epoch());
  const std::uint64_t epoch = table.epoch();
  table.Intern("people");
  table.ClearIfLarger(1u << 20);
  EXPECT_EQ(table.epoch(), epoch);
  table.ClearIfLarger(1);
  EXPECT_NE(table.epoch(), epoch);
  EXPECT_EQ(table.size(), 0u);
  EXPECT_EQ(table.key(table.Intern("New")), "new");
}

}  // namespace
}  // namespace framescope
