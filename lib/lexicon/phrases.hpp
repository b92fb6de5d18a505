// PhrasesOf: the phrases that a pattern stands for, written out.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/lexicon.hpp"

namespace framescope {

struct Phrases {
  // With kStar and kQuestion (formats/term.hpp) for wildcards.
  std::vector<std::string> texts;
  std::string problem;      // why they cannot be written out, or ""
  bool exact_case = false;  // a word counts in its exact case only
};

// Writes out alternatives, optional words, ties and word classes. Fails, with
// `problem` set, on gaps, on regular expressions other than those that stand
// for a term, on faulty patterns, and when there are more than `most` phrases.
// `gap_word` stands for each word of a gap at its shortest; "" makes gaps a
// failure. Linear in what comes out.
Phrases PhrasesOf(std::string_view pattern, std::span<const WordClass> classes,
                  std::size_t most, std::string_view gap_word = "");

}  // namespace framescope
