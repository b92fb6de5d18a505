// WordFrequency: how often a word may be expected in English text.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace framescope {

// Only a guide to where a search best begins: results never depend on it.
// Immutable.
class WordFrequency {
 public:
  WordFrequency();

  // Occurrences in a million words of what `glob`, a key of PatternWord with
  // its wildcards, describes. O(log n), and for stems the words below.
  std::uint32_t PerMillion(std::string_view glob) const;

 private:
  using Word = std::pair<std::string_view, std::uint32_t>;
  std::vector<Word> words_;  // by word
};

}  // namespace framescope
