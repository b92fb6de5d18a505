// Tested by tests/unit/match/asked_patterns_test.cpp.
#include "match/asked_patterns.hpp"

namespace framescope {

AskedPatterns::AskedPatterns(std::uint32_t patterns,
                             std::span<const PatternPart> parts,
                             const Vocabulary& vocabulary)
    : patterns_(patterns) {
  std::vector<std::size_t> sizes(patterns, 0);
  for (const PatternPart& part : parts) {
    Pattern& asked = patterns_[part.pattern];
    asked.extent.Add(part);
    const FirstBytes first = vocabulary.FirstBytesOf(part.anchor);
    asked.anchors.Add(first);
    sizes[part.pattern] += first.size();
  }
  std::uint32_t end = 0;
  for (std::uint32_t i = 0; i < patterns; ++i) {
    const std::uint32_t blocks = WordBloom::BlocksFor(sizes[i]);
    patterns_[i].start = end;
    patterns_[i].mask = blocks - 1;
    end += blocks;
  }
  blocks_.resize(end, 0);
  for (const PatternPart& part : parts) {
    const Pattern& asked = patterns_[part.pattern];
    WordBloom::Add(vocabulary.FirstBytesOf(part.anchor),
                   std::span(blocks_).subspan(asked.start, asked.mask + 1));
  }
}

}  // namespace framescope
