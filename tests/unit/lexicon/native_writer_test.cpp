// The native format as it is written.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "framescope/lexicon.hpp"
#include "lexicon/built_in.hpp"

namespace framescope {
namespace {

std::string BytesOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file),
          std::istreambuf_iterator<char>()};
}

TEST(NativeWriter, WhatWasReadIsWrittenToTheByte) {
  const std::filesystem::path care =
      std::filesystem::path(FRAMESCOPE_SOURCE_DIR) / "lexicons/care";
  const auto lexicon = Lexicon::Load(care.string());
  ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / "native_writer_test";
  ASSERT_TRUE(lexicon.value().Save(folder.string()).ok());
  for (const char* name : {"lexicon.toml", "entries.tsv", "masks.tsv"}) {
    EXPECT_EQ(BytesOf(folder / name), BytesOf(care / name)) << name;
  }
  std::filesystem::remove_all(folder);
}

TEST(NativeWriter, TheCanonicalFormHoldsEverythingThatIsHashed) {
  const auto care = ParseBuiltIn();
  ASSERT_TRUE(care.ok());
  // Made anew from its content, it no longer knows the files it came from.
  const Lexicon made{Lexicon::Content(care.value().content())};
  const Lexicon::NativeFiles files = made.ToNative();
  EXPECT_NE(files.toml, care.value().ToNative().toml);
  const auto back =
      Lexicon::Parse("back", files.toml, files.entries, files.masks);
  ASSERT_TRUE(back.ok()) << back.status().message();
  EXPECT_EQ(back.value().hash(), care.value().hash());
  EXPECT_EQ(
      Lexicon(Lexicon::Content(back.value().content())).ToNative().entries,
      files.entries);
}

TEST(NativeWriter, ForeignWeightsAndOddPatternsComeBack) {
  const auto read = Lexicon::ParseForeign(
      "a.json",
      "{\"entries\": [{\"term\": \"#care\", \"category\": \"A \\\"b\\\"\","
      "\"weight\": 0.1, \"note\": \"two\\nlines\"},"
      "{\"term\": \"#\", \"category\": \"A \\\"b\\\"\"}]}");
  ASSERT_TRUE(read.ok()) << read.status().message();
  std::vector<Diagnostic> lost;
  const Lexicon::NativeFiles files = read.value().ToNative(&lost);
  const auto back =
      Lexicon::Parse("back", files.toml, files.entries, files.masks);
  ASSERT_TRUE(back.ok()) << back.status().message();
  EXPECT_EQ(back.value().hash(), read.value().hash()) << files.entries;
  EXPECT_EQ(back.value().entries().size(), 2u);
  ASSERT_EQ(lost.size(), 1u);
  EXPECT_EQ(lost[0].code, "cell-changed");
}

TEST(Levels, ChooseWhatNamesTheCategories) {
  const auto read = Lexicon::ParseForeign(
      "a.yml",
      "EU:\n  west: [UK, France]\n  east: Poland\nA:\n  __: [x]\n  sub: [y]\n");
  ASSERT_TRUE(read.ok());
  const auto names = [&](std::uint32_t first, std::uint32_t last) {
    const Lexicon at = read.value().AtLevels(first, last);
    std::string out;
    for (const Entry& entry : at.entries()) {
      out += entry.pattern + '=' + at.categories()[entry.category].name + ' ';
    }
    return out;
  };
  EXPECT_EQ(names(1, 1), "UK=EU France=EU Poland=EU x=A y=A ");
  EXPECT_EQ(names(2, 2), "UK=west France=west Poland=east y=sub ");
  EXPECT_EQ(names(1, 2),
            "UK=EU.west France=EU.west Poland=EU.east x=A y=A.sub ");
  EXPECT_EQ(names(2, 3), "UK=west France=west Poland=east y=sub ");
  std::vector<Diagnostic> left_out;
  (void)read.value().AtLevels(2, 2, &left_out);
  ASSERT_EQ(left_out.size(), 1u);
  EXPECT_EQ(left_out[0].code, "above-levels");
}

// A link stays one, and a file that cannot be written leaves none half written.
TEST(SaveLexicon, WritesThroughLinksAndLeavesNoPartsBehind) {
  namespace fs = std::filesystem;
  const fs::path folder =
      fs::temp_directory_path() / ("save-" + std::to_string(::getpid()));
  fs::create_directories(folder / "full.csv" / "full");
  std::ofstream(folder / "real.csv") << "old";
  fs::create_symlink(folder / "real.csv", folder / "link.csv");
  const auto lexicon = ParseBuiltIn();
  EXPECT_TRUE(lexicon.value().Save((folder / "link.csv").string(), "").ok());
  EXPECT_TRUE(fs::is_symlink(folder / "link.csv"));
  EXPECT_GT(fs::file_size(folder / "real.csv"), 1000u);
  const Status failed =
      lexicon.value().Save((folder / "full.csv").string(), "csv");
  EXPECT_EQ(failed.code(), StatusCode::kIo);
  EXPECT_THAT(failed.message(), testing::HasSubstr("full.csv"));
  for (const auto& entry : fs::directory_iterator(folder)) {
    EXPECT_NE(entry.path().extension(), ".part");
  }
  fs::remove_all(folder);
}

}  // namespace
}  // namespace framescope
