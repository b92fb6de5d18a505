// framescope: the command-line program.
//
// What there is to say on the command line is in the table (flags.cpp); what a
// command does is in the file of the command. Results go to standard output,
// talk to standard error.
#include <framescope/framescope.h>

#include <csignal>
#include <cstdio>
#include <exception>

#include "arguments.hpp"
#include "help.hpp"
#include "output.hpp"
#include "terminal.hpp"

namespace cli {
namespace {

int Print(const std::string& text) {
  Output output("");
  output.Write(text.data(), text.size());
  return CommitOrComplain(&output) ? kDone : kError;
}

std::string Generated(const std::string& kind) {
  if (kind == "bash") return BashCompletions();
  if (kind == "zsh") return ZshCompletions();
  if (kind == "fish") return FishCompletions();
  return ManualPage();
}

std::string HelpFor(const Arguments& arguments) {
  const bool whole = arguments.options.help;
  if (arguments.command != nullptr) {
    return CommandHelp(*arguments.command, whole);
  }
  return arguments.group.empty() ? Help(whole)
                                 : GroupHelp(arguments.group, whole);
}

// A command without files reads standard input, but never waits for a person
// to type a report.
bool FillPaths(std::uint32_t command, Options* options) {
  const bool named = !options->paths.empty() || !options->files_from.empty();
  if (named || (command & kReads) == 0) return true;
  if (StdinIsTerminal()) return false;
  options->paths.push_back("-");
  return true;
}

int Main(int argc, char** argv) {
  Arguments arguments = ReadArguments(argc, argv);
  Options& options = arguments.options;
  if (!arguments.complaint.empty()) {
    Complain(arguments.complaint);
    return kError;
  }
  if (options.version) return Print(framescope_build_info());
  if (options.help || options.short_help) return Print(HelpFor(arguments));
  if (!options.generate.empty()) return Print(Generated(options.generate));
  if (arguments.command == nullptr) {
    if (argc == 1) return Print(Help(false));
    Complain("no command was named (see framescope --help)");
    return kError;
  }
  if (!FillPaths(arguments.command->bit, &options)) {
    std::fputs(CommandHelp(*arguments.command, false).c_str(), stderr);
    Complain("no input: name a file or a folder, or pipe text in");
    return kError;
  }
  return arguments.command->run(options);
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
