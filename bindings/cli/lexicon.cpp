// The commands of framescope lexicon.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "setup.hpp"

namespace cli {

namespace {

constexpr std::string_view kEntries = "entries.tsv";

// Writes a line to standard output. Returns `status`, or kError after a
// complaint that it could not be written.
int Say(const std::string& line, int status) {
  Output output("");
  output.Write(line.data(), line.size());
  output.Write("\n", 1);
  return CommitOrComplain(&output) ? status : kError;
}

struct CheckFindings {
  Findings shown;
  std::string path;  // of the lexicon; empty for the one built in
};

// Shows a finding under the path that its file has here: the table's in the
// folder, or the file of another tool.
int ShowCheckFinding(void* payload, int severity, const char* message) {
  auto* const findings = static_cast<CheckFindings*>(payload);
  std::string text = message;
  std::error_code error;
  if (std::filesystem::is_directory(findings->path, error)) {
    text = (std::filesystem::path(findings->path) / text).string();
  } else if (!findings->path.empty() && text.starts_with(kEntries)) {
    text = findings->path + text.substr(kEntries.size());
  }
  return ShowFinding(&findings->shown, severity, text.c_str());
}

Lexicon LoadLexicon(const Options& options, const std::string& path) {
  Options used = options;
  used.lexicon = path;
  return LoadLexicon(used);
}

}  // namespace

int RunLexiconCheck(const Options& options) {
  Options used = options;
  used.all_findings = true;
  if (!options.paths.empty()) used.lexicon = FindLexicon(options.paths[0]);
  const Lexicon lexicon = LoadLexicon(used);
  if (!lexicon) return kNo;
  const std::vector<const char*> corpus = Pointers(options.corpus);
  CheckFindings findings;
  findings.shown.all = true;
  findings.path = used.lexicon;
  std::uint64_t errors = 0;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  if (framescope_lexicon_check(&errors, lexicon.get(), corpus.data(),
                               corpus.size(), ShowCheckFinding, &findings,
                               &error) != FRAMESCOPE_OK) {
    return Complain(error);
  }
  const auto counted = [](std::size_t count, const char* what) {
    return std::to_string(count) + " " + what + ", ";
  };
  return Say(
      std::string(framescope_lexicon_name(lexicon.get())) + " " +
          framescope_lexicon_version(lexicon.get()) + ": " +
          counted(framescope_lexicon_axis_count(lexicon.get()), "axes") +
          counted(framescope_lexicon_category_count(lexicon.get()),
                  "categories") +
          counted(framescope_lexicon_entry_count(lexicon.get()), "entries") +
          counted(framescope_lexicon_mask_count(lexicon.get()), "masks") +
          "hash " + framescope_lexicon_hash(lexicon.get()) + ": " +
          (errors == 0 ? "no" : std::to_string(errors)) + " errors",
      errors == 0 ? kDone : kNo);
}

int RunLexiconConvert(const Options& options) {
  const Lexicon lexicon = LoadLexicon(options, options.paths[0]);
  if (!lexicon) return kError;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  Findings findings;
  findings.all = true;
  const char* const format = options.to.empty() ? nullptr : options.to.c_str();
  if (framescope_lexicon_save(lexicon.get(), options.paths[1].c_str(), format,
                              ShowFinding, &findings,
                              &error) != FRAMESCOPE_OK) {
    return Complain(error);
  }
  return Say(
      options.paths[1] + ": " +
          std::to_string(framescope_lexicon_category_count(lexicon.get())) +
          " categories, " +
          std::to_string(framescope_lexicon_entry_count(lexicon.get())) +
          " entries; " + std::to_string(findings.count) +
          " things that the format does not hold",
      options.strict && findings.count > 0 ? kNo : kDone);
}

int RunLexiconShow(const Options& options) {
  const Lexicon lexicon = LoadLexicon(options);
  if (!lexicon) return kError;
  const framescope_options used = AnalyzerOptions(options);
  const std::vector<const char*> corpus = Pointers(options.corpus);
  Output output("");
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  const framescope_status status = framescope_lexicon_show(
      lexicon.get(), options.paths[0].c_str(), &used, corpus.data(),
      corpus.size(), WritePiece, &output, &error);
  return EndOutput(status, error, &output);
}

int RunLexiconDiff(const Options& options) {
  const Lexicon before = LoadLexicon(options, options.paths[0]);
  const Lexicon after = LoadLexicon(options, options.paths[1]);
  if (!before || !after) return kError;
  const framescope_options used = AnalyzerOptions(options);
  const std::vector<const char*> corpus = Pointers(options.corpus);
  Output output("");
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  const framescope_status status =
      framescope_lexicon_diff(before.get(), after.get(), &used, corpus.data(),
                              corpus.size(), WritePiece, &output, &error);
  return EndOutput(status, error, &output);
}

int RunLexiconList(const Options& options) {
  const Lexicon lexicon = LoadLexicon(options);
  if (!lexicon) return kError;
  Output output("");
  const std::size_t count = framescope_lexicon_entry_count(lexicon.get());
  for (std::size_t i = 0; i < count; ++i) {
    framescope_entry entry;
    framescope_category category;
    if (framescope_lexicon_entry(&entry, lexicon.get(), i) != FRAMESCOPE_OK ||
        framescope_lexicon_category(&category, lexicon.get(), entry.category) !=
            FRAMESCOPE_OK) {
      return kError;
    }
    const std::string line = std::string(category.name) + '\t' + entry.pattern +
                             '\t' + std::to_string(entry.weight) + '\t' +
                             entry.sources + '\n';
    if (!output.Write(line.data(), line.size())) break;
  }
  return CommitOrComplain(&output) ? kDone : kError;
}

}  // namespace cli
