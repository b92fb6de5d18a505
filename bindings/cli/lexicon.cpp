// The commands of framescope lexicon.
#include <cinttypes>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "setup.hpp"

namespace cli {

namespace {

constexpr std::string_view kEntries = "entries.tsv";

int PrintPiece(void*, const char* data, std::size_t size) {
  return std::fwrite(data, 1, size, stdout) == size ? 0 : 1;
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
  std::printf(
      "%s %s: %zu axes, %zu categories, %zu entries, %zu masks, hash %s: ",
      framescope_lexicon_name(lexicon.get()),
      framescope_lexicon_version(lexicon.get()),
      framescope_lexicon_axis_count(lexicon.get()),
      framescope_lexicon_category_count(lexicon.get()),
      framescope_lexicon_entry_count(lexicon.get()),
      framescope_lexicon_mask_count(lexicon.get()),
      framescope_lexicon_hash(lexicon.get()));
  if (errors == 0) {
    std::printf("no errors\n");
  } else {
    std::printf("%" PRIu64 " errors\n", errors);
  }
  return errors == 0 ? kDone : kNo;
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
  std::printf("%s: %zu categories, %zu entries; %" PRIu32
              " things that the format does not hold\n",
              options.paths[1].c_str(),
              framescope_lexicon_category_count(lexicon.get()),
              framescope_lexicon_entry_count(lexicon.get()), findings.count);
  return options.strict && findings.count > 0 ? kNo : kDone;
}

int RunLexiconShow(const Options& options) {
  const Lexicon lexicon = LoadLexicon(options);
  if (!lexicon) return kError;
  const framescope_options used = AnalyzerOptions(options);
  const std::vector<const char*> corpus = Pointers(options.corpus);
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  if (framescope_lexicon_show(lexicon.get(), options.paths[0].c_str(), &used,
                              corpus.data(), corpus.size(), PrintPiece, nullptr,
                              &error) != FRAMESCOPE_OK) {
    return Complain(error);
  }
  return kDone;
}

int RunLexiconDiff(const Options& options) {
  const Lexicon before = LoadLexicon(options, options.paths[0]);
  const Lexicon after = LoadLexicon(options, options.paths[1]);
  if (!before || !after) return kError;
  const framescope_options used = AnalyzerOptions(options);
  const std::vector<const char*> corpus = Pointers(options.corpus);
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  if (framescope_lexicon_diff(before.get(), after.get(), &used, corpus.data(),
                              corpus.size(), PrintPiece, nullptr,
                              &error) != FRAMESCOPE_OK) {
    return Complain(error);
  }
  return kDone;
}

int RunLexiconList(const Options& options) {
  const Lexicon lexicon = LoadLexicon(options);
  if (!lexicon) return kError;
  const std::size_t count = framescope_lexicon_entry_count(lexicon.get());
  for (std::size_t i = 0; i < count; ++i) {
    framescope_entry entry;
    framescope_category category;
    if (framescope_lexicon_entry(&entry, lexicon.get(), i) != FRAMESCOPE_OK ||
        framescope_lexicon_category(&category, lexicon.get(), entry.category) !=
            FRAMESCOPE_OK) {
      return kError;
    }
    std::printf("%s\t%s\t%" PRId32 "\t%s\n", category.name, entry.pattern,
                entry.weight, entry.sources);
  }
  return kDone;
}

}  // namespace cli
