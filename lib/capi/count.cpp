// Tested by tests/unit/capi/capi_test.c.
#include "capi/count.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "capi/analysis.hpp"
#include "capi/guard.hpp"
#include "capi/locks.hpp"
#include "score/score.hpp"

namespace framescope {
namespace {

framescope_pole_counts View(const PoleCount& negative,
                            const PoleCount& positive) {
  return {negative.count, positive.count, negative.weighted, positive.weighted};
}

Status WrongShape(const char* what, std::size_t given, std::size_t needed) {
  return Status(StatusCode::kInvalidArgument,
                std::string("counts: ") + what + " is " +
                    std::to_string(given) + ", but the lexicon has " +
                    std::to_string(needed));
}

}  // namespace

framescope_counts CountsOf(const framescope_counts* counts) {
  framescope_counts used = FRAMESCOPE_COUNTS_INIT;
  if (FRAMESCOPE_HAS_FIELD(counts, axis_count)) {
    used.axes = counts->axes;
    used.axis_count = counts->axis_count;
  }
  if (FRAMESCOPE_HAS_FIELD(counts, category_count)) {
    used.categories = counts->categories;
    used.category_count = counts->category_count;
  }
  if (FRAMESCOPE_HAS_FIELD(counts, extents)) used.extents = counts->extents;
  if (FRAMESCOPE_HAS_FIELD(counts, statuses)) used.statuses = counts->statuses;
  return used;
}

Status CheckCounts(const framescope_counts& counts, const Lexicon& lexicon) {
  if (counts.axes != nullptr && counts.axis_count != lexicon.axes().size()) {
    return WrongShape("axis_count", counts.axis_count, lexicon.axes().size());
  }
  if (counts.categories != nullptr &&
      counts.category_count != lexicon.categories().size()) {
    return WrongShape("category_count", counts.category_count,
                      lexicon.categories().size());
  }
  return Status();
}

framescope_counts RowOf(const framescope_counts& counts, std::size_t index) {
  framescope_counts row = counts;
  if (row.axes != nullptr) row.axes += index * counts.axis_count;
  if (row.categories != nullptr) {
    row.categories += index * counts.category_count;
  }
  if (row.extents != nullptr) row.extents += index;
  if (row.statuses != nullptr) row.statuses += index;
  return row;
}

void ClearRow(const framescope_counts& row, framescope_status status) {
  if (row.axes != nullptr) {
    std::fill_n(row.axes, row.axis_count, framescope_axis_count{});
  }
  if (row.categories != nullptr) {
    std::fill_n(row.categories, row.category_count,
                framescope_category_count{});
  }
  if (row.extents != nullptr) *row.extents = {};
  if (row.statuses != nullptr) *row.statuses = status;
}

Status CountInto(const framescope_counts& row, const Analyzer& analyzer,
                 Scratch& scratch, const framescope_text& text) {
  const Status sound = CheckText(text.data, text.size);
  if (!sound.ok()) return sound;
  const auto made = analyzer.Count(TextView(text.data, text.size), scratch);
  if (!made.ok()) return made.status();
  const Counts& counts = made.value();
  for (std::size_t i = 0; row.axes != nullptr && i < row.axis_count; ++i) {
    const AxisScore& score = counts.axes[i];
    row.axes[i] = {View(score.evoked.negative, score.evoked.positive),
                   View(score.endorsed.negative, score.endorsed.positive)};
  }
  for (std::size_t i = 0; row.categories != nullptr && i < row.category_count;
       ++i) {
    row.categories[i] = {counts.categories[i].evoked,
                         counts.categories[i].endorsed};
  }
  if (row.extents != nullptr) *row.extents = ExtentOf(counts);
  if (row.statuses != nullptr) *row.statuses = FRAMESCOPE_OK;
  return Status();
}

Result<Balance> BalanceOf(const framescope_pole_counts& counts,
                          std::uint64_t words) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
  if (std::max({counts.negative, counts.positive, counts.negative_weighted,
                counts.positive_weighted, words}) > kMost) {
    return Status(StatusCode::kInvalidArgument,
                  "a count is more than 4,294,967,295");
  }
  const auto pole = [](std::uint64_t count, std::uint64_t weighted) {
    return PoleCount{static_cast<std::uint32_t>(count),
                     static_cast<std::uint32_t>(weighted), 0};
  };
  return MakeBalance(pole(counts.negative, counts.negative_weighted),
                     pole(counts.positive, counts.positive_weighted),
                     static_cast<std::uint32_t>(words));
}

}  // namespace framescope

using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_count(const framescope_counts* out,
                                   const framescope_analyzer* analyzer,
                                   framescope_scratch* scratch,
                                   const char* text, size_t size,
                                   framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (scratch == nullptr) return NullArgument("scratch");
    const framescope_counts row = framescope::CountsOf(out);
    const Status shaped =
        framescope::CheckCounts(row, analyzer->analyzer.lexicon());
    if (!shaped.ok()) return shaped;
    framescope::ScratchLock lock(scratch);
    if (!lock.held()) return framescope::ScratchLock::InUse();
    return framescope::CountInto(row, analyzer->analyzer, lock.scratch(),
                                 {text, size});
  });
}

framescope_status framescope_balance_counts(
    framescope_balance* out, const framescope_pole_counts* counts,
    uint64_t words, framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (counts == nullptr) return NullArgument("counts");
    const auto balance = framescope::BalanceOf(*counts, words);
    if (!balance.ok()) return balance.status();
    *out = framescope::View(balance.value());
    return Status();
  });
}

}  // extern "C"
