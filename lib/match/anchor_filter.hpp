// AnchorFilter: tells a WordFilter which words are anchors, and beside what.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "match/anchor.hpp"
#include "match/vocabulary.hpp"
#include "match/word_filter.hpp"
#include "match/word_frequency.hpp"

namespace framescope {

// Used while patterns are compiled, by one thread. Borrows everything.
class AnchorFilter {
 public:
  // `reversed_classes` gives the phrases of a class from the last word on.
  AnchorFilter(Vocabulary* vocabulary, const WordFrequency* frequency,
               ClassLookup classes, ClassLookup reversed_classes,
               WordFilter* filter)
      : vocabulary_(*vocabulary),
        frequency_(*frequency),
        classes_(std::move(classes)),
        reversed_classes_(std::move(reversed_classes)),
        filter_(*filter) {}

  // Adds the anchor of `anchored`, beside what the pattern has next to it, on
  // the side where that is rarer.
  void Add(const AnchoredPattern& anchored);

 private:
  // Forms of the words beside an anchor, and how often they are expected.
  struct Neighbours {
    std::vector<std::string> forms;
    std::uint64_t cost = 0;
  };

  Neighbours NeighboursIn(const PatternSequence& sequence,
                          const ClassLookup& classes);

  Vocabulary& vocabulary_;
  const WordFrequency& frequency_;
  ClassLookup classes_, reversed_classes_;
  WordFilter& filter_;
};

}  // namespace framescope
