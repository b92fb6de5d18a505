// Statistics of many documents: totals, agreement between coders.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/scoring.hpp"

namespace framescope {

// The scores of many documents taken together. Belongs to one thread. Memory
// does not grow with the documents; all sums are of whole numbers, so that
// totals of parts, merged in any order, are the total of the whole to the last
// bit.
class CorpusTotal {
 public:
  explicit CorpusTotal(std::size_t axes) : axes_(axes) {}

  void Add(const Analysis& analysis);
  // A document of `words` scored words, of whose axes only the counts are read.
  void Add(std::uint64_t words, std::span<const AxisScore> axes);
  // Adds a total over the same axes.
  void Merge(const CorpusTotal& other);

  // The sums as numbers, to be kept or sent, and a total made of them again;
  // nothing when they are not those of so many axes.
  std::vector<std::uint64_t> State() const;
  static std::optional<CorpusTotal> FromState(
      std::size_t axes, std::span<const std::uint64_t> state);

  std::size_t axes() const { return axes_.size(); }
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
    // Over documents with matches: d = n+ - n-, t = n+ + n-. Sums of signed
    // numbers, kept modulo 2^64 so that they cannot overflow.
    std::uint64_t clusters = 0;
    std::uint64_t sum_dd = 0, sum_dt = 0, sum_tt = 0;
  };
  struct AxisSums {
    Reading evoked, endorsed;
  };

  static void AddTo(const Balance& balance, Reading* reading);
  // Calls use(number) for every sum, in one order for all time.
  template <typename Total, typename Use>
  static void ForEachSum(Total& total, Use use);
  Balance BalanceOf(const Reading& reading) const;

  std::uint64_t documents_ = 0, words_ = 0;
  std::vector<AxisSums> axes_;
};

// Krippendorff's alpha for nominal values (Krippendorff 2018, ch. 12).
// `units` holds the values that coders gave to each unit; units with fewer
// than two values are left out. NaN when nothing can be paired, 1 when there
// is but one value. Linear in the values.
double KrippendorffAlpha(std::span<const std::vector<std::uint32_t>> units);

}  // namespace framescope
