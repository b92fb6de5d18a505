// What commands need before they start: a lexicon, an analyzer, the input.
#pragma once

#include <optional>

#include "handles.hpp"
#include "options.hpp"
#include "output.hpp"
#include "terminal.hpp"

namespace cli {

// How many findings were shown, so that the first is not said twice.
struct Findings {
  std::uint32_t count = 0, lesser = 0;  // lesser: no errors
  bool all = false;                     // show all, not only the first 20
};

// A framescope_diagnostic_fn; `payload` is a Findings. Errors are always shown.
int ShowFinding(void* payload, int severity, const char* message);
// The same for the patterns of --find: names the flag in place of the table
// that is made of them.
int ShowFindFinding(void* payload, int severity, const char* message);
// Says how many were not shown.
void EndFindings(const Findings& shown);

// A bare name that is not here is looked for in FRAMESCOPE_LEXICON_PATH, then
// beside the program, which may have been moved, and where it was installed.
std::string FindLexicon(const std::string& name);

// Reads the lexicon that the flags ask for. Null after a complaint.
Lexicon LoadLexicon(const Options& options);

// What the flags ask of an analyzer. Borrows from `options`.
framescope_options AnalyzerOptions(const Options& options);

// Compiles it as the flags ask. Null after a complaint.
Analyzer MakeAnalyzer(const framescope_lexicon& lexicon,
                      const Options& options);

// How documents are read. Borrows from `options`. Nothing after a complaint.
std::optional<framescope_read_options> ReadOptions(const Options& options);

// The operands and the names in --files-from. Nothing after a complaint.
std::optional<std::vector<std::string>> InputPaths(const Options& options);

// What the flags ask of a report or a table.
framescope_report_options ReportOptions(const Options& options,
                                        framescope_report_format format);

// A whole number, also with K, M or G (1024s) when `sizes`.
std::optional<std::uint64_t> ReadNumber(const std::string& text, bool sizes);

std::vector<const char*> Pointers(const std::vector<std::string>& texts);

// `flag` when `on`, else 0.
constexpr std::uint32_t FlagIf(bool on, std::uint32_t flag) {
  return on ? flag : 0;
}

// Complains about what went wrong; returns kError.
int Complain(const framescope_error& error);
// Ends the output of a call that wrote it: `status` and `error` are what it
// returned, but where it failed since nothing more could be written, `output`
// knows why. Returns the exit status.
int EndOutput(framescope_status status, const framescope_error& error,
              Output* output);
// The same, first naming the file and line unless the message does.
int ComplainOf(const std::string& path, const framescope_error& error);

}  // namespace cli
