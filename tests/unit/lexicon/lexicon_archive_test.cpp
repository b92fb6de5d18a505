// What is read back from an archive is what was written.
#include "lexicon/lexicon_archive.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "lexicon/built_in.hpp"

namespace framescope {
namespace {

// Something in every field.
Lexicon Full() {
  Lexicon::Content content;
  content.name = "full";
  content.version = "1";
  content.title = "All fields";
  content.language = "en-GB";
  content.licence = "CC0";
  content.default_profile = "p";
  content.axes = {{"a", "a-", "a+", "An axis", 5, true, true}};
  content.categories = {
      {"c", "C1", "A category", 0, Pole::kPositive, true, "company"}};
  Entry entry;
  entry.pattern = "a long pattern of words";
  entry.weight = 3;
  entry.score = -2.5;
  entry.locus = Locus::kSystem;
  entry.flags = kContested | kFactual;
  entry.profile_weights = {{"p", 1}, {"q", 0}};
  entry.when = "near x; company";
  entry.instead = {"this", "that"};
  entry.sources = {0};
  entry.date = "2026-11";
  entry.note = "why";
  entry.line = 7;
  content.entries = {entry, Entry()};
  content.masks = {
      {"m", MaskKind::kStatutory, 3, {0}, "near y", {0}, "a note", 9}};
  content.classes = {{"w", {"one", "two*"}}};
  content.spelling = {{"-ise", "-ize"}};
  content.profiles = {{"p", "A profile"}};
  content.sources = {{"s", "Title", "Author", "address", "read", 2026}};
  return Lexicon(std::move(content));
}

// The same as its files, in which every field shows.
void ExpectSame(const Lexicon& lexicon) {
  Lexicon::Content content;
  std::string hash;
  ASSERT_TRUE(
      ReadLexiconArchive(WriteLexiconArchive(lexicon), &content, &hash));
  EXPECT_EQ(hash, lexicon.hash());
  for (std::size_t i = 0; i < content.entries.size(); ++i) {
    EXPECT_EQ(content.entries[i].line, lexicon.entries()[i].line);
  }
  const Lexicon read(std::move(content));
  const Lexicon made{Lexicon::Content(lexicon.content())};
  EXPECT_EQ(read.hash(), lexicon.hash());
  EXPECT_EQ(read.ToNative().toml, made.ToNative().toml);
  EXPECT_EQ(read.ToNative().entries, made.ToNative().entries);
  EXPECT_EQ(read.ToNative().masks, made.ToNative().masks);
}

TEST(LexiconArchive, HoldsEveryField) { ExpectSame(Full()); }

TEST(LexiconArchive, HoldsTheBuiltInLexicon) {
  ExpectSame(ParseBuiltIn().value());
}

TEST(LexiconArchive, IsRefusedWhenItIsCutOff) {
  const std::string archive = WriteLexiconArchive(Full());
  for (std::size_t size = 0; size < archive.size(); ++size) {
    Lexicon::Content content;
    std::string hash;
    EXPECT_FALSE(ReadLexiconArchive(std::string_view(archive).substr(0, size),
                                    &content, &hash))
        << size;
  }
}

}  // namespace
}  // namespace framescope
