// The flags of the program, as values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "terminal.hpp"

namespace cli {

enum ExitStatus { kDone = 0, kNo = 1, kError = 2 };

// Flags that more than one command takes.
struct Options {
  std::vector<std::string> paths;
  std::string output;   // -o
  std::string format;   // --format
  std::string lexicon;  // --lexicon: a folder or a file
  std::string profile;  // --profile
  std::string text_column, id_column, encoding, input_format;
  std::string segmenter;
  ColourChoice colour = ColourChoice::kAuto;
  std::uint32_t jobs = 0;
  std::uint32_t width = 0;
  bool quiet = false;
  bool no_masks = false, no_stance = false, count_repeats = false;
  bool csv_raw = false;
  bool ablations = false, differences = false;  // evaluate
  std::string train;                            // evaluate --train
  std::string sense_model;                      // --sense-model
  std::string text;                             // explain --text
  std::string lexicon_format;                   // --lexicon-format
  std::string levels;                           // --levels: "1", "1:2"
  std::string overlap;                          // --overlap
  std::string to;                               // --to: a lexicon's format
  bool strict = false, all_findings = false;
  std::vector<std::string> corpus;  // of lexicon check, show and diff
};

// The commands. Each returns the exit status of the program.
int RunScore(const Options& options);
int RunEvaluate(const Options& options);
int RunExplain(const Options& options);
int RunLexiconCheck(const Options& options);
int RunLexiconList(const Options& options);
int RunLexiconConvert(const Options& options);
int RunLexiconShow(const Options& options);
int RunLexiconDiff(const Options& options);

}  // namespace cli
