// Files broken by hand: each gives a diagnostic that says what and where.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "read_lexicon.hpp"

namespace framescope {
namespace {

struct Broken {
  const char* file;
  const char* says;  // with its place
  bool fails;        // also when not strict
};

TEST(BrokenFiles, EachSaysWhatIsWrongAndWhere) {
  const Broken files[] = {
      {"no-legend.dic", "no-legend.dic:5:1: error: there is no legend", true},
      {"unknown-number.dic",
       "unknown-number.dic:6:6: warning: \"harm\": the legend has no category "
       "7",
       false},
      {"empty-term.dicx",
       "empty-term.dicx:3:1: warning: the first cell holds no term", false},
      {"tab.yml", "tab.yml:3:1: error: ", true},
      {"star.yaml", "put quotes around a term that begins with *", true},
      {"open-bracket.cat",
       "open-bracket.cat:3:1: warning: the category \"GOOD.fine (1\" holds "
       "nothing",
       false},
      {"crossed-tags.ykd", "crossed-tags.ykd:4:1: error: the XML is damaged",
       true},
      {"early-term.lc3",
       "early-term.lc3:1:1: warning: \"early\" stands before the first "
       "+CATEGORY",
       false},
      {"no-category.csv", "no-category.csv:1:1: error: expected a header line",
       true},
      {"missing-comma.json", "missing-comma.json:3: error: the JSON is damaged",
       true}};
  for (const Broken& broken : files) {
    const std::string path = std::string(FRAMESCOPE_SOURCE_DIR) +
                             "/tests/data/lexicons/broken/" + broken.file;
    std::vector<Diagnostic> findings;
    const auto loaded = Lexicon::Load(path, &findings);
    EXPECT_EQ(!loaded.ok(), broken.fails) << broken.file;
    std::string all;
    for (const Diagnostic& finding : findings) all += ToString(finding) + '\n';
    EXPECT_THAT(all, testing::HasSubstr(broken.says)) << broken.file;
    LexiconReadOptions strict;
    strict.strict = true;
    EXPECT_FALSE(Lexicon::Load(path, strict).ok()) << broken.file;
  }
}

TEST(BrokenFiles, WholeFilesSayNothing) {
  for (const char* file : {"small.dic", "small.dicx", "small.yml", "small.cat",
                           "small.ykd", "small.lc3"}) {
    const std::string path =
        std::string(FRAMESCOPE_SOURCE_DIR) + "/tests/data/lexicons/" + file;
    std::vector<Diagnostic> findings;
    const auto loaded = Lexicon::Load(path, &findings);
    ASSERT_TRUE(loaded.ok()) << loaded.status().message();
    EXPECT_GE(loaded.value().entries().size(), 2u) << file;
    EXPECT_TRUE(findings.empty()) << ToString(findings[0]);
  }
}

TEST(BrokenFiles, AnUnknownEndingNamesTheFormats) {
  EXPECT_THAT(ReadAs("a.xyz", "x").error, testing::HasSubstr("liwc"));
}

}  // namespace
}  // namespace framescope
