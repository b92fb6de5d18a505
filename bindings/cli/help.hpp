// What the table says to people and to shells.
#pragma once

#include <string>
#include <string_view>

#include "flags.hpp"

namespace cli {

// Help about the program, about a group of commands ("lexicon"), or about one
// command; `whole` also tells what the short help leaves out.
std::string Help(bool whole);
std::string GroupHelp(std::string_view group, bool whole);
std::string CommandHelp(const Command& command, bool whole);

std::string ManualPage();  // man(7) source of framescope(1)
std::string BashCompletions();
std::string ZshCompletions();
std::string FishCompletions();

}  // namespace cli
