// The command evaluate.
#include <ctime>
#include <sstream>

#include "output.hpp"
#include "setup.hpp"

namespace cli {
namespace {

std::string Today() {
  const std::time_t now = std::time(nullptr);
  char date[16] = "";
  std::strftime(date, sizeof date, "%Y-%m-%d", std::gmtime(&now));
  return date;
}

// The lines of a table that begin with "# ", without it.
std::string Remarks(const std::string& table) {
  std::string remarks;
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("# ", 0) == 0) remarks += line.substr(2) + "\n";
  }
  return remarks;
}

// False after a complaint.
bool WriteWhole(const std::string& path, const std::string& text) {
  Output output(path);
  output.Write(text.data(), text.size());
  return CommitOrComplain(&output);
}

// Writes the fitted table to --train and tells on standard output what it is
// worth.
int Train(const framescope_lexicon* lexicon, const framescope_options& used,
          const std::vector<const char*>& paths, const Options& options) {
  std::string table;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  if (framescope_train_sense(lexicon, &used, paths.data(), paths.size(),
                             Today().c_str(), AppendPiece, &table,
                             &error) != FRAMESCOPE_OK) {
    return Complain(error);
  }
  if (!WriteWhole(options.train, table)) return kError;
  if (options.train == "-") return kDone;
  return WriteWhole(options.output, Remarks(table)) ? kDone : kError;
}

}  // namespace

int RunEvaluate(const Options& options) {
  const Lexicon lexicon = LoadLexicon(options);
  if (!lexicon) return kError;
  const framescope_options used = AnalyzerOptions(options);
  const std::uint32_t flags =
      FlagIf(options.format == "json", FRAMESCOPE_EVALUATE_JSON) |
      FlagIf(options.ablations, FRAMESCOPE_EVALUATE_ABLATIONS) |
      FlagIf(options.differences, FRAMESCOPE_EVALUATE_DIFFERENCES);
  const std::vector<const char*> paths = Pointers(options.paths);
  if (!options.train.empty()) {
    return Train(lexicon.get(), used, paths, options);
  }
  Output output(options.output);
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  if (!output.ok()) {
    Complain(output.reason());
    return kError;
  }
  const framescope_status status =
      framescope_evaluate(lexicon.get(), &used, paths.data(), paths.size(),
                          flags, WritePiece, &output, &error);
  return EndOutput(status, error, &output);
}

}  // namespace cli
