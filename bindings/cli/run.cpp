#include "run.hpp"

namespace cli {

Run::Run(const Options& options)
    : options_(options), output_(options.output), progress_(options.quiet) {
  ok_ = output_.ok();
  if (!ok_) Complain(output_.reason());
}

int Run::Write(void* payload, const char* data, std::size_t size) {
  return WritePiece(&static_cast<Run*>(payload)->output_, data, size);
}

void Run::TellFailure(const framescope_item& item) const {
  ComplainOf(item.path, *item.error);
}

int Run::AddItem(void* payload, const framescope_item* item) {
  Run* run = static_cast<Run*>(payload);
  run->progress_.Wipe();
  if (item->outcome == FRAMESCOPE_FAILED) {
    ++run->failed_;
    run->TellFailure(*item);
  } else if (item->outcome == FRAMESCOPE_SCORED) {
    std::size_t count = 0;
    const framescope_axis_score* scores =
        framescope_analysis_scores(item->analysis, &count);
    for (std::size_t i = 0; i < count; ++i) {
      run->negative_marks_ += scores[i].endorsed.negative_count;
    }
  }
  return run->add_(item, &run->error) == FRAMESCOPE_OK ? 0 : 1;
}

int Run::ShowProgress(void* payload, std::uint64_t done, std::uint64_t total) {
  Run* run = static_cast<Run*>(payload);
  run->output_.Flush();
  run->progress_.Show(done, total);
  return 0;
}

framescope_status Run::Read(const framescope_analyzer& analyzer,
                            const std::vector<std::string>& paths, AddFn add) {
  const auto read = ReadOptions(options_);
  if (!read) {
    ok_ = false;
    return FRAMESCOPE_E_INVALID_ARGUMENT;
  }
  add_ = std::move(add);
  framescope_run_options used = FRAMESCOPE_RUN_OPTIONS_INIT;
  used.jobs = options_.jobs;
  used.read = &*read;
  used.progress = ShowProgress;
  const std::vector<const char*> names = Pointers(paths);
  progress_.Show(0, 1);
  framescope_error why = FRAMESCOPE_ERROR_INIT;
  const framescope_status status = framescope_run(
      &analyzer, names.data(), names.size(), &used, AddItem, this, &why);
  // A callback that stopped the run has said why in `error`.
  if (status != FRAMESCOPE_OK && error.status == FRAMESCOPE_OK) error = why;
  return status;
}

int Run::End(framescope_status status) {
  progress_.Wipe();
  if (output_.pipe_closed()) return kDone;
  if (!ok_) return kError;
  if (status != FRAMESCOPE_OK) {
    Complain(output_.reason().empty() ? error.message : output_.reason());
    return kError;
  }
  if (!CommitOrComplain(&output_)) return kError;
  if (output_.pipe_closed()) return kDone;
  return failed_ > 0 ? kError : kDone;
}

}  // namespace cli
