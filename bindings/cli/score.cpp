// The commands score, report, lint and concordance: documents in, one report
// out.
#include <filesystem>
#include <map>

#include "run.hpp"

namespace cli {
namespace {

// One file that is one document gets the full report.
bool Many(const Options& options, const std::vector<std::string>& paths) {
  if (paths.size() != 1) return true;
  std::error_code error;
  const std::filesystem::path path = paths[0];
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

Report NewReport(const framescope_analyzer& analyzer, const Options& options,
                 framescope_report_format format, bool many, Run* run) {
  framescope_report_options used = ReportOptions(options, format);
  used.flags |= FlagIf(many, FRAMESCOPE_REPORT_MANY);
  framescope_report* report = nullptr;
  if (framescope_report_new(&report, &analyzer, &used, Run::Write, run,
                            &run->error) != FRAMESCOPE_OK) {
    return nullptr;
  }
  Report owned(report);
  for (const std::string& name : options.only) {
    if (framescope_report_only(report, name.c_str(), &run->error) !=
        FRAMESCOPE_OK) {
      return nullptr;
    }
  }
  return owned;
}

int Reported(const framescope_lexicon& lexicon, const Options& options,
             framescope_report_format format) {
  std::optional<std::uint64_t> allowed;
  if (!options.fail_over.empty()) {
    allowed = ReadNumber(options.fail_over, false);
    if (!allowed) {
      Complain("--fail-over " + options.fail_over + ": expected a number");
      return kError;
    }
  }
  const auto paths = InputPaths(options);
  if (!paths) return kError;
  const Analyzer analyzer = MakeAnalyzer(lexicon, options);
  if (!analyzer) return kError;
  Run run(options);
  if (!run.ok()) return kError;
  const Report report =
      NewReport(*analyzer, options, format, Many(options, *paths), &run);
  if (!report) return run.End(run.error.status);
  framescope_status status = run.Read(
      *analyzer, *paths, [&](const framescope_item* item, auto* error) {
        return framescope_report_add(report.get(), item, error);
      });
  if (status == FRAMESCOPE_OK) {
    status = framescope_report_finish(report.get(), &run.error);
  }
  const int ended = run.End(status);
  if (ended != kDone) return ended;
  return allowed && run.negative_marks() > *allowed ? kNo : kDone;
}

int Reported(const Options& options, framescope_report_format format) {
  const Lexicon lexicon = LoadLexicon(options);
  return lexicon ? Reported(*lexicon, options, format) : kError;
}

// A lexicon of one category that holds the patterns to look for.
Lexicon SearchLexicon(const std::vector<std::string>& patterns) {
  const std::string toml =
      "name = \"search\"\nversion = \"1\"\n[[category]]\nname = \"found\"\n";
  std::string entries =
      "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
      "sources\tdate\tnote\n";
  for (const std::string& pattern : patterns) {
    if (pattern.find_first_of("\t\r\n") != pattern.npos) {
      Complain("--find " + pattern + ": a pattern is one line without tabs");
      return nullptr;
    }
    entries += pattern + "\tfound\t2\n";
  }
  framescope_lexicon* lexicon = nullptr;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  Findings findings;
  if (framescope_lexicon_parse(&lexicon, "--find", toml.data(), toml.size(),
                               entries.data(), entries.size(), nullptr, 0,
                               ShowFindFinding, &findings,
                               &error) != FRAMESCOPE_OK &&
      findings.count == 0) {
    Complain(error);
  }
  return Lexicon(lexicon);
}

}  // namespace

int RunScore(const Options& options) {
  static const std::map<std::string, framescope_report_format> kFormats = {
      {"text", FRAMESCOPE_REPORT_TEXT},
      {"json", FRAMESCOPE_REPORT_JSON},
      {"jsonl", FRAMESCOPE_REPORT_JSONL},
      {"csv", FRAMESCOPE_REPORT_CSV},
      {"html", FRAMESCOPE_REPORT_HTML}};
  return Reported(options, kFormats.at(options.format));
}

int RunReport(const Options& options) {
  return Reported(options, FRAMESCOPE_REPORT_HTML);
}

int RunLint(const Options& options) {
  return Reported(options, options.format == "sarif" ? FRAMESCOPE_REPORT_SARIF
                                                     : FRAMESCOPE_REPORT_LINT);
}

int RunConcordance(const Options& options) {
  const framescope_report_format format =
      options.format == "csv" ? FRAMESCOPE_REPORT_CONCORDANCE_CSV
                              : FRAMESCOPE_REPORT_CONCORDANCE;
  if (options.find.empty()) return Reported(options, format);
  const Lexicon lexicon = SearchLexicon(options.find);
  return lexicon ? Reported(*lexicon, options, format) : kError;
}

}  // namespace cli
