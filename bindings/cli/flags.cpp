#include "flags.hpp"

#include <limits>

namespace cli {
namespace {

constexpr std::size_t kMany = std::numeric_limits<std::size_t>::max();
constexpr std::uint32_t kJudges = kReads | kEvaluate | kExplain;
constexpr std::uint32_t kRead = kReads | kExplain;
constexpr std::uint32_t kTables = kCompare | kTrend;

constexpr std::string_view kInput = "Input";
constexpr std::string_view kLexicon = "Lexicon";
constexpr std::string_view kMarks = "Marks";
constexpr std::string_view kOutput = "Output";
constexpr std::string_view kOther = "Other";

const Command kCommands[] = {
    {kScore, "score", "FILE…", "Say how documents frame people, mark by mark",
     "One document gives the full report; several documents, a folder or a "
     "table of texts give one line each and a total. Files are txt, md, html, "
     "docx, odt, pdf, rtf, eml, csv, tsv and jsonl, also as .gz and .zst.",
     "framescope score report.docx\n"
     "framescope score --format jsonl letters/ > letters.jsonl",
     0, kMany, RunScore},
    {kReport, "report", "FILE…", "Write one self-contained HTML page",
     "The page holds the text with its marks and loads nothing from elsewhere.",
     "framescope report report.docx -o report.html\n"
     "framescope report letters/ -o letters.html",
     0, kMany, RunReport},
    {kLint, "lint", "FILE…", "List what could be worded otherwise, by line",
     "One line for each mark of a negative pole that the author says: "
     "path:line:column: severity: the words, how they are often heard, what "
     "could stand instead. Strong marks are warnings; terms of law, disputed "
     "wordings and weaker marks are notes.",
     "framescope lint draft.md\n"
     "framescope lint --fail-over 0 --format sarif docs/ -o framing.sarif",
     0, kMany, RunLint},
    {kConcordance, "concordance", "FILE…",
     "Show marks in the words around them",
     "One line for each mark, aligned at the mark (KWIC).",
     "framescope concordance --only deficit letters/\n"
     "framescope concordance --find '(safety net|safeguard*)' letters/",
     0, kMany, RunConcordance},
    {kCompare, "compare", "FILE… --against FILE",
     "Compare two sets of documents",
     "Differences of balances and ratios of rates, each with a 95 % interval, "
     "and the entries that are more frequent in one of the sets.",
     "framescope compare 2024/ --against 2023/\n"
     "framescope compare --json new.jsonl --against old.jsonl",
     0, kMany, RunCompare},
    {kTrend, "trend", "FILE…", "Follow balances and rates through time",
     "Documents are dated by a column or field of theirs. Periods with their "
     "balances, and the trend over them (Mann-Kendall, Theil-Sen).",
     "framescope trend articles.csv --date-column published\n"
     "framescope trend --by month --format csv articles.jsonl",
     0, kMany, RunTrend},
    {kEvaluate, "evaluate", "GOLD…",
     "Compare with sentences that people have marked",
     "GOLD is marked-up text (.txt) or JSON lines (.jsonl).",
     "framescope evaluate tests/gold/negation.txt\n"
     "framescope evaluate coded.jsonl --ablations",
     1, kMany, RunEvaluate},
    {kExplain, "explain", "[FILE[:LINE]]",
     "Say step by step how marks were decided",
     "LINE keeps to a line, of csv, tsv and jsonl to the row that stands on "
     "it. FILE may be -.",
     "framescope explain report.md:12\n"
     "framescope explain --text \"She is no longer a burden.\"",
     0, 1, RunExplain},
    {kLexiconList, "lexicon list", "", "Print a lexicon, one entry a line", "",
     "framescope lexicon list\n"
     "framescope lexicon list --lexicon mine/",
     0, 0, RunLexiconList},
    {kLexiconShow, "lexicon show", "ENTRY", "Print everything about an entry",
     "ENTRY is its pattern, or a part of it.",
     "framescope lexicon show burden\n"
     "framescope lexicon show burden --corpus letters/",
     1, 1, RunLexiconShow},
    {kLexiconCheck, "lexicon check", "[PATH]",
     "Report every fault of a lexicon",
     "The exit status is 1 when a fault is an error.",
     "framescope lexicon check mine/\n"
     "framescope lexicon check mine/ --corpus letters/",
     0, 1, RunLexiconCheck},
    {kLexiconDiff, "lexicon diff", "A B",
     "Say what changed between two lexicons", "",
     "framescope lexicon diff old/ new/\n"
     "framescope lexicon diff old/ new/ --corpus letters/",
     2, 2, RunLexiconDiff},
    {kLexiconConvert, "lexicon convert", "IN OUT",
     "Write a lexicon in another format",
     "What the format does not hold is listed.",
     "framescope lexicon convert care.dic care.yml\n"
     "framescope lexicon convert care.dic care/",
     2, 2, RunLexiconConvert},
};

const Flag kFlags[] = {
    {kReads, "files-from", 0, "FILE", kInput,
     "Read the names of files from FILE",
     "One name a line, after those that are given; - is standard input.", "",
     &Options::files_from},
    {kReads, "null", '0', "", kInput, "Names in --files-from end in NUL",
     "As find -print0 writes them.", "", &Options::null_separated},
    {kRead, "input-format", 0, "FORMAT", kInput,
     "Format of the input; by name and content by default",
     "Standard input is taken for JSON lines when it begins as they do, else "
     "for plain text.",
     "txt md html docx odt pdf rtf eml csv tsv jsonl", &Options::input_format},
    {kRead, "encoding", 0, "NAME", kInput,
     "Encoding of the input; detected by default", "", "", &Options::encoding},
    {kRead, "text-column", 0, "NAME", kInput,
     "Column or key that holds the text",
     "Of csv, tsv and jsonl; text by default.", "", &Options::text_column},
    {kRead, "id-column", 0, "NAME", kInput, "Column or key that holds the id",
     "Of csv, tsv and jsonl; id by default, else the number of the row.", "",
     &Options::id_column},
    {kTrend, "date-column", 0, "NAME", kInput,
     "Column, key or field that holds the date",
     "date by default. Dates are YYYY, YYYY-MM or YYYY-MM-DD; what follows is "
     "not read.",
     "", &Options::date_column},
    {kRead, "max-size", 0, "SIZE", kInput,
     "Longest file or row that is read; 1G by default",
     "In bytes, or with K, M or G. What is longer fails and the next is read.",
     "", &Options::max_size},
    {kCompare, "against", 0, "FILE", kInput, "Compare with this file or folder",
     "May be given more than once.", "", &Options::against},
    {kLexiconShow | kLexiconCheck | kLexiconDiff, "corpus", 0, "PATH", kInput,
     "Try it on these files and folders", "May be given more than once.", "",
     &Options::corpus},
    {kExplain, "text", 0, "TEXT", kInput, "Explain this text instead of a file",
     "", "", &Options::text},
    {kEvery, "lexicon", 0, "PATH", kLexicon, "Use this lexicon",
     "A folder, or a file of another tool; a bare name is also looked for in "
     "FRAMESCOPE_LEXICON_PATH and among the installed ones.",
     "", &Options::lexicon},
    {kEvery, "lexicon-format", 0, "FORMAT", kLexicon,
     "Format of the lexicon's file; by its ending by default", "",
     "native liwc dicx yaml wordstat yoshikoder lexicoder csv tsv json empath "
     "vader",
     &Options::lexicon_format},
    {kEvery, "levels", 0, "N[:M]", kLexicon,
     "Levels of the lexicon's hierarchy that are kept", "", "",
     &Options::levels},
    {kEvery, "profile", 0, "NAME", kLexicon, "Usage profile of the lexicon",
     "Of the built-in one: uk-social-model (default), un-person-first, "
     "us-clinical.",
     "", &Options::profile, 0, 0,
     "uk-social-model un-person-first us-clinical"},
    {kEvery, "strict", 0, "", kLexicon,
     "Warnings about the lexicon's file are errors", "", "", &Options::strict},
    {kJudges, "no-masks", 0, "", kMarks, "Leave the lexicon's masks out", "",
     "", &Options::no_masks},
    {kJudges, "no-stance", 0, "", kMarks,
     "Count every mark as said by the author", "", "", &Options::no_stance},
    {kReads, "count-repeats", 0, "", kMarks,
     "Count repeated paragraphs each time", "", "", &Options::count_repeats},
    {kReads, "overlap", 0, "RULE", kMarks, "What counts where entries overlap",
     "The longest (default), or as quanteda nests scopes: by key, or by "
     "dictionary.",
     "longest key dictionary", &Options::overlap},
    {kJudges, "sense-model", 0, "FILE", kMarks,
     "Leave out what this table takes for another sense", "", "",
     &Options::sense_model},
    {kReads, "segmenter", 0, "NAME", kMarks,
     "How words and sentences are found; the fastest way by default",
     "All find the same; an avx kernel needs a processor that has it.",
     "icu portable avx2 avx512", &Options::segmenter},
    {kLint | kConcordance, "only", 0, "NAME", kMarks,
     "Only marks of this pole, category or stance",
     "Categories with all below them. May be given more than once.", "",
     &Options::only},
    {kConcordance, "find", 0, "PATTERN", kMarks,
     "Look for this pattern instead of the lexicon's entries",
     "Patterns are those of lexicons: wom?n, strength*, (a|b), <0-3>. May be "
     "given more than once.",
     "", &Options::find},
    {kScore, "format", 0, "FORMAT", kOutput, "How the result is written",
     "json is one record, or one object of many; jsonl is one record a line "
     "for every document; csv is one mark a row.",
     "text json jsonl csv html", &Options::format},
    {kLint, "format", 0, "FORMAT", kOutput, "How the result is written",
     "sarif is SARIF 2.1.0, which editors and code hosts show.", "text sarif",
     &Options::format},
    {kConcordance, "format", 0, "FORMAT", kOutput, "How the result is written",
     "", "text csv", &Options::format},
    {kTables, "format", 0, "FORMAT", kOutput, "How the result is written", "",
     "text json csv", &Options::format},
    {kScore | kTables | kEvaluate, "json", 0, "", kOutput,
     "Short for --format json", "", "", &Options::format},
    {kJudges, "output", 'o', "FILE", kOutput, "Write to this file",
     "It appears under its name when it is whole.", "", &Options::output},
    {kReads, "quiet", 'q', "", kOutput,
     "Numbers only: none of the documents' words", "And no progress bar.", "",
     &Options::quiet},
    {kScore | kLint | kConcordance | kTables, "color", 0, "WHEN", kOutput,
     "Whether to colour the text",
     "auto leaves it when the output is no terminal, NO_COLOR is set and not "
     "empty, or TERM is dumb.",
     "auto always never", &Options::colour},
    {kScore | kLint | kConcordance | kTables, "width", 0, "N", kOutput,
     "Columns of the text; those of the terminal by default", "", "",
     &Options::width, 40, 400},
    {kScore | kConcordance | kTables, "csv-raw", 0, "", kOutput,
     "Do not defuse spreadsheet formulas in csv", "", "", &Options::csv_raw},
    {kScore | kLint, "fail-over", 0, "N", kOutput,
     "Exit with 1 when more than N marks could be worded otherwise",
     "Counts the marks of negative poles that the author says.", "",
     &Options::fail_over},
    {kCompare, "top", 0, "N", kOutput, "How many entries are listed",
     "20 by default.", "", &Options::top, 0, 1000000},
    {kTrend, "by", 0, "PERIOD", kOutput, "How long a period is",
     "year by default.", "year month day", &Options::by},
    {kEvaluate, "ablations", 0, "", kOutput,
     "Also without masks, without stance, without both", "", "",
     &Options::ablations},
    {kEvaluate, "differences", 0, "", kOutput,
     "List every miss and false mark with its cue", "", "",
     &Options::differences},
    {kEvaluate, "train", 0, "FILE", kOutput,
     "Fit a sense model to the sentences and write it here", "", "",
     &Options::train},
    {kLexiconConvert, "to", 0, "FORMAT", kOutput,
     "Format of OUT; by its ending by default", "",
     "native liwc dicx yaml wordstat yoshikoder lexicoder csv tsv json",
     &Options::to},
    {kReads, "jobs", 'j', "N", kOther, "Threads; one for each core by default",
     "The output is the same for every N.", "", &Options::jobs, 1, 256},
    {kEvery, "help", 'h', "", kOther, "Show help: -h short, --help all of it",
     "", "", &Options::help},
    {kEvery, "version", 'V', "", kOther, "Show versions", "", "",
     &Options::version},
    {kEvery, "generate", 0, "KIND", kOther,
     "Write the manual page or completions for a shell", "",
     "man bash zsh fish", &Options::generate},
};

}  // namespace

std::span<const Command> Commands() { return kCommands; }
std::span<const Flag> Flags() { return kFlags; }

const Flag* FindFlag(std::string_view name, std::uint32_t command) {
  for (const Flag& flag : kFlags) {
    if (flag.name == name && (flag.commands & command) != 0) return &flag;
  }
  return nullptr;
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
  }
  return parts;
}

}  // namespace cli
