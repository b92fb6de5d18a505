// Files broken by hand: each gives a diagnostic that says what and where.
#include <algorithm>

#include "read_lexicon.hpp"

namespace framescope {
namespace {

struct Broken {
  const char* file;
  const char* says;  // all of it, less the folder
  bool fails;        // also when not strict
};

TEST(BrokenFiles, EachSaysWhatIsWrongAndWhere) {
  const Broken files[] = {
      {"no-legend.dic",
       "no-legend.dic:1:1: error: there is no legend: expected a line \"%\", "
       "the categories, and a second line \"%\"\n",
       true},
      {"unknown-number.dic",
       "unknown-number.dic:6:6: warning: \"harm\": the legend has no category "
       "7\n",
       false},
      {"empty-term.dicx",
       "empty-term.dicx:3:1: warning: the first cell holds no term\n", false},
      {"tab.yml",
       "tab.yml:3:1: error: found a tab character that violates indentation\n",
       true},
      {"star.yaml",
       "star.yaml:2:8: error: did not find expected alphabetic or numeric "
       "character; put quotes around a term that begins with * or &\n",
       true},
      {"open-bracket.cat",
       "open-bracket.cat:3:1: warning: the category \"GOOD.fine (1\" holds "
       "nothing; a term is written with its weight, such as \"fine (1)\"\n",
       false},
      {"crossed-tags.ykd",
       "crossed-tags.ykd:4:1: error: the XML is damaged: Opening and ending "
       "tag "
       "mismatch: pnode line 4 and cnode\n",
       true},
      {"early-term.lc3",
       "early-term.lc3:1:1: warning: \"early\" stands before the first "
       "+CATEGORY; it is passed over\n",
       false},
      {"no-category.csv",
       "no-category.csv:1:6: warning: the column \"kind\" is not known and "
       "not read; there are term, pattern, category, weight, note and when\n"
       "no-category.csv:1:1: error: there is no column \"category\": expected "
       "a header line with the columns term (or pattern) and category, and "
       "weight if there is one\n",
       true},
      {"missing-comma.json",
       "missing-comma.json:3: error: the JSON is damaged: The JSON document "
       "has "
       "an improper structure: missing or superfluous commas, braces, missing "
       "keys, etc.\n",
       true}};
  const std::string folder =
      std::string(FRAMESCOPE_SOURCE_DIR) + "/tests/data/lexicons/broken/";
  for (const Broken& broken : files) {
    const std::string path = folder + broken.file;
    std::vector<Diagnostic> findings;
    const auto loaded = Lexicon::Load(path, &findings);
    EXPECT_EQ(!loaded.ok(), broken.fails) << broken.file;
    std::string all;
    for (const Diagnostic& finding : findings) {
      const std::string line = ToString(finding);
      EXPECT_THAT(line, testing::StartsWith(folder));
      all += line.substr(std::min(folder.size(), line.size())) + '\n';
    }
    EXPECT_EQ(all, broken.says);
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
