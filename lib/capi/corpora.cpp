// Tested by tests/unit/capi/corpora_test.c.
#include <atomic>
#include <cstddef>
#include <string>

#include "capi/fits.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/locks.hpp"
#include "capi/report_options.hpp"
#include "capi/write_out.hpp"
#include "report/corpus_report.hpp"

struct framescope_comparison {
  framescope::Analyzer analyzer;
  framescope::CorpusCounts sets[2];
  mutable std::atomic_flag busy;
};

struct framescope_trend {
  framescope::Analyzer analyzer;
  framescope::Timeline timeline;
  mutable std::atomic_flag busy;
};

namespace framescope {
namespace {

ReportContext ContextOf(const Analyzer& analyzer) {
  return {analyzer.lexicon(), analyzer.rules(), analyzer.stamp()};
}

// The analysis of an item; null when it adds nothing.
Result<const Analysis*> AnalysisOf(const framescope_item& item,
                                   const Analyzer& analyzer) {
  if (item.outcome > FRAMESCOPE_SKIPPED) {
    return Status(StatusCode::kInvalidArgument,
                  "unknown outcome " + std::to_string(item.outcome));
  }
  if (item.outcome != FRAMESCOPE_SCORED) {
    return static_cast<const Analysis*>(nullptr);
  }
  if (item.analysis == nullptr) return NullArgument("item->analysis");
  const Analysis& analysis = item.analysis->analysis;
  const Status fits = CheckFits(analysis, analyzer);
  if (!fits.ok()) return fits;
  return &analysis;
}

Result<Period> PeriodOf(const char* name) {
  const std::string period = OrEmpty(name);
  if (period == "year") return Period::kYear;
  if (period == "month") return Period::kMonth;
  if (period == "day") return Period::kDay;
  return Status(StatusCode::kInvalidArgument,
                "unknown period '" + period + "': year, month or day");
}

}  // namespace
}  // namespace framescope

using framescope::CallLock;
using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_comparison_new(framescope_comparison** out,
                                            const framescope_analyzer* analyzer,
                                            framescope_error* error) {
  return Guard(error, [&] {
    if (out == nullptr) return NullArgument("out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    const framescope::CorpusCounts empty(analyzer->analyzer.lexicon());
    *out = new framescope_comparison{analyzer->analyzer, {empty, empty}, {}};
    return Status();
  });
}

void framescope_comparison_free(framescope_comparison* comparison) {
  delete comparison;
}

framescope_status framescope_comparison_add(framescope_comparison* comparison,
                                            uint32_t set,
                                            const framescope_item* item,
                                            framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (comparison == nullptr) return NullArgument("comparison");
    if (item == nullptr) return NullArgument("item");
    if (set > 1) {
      return Status(framescope::StatusCode::kInvalidArgument,
                    "set must be 0 or 1");
    }
    const CallLock lock(&comparison->busy);
    if (!lock.held()) return CallLock::InUse("comparison");
    const auto analysis = framescope::AnalysisOf(*item, comparison->analyzer);
    if (!analysis.ok()) return analysis.status();
    if (analysis.value() != nullptr) {
      comparison->sets[set].Add(*analysis.value());
    }
    return Status();
  });
}

framescope_status framescope_comparison_write(
    const framescope_comparison* comparison,
    const framescope_report_options* options, size_t most,
    framescope_write_fn write, void* payload, framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (comparison == nullptr) return NullArgument("comparison");
    if (write == nullptr) return NullArgument("write");
    const CallLock lock(&comparison->busy);
    if (!lock.held()) return CallLock::InUse("comparison");
    const auto used = framescope::ReportOptionsOf(options, nullptr);
    if (!used.ok()) return used.status();
    return framescope::WriteOut(framescope::ComparisonReport(
                                    framescope::ContextOf(comparison->analyzer),
                                    used.value(), comparison->sets, most),
                                write, payload);
  });
}

framescope_status framescope_trend_new(framescope_trend** out,
                                       const framescope_analyzer* analyzer,
                                       const char* field, const char* period,
                                       framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    const auto used = framescope::PeriodOf(period);
    if (!used.ok()) return used.status();
    *out = new framescope_trend{
        analyzer->analyzer,
        framescope::Timeline(analyzer->analyzer.lexicon().axes().size(),
                             framescope::OrEmpty(field), used.value()),
        {}};
    return Status();
  });
}

void framescope_trend_free(framescope_trend* trend) { delete trend; }

framescope_status framescope_trend_add(framescope_trend* trend,
                                       const framescope_item* item,
                                       framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (trend == nullptr) return NullArgument("trend");
    if (item == nullptr) return NullArgument("item");
    const CallLock lock(&trend->busy);
    if (!lock.held()) return CallLock::InUse("trend");
    const auto analysis = framescope::AnalysisOf(*item, trend->analyzer);
    if (!analysis.ok()) return analysis.status();
    if (analysis.value() != nullptr) trend->timeline.Add(*analysis.value());
    return Status();
  });
}

framescope_status framescope_trend_write(
    const framescope_trend* trend, const framescope_report_options* options,
    framescope_write_fn write, void* payload, framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (trend == nullptr) return NullArgument("trend");
    if (write == nullptr) return NullArgument("write");
    const CallLock lock(&trend->busy);
    if (!lock.held()) return CallLock::InUse("trend");
    const auto used = framescope::ReportOptionsOf(options, nullptr);
    if (!used.ok()) return used.status();
    return framescope::WriteOut(
        framescope::TrendReport(framescope::ContextOf(trend->analyzer),
                                used.value(), trend->timeline),
        write, payload);
  });
}

}  // extern "C"
