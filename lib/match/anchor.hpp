// Anchors: at which of its words a pattern is looked for first.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "match/pattern.hpp"

namespace framescope {

// The phrases of a class by its name.
using ClassLookup =
    std::function<const std::vector<PatternSequence>&(std::string_view)>;
// How often in a million words one word of a pattern may be expected.
using WordCost = std::function<std::uint64_t(const PatternWord&)>;

// One way to match a pattern: the words of `before`, then one of `words`, the
// anchor, then the words of `after`.
struct AnchoredPattern {
  PatternSequence before;
  std::vector<PatternWord> words;
  PatternSequence after;
};

// Cuts `sequence`, which matches at least one word, at the place whose words
// are rarest, beside the words next to it. A place with phrases among its
// alternatives gives one result for all its single words and one for each
// phrase, so that the results grow by the sum of the alternatives of one place,
// never by a product.
std::vector<AnchoredPattern> AnchorPattern(const PatternSequence& sequence,
                                           const ClassLookup& classes,
                                           const WordCost& cost);

// The words one of which begins whatever `sequence` matches; nothing when that
// may be any word, or no word at all.
std::vector<PatternWord> FirstWords(const PatternSequence& sequence,
                                    const ClassLookup& classes);

// How many words `sequence` can match at most.
std::uint32_t MostWords(const PatternSequence& sequence,
                        const ClassLookup& classes);

// The words of `sequence` from the last to the first. Classes keep their
// names: whoever resolves them must turn their phrases round as well.
PatternSequence Reversed(const PatternSequence& sequence);

}  // namespace framescope
