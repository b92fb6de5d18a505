// Tested by tests/unit/score/sections_test.cpp.
#include "score/sections.hpp"

#include <algorithm>

namespace framescope {
namespace {

constexpr std::uint32_t kSentencesOfSection = 20;
constexpr std::uint32_t kLevels = 8;

std::uint32_t LevelOf(const Block& block) {
  return std::clamp<std::uint32_t>(block.level, 1, kLevels - 1);
}

// The deepest level whose headings cut; 0 for none.
std::uint32_t CuttingLevel(std::span<const Block> blocks) {
  std::uint32_t count[kLevels] = {};
  std::uint32_t total = 0, deepest = 0;
  for (const Block& block : blocks) {
    if (block.kind != BlockKind::kHeading) continue;
    ++count[LevelOf(block)];
    deepest = std::max(deepest, LevelOf(block));
    ++total;
  }
  if (total < 2) return 0;
  for (std::uint32_t level = 1; level < kLevels; ++level) {
    if (count[level] >= 2) return level;
  }
  return deepest;
}

std::vector<std::uint32_t> CutAtHeadings(std::span<const Block> blocks,
                                         std::uint32_t level) {
  std::vector<std::uint32_t> starts = {0};
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::kHeading && LevelOf(block) <= level &&
        block.begin > starts.back()) {
      starts.push_back(block.begin);
    }
  }
  return starts;
}

std::vector<std::uint32_t> CutByLength(std::span<const Block> blocks,
                                       std::span<const Span> sentences) {
  std::vector<std::uint32_t> starts = {0};
  std::size_t next = 0;
  std::uint32_t held = 0;
  for (const Block& block : blocks) {
    if (held >= kSentencesOfSection) {
      starts.push_back(block.begin);
      held = 0;
    }
    for (; next < sentences.size() && sentences[next].begin < block.end;
         ++next) {
      ++held;
    }
  }
  if (starts.size() > 1 && held < kSentencesOfSection / 2) starts.pop_back();
  return starts;
}

}  // namespace

std::vector<std::uint32_t> SectionStarts(std::span<const Block> blocks,
                                         std::span<const Span> sentences) {
  const std::uint32_t level = CuttingLevel(blocks);
  return level > 0 ? CutAtHeadings(blocks, level)
                   : CutByLength(blocks, sentences);
}

}  // namespace framescope
