// Explanations: how every occurrence of an entry in a text was judged.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/status.hpp"

namespace framescope {

// Why an occurrence of an entry is no match.
enum class HiddenBy : std::uint8_t {
  kNothing,    // it is a match
  kCondition,  // its `when` conditions do not hold
  kMask,
  kOverlap,  // a longer or heavier entry of the same axis
  kCompany,  // it needs another match of its pole nearby
  kContext,  // its locus does not count on its axis
  kSense     // a sense model takes it for another sense of the words
};

// What a sense model makes of an occurrence.
struct SenseJudgement {
  double probability = 1;  // that the words are the frame
  double sum = 0;          // the logit of it: the intercept and all weights
  // The features that the model knows, and their weights; heaviest first.
  std::vector<std::pair<std::string, double>> weights;
};

struct Occurrence {
  Span span;
  std::uint32_t entry = 0;     // index into the lexicon's entries
  std::uint32_t sentence = 0;  // index into the analysis's sentences
  HiddenBy hidden = HiddenBy::kNothing;
  std::uint32_t by = kNone;     // index of the mask, or of the winning entry
  std::uint32_t match = kNone;  // index into the analysis's matches
  // Of an occurrence that reached the context rules: what a sense model sees.
  std::vector<std::string> features = {};
  // What the analyzer's sense model said, when there is one and it was asked.
  SenseJudgement sense = {};
};

// An analysis with every occurrence that was weighed, in text order.
struct Explanation {
  Analysis analysis;
  std::vector<Occurrence> occurrences;
};

}  // namespace framescope
