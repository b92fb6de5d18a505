// The commands score and report: documents in, one report out.
#include <filesystem>
#include <map>

#include "output.hpp"
#include "setup.hpp"

namespace cli {
namespace {

// What the callbacks of one run share.
struct Run {
  Output* output = nullptr;
  Progress* progress = nullptr;
  framescope_report* report = nullptr;
  std::uint64_t scored = 0, failed = 0;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  bool many = false;
};

int WritePiece(void* payload, const char* data, std::size_t size) {
  Run* run = static_cast<Run*>(payload);
  return run->output->Write(data, size) ? 0 : 1;
}

int AddItem(void* payload, const framescope_item* item) {
  Run* run = static_cast<Run*>(payload);
  run->progress->Wipe();
  if (item->outcome == FRAMESCOPE_FAILED) {
    ++run->failed;
    std::string where = item->path;
    if (item->error->line > 0) where += ":" + std::to_string(item->error->line);
    const std::string message = item->error->message;
    Complain(message.starts_with(item->path) ? message
                                             : where + ": " + message);
  } else if (item->outcome == FRAMESCOPE_SCORED) {
    ++run->scored;
  }
  return framescope_report_add(run->report, item, &run->error) == FRAMESCOPE_OK
             ? 0
             : 1;
}

int ShowProgress(void* payload, std::uint64_t done, std::uint64_t total) {
  Run* run = static_cast<Run*>(payload);
  run->output->Flush();
  run->progress->Show(done, total);
  return 0;
}

// One file that is one document gets the full report.
bool Many(const Options& options) {
  if (options.paths.size() != 1) return true;
  std::error_code error;
  const std::filesystem::path path = options.paths[0];
  if (std::filesystem::is_directory(path, error)) return true;
  const std::string kinds[] = {"csv", "tsv", "jsonl", "ndjson"};
  std::string ending = path.extension().string();
  if (ending == ".gz" || ending == ".zst") {
    ending = path.stem().extension().string();
  }
  for (const std::string& kind : kinds) {
    if (options.input_format == kind) return true;
    if (options.input_format.empty() && ending == "." + kind) return true;
  }
  return false;
}

framescope_report_format FormatOf(const std::string& name) {
  static const std::map<std::string, framescope_report_format> kFormats = {
      {"text", FRAMESCOPE_REPORT_TEXT},
      {"json", FRAMESCOPE_REPORT_JSON},
      {"jsonl", FRAMESCOPE_REPORT_JSONL},
      {"csv", FRAMESCOPE_REPORT_CSV},
      {"html", FRAMESCOPE_REPORT_HTML}};
  return kFormats.at(name);
}

const char* OrNull(const std::string& text) {
  return text.empty() ? nullptr : text.c_str();
}

Report NewReport(const framescope_analyzer& analyzer, const Options& options,
                 Run* run) {
  framescope_report_options used = FRAMESCOPE_REPORT_OPTIONS_INIT;
  used.format = FormatOf(options.format);
  const bool to_terminal = options.output.empty() || options.output == "-";
  const bool colour = UseColour(options.colour) &&
                      (to_terminal || options.colour == ColourChoice::kAlways);
  used.flags = FlagIf(colour, FRAMESCOPE_REPORT_COLOUR) |
               FlagIf(options.quiet, FRAMESCOPE_REPORT_QUIET) |
               FlagIf(options.csv_raw, FRAMESCOPE_REPORT_CSV_RAW) |
               FlagIf(run->many, FRAMESCOPE_REPORT_MANY);
  used.width = options.width != 0 ? options.width : Width();
  framescope_report* report = nullptr;
  if (framescope_report_new(&report, &analyzer, &used, WritePiece, run,
                            &run->error) != FRAMESCOPE_OK) {
    Complain(run->error);
  }
  return Report(report);
}

framescope_status RunPaths(const framescope_analyzer& analyzer,
                           const Options& options, Run* run) {
  framescope_read_options read = FRAMESCOPE_READ_OPTIONS_INIT;
  read.encoding = OrNull(options.encoding);
  read.format = OrNull(options.input_format);
  read.text_column = OrNull(options.text_column);
  read.id_column = OrNull(options.id_column);
  framescope_run_options used = FRAMESCOPE_RUN_OPTIONS_INIT;
  used.jobs = options.jobs;
  used.read = &read;
  used.progress = ShowProgress;
  std::vector<const char*> paths;
  for (const std::string& path : options.paths) paths.push_back(path.c_str());
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  const framescope_status status = framescope_run(
      &analyzer, paths.data(), paths.size(), &used, AddItem, run, &error);
  // A callback that stopped the run has said why in run->error.
  if (status != FRAMESCOPE_OK && run->error.status == FRAMESCOPE_OK) {
    run->error = error;
  }
  return status;
}

}  // namespace

int RunScore(const Options& options) {
  const Lexicon lexicon = LoadLexicon(options);
  if (!lexicon) return kError;
  const Analyzer analyzer = MakeAnalyzer(*lexicon, options);
  if (!analyzer) return kError;
  Output output(options.output);
  if (!output.ok()) {
    Complain(output.reason());
    return kError;
  }
  Progress progress(options.quiet);
  Run run;
  run.output = &output;
  run.progress = &progress;
  run.many = Many(options);
  const Report report = NewReport(*analyzer, options, &run);
  if (!report) return output.pipe_closed() ? kDone : kError;
  run.report = report.get();
  framescope_status status = RunPaths(*analyzer, options, &run);
  if (status == FRAMESCOPE_OK) {
    status = framescope_report_finish(report.get(), &run.error);
  }
  progress.Wipe();
  if (output.pipe_closed()) return kDone;
  if (status != FRAMESCOPE_OK) {
    Complain(output.reason().empty() ? run.error.message : output.reason());
    return kError;
  }
  if (!output.Commit()) {
    if (output.pipe_closed()) return kDone;
    Complain(output.reason());
    return kError;
  }
  return run.failed > 0 ? kError : kDone;
}

}  // namespace cli
