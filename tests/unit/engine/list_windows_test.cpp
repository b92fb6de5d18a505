// The head of a list speaks for its items wherever windows end.
#include <gtest/gtest.h>

#include <string>

#include "framescope/analyzer.hpp"

namespace framescope {
namespace {

constexpr char kToml[] =
    "name = \"tiny\"\nversion = \"1\"\n"
    "[[axis]]\nname = \"x\"\nnegative = \"crisis\"\npositive = \"hope\"\n"
    "headline = true\n"
    "[[category]]\nname = \"crisis.all\"\npole = \"crisis\"\ncode = \"K1\"\n"
    "[[category]]\nname = \"hope.all\"\npole = \"hope\"\ncode = \"B1\"\n";
constexpr char kEntries[] =
    "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
    "sources\tdate\tnote\n"
    "storm\tcrisis.all\t3\n";

void AddBlock(const std::string& text, BlockKind kind, Document* document) {
  Block block;
  block.begin = static_cast<std::uint32_t>(document->text.size());
  document->text += text;
  block.end = static_cast<std::uint32_t>(document->text.size());
  document->text += "\n\n";
  block.kind = kind;
  document->blocks.push_back(block);
}

// A document whose list begins so many bytes after its start.
Document WithListAt(std::size_t bytes) {
  Document document;
  while (document.text.size() < bytes) {
    AddBlock("A line.", BlockKind::kParagraph, &document);
  }
  AddBlock("The union argues that:", BlockKind::kParagraph, &document);
  for (int i = 0; i < 20; ++i) {
    AddBlock("a storm is near", BlockKind::kListItem, &document);
  }
  return document;
}

TEST(ListWindows, NoItemIsCutOffFromItsHead) {
  const Analyzer analyzer =
      Analyzer::Compile(Lexicon::Parse("tiny", kToml, kEntries, "").value())
          .value();
  Scratch scratch;
  constexpr std::size_t kWindow = 64 << 10;
  for (std::size_t before = kWindow - 500; before < kWindow + 20;
       before += 40) {
    const auto analysis = analyzer.Analyze(WithListAt(before), scratch);
    ASSERT_TRUE(analysis.ok());
    ASSERT_EQ(analysis.value().matches.size(), 20u);
    for (const Match& match : analysis.value().matches) {
      EXPECT_EQ(match.stance, Stance::kReported) << before;
    }
  }
}

}  // namespace
}  // namespace framescope
