// Tested by tests/unit/engine/repeats_test.cpp.
#include "engine/repeats.hpp"

#include <algorithm>
#include <unordered_map>

namespace framescope {
namespace {

using WordRange = std::pair<std::uint32_t, std::uint32_t>;

std::uint64_t HashOf(const Tokens& tokens, WordRange range) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (std::uint32_t i = range.first; i < range.second; ++i) {
    hash = (hash ^ tokens.types[i]) * 0x100000001b3ULL;
  }
  return hash;
}

bool SameWords(const Tokens& tokens, WordRange a, WordRange b) {
  return std::equal(
      tokens.types.begin() + a.first, tokens.types.begin() + a.second,
      tokens.types.begin() + b.first, tokens.types.begin() + b.second);
}

// The words of each block, from its sentences.
std::vector<WordRange> WordsOfBlocks(const Tokens& tokens, std::size_t blocks) {
  std::vector<WordRange> ranges(blocks, {0, 0});
  for (const Sentence& sentence : tokens.sentences) {
    WordRange& range = ranges[sentence.block];
    if (range.first == range.second) range.first = sentence.first_word;
    range.second = sentence.end_word;
  }
  return ranges;
}

}  // namespace

Repeats FindRepeats(const Tokens& tokens, const std::vector<Block>& blocks,
                    std::uint32_t least_words) {
  Repeats repeats;
  repeats.block.resize(blocks.size(), false);
  const std::vector<WordRange> ranges = WordsOfBlocks(tokens, blocks.size());
  std::unordered_multimap<std::uint64_t, std::size_t> seen;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::uint32_t words = ranges[i].second - ranges[i].first;
    if (words < least_words) continue;
    const std::uint64_t hash = HashOf(tokens, ranges[i]);
    const auto [first, last] = seen.equal_range(hash);
    const bool repeated = std::any_of(first, last, [&](const auto& item) {
      return SameWords(tokens, ranges[item.second], ranges[i]);
    });
    if (repeated) {
      repeats.block[i] = true;
      ++repeats.paragraphs;
      repeats.words += words;
    } else {
      seen.emplace(hash, i);
    }
  }
  return repeats;
}

}  // namespace framescope
