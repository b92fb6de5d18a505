// Guard: what must stand near an occurrence of a pattern for it to be wanted.
//
// Guards follow from conditions and ask for less: whatever they deny, no
// condition would let pass. A search asks them before it reads on from an
// anchor, since most of what it would find there is not wanted.
//
// Tested by tests/unit/match/guard_test.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "unicode/tokens.hpp"

namespace framescope {

// A word that may be an anchor of `pattern`, which is one of another set, must
// stand among the words around an occurrence.
struct Guard {
  // So many that they reach to the end of any sentence.
  static constexpr std::uint32_t kWholeSentence =
      std::numeric_limits<std::uint32_t>::max();

  std::uint32_t pattern = 0;
  // How many words around it are looked at; its own may count or not.
  std::uint32_t before = 0, after = 0;

  // The same around a word of the occurrence, before and behind which there may
  // be so many others.
  Guard Around(std::uint32_t words_before, std::uint32_t words_after) const {
    const auto plus = [](std::uint32_t a, std::uint32_t b) {
      return a + std::min(b, kWholeSentence - a);
    };
    return {pattern, plus(before, words_before), plus(after, words_after)};
  }
  // The words to look at around this one.
  Span WordsAround(std::uint32_t word, const Sentence& in) const {
    return {word - std::min(before, word - in.first_word),
            word + 1 + std::min(after, in.end_word - word - 1)};
  }
};

}  // namespace framescope
