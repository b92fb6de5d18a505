// framescope: the command-line program.
//
// The commands and their flags are declared here; what they do is in the file
// of each command. Results go to standard output, talk to standard error.
#include <framescope/framescope.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <map>

#include "options.hpp"

namespace cli {
namespace {

const char kExamples[] =
    "Examples:\n"
    "  framescope score report.docx           what it says, mark by mark\n"
    "  framescope report report.docx -o report.html\n"
    "  framescope score --format jsonl letters/ > letters.jsonl\n\n"
    "Exit status: 0 done, 1 a check said no, 2 an error (also when some\n"
    "documents failed and the rest was done).\n"
    "Nothing leaves this machine: no network, no telemetry.";

void AddLexiconFlags(CLI::App* command, Options* options) {
  command
      ->add_option("--lexicon", options->lexicon,
                   "Use this lexicon: a folder, or a file of another tool")
      ->type_name("PATH");
  command
      ->add_option("--lexicon-format", options->lexicon_format,
                   "Format of the lexicon's file; by its ending by default")
      ->type_name("FORMAT");
  command->add_flag("--strict", options->strict,
                    "Warnings about the lexicon's file are errors");
  command
      ->add_option("--levels", options->levels,
                   "Levels of the lexicon's hierarchy: 1, 2, 1:2 …")
      ->type_name("N[:M]");
  command
      ->add_option("--profile", options->profile,
                   "Usage profile: uk-social-model, un-person-first, "
                   "us-clinical")
      ->type_name("NAME");
}

void AddCorpusFlag(CLI::App* command, Options* options) {
  command
      ->add_option("--corpus", options->corpus,
                   "Try it on these files and folders")
      ->type_name("PATH");
}

void AddSenseFlag(CLI::App* command, Options* options) {
  command
      ->add_option("--sense-model", options->sense_model,
                   "Leave out what this table takes for another sense")
      ->type_name("FILE");
}

void AddReadFlags(CLI::App* command, Options* options) {
  command
      ->add_option("--text-column", options->text_column,
                   "Column or key that holds the text (csv, tsv, jsonl)")
      ->type_name("NAME");
  command
      ->add_option("--id-column", options->id_column,
                   "Column or key that holds the id (csv, tsv, jsonl)")
      ->type_name("NAME");
  command
      ->add_option("--encoding", options->encoding,
                   "Encoding of the input; detected by default")
      ->type_name("NAME");
  command
      ->add_option("--input-format", options->input_format,
                   "Format of the input; by name and content by default")
      ->type_name("FORMAT");
}

void AddScoreFlags(CLI::App* command, Options* options) {
  command
      ->add_option("-j,--jobs", options->jobs,
                   "Threads; one for each core by default")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  command->add_flag("-q,--quiet", options->quiet,
                    "Numbers only: none of the documents' words");
  command->add_flag("--no-masks", options->no_masks,
                    "Leave the lexicon's masks out");
  command->add_flag("--no-stance", options->no_stance,
                    "Count every match as said by the author");
  command
      ->add_option("--overlap", options->overlap,
                   "Where entries overlap: longest, key or dictionary")
      ->type_name("RULE")
      ->check(CLI::IsMember({"longest", "key", "dictionary"}));
  AddSenseFlag(command, options);
  command->add_flag("--count-repeats", options->count_repeats,
                    "Count repeated paragraphs each time");
  command
      ->add_option("--segmenter", options->segmenter,
                   "How words are found: icu, portable, avx2 or avx512")
      ->type_name("NAME");
}

CLI::App* AddScore(CLI::App* app, Options* options) {
  CLI::App* score = app->add_subcommand(
      "score", "Say how documents frame people, mark by mark");
  score->add_option("FILE", options->paths,
                    "Files, folders, or - for standard input");
  score->add_option("-o,--output", options->output, "Write to this file")
      ->type_name("FILE");
  score
      ->add_option("--format", options->format,
                   "text, json, jsonl, csv or html")
      ->type_name("FORMAT")
      ->default_val("text")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "html"}));
  score->add_flag_callback(
      "--json", [options] { options->format = "json"; },
      "Short for --format json");
  static const std::map<std::string, ColourChoice> kColours = {
      {"auto", ColourChoice::kAuto},
      {"always", ColourChoice::kAlways},
      {"never", ColourChoice::kNever}};
  score
      ->add_option("--color,--colour", options->colour, "auto, always or never")
      ->type_name("WHEN")
      ->transform(CLI::CheckedTransformer(kColours).description(""));
  score->add_option("--width", options->width, "Columns of the text report")
      ->type_name("N")
      ->check(CLI::Range(40, 400));
  score->add_flag("--csv-raw", options->csv_raw,
                  "Do not defuse spreadsheet formulas in csv");
  AddLexiconFlags(score, options);
  AddReadFlags(score, options);
  AddScoreFlags(score, options);
  return score;
}

CLI::App* AddReport(CLI::App* app, Options* options) {
  CLI::App* report =
      app->add_subcommand("report", "Write one self-contained HTML page");
  report->add_option("FILE", options->paths,
                     "Files, folders, or - for standard input");
  report->add_option("-o,--output", options->output, "Write to this file")
      ->type_name("FILE");
  AddLexiconFlags(report, options);
  AddReadFlags(report, options);
  AddScoreFlags(report, options);
  return report;
}

CLI::App* AddEvaluate(CLI::App* app, Options* options) {
  CLI::App* evaluate = app->add_subcommand(
      "evaluate", "Compare with sentences that people have marked");
  evaluate
      ->add_option("GOLD", options->paths,
                   "Marked-up text (.txt) or JSON lines (.jsonl)")
      ->required();
  evaluate->add_flag_callback(
      "--json", [options] { options->format = "json"; }, "Write JSON");
  evaluate->add_flag("--ablations", options->ablations,
                     "Also without masks, without stance, without both");
  evaluate->add_flag("--differences", options->differences,
                     "List every miss and false mark with its cue");
  evaluate
      ->add_option("--train", options->train,
                   "Fit a sense model to the sentences and write it here")
      ->type_name("FILE");
  AddSenseFlag(evaluate, options);
  evaluate->add_option("-o,--output", options->output, "Write to this file")
      ->type_name("FILE");
  evaluate->add_flag("--no-masks", options->no_masks, "Leave masks out");
  evaluate->add_flag("--no-stance", options->no_stance, "Leave stance out");
  AddLexiconFlags(evaluate, options);
  return evaluate;
}

CLI::App* AddExplain(CLI::App* app, Options* options) {
  CLI::App* explain =
      app->add_subcommand("explain", "Say step by step how marks were decided");
  CLI::Option* file =
      explain
          ->add_option("FILE:LINE", options->paths, "A file, or one line of it")
          ->expected(0, 1);
  explain->add_option("--text", options->text, "Explain this text instead")
      ->excludes(file);
  AddSenseFlag(explain, options);
  AddLexiconFlags(explain, options);
  return explain;
}

// A command without files reads standard input, but never waits for a person
// to type a report.
bool FillPaths(Options* options) {
  if (!options->paths.empty()) return true;
  if (StdinIsTerminal()) return false;
  options->paths.push_back("-");
  return true;
}

int Main(int argc, char** argv) {
  Options options;
  CLI::App app("Tells how a text frames the people it is about.", "framescope");
  app.footer(kExamples);
  app.set_version_flag("-V,--version", framescope_build_info());
  app.set_help_flag("-h,--help", "Show this help");
  app.require_subcommand(0, 1);
  app.fallthrough();
  CLI::App* score = AddScore(&app, &options);
  CLI::App* report = AddReport(&app, &options);
  CLI::App* evaluate = AddEvaluate(&app, &options);
  CLI::App* explain = AddExplain(&app, &options);
  CLI::App* lexicon = app.add_subcommand("lexicon", "Look after lexicons");
  lexicon->require_subcommand(1);
  CLI::App* check =
      lexicon->add_subcommand("check", "Report every fault of a lexicon");
  check->add_option("PATH", options.paths, "The lexicon's folder or file");
  AddCorpusFlag(check, &options);
  AddLexiconFlags(check, &options);
  CLI::App* convert =
      lexicon->add_subcommand("convert", "Write a lexicon in another format");
  convert
      ->add_option("IN_OUT", options.paths,
                   "The lexicon, and where to write it")
      ->required()
      ->expected(2);
  convert
      ->add_option("--to", options.to,
                   "Format of OUT; by its ending by default")
      ->type_name("FORMAT");
  AddLexiconFlags(convert, &options);
  CLI::App* show = lexicon->add_subcommand("show", "Everything about an entry");
  show->add_option("ENTRY", options.text, "Its pattern, or a part of it")
      ->required();
  AddCorpusFlag(show, &options);
  AddLexiconFlags(show, &options);
  CLI::App* diff = lexicon->add_subcommand(
      "diff", "What changed between two lexicons, and what that does");
  diff->add_option("A_B", options.paths, "The two lexicons")
      ->required()
      ->expected(2);
  AddCorpusFlag(diff, &options);
  AddLexiconFlags(diff, &options);
  CLI::App* list = lexicon->add_subcommand("list", "One entry a line");
  AddLexiconFlags(list, &options);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? kDone : kError;
  }
  if (*evaluate) return RunEvaluate(options);
  if (*explain) {
    if (!options.paths.empty() || !options.text.empty()) {
      return RunExplain(options);
    }
    Complain("nothing to explain: name FILE:LINE or give --text");
    return kError;
  }
  if (*check) return RunLexiconCheck(options);
  if (*convert) return RunLexiconConvert(options);
  if (*show) return RunLexiconShow(options);
  if (*diff) return RunLexiconDiff(options);
  if (*list) return RunLexiconList(options);
  if (!*score && !*report) {
    std::fputs(app.help().c_str(), stdout);
    return argc > 1 ? kError : kDone;
  }
  if (!FillPaths(&options)) {
    Complain(
        "no input: name a file or a folder, or pipe text in (see "
        "framescope score --help)");
    return kError;
  }
  if (*report) options.format = "html";
  return RunScore(options);
}

}  // namespace
}  // namespace cli

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return cli::Main(argc, argv);
  } catch (const std::exception& e) {
    cli::Complain(e.what());
    return cli::kError;
  }
}
