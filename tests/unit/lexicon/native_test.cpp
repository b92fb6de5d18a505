#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "framescope/lexicon.hpp"
#include "lexicon/built_in.hpp"
#include "lexicon/finding_list.hpp"

namespace framescope {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kToml[] = R"(
name = "tiny"
version = "1"
[[axis]]
name = "deficit-strengths"
negative = "deficit"
positive = "strengths"
loci = ["person", "group"]
[[category]]
name = "deficit.lack"
pole = "deficit"
[[category]]
name = "strengths.gifts"
pole = "strengths"
[profiles.us]
title = "US"
[[source]]
key = "own"
)";
constexpr char kHeader[] =
    "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
    "sources\tdate\tnote\n";
constexpr char kMaskHeader[] = "pattern\tkind\thides\twhen\tsources\tnote\n";

std::vector<std::string> Lines(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics) {
    lines.push_back(std::to_string(d.line) + ":" + std::to_string(d.column) +
                    " " + d.code);
  }
  return lines;
}

TEST(NativeFormat, ReadsEveryCell) {
  const auto lexicon = Lexicon::Parse(
      "tiny", kToml,
      std::string(kHeader) +
          "lacks\tdeficit.lack\t2\tperson\tcontested buzzword\tus=0\t"
          "near {person}\twould like; is learning\town\t2026-11\ta note\n",
      std::string(kMaskHeader) + "lacks for nothing\tliteral\tdeficit\t\t\t\n");
  ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
  const Entry& entry = lexicon.value().entries()[0];
  EXPECT_EQ(entry.pattern, "lacks");
  EXPECT_EQ(lexicon.value().categories()[entry.category].name, "deficit.lack");
  EXPECT_EQ(entry.weight, 2);
  EXPECT_EQ(lexicon.value().weight(0, "us"), 0);
  EXPECT_EQ(lexicon.value().weight(0, ""), 2);
  EXPECT_EQ(entry.locus, Locus::kPerson);
  EXPECT_EQ(entry.flags, kContested | kBuzzword);
  EXPECT_EQ(entry.when, "near {person}");
  EXPECT_THAT(entry.instead, ElementsAre("would like", "is learning"));
  EXPECT_THAT(entry.sources, ElementsAre(0u));
  EXPECT_EQ(entry.note, "a note");
  EXPECT_EQ(lexicon.value().masks()[0].hides, 1u);
  EXPECT_EQ(lexicon.value().pole_name(1), "strengths");
}

TEST(NativeFormat, EntriesHaveTheConditionsOfTheirCategory) {
  constexpr char kTwoCategories[] =
      "name = \"tiny\"\nversion = \"1\"\n"
      "[[category]]\nname = \"a\"\nwhen = \"not near tax; company\"\n"
      "[[category]]\nname = \"b\"\n";
  const std::string rows =
      "burden\ta\t2\t\t\t\tnear care\nload\ta\t2\nweight\tb\t2\n";
  const Lexicon lexicon =
      Lexicon::Parse("tiny", kTwoCategories, kHeader + rows, "").value();
  ASSERT_EQ(lexicon.entries().size(), 3u);
  EXPECT_EQ(lexicon.entries()[0].when, "near care; not near tax; company");
  EXPECT_EQ(lexicon.entries()[1].when, "not near tax; company");
  EXPECT_EQ(lexicon.entries()[2].when, "");
}

TEST(NativeFormat, ReportsEveryErrorOfARun) {
  std::vector<Diagnostic> diagnostics;
  const auto lexicon = Lexicon::Parse(
      "tiny", kToml,
      std::string(kHeader) +
          "a\tdeficit.lak\t2\n"
          "b\tdeficit.lack\theavy\n"
          "c\tdeficit.lack\t2\tmars\tshiny\tes=1\n"
          "d\n"
          "e\tdeficit.lack\t2\t\t\t\t\t\tNOWHERE\n",
      std::string(kMaskHeader) + "m\tsilly\tdeficiency\n", &diagnostics);
  ASSERT_FALSE(lexicon.ok());
  EXPECT_EQ(lexicon.status().code(), StatusCode::kParse);
  EXPECT_THAT(lexicon.status().message(),
              HasSubstr("entries.tsv:2:3: error: unknown category "
                        "\"deficit.lak\" (did you mean \"deficit.lack\"?)"));
  EXPECT_THAT(Lines(diagnostics),
              ElementsAre("2:3 unknown-category", "3:16 bad-weight",
                          "4:18 unknown-locus", "4:23 unknown-flag",
                          "4:29 unknown-profile", "5:2 wrong-cells",
                          "6:23 unknown-source", "2:3 unknown-kind",
                          "2:9 unknown-name"));
}

TEST(NativeFormat, RefusesAnotherHeader) {
  std::vector<Diagnostic> diagnostics;
  const auto lexicon =
      Lexicon::Parse("tiny", kToml, "term\tcategory\n", "", &diagnostics);
  ASSERT_FALSE(lexicon.ok());
  EXPECT_THAT(Lines(diagnostics), ElementsAre("1:1 wrong-header"));
}

TEST(NativeFormat, ReportsTomlSyntaxWithItsPlace) {
  std::vector<Diagnostic> diagnostics;
  const auto lexicon = Lexicon::Parse("tiny", "name = \"x\"\nversion = = 2\n",
                                      kHeader, "", &diagnostics);
  ASSERT_FALSE(lexicon.ok());
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].line, 2);
  EXPECT_EQ(diagnostics[0].file, "tiny/lexicon.toml");
}

TEST(NativeFormat, ReportsLettersOutsideQuotationMarks) {
  std::vector<Diagnostic> diagnostics;
  const auto lexicon = Lexicon::Parse(
      "tiny", "name = \"\u00E9\"\nf\u00E9 = 2\n", kHeader, "", &diagnostics);
  ASSERT_FALSE(lexicon.ok());
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(ToString(diagnostics[0]),
            "tiny/lexicon.toml:2:2: error: letters beyond A to Z must stand "
            "between quotation marks");
}

TEST(NativeFormat, ReportsUnknownKeysAndWrongTypes) {
  std::vector<Diagnostic> diagnostics;
  const std::string toml = std::string(
      "nmae = 1\nname = 3\nversion = \"1\"\n"
      "[[axis]]\nname = \"x\"\n"
      "negative = \"n\"\npositive = \"p\"\n"
      "loci = [\"moon\"]\n"
      "[[category]]\nname = \"c\"\n"
      "pole = \"q\"\n");
  const auto lexicon = Lexicon::Parse("tiny", toml, kHeader, "", &diagnostics);
  ASSERT_FALSE(lexicon.ok());
  EXPECT_THAT(diagnostics[0].message, HasSubstr("did you mean \"name\"?"));
  EXPECT_THAT(Lines(diagnostics),
              ElementsAre("1:8 unknown-key", "2:8 wrong-type",
                          "4:1 unknown-locus", "9:1 unknown-pole"));
}

TEST(Lexicon, HashDependsOnTheContentAlone) {
  const std::string one = std::string(kHeader) + "a\tdeficit.lack\t2\n";
  const std::string commented =
      std::string(kHeader) + "# why\n\na\tdeficit.lack\t2\r\n";
  const std::string other = std::string(kHeader) + "a\tdeficit.lack\t3\n";
  const auto hash = [&](const std::string& entries) {
    return Lexicon::Parse("any name", kToml, entries, "").value().hash();
  };
  EXPECT_EQ(hash(one), hash(commented));
  EXPECT_NE(hash(one), hash(other));
  EXPECT_EQ(hash(one).size(), 16u);
}

TEST(Lexicon, BuiltInHasFiveAxesWithTenPoles) {
  std::vector<Diagnostic> diagnostics;
  const auto lexicon = ParseBuiltIn(&diagnostics);
  ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
  EXPECT_THAT(diagnostics, ElementsAre());
  EXPECT_EQ(lexicon.value().axes().size(), 5u);
}

// A folder of that name stands in for a file that cannot be read, since root
// may read any file.
TEST(Lexicon, MasksThatCannotBeReadAreAnErrorAndNoneAreNot) {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() /
      ("framescope-masks-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "lexicon.toml") << kToml;
  std::ofstream(folder / "entries.tsv") << kHeader << "a\tdeficit.lack\t2\n";
  EXPECT_TRUE(Lexicon::Load(folder.string()).ok());
  std::filesystem::create_directory(folder / "masks.tsv");
  const auto lexicon = Lexicon::Load(folder.string());
  std::filesystem::remove_all(folder);
  ASSERT_FALSE(lexicon.ok());
  EXPECT_THAT(lexicon.status().message(), HasSubstr("masks.tsv"));
}

TEST(Lexicon, MissingFolderIsAnIoError) {
  const auto lexicon = Lexicon::Load("/nowhere/at/all");
  ASSERT_FALSE(lexicon.ok());
  EXPECT_EQ(lexicon.status().code(), StatusCode::kIo);
  EXPECT_THAT(lexicon.status().message(), HasSubstr("nowhere/at/all"));
}

}  // namespace
}  // namespace framescope
