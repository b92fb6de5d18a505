// AnchorFilter: tells a WordFilter which words are anchors, and near what.
#pragma once

#include <cstdint>
#include <vector>

#include "match/anchor.hpp"
#include "match/vocabulary.hpp"
#include "match/word_filter.hpp"

namespace framescope {

// Used while patterns are compiled, by one thread. Borrows everything.
class AnchorFilter {
 public:
  AnchorFilter(Vocabulary* vocabulary, PatternFacts* facts, WordFilter* filter)
      : vocabulary_(*vocabulary), facts_(*facts), filter_(*filter) {}

  // Adds the anchor of `anchored`, near its companion if it has one.
  void Add(const AnchoredPattern& anchored);

 private:
  const Companion* FindNameable(const AnchoredPattern& anchored);

  Vocabulary& vocabulary_;
  PatternFacts& facts_;
  WordFilter& filter_;
  // Of one Add().
  WordNumbers forms_;
  FirstBytes first_;
};

}  // namespace framescope
