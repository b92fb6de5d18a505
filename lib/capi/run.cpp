// Tested by tests/unit/capi/capi_test.c.
#include <cstddef>

#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/paths.hpp"
#include "capi/read_options.hpp"
#include "framescope/batch.hpp"

namespace framescope {
namespace {

static_assert(static_cast<framescope_outcome>(Outcome::kScored) ==
              FRAMESCOPE_SCORED);
static_assert(static_cast<framescope_outcome>(Outcome::kFailed) ==
              FRAMESCOPE_FAILED);
static_assert(static_cast<framescope_outcome>(Outcome::kSkipped) ==
              FRAMESCOPE_SKIPPED);

// Shows one item to the caller's function through C views.
bool Show(BatchItem& item, framescope_item_fn function, void* payload) {
  framescope_analysis analysis;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  framescope_item view = {};
  view.outcome = static_cast<framescope_outcome>(item.outcome);
  view.path = item.path.c_str();
  view.id = item.id.c_str();
  if (item.outcome == Outcome::kScored) {
    analysis.analysis = std::move(item.analysis);
    FillViews(&analysis);
    view.analysis = &analysis;
  } else {
    Fail(item.status, &error);
    view.error = &error;
  }
  const bool goes_on = function(payload, &view) == 0;
  // It is freed where it was made.
  item.analysis = std::move(analysis.analysis);
  return goes_on;
}

}  // namespace
}  // namespace framescope

extern "C" framescope_status framescope_run(
    const framescope_analyzer* analyzer, const char* const* paths,
    size_t path_count, const framescope_run_options* options,
    framescope_item_fn item, void* payload, framescope_error* error) {
  using framescope::NullArgument;
  return framescope::Guard(error, [&]() -> framescope::Status {
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (item == nullptr) return NullArgument("item");
    const auto list = framescope::PathsOf(paths, path_count);
    if (!list.ok()) return list.status();
    framescope::BatchOptions used;
    if (FRAMESCOPE_HAS_FIELD(options, jobs)) used.jobs = options->jobs;
    if (FRAMESCOPE_HAS_FIELD(options, read)) {
      used.read = framescope::ReadOptionsOf(options->read);
    }
    if (FRAMESCOPE_HAS_FIELD(options, progress) &&
        options->progress != nullptr) {
      const framescope_progress_fn progress = options->progress;
      used.progress = [=](std::uint64_t done, std::uint64_t total) {
        return progress(payload, done, total) == 0;
      };
    }
    return framescope::RunBatch(analyzer->analyzer, list.value(), used,
                                [&](framescope::BatchItem& result) {
                                  return framescope::Show(result, item,
                                                          payload);
                                });
  });
}
