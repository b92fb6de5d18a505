#include "setup.hpp"

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace cli {
namespace {

const char* OrNull(const std::string& text) {
  return text.empty() ? nullptr : text.c_str();
}

// "2" or "1:2".
bool ReadLevels(const std::string& text, framescope_lexicon_options* options) {
  unsigned first = 0, last = 0;
  char rest = 0;
  const int read = std::sscanf(text.c_str(), "%3u:%3u%c", &first, &last, &rest);
  const bool one = read == 1 && text.find(':') == std::string::npos;
  if (!one && read != 2) return false;
  options->first_level = first;
  options->last_level = one ? first : last;
  return first > 0 && options->first_level <= options->last_level;
}

}  // namespace

std::string FindLexicon(const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (name.find('/') != name.npos || fs::exists(name, error)) return name;
  std::vector<fs::path> folders;
  if (const char* path = std::getenv("FRAMESCOPE_LEXICON_PATH")) {
    std::istringstream parts{std::string(path)};
    for (std::string part; std::getline(parts, part, ':');) {
      if (!part.empty()) folders.emplace_back(part);
    }
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  folders.push_back(program.parent_path().parent_path() /
                    "share/framescope/lexicons");
  folders.emplace_back(FRAMESCOPE_LEXICONS);
  for (const fs::path& folder : folders) {
    if (fs::exists(folder / name, error)) return (folder / name).string();
  }
  return name;
}

int ShowFinding(void* payload, int severity, const char* message) {
  constexpr std::uint32_t kMost = 20;
  constexpr int kErrorSeverity = 2;
  Findings* shown = static_cast<Findings*>(payload);
  ++shown->count;
  if (severity == kErrorSeverity || shown->all || shown->lesser++ < kMost) {
    Complain(std::string(message));
  }
  return 0;
}

int ShowFindFinding(void* payload, int severity, const char* message) {
  std::string text = message;
  const std::size_t pattern = text.find("pattern \"");
  if (text.starts_with("entries.tsv:") && pattern != text.npos) {
    text = "--find: " + text.substr(pattern);
  }
  return ShowFinding(payload, severity, text.c_str());
}

void EndFindings(const Findings& shown) {
  constexpr std::uint32_t kMost = 20;
  if (shown.all || shown.lesser <= kMost) return;
  Complain("and " + std::to_string(shown.lesser - kMost) +
           " more: framescope lexicon check shows them all");
}

int Complain(const framescope_error& error) {
  Complain(std::string(error.message));
  return kError;
}

int EndOutput(framescope_status status, const framescope_error& error,
              Output* output) {
  const bool written = output->pipe_closed() || output->reason().empty();
  if (status != FRAMESCOPE_OK && written) {
    return output->pipe_closed() ? kDone : Complain(error);
  }
  return CommitOrComplain(output) ? kDone : kError;
}

int ComplainOf(const std::string& path, const framescope_error& error) {
  const std::string message = error.message;
  std::string where;
  if (!message.starts_with(path) && !message.starts_with("standard input ")) {
    where = path;
    if (error.line > 0) where += ":" + std::to_string(error.line);
    where += ": ";
  }
  Complain(where + message);
  return kError;
}

Lexicon LoadLexicon(const Options& options) {
  framescope_lexicon* lexicon = nullptr;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  if (options.lexicon.empty()) {
    if (framescope_lexicon_new_builtin(&lexicon, &error) != FRAMESCOPE_OK) {
      Complain(error);
    }
    return Lexicon(lexicon);
  }
  framescope_lexicon_options used = FRAMESCOPE_LEXICON_OPTIONS_INIT;
  used.flags = FlagIf(options.strict, FRAMESCOPE_LEXICON_STRICT);
  used.format = OrNull(options.lexicon_format);
  if (!options.levels.empty() && !ReadLevels(options.levels, &used)) {
    Complain("--levels " + options.levels +
             ": expected a level such as 1, or a range such as 1:2");
    return nullptr;
  }
  Findings findings;
  findings.all = options.all_findings;
  const std::string path = FindLexicon(options.lexicon);
  const framescope_status status = framescope_lexicon_read(
      &lexicon, path.c_str(), &used, ShowFinding, &findings, &error);
  EndFindings(findings);
  if (status != FRAMESCOPE_OK && findings.count == 0) Complain(error);
  return Lexicon(lexicon);
}

framescope_options AnalyzerOptions(const Options& options) {
  framescope_options used = FRAMESCOPE_OPTIONS_INIT;
  used.profile = OrNull(options.profile);
  used.segmenter = OrNull(options.segmenter);
  used.sense_model = OrNull(options.sense_model);
  used.overlap = OrNull(options.overlap);
  used.flags = FlagIf(options.no_masks, FRAMESCOPE_NO_MASKS) |
               FlagIf(options.no_stance, FRAMESCOPE_NO_STANCE) |
               FlagIf(options.count_repeats, FRAMESCOPE_COUNT_REPEATS);
  return used;
}

Analyzer MakeAnalyzer(const framescope_lexicon& lexicon,
                      const Options& options) {
  const framescope_options used = AnalyzerOptions(options);
  framescope_analyzer* analyzer = nullptr;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  Findings findings;
  const auto show = options.find.empty() ? ShowFinding : ShowFindFinding;
  if (framescope_analyzer_new(&analyzer, &lexicon, &used, show, &findings,
                              &error) != FRAMESCOPE_OK &&
      findings.count == 0) {
    Complain(error);
  }
  return Analyzer(analyzer);
}

std::optional<std::uint64_t> ReadNumber(const std::string& text, bool sizes) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr == text.data()) return std::nullopt;
  const std::string unit(read.ptr, end);
  if (unit.empty()) return number;
  const std::size_t power = std::string("KMG").find(unit);
  if (!sizes || unit.size() != 1 || power == std::string::npos ||
      number >> 34 != 0) {
    return std::nullopt;
  }
  return number << (10 * (power + 1));
}

std::vector<const char*> Pointers(const std::vector<std::string>& texts) {
  std::vector<const char*> pointers;
  for (const std::string& text : texts) pointers.push_back(text.c_str());
  return pointers;
}

std::optional<framescope_read_options> ReadOptions(const Options& options) {
  framescope_read_options read = FRAMESCOPE_READ_OPTIONS_INIT;
  read.encoding = OrNull(options.encoding);
  read.format = OrNull(options.input_format);
  read.text_column = OrNull(options.text_column);
  read.id_column = OrNull(options.id_column);
  if (options.max_size.empty()) return read;
  const auto size = ReadNumber(options.max_size, true);
  if (!size || *size == 0) {
    Complain("--max-size " + options.max_size +
             ": expected a number of bytes, such as 1000000, 64K, 10M or 1G");
    return std::nullopt;
  }
  read.max_bytes = *size;
  return read;
}

std::optional<std::vector<std::string>> InputPaths(const Options& options) {
  std::vector<std::string> paths = options.paths;
  if (options.files_from.empty()) return paths;
  std::ifstream file;
  if (options.files_from != "-") {
    file.open(options.files_from, std::ios::binary);
    if (!file) {
      Complain("--files-from " + options.files_from +
               ": cannot be opened: " + std::strerror(errno));
      return std::nullopt;
    }
  }
  std::istream& names = options.files_from == "-" ? std::cin : file;
  const char end = options.null_separated ? '\0' : '\n';
  for (std::string name; std::getline(names, name, end);) {
    if (!name.empty()) paths.push_back(name);
  }
  return paths;
}

framescope_report_options ReportOptions(const Options& options,
                                        framescope_report_format format) {
  framescope_report_options used = FRAMESCOPE_REPORT_OPTIONS_INIT;
  used.format = format;
  const bool to_terminal = options.output.empty() || options.output == "-";
  const bool colour =
      UseColour(options.colour) && (to_terminal || options.colour == "always");
  used.flags = FlagIf(colour, FRAMESCOPE_REPORT_COLOUR) |
               FlagIf(options.quiet, FRAMESCOPE_REPORT_QUIET) |
               FlagIf(options.csv_raw, FRAMESCOPE_REPORT_CSV_RAW);
  used.width = options.width != 0 ? options.width : Width();
  return used;
}

}  // namespace cli
