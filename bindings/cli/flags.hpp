// The one table of commands and flags. The parser, the help, the manual page
// and the completions of three shells are made from it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "options.hpp"

namespace cli {

// A set of commands is a sum of these; bit i is Commands()[i].
enum CommandBit : std::uint32_t {
  kScore = 1u << 0,
  kReport = 1u << 1,
  kLint = 1u << 2,
  kConcordance = 1u << 3,
  kCompare = 1u << 4,
  kTrend = 1u << 5,
  kEvaluate = 1u << 6,
  kExplain = 1u << 7,
  kLexiconList = 1u << 8,
  kLexiconShow = 1u << 9,
  kLexiconCheck = 1u << 10,
  kLexiconDiff = 1u << 11,
  kLexiconConvert = 1u << 12,
  kEvery = (1u << 13) - 1
};
// Those that read documents.
inline constexpr std::uint32_t kReads =
    kScore | kReport | kLint | kConcordance | kCompare | kTrend;

struct Command {
  CommandBit bit;
  std::string_view name;      // "score", "lexicon check"
  std::string_view operands;  // "FILE…"
  std::string_view brief;     // one line
  std::string_view more;      // a paragraph for the manual; may be empty
  std::string_view examples;  // two lines
  std::size_t fewest, most;   // operands
  int (*run)(const Options&);
};

// Where a flag's value goes: a switch sets a bool, or writes its name into a
// string; of a vector every use adds one.
using Target =
    std::variant<bool Options::*, std::string Options::*,
                 std::uint32_t Options::*, std::vector<std::string> Options::*>;

struct Flag {
  std::uint32_t commands;  // kEvery: also without a command
  std::string_view name;   // without the dashes
  char letter;             // or 0
  std::string_view value;  // "FILE"; empty for a switch
  std::string_view category;
  std::string_view brief;    // what it does, without a full stop
  std::string_view more;     // for --help and the manual; may be empty
  std::string_view choices;  // allowed values, separated by spaces
  Target target;
  std::uint32_t least = 0, most = 0;  // of numbers
  std::string_view offers = "";       // values that completions offer, of any
};

std::span<const Command> Commands();
// Rows of one name and different commands differ in what they allow.
std::span<const Flag> Flags();

// The row of `name` for `command`; null when the command has no such flag.
const Flag* FindFlag(std::string_view name, std::uint32_t command);

// When this version was made; stands in the manual (docs/RELEASING.md).
inline constexpr std::string_view kReleaseDate = "2026-11-25";

// Words separated by spaces.
std::vector<std::string_view> Split(std::string_view text,
                                    char separator = ' ');
// The words would outlive the text.
std::vector<std::string_view> Split(std::string&& text,
                                    char separator = ' ') = delete;

}  // namespace cli
