// CorpusTotal: the scores of many documents taken together.
#pragma once

#include <cstdint>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/scoring.hpp"

namespace framescope {

// Belongs to one thread. Memory does not grow with the documents; all sums are
// of whole numbers, so that their order does not matter.
class CorpusTotal {
 public:
  explicit CorpusTotal(std::size_t axes) : axes_(axes) {}

  void Add(const Analysis& analysis);

  std::uint64_t documents() const { return documents_; }
  std::uint64_t words() const { return words_; }
  // Counts, rates and balances over all words. From ten documents with matches
  // on, the interval is that of a ratio over documents as clusters (Cochran
  // 1977, Sampling Techniques, 6.4) or Jeffreys', whichever reaches further on
  // each side: words of one document are not independent. docs/scoring.md.
  std::vector<AxisScore> Scores() const;

 private:
  struct Reading {
    std::uint64_t count[2] = {}, weighted[2] = {};
    // Over documents with matches: d = n+ - n-, t = n+ + n-.
    std::uint64_t clusters = 0;
    std::int64_t sum_dd = 0, sum_dt = 0, sum_tt = 0;
  };
  struct AxisSums {
    Reading evoked, endorsed;
  };

  static void AddTo(const Balance& balance, Reading* reading);
  Balance BalanceOf(const Reading& reading) const;

  std::uint64_t documents_ = 0, words_ = 0;
  std::vector<AxisSums> axes_;
};

}  // namespace framescope
