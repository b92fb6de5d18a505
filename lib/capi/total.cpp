// Tested by tests/unit/capi/many_test.c.
//
// A total is sent as one line: a magic word, the hash of what it depends on,
// the number of axes, and its sums, parted by spaces.
#include <charconv>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/fnv.hpp"
#include "capi/count.hpp"
#include "capi/fits.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/locks.hpp"
#include "capi/write_out.hpp"
#include "framescope/corpus.hpp"

namespace framescope {
namespace {

constexpr std::string_view kMagic = "framescope.total/1 ";
constexpr std::size_t kMostSums = 1 << 20;

Status Foreign() {
  return Status(StatusCode::kInvalidArgument,
                "the total was made with another lexicon, other options or "
                "another version");
}

std::string KeyOf(const std::string& stamp, std::size_t axes) {
  ContentHash hash;
  hash.Add(stamp);
  return hash.Hex() + " " + std::to_string(axes);
}

Result<Balance> CountsAsBalance(const framescope_pole_counts& counts) {
  return BalanceOf(counts, 0);
}

// One document of counts.
Status AddRow(const framescope_counts& row, CorpusTotal* total) {
  std::vector<AxisScore> scores(row.axis_count);
  for (std::size_t i = 0; i < row.axis_count; ++i) {
    const auto evoked = CountsAsBalance(row.axes[i].evoked);
    if (!evoked.ok()) return evoked.status();
    const auto endorsed = CountsAsBalance(row.axes[i].endorsed);
    if (!endorsed.ok()) return endorsed.status();
    scores[i] = {static_cast<std::uint32_t>(i), evoked.value(),
                 endorsed.value()};
  }
  total->Add(row.extents->words - row.extents->repeated_words, scores);
  return Status();
}

// All rows or none.
Status AddRows(const framescope_counts& counts, std::size_t documents,
               CorpusTotal* total) {
  CorpusTotal sum = *total;
  for (std::size_t i = 0; i < documents; ++i) {
    const framescope_counts row = RowOf(counts, i);
    if (row.statuses != nullptr && *row.statuses != FRAMESCOPE_OK) continue;
    const Status added = AddRow(row, &sum);
    if (!added.ok()) return added;
  }
  *total = std::move(sum);
  return Status();
}

std::string Written(const framescope_total& total) {
  std::string text(kMagic);
  text += KeyOf(total.stamp, total.total.axes());
  for (const std::uint64_t sum : total.total.State()) {
    text += " " + std::to_string(sum);
  }
  return text + "\n";
}

Result<std::vector<std::uint64_t>> ReadSums(std::string_view text) {
  const Status malformed(StatusCode::kParse,
                         "not a total as framescope_total_write writes it");
  std::vector<std::uint64_t> sums;
  while (text.starts_with(' ') && sums.size() < kMostSums) {
    std::uint64_t sum = 0;
    const auto [end, problem] =
        std::from_chars(text.data() + 1, text.data() + text.size(), sum);
    if (problem != std::errc()) return malformed;
    sums.push_back(sum);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
  if (text != "\n") return malformed;
  return sums;
}

Result<CorpusTotal> ReadTotal(const framescope_analyzer& analyzer,
                              std::string_view text) {
  if (!text.starts_with(kMagic)) {
    return Status(StatusCode::kParse,
                  "not a total as framescope_total_write writes it");
  }
  text.remove_prefix(kMagic.size());
  const std::size_t axes = analyzer.analyzer.lexicon().axes().size();
  const std::string key = KeyOf(analyzer.analyzer.stamp(), axes);
  if (!text.starts_with(key)) return Foreign();
  const auto sums = ReadSums(text.substr(key.size()));
  if (!sums.ok()) return sums.status();
  auto total = CorpusTotal::FromState(axes, sums.value());
  if (!total) return Foreign();
  return std::move(*total);
}

}  // namespace
}  // namespace framescope

using framescope::CallLock;
using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_total_new(framescope_total** out,
                                       const framescope_analyzer* analyzer,
                                       framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    *out = new framescope_total{
        framescope::CorpusTotal(analyzer->analyzer.lexicon().axes().size()),
        analyzer->analyzer.stamp(),
        {}};
    return Status();
  });
}

void framescope_total_free(framescope_total* total) { delete total; }

framescope_status framescope_total_add(framescope_total* total,
                                       const framescope_analysis* analysis,
                                       framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (total == nullptr) return NullArgument("total");
    if (analysis == nullptr) return NullArgument("analysis");
    const CallLock lock(&total->busy);
    if (!lock.held()) return CallLock::InUse("total");
    if (analysis->analysis.axes.size() != total->total.axes()) {
      return framescope::Foreign();
    }
    total->total.Add(analysis->analysis);
    return Status();
  });
}

framescope_status framescope_total_add_counts(framescope_total* total,
                                              const framescope_counts* counts,
                                              size_t documents,
                                              framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (total == nullptr) return NullArgument("total");
    if (counts == nullptr) return NullArgument("counts");
    const framescope_counts used = framescope::CountsOf(counts);
    if (documents == 0) return Status();
    if (used.axes == nullptr) return NullArgument("counts->axes");
    if (used.extents == nullptr) return NullArgument("counts->extents");
    const CallLock lock(&total->busy);
    if (!lock.held()) return CallLock::InUse("total");
    if (used.axis_count != total->total.axes()) return framescope::Foreign();
    return framescope::AddRows(used, documents, &total->total);
  });
}

framescope_status framescope_total_merge(framescope_total* total,
                                         const framescope_total* other,
                                         framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (total == nullptr) return NullArgument("total");
    if (other == nullptr) return NullArgument("other");
    const CallLock lock(&total->busy);
    if (!lock.held()) return CallLock::InUse("total");
    if (total != other) {
      const CallLock other_lock(&other->busy);
      if (!other_lock.held()) return CallLock::InUse("other total");
      if (total->stamp != other->stamp) return framescope::Foreign();
      total->total.Merge(other->total);
      return Status();
    }
    total->total.Merge(framescope::CorpusTotal(total->total));
    return Status();
  });
}

uint64_t framescope_total_document_count(const framescope_total* total) {
  return total == nullptr ? 0 : total->total.documents();
}

uint64_t framescope_total_word_count(const framescope_total* total) {
  return total == nullptr ? 0 : total->total.words();
}

framescope_status framescope_total_scores(framescope_axis_score* out,
                                          size_t count,
                                          const framescope_total* total,
                                          framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (total == nullptr) return NullArgument("total");
    if (out == nullptr && count != 0) return NullArgument("out");
    const CallLock lock(&total->busy);
    if (!lock.held()) return CallLock::InUse("total");
    const auto scores = total->total.Scores();
    if (count != scores.size()) {
      return Status(framescope::StatusCode::kInvalidArgument,
                    "there are " + std::to_string(scores.size()) +
                        " axes, not " + std::to_string(count));
    }
    for (std::size_t i = 0; i < count; ++i) {
      out[i] = {framescope::View(scores[i].evoked),
                framescope::View(scores[i].endorsed)};
    }
    return Status();
  });
}

framescope_status framescope_total_write(const framescope_total* total,
                                         framescope_write_fn write,
                                         void* payload,
                                         framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (total == nullptr) return NullArgument("total");
    if (write == nullptr) return NullArgument("write");
    const CallLock lock(&total->busy);
    if (!lock.held()) return CallLock::InUse("total");
    return framescope::WriteOut(framescope::Written(*total), write, payload);
  });
}

framescope_status framescope_total_read(framescope_total** out,
                                        const framescope_analyzer* analyzer,
                                        const char* data, size_t size,
                                        framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (data == nullptr && size != 0) return NullArgument("data");
    auto total =
        framescope::ReadTotal(*analyzer, framescope::TextView(data, size));
    if (!total.ok()) return total.status();
    *out = new framescope_total{
        std::move(total).value(), analyzer->analyzer.stamp(), {}};
    return Status();
  });
}

framescope_status framescope_nominal_alpha(double* out, const uint32_t* values,
                                           size_t units, size_t coders,
                                           framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (coders != 0 && units > std::numeric_limits<size_t>::max() / coders) {
      return Status(framescope::StatusCode::kInvalidArgument,
                    "units * coders is too large");
    }
    if (values == nullptr && units * coders != 0) return NullArgument("values");
    std::vector<std::vector<std::uint32_t>> coded;
    for (size_t u = 0; u < (coders == 0 ? 0 : units); ++u) {
      auto& unit = coded.emplace_back();
      for (size_t c = 0; c < coders; ++c) {
        const std::uint32_t value = values[u * coders + c];
        if (value != FRAMESCOPE_NONE) unit.push_back(value);
      }
    }
    *out = framescope::KrippendorffAlpha(coded);
    return Status();
  });
}

}  // extern "C"
