// Two sets of documents side by side: differences, ratios, keyness.
#pragma once

#include <cstdint>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/corpus.hpp"
#include "framescope/scoring.hpp"

namespace framescope {

// A number with its 95 % interval; `known` is false when there is too little
// text to tell.
struct Estimate {
  double value = 0, low = 0, high = 0;
  bool known = false;
};

// How often something occurs over the documents of a set. Words of one
// document are not independent, so documents are clusters.
struct RateSums {
  std::uint64_t count = 0;        // over all documents
  std::uint64_t documents = 0;    // that have it
  double sum_cc = 0, sum_cw = 0;  // over documents: count², count · words
};

// What a comparison needs of one set. Belongs to one thread. Memory depends on
// the lexicon only.
class CorpusCounts {
 public:
  explicit CorpusCounts(const Lexicon& lexicon);

  void Add(const Analysis& analysis);

  const CorpusTotal& total() const { return total_; }
  // Of one pole of an axis under one reading (0 evoked, 1 endorsed).
  const RateSums& pole(std::size_t axis, int reading, Pole pole) const {
    return poles_[4 * axis + 2 * static_cast<std::size_t>(reading) +
                  static_cast<std::size_t>(pole)];
  }
  // Evoked matches of one entry.
  const RateSums& entry(std::size_t index) const { return entries_[index]; }
  double sum_ww() const { return sum_ww_; }  // words² over documents

 private:
  CorpusTotal total_;
  std::vector<RateSums> poles_, entries_;
  std::vector<std::uint64_t> found_;  // of one document: matches by entry
  double sum_ww_ = 0;
};

// a − b with the interval that the two intervals give (MOVER: Newcombe 1998,
// Statistics in Medicine 17, 873–890, method 10; Zou and Donner 2008). Not
// known when one of the balances is not.
Estimate BalanceDifference(const Balance& a, const Balance& b);

// The rate in `a` over the rate in `b`. The variance of its logarithm is that
// of Poisson counts, 1/n, or, from ten documents on, that of a ratio over
// documents as clusters (Cochran 1977, 6.4) where it is larger. A half is added
// to both counts when one of them is 0. Not known when both are.
Estimate RateRatio(const RateSums& a, const CorpusCounts& of_a,
                   const RateSums& b, const CorpusCounts& of_b);

// G² of the four cells: 2 Σ O ln(O/E) without correction (Dunning 1993,
// Computational Linguistics 19(1), 61–74); negative when `a` is less frequent
// than in both together.
double SignedG2(double a, double b, double words_a, double words_b);

// log2 of RateRatio and of its ends (Hardie 2014).
Estimate LogRatio(const Estimate& ratio);

}  // namespace framescope
