// check, show and diff.
#include "framescope/lexicon_tools.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace framescope {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr char kToml[] =
    "name = \"mine\"\nversion = \"1\"\n[[axis]]\nname = \"d-s\"\n"
    "negative = \"d\"\npositive = \"s\"\n"
    "[[category]]\nname = \"d.x\"\npole = \"d\"\n"
    "[[category]]\nname = \"s.x\"\npole = \"s\"\n"
    "[[source]]\nkey = \"K\"\n";

Lexicon Mine(const std::string& entries, const std::string& masks = "") {
  const auto lexicon = Lexicon::Parse(
      "mine", kToml,
      "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
      "sources\tdate\tnote\n" +
          entries,
      masks.empty() ? ""
                    : "pattern\tkind\thides\twhen\tsources\tnote\n" + masks);
  EXPECT_TRUE(lexicon.ok()) << lexicon.status().message();
  return lexicon.value();
}

std::vector<std::string> Check(const Lexicon& lexicon,
                               const std::vector<std::string>& corpus = {}) {
  std::vector<Diagnostic> findings;
  EXPECT_TRUE(CheckLexicon(lexicon, corpus, &findings).ok());
  std::vector<std::string> out;
  for (const Diagnostic& finding : findings) {
    if (finding.severity == Severity::kNote) continue;
    out.push_back(std::to_string(finding.line) + ' ' + finding.code +
                  (finding.severity == Severity::kError ? "!" : ""));
  }
  return out;
}

TEST(Check, FindsDuplicatesAndConflicts) {
  EXPECT_THAT(Check(Mine("burden\td.x\t2\nBurden\td.x\t3\nburden\ts.x\t2\n"
                         "burden\td.x\t2\t\t\t\tnear tax\n")),
              ElementsAre("3 duplicate!", "4 conflicting-poles!"));
}

TEST(Check, FindsWhatAnotherEntryCovers) {
  EXPECT_THAT(Check(Mine("vulnerab*\td.x\t2\nvulnerable\td.x\t2\n"
                         "vulnerab* (adult|child)\td.x\t2\n"
                         "(broken|failing) system\td.x\t2\n"
                         "broken system\td.x\t3\nfailing\td.x\t1\n")),
              ElementsAre("3 shadowed", "6 shadowed"));
}

TEST(Check, FindsMasksThatHideNothing) {
  EXPECT_THAT(Check(Mine("crisis\td.x\t2\n",
                         "crisis uk\tname\t*\nblue moon\tname\t*\n"
                         "crisis line\tname\ts\n")),
              ElementsAre("3 hides-nothing", "4 hides-nothing"));
}

TEST(Check, FindsWhatNeverFiresInACorpus) {
  const std::string path = testing::TempDir() + "lexicon_tools_test.txt";
  std::ofstream(path) << "A burden on all.\n";
  EXPECT_THAT(Check(Mine("burden\td.x\t2\nsafety net\td.x\t2\n"), {path}),
              ElementsAre("3 never-fires"));
  std::filesystem::remove(path);
}

TEST(Check, PatternsThatDoNotCompileAreErrors) {
  EXPECT_THAT(Check(Mine("(open\td.x\t2\n")), ElementsAre("2 unmatchable!"));
}

TEST(Show, TellsEverythingAndConcordance) {
  const std::string path = testing::TempDir() + "lexicon_tools_show.txt";
  std::ofstream(path) << "People are a burden on all of us, they say.\n";
  const auto shown = ShowEntry(
      Mine("burden\td.x\t2\tperson\tcontested\t\t\tsupport\tK\t2026-11\tOld\n"),
      "burden", {}, {path});
  ASSERT_TRUE(shown.ok()) << shown.status().message();
  for (const char* part :
       {"category  d.x", "pole      d of d-s", "contested", "support", "K",
        "Old", "1 match in 1 of 1", "People are a [burden] on all"}) {
    EXPECT_THAT(shown.value(), HasSubstr(part));
  }
  EXPECT_FALSE(ShowEntry(Mine("a\td.x\t2\n"), "zebra", {}, {}).ok());
  std::filesystem::remove(path);
}

TEST(Diff, ListsChangesAndTheirEffect) {
  const std::string path = testing::TempDir() + "lexicon_tools_diff.txt";
  std::ofstream(path) << "A burden. A safety net. Strong people.\n";
  const auto diff =
      DiffLexicons(Mine("burden\td.x\t2\nsafety net\td.x\t2\n"),
                   Mine("burden\td.x\t3\nstrong people\ts.x\t2\n"), {}, {path});
  ASSERT_TRUE(diff.ok()) << diff.status().message();
  EXPECT_THAT(diff.value(), HasSubstr("1 added, 1 removed, 1 changed"));
  EXPECT_THAT(diff.value(), HasSubstr("+ s.x: strong people"));
  EXPECT_THAT(diff.value(), HasSubstr("- d.x: safety net"));
  EXPECT_THAT(diff.value(), HasSubstr("~ d.x: burden\n    weight: 2 to 3\n"));
  EXPECT_THAT(diff.value(), HasSubstr("d 2 to 1, s 0 to 1, balance \xE2\x88\x92"
                                      "1.00 to 0.00"));
  EXPECT_THAT(diff.value(), HasSubstr("Categories:\n  2 to 1  d.x\n"));
  EXPECT_THAT(diff.value(), HasSubstr("Entries that changed most:\n"
                                      "  1 to 0  d.x: safety net\n"));
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace framescope
