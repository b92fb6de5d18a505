// Timeline: the scores of dated documents, by period.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/corpus.hpp"
#include "stats/trend.hpp"

namespace framescope {

enum class Period : std::uint8_t { kYear, kMonth, kDay };

// A date as far as it is known; month and day are 0 when they are not.
struct Date {
  int year = 0;
  unsigned month = 0, day = 0;
};

// "2020", "2020-03", "2020-03-14" and what may follow it after a T or a space,
// and the dates of letters: "Sat, 14 Mar 2020 …" (RFC 5322). Nothing for
// others, and for days that there are not.
std::optional<Date> ReadDate(std::string_view text);

// Belongs to one thread. Memory grows with the periods only.
class Timeline {
 public:
  // `field` names the document's metadata that holds its date; empty: "date",
  // else "created".
  Timeline(std::size_t axes, std::string field, Period period);

  // Documents without a date, or with one that is coarser than the period, are
  // counted as undated.
  void Add(const Analysis& analysis);

  std::uint64_t undated() const { return undated_; }
  Period period() const { return period_; }
  // By "2020", "2020-03" or "2020-03-14", in order.
  const std::map<std::string, CorpusTotal>& periods() const { return periods_; }
  // The trend of the balance by year, over the periods with enough text to
  // tell it. `reading`: 0 evoked, 1 endorsed.
  TrendTest TrendOf(std::size_t axis, int reading) const;

 private:
  std::optional<std::string> PeriodOf(const Document& document) const;

  std::size_t axes_;
  std::string field_;
  Period period_;
  std::map<std::string, CorpusTotal> periods_;
  std::uint64_t undated_ = 0;
};

}  // namespace framescope
