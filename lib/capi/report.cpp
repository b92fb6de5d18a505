// Tested by tests/unit/capi/capi_test.c.
#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "capi/fits.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/locks.hpp"
#include "capi/report_options.hpp"

namespace framescope {
namespace {

constexpr framescope_report_format kLastFormat =
    FRAMESCOPE_REPORT_CONCORDANCE_CSV;
static_assert(static_cast<framescope_report_format>(ReportFormat::kHtml) ==
              FRAMESCOPE_REPORT_HTML);
static_assert(static_cast<framescope_report_format>(ReportFormat::kCsv) ==
              FRAMESCOPE_REPORT_CSV);
static_assert(static_cast<framescope_report_format>(ReportFormat::kJsonl) ==
              FRAMESCOPE_REPORT_JSONL);
static_assert(static_cast<framescope_report_format>(ReportFormat::kJson) ==
              FRAMESCOPE_REPORT_JSON);

static_assert(static_cast<framescope_report_format>(ReportFormat::kLint) ==
              FRAMESCOPE_REPORT_LINT);
static_assert(static_cast<framescope_report_format>(ReportFormat::kSarif) ==
              FRAMESCOPE_REPORT_SARIF);
static_assert(static_cast<framescope_report_format>(
                  ReportFormat::kConcordance) == FRAMESCOPE_REPORT_CONCORDANCE);
static_assert(
    static_cast<framescope_report_format>(ReportFormat::kConcordanceCsv) ==
    FRAMESCOPE_REPORT_CONCORDANCE_CSV);

// Writes what comes first, once.
Status Begin(framescope_report* report) {
  if (report->begun) return Status();
  report->begun = true;
  return report->writer->Begin(report->single);
}

// The status that an item of the caller tells of.
Status StatusOf(const framescope_error* error) {
  if (error == nullptr) return Status(StatusCode::kInternal, "no reason given");
  if (!FRAMESCOPE_HAS_FIELD(error, column)) {
    return Status(StatusCode::kInternal, "no reason given");
  }
  // As much of the message as there is, also where nothing ends it.
  const std::size_t before = offsetof(framescope_error, message);
  const std::size_t room =
      std::min<std::size_t>(error->struct_size, sizeof *error) - before;
  const char* end = std::find(error->message, error->message + room, '\0');
  return Status(static_cast<StatusCode>(error->status),
                std::string(error->message, end),
                {error->offset, error->line, error->column});
}

std::unique_ptr<ReportWriter> MakeWriter(const framescope_analyzer& analyzer,
                                         const ReportOptions& options,
                                         framescope_write_fn write,
                                         void* payload) {
  const Analyzer& from = analyzer.analyzer;
  return ReportWriter::Create({from.lexicon(), from.rules(), from.stamp()},
                              options, [=](std::string_view piece) {
                                return write(payload, piece.data(),
                                             piece.size()) == 0;
                              });
}

Status AddItem(framescope_report* report, const framescope_item& item) {
  ReportWriter* writer = report->writer.get();
  const std::string path = OrEmpty(item.path);
  switch (item.outcome) {
    case FRAMESCOPE_SCORED:
      if (item.analysis == nullptr) return NullArgument("item->analysis");
      if (const Status fits =
              CheckFits(item.analysis->analysis, *report->analyzer);
          !fits.ok()) {
        return fits;
      }
      return writer->Add(item.analysis->analysis);
    case FRAMESCOPE_FAILED:
      return writer->AddFailure({OrEmpty(item.id), path, StatusOf(item.error)});
    case FRAMESCOPE_SKIPPED:
      return writer->AddSkipped(path, StatusOf(item.error).message());
    default:
      return Status(StatusCode::kInvalidArgument,
                    "unknown outcome " + std::to_string(item.outcome));
  }
}

}  // namespace

Result<ReportOptions> ReportOptionsOf(const framescope_report_options* options,
                                      bool* many) {
  ReportOptions used;
  if (many != nullptr) *many = false;
  if (FRAMESCOPE_HAS_FIELD(options, format)) {
    if (options->format > kLastFormat) {
      return Status(StatusCode::kInvalidArgument,
                    "unknown report format " + std::to_string(options->format));
    }
    used.format = static_cast<ReportFormat>(options->format);
  }
  if (FRAMESCOPE_HAS_FIELD(options, flags)) {
    used.colour = (options->flags & FRAMESCOPE_REPORT_COLOUR) != 0;
    used.quiet = (options->flags & FRAMESCOPE_REPORT_QUIET) != 0;
    used.csv_raw = (options->flags & FRAMESCOPE_REPORT_CSV_RAW) != 0;
    if (many != nullptr) {
      *many = (options->flags & FRAMESCOPE_REPORT_MANY) != 0;
    }
  }
  if (FRAMESCOPE_HAS_FIELD(options, width) && options->width != 0) {
    used.width = options->width;
  }
  return used;
}

}  // namespace framescope

using framescope::CallLock;
using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_report_new(
    framescope_report** out, const framescope_analyzer* analyzer,
    const framescope_report_options* options, framescope_write_fn write,
    void* payload, framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (write == nullptr) return NullArgument("write");
    bool many = false;
    auto used = framescope::ReportOptionsOf(options, &many);
    if (!used.ok()) return used.status();
    auto report = std::make_unique<framescope_report>();
    report->writer =
        framescope::MakeWriter(*analyzer, used.value(), write, payload);
    report->analyzer = analyzer->analyzer;
    report->single = !many;
    *out = report.release();
    return Status();
  });
}

framescope_status framescope_report_only(framescope_report* report,
                                         const char* name,
                                         framescope_error* error) {
  return Guard(error, [&] {
    if (report == nullptr) return NullArgument("report");
    if (name == nullptr) return NullArgument("name");
    const CallLock lock(&report->busy);
    if (!lock.held()) return CallLock::InUse("report");
    if (report->begun) {
      return Status(framescope::StatusCode::kInvalidArgument,
                    "the report has begun: ask before adding documents");
    }
    return report->writer->Only(name);
  });
}

framescope_status framescope_report_add(framescope_report* report,
                                        const framescope_item* item,
                                        framescope_error* error) {
  return Guard(error, [&] {
    if (report == nullptr) return NullArgument("report");
    if (item == nullptr) return NullArgument("item");
    const CallLock lock(&report->busy);
    if (!lock.held()) return CallLock::InUse("report");
    const Status begun = framescope::Begin(report);
    if (!begun.ok()) return begun;
    return framescope::AddItem(report, *item);
  });
}

framescope_status framescope_report_finish(framescope_report* report,
                                           framescope_error* error) {
  return Guard(error, [&] {
    if (report == nullptr) return NullArgument("report");
    const CallLock lock(&report->busy);
    if (!lock.held()) return CallLock::InUse("report");
    const Status begun = framescope::Begin(report);
    if (!begun.ok()) return begun;
    return report->writer->End();
  });
}

framescope_status framescope_analysis_write(
    const framescope_analysis* analysis, const framescope_analyzer* analyzer,
    const framescope_report_options* options, framescope_write_fn write,
    void* payload, framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (analysis == nullptr) return NullArgument("analysis");
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (write == nullptr) return NullArgument("write");
    bool many = false;
    auto used = framescope::ReportOptionsOf(options, &many);
    if (!used.ok()) return used.status();
    const Status fits =
        framescope::CheckFits(analysis->analysis, analyzer->analyzer);
    if (!fits.ok()) return fits;
    const auto writer =
        framescope::MakeWriter(*analyzer, used.value(), write, payload);
    Status status = writer->Begin(!many);
    if (status.ok()) status = writer->Add(analysis->analysis);
    if (status.ok()) status = writer->End();
    return status;
  });
}

void framescope_report_free(framescope_report* report) { delete report; }

}  // extern "C"
