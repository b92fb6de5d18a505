#include "score/sections.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framescope {
namespace {

using testing::ElementsAre;

// Blocks of ten bytes; a level above 0 makes a heading.
std::vector<Block> Blocks(std::initializer_list<int> levels) {
  std::vector<Block> blocks;
  for (const int level : levels) {
    const std::uint32_t begin = static_cast<std::uint32_t>(blocks.size()) * 10;
    blocks.push_back({begin, begin + 10, 0, 0,
                      level > 0 ? BlockKind::kHeading : BlockKind::kParagraph,
                      static_cast<std::uint8_t>(level)});
  }
  return blocks;
}

std::vector<Span> OneSentenceABlock(const std::vector<Block>& blocks) {
  std::vector<Span> sentences;
  for (const Block& block : blocks)
    sentences.push_back({block.begin, block.end});
  return sentences;
}

TEST(Sections, BeginAtHeadingsOfTheShallowestLevelThatRepeats) {
  const auto blocks = Blocks({1, 0, 2, 0, 3, 0, 2, 0, 3});
  EXPECT_THAT(SectionStarts(blocks, OneSentenceABlock(blocks)),
              ElementsAre(0, 20, 60));
}

TEST(Sections, HeadingsAboveTheCuttingLevelCutToo) {
  const auto blocks = Blocks({0, 2, 0, 1, 0, 2});
  EXPECT_THAT(SectionStarts(blocks, OneSentenceABlock(blocks)),
              ElementsAre(0, 10, 30, 50));
}

TEST(Sections, ATitleAloneDoesNotCut) {
  const auto blocks = Blocks({1, 0, 0});
  EXPECT_THAT(SectionStarts(blocks, OneSentenceABlock(blocks)), ElementsAre(0));
}

TEST(Sections, WithoutHeadingsTwentySentencesMakeOne) {
  std::vector<Block> blocks;
  for (std::uint32_t i = 0; i < 55; ++i) {
    blocks.push_back({i * 10, i * 10 + 10, 0, 0, BlockKind::kParagraph, 0});
  }
  EXPECT_THAT(SectionStarts(blocks, OneSentenceABlock(blocks)),
              ElementsAre(0, 200, 400));
  blocks.resize(45);
  EXPECT_THAT(SectionStarts(blocks, OneSentenceABlock(blocks)),
              ElementsAre(0, 200));
}

TEST(Sections, AnEmptyDocumentIsOne) {
  EXPECT_THAT(SectionStarts({}, {}), ElementsAre(0));
}

}  // namespace
}  // namespace framescope
