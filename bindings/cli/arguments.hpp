// From the words of the command line to options.
#pragma once

#include <string>

#include "flags.hpp"

namespace cli {

struct Arguments {
  Options options;
  const Command* command = nullptr;  // null: none was named
  std::string group;                 // "lexicon" alone, as a command
  std::string complaint;             // what is wrong; empty when nothing is
};

// Reads flags before and after the command alike. With --help, --version and
// --generate no more is asked of the rest.
Arguments ReadArguments(int argc, char** argv);

}  // namespace cli
