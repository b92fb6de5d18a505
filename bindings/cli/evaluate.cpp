// The commands evaluate and explain.
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <sstream>

#include "output.hpp"
#include "setup.hpp"

namespace cli {
namespace {

using Scratch =
    std::unique_ptr<framescope_scratch, Freer<framescope_scratch_free>>;
using Document =
    std::unique_ptr<framescope_document, Freer<framescope_document_free>>;

int WritePiece(void* payload, const char* data, std::size_t size) {
  return static_cast<Output*>(payload)->Write(data, size) ? 0 : 1;
}

// "FILE:LINE" as file and line; line 0 when there is none.
std::pair<std::string, std::uint32_t> FileAndLine(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos || colon + 1 == text.size() ||
      text.find_first_not_of("0123456789", colon + 1) != text.npos ||
      text.size() - colon > 10) {
    return {text, 0};
  }
  return {text.substr(0, colon),
          static_cast<std::uint32_t>(std::stoul(text.substr(colon + 1)))};
}

Document ReadFile(const std::string& path, framescope_error* error) {
  framescope_document* document = nullptr;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    Complain(path + ": cannot be opened: " + std::strerror(errno));
    return nullptr;
  }
  const std::string bytes{std::istreambuf_iterator<char>(file),
                          std::istreambuf_iterator<char>()};
  if (framescope_document_read(&document, path.c_str(), bytes.data(),
                               bytes.size(), nullptr, error) != FRAMESCOPE_OK) {
    Complain(*error);
  }
  return Document(document);
}

int AppendPiece(void* payload, const char* data, std::size_t size) {
  static_cast<std::string*>(payload)->append(data, size);
  return 0;
}

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
  Output file(options.train);
  if (!file.ok() || !file.Write(table.data(), table.size()) || !file.Commit()) {
    Complain(file.reason());
    return kError;
  }
  if (options.train == "-") return kDone;
  Output output(options.output);
  const std::string remarks = Remarks(table);
  if (!output.ok() || !output.Write(remarks.data(), remarks.size()) ||
      !output.Commit()) {
    if (output.pipe_closed()) return kDone;
    Complain(output.reason());
    return kError;
  }
  return kDone;
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
  if (framescope_evaluate(lexicon.get(), &used, paths.data(), paths.size(),
                          flags, WritePiece, &output,
                          &error) != FRAMESCOPE_OK) {
    return output.pipe_closed() ? kDone : Complain(error);
  }
  return output.Commit() || output.pipe_closed() ? kDone : kError;
}

int RunExplain(const Options& options) {
  if (options.paths.empty() == options.text.empty()) {
    Complain("explain: name FILE or FILE:LINE, or else give --text");
    return kError;
  }
  const Lexicon lexicon = LoadLexicon(options);
  if (!lexicon) return kError;
  const Analyzer analyzer = MakeAnalyzer(*lexicon, options);
  if (!analyzer) return kError;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  framescope_scratch* made = nullptr;
  if (framescope_scratch_new(&made, &error) != FRAMESCOPE_OK) {
    return Complain(error);
  }
  const Scratch scratch(made);
  std::uint32_t line = 0;
  Document document;
  if (!options.text.empty()) {
    framescope_document* read = nullptr;
    if (framescope_document_read(&read, "text.txt", options.text.data(),
                                 options.text.size(), nullptr,
                                 &error) != FRAMESCOPE_OK) {
      return Complain(error);
    }
    document.reset(read);
  } else {
    std::string path;
    std::tie(path, line) = FileAndLine(options.paths.at(0));
    document = ReadFile(path, &error);
  }
  if (!document) return kError;
  Output output(options.output);
  if (!output.ok()) {
    Complain(output.reason());
    return kError;
  }
  if (framescope_explain(analyzer.get(), scratch.get(), document.get(), line,
                         WritePiece, &output, &error) != FRAMESCOPE_OK) {
    return output.pipe_closed() ? kDone : Complain(error);
  }
  return output.Commit() || output.pipe_closed() ? kDone : kError;
}

}  // namespace cli
