// The flags of the program, as values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cli {

enum ExitStatus { kDone = 0, kNo = 1, kError = 2 };

// What the command line said. Each flag of the table (flags.cpp) has one field.
struct Options {
  std::vector<std::string> paths;  // operands of the command
  std::string files_from;
  bool null_separated = false;
  std::string text_column, id_column, date_column, encoding, input_format;
  std::string max_size;
  std::vector<std::string> against;  // compare
  std::vector<std::string> corpus;   // lexicon check, show and diff
  std::string text;                  // explain

  std::string lexicon, lexicon_format, levels, profile;
  bool strict = false;

  bool no_masks = false, no_stance = false, count_repeats = false;
  std::string overlap, sense_model, segmenter;
  std::vector<std::string> only, find;

  std::string format = "text";
  std::string output, colour = "auto", by = "year", to, train, fail_over;
  bool quiet = false, csv_raw = false;
  bool ablations = false, differences = false;  // evaluate
  std::uint32_t width = 0, top = 20, jobs = 0;

  bool short_help = false, help = false, version = false;
  std::string generate;
  bool all_findings = false;  // lexicon check; no flag
};

// The commands. Each returns the exit status of the program.
int RunScore(const Options& options);
int RunReport(const Options& options);
int RunLint(const Options& options);
int RunConcordance(const Options& options);
int RunCompare(const Options& options);
int RunTrend(const Options& options);
int RunEvaluate(const Options& options);
int RunExplain(const Options& options);
int RunLexiconCheck(const Options& options);
int RunLexiconList(const Options& options);
int RunLexiconConvert(const Options& options);
int RunLexiconShow(const Options& options);
int RunLexiconDiff(const Options& options);

}  // namespace cli
