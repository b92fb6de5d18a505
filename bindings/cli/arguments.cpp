#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <map>

namespace cli {
namespace {

// What was given for each flag: values, or one empty text a use of a switch.
using Given = std::map<std::string_view, std::vector<std::string>>;

// How many letters must be changed, added, left out or swapped (Damerau 1964).
std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(
      a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      const bool same = a[i - 1] == b[j - 1];
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                             cost[i - 1][j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

// "; did you mean X?", or "" when nothing is near.
std::string DidYouMean(std::string_view word,
                       const std::vector<std::string>& known) {
  std::size_t least = std::min<std::size_t>(3, word.size() / 2 + 1);
  const std::string* nearest = nullptr;
  for (const std::string& one : known) {
    const std::size_t distance = Distance(word, one);
    if (distance >= least) continue;
    least = distance;
    nearest = &one;
  }
  return nearest == nullptr ? "" : "; did you mean " + *nearest + "?";
}

std::string SeeHelp(const Command* command) {
  const std::string name = command == nullptr ? "" : std::string(command->name);
  return " (see framescope " + name + (name.empty() ? "" : " ") + "--help)";
}

std::string Listed(std::string_view choices) {
  const std::vector<std::string_view> words = Split(choices);
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

// What is wrong with `value`; empty when nothing is.
std::string Store(const Flag& flag, const std::string& value,
                  Options* options) {
  const std::string shown = "--" + std::string(flag.name) + " " + value + ": ";
  const auto choices = Split(flag.choices);
  if (!choices.empty() && !flag.value.empty() &&
      std::find(choices.begin(), choices.end(), value) == choices.end()) {
    return shown + "expected " + Listed(flag.choices);
  }
  if (const auto* on = std::get_if<bool Options::*>(&flag.target)) {
    options->** on = true;
  } else if (const auto* text =
                 std::get_if<std::string Options::*>(&flag.target)) {
    options->** text = flag.value.empty() ? std::string(flag.name) : value;
  } else if (const auto* list =
                 std::get_if<std::vector<std::string> Options::*>(
                     &flag.target)) {
    (options->**list).push_back(value);
  } else {
    std::uint32_t number = 0;
    const char* const end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number < flag.least ||
        number > flag.most) {
      return shown + "expected a number from " + std::to_string(flag.least) +
             " to " + std::to_string(flag.most);
    }
    options->*std::get<std::uint32_t Options::*>(flag.target) = number;
  }
  return "";
}

// The flags of a command, or those that every command has.
std::vector<std::string> Known(const Command* command) {
  std::vector<std::string> names;
  for (const Flag& flag : Flags()) {
    const bool has = command == nullptr ? flag.commands == kEvery
                                        : (flag.commands & command->bit) != 0;
    if (has) names.push_back("--" + std::string(flag.name));
  }
  return names;
}

// Takes the command's name off the front of `words`.
void TakeCommand(std::vector<std::string>* words, Arguments* out) {
  if (words->empty()) return;
  std::vector<std::string> names;
  for (const Command& command : Commands()) {
    const auto parts = Split(command.name);
    names.emplace_back(parts[0]);
    if (parts.size() > words->size() ||
        !std::equal(parts.begin(), parts.end(), words->begin())) {
      if (parts.size() > 1 && parts[0] == words->front()) out->group = parts[0];
      continue;
    }
    out->command = &command;
    words->erase(words->begin(),
                 words->begin() + static_cast<std::ptrdiff_t>(parts.size()));
    return;
  }
  if (out->group.empty()) {
    out->complaint = "unknown command '" + words->front() + "'" +
                     DidYouMean(words->front(), names) + SeeHelp(nullptr);
    return;
  }
  std::vector<std::string> tails;
  std::string list;
  for (const Command& command : Commands()) {
    if (Split(command.name)[0] != out->group) continue;
    tails.emplace_back(command.name.substr(out->group.size() + 1));
    list += (list.empty() ? "" : " ") + tails.back();
  }
  const std::string tail = words->size() > 1 ? (*words)[1] : "";
  out->complaint =
      out->group + ": expected " + Listed(list) +
      (tail.empty() ? "" : ", not '" + tail + "'" + DidYouMean(tail, tails));
}

void CheckOperands(const std::vector<std::string>& words, Arguments* out) {
  const Command& command = *out->command;
  const std::string usage =
      std::string(command.name) + " takes " +
      (command.operands.empty() ? "no operands"
                                : std::string(command.operands));
  if (words.size() < command.fewest) {
    out->complaint = usage + SeeHelp(&command);
  } else if (words.size() > command.most) {
    out->complaint =
        usage + ", not also '" + words[command.most] + "'" + SeeHelp(&command);
  }
}

void StoreAll(const Given& given, Arguments* out) {
  const Command& command = *out->command;
  for (const auto& [name, values] : given) {
    if (values.empty() || FindFlag(name, command.bit) != nullptr) continue;
    out->complaint = std::string(command.name) + " has no flag --" +
                     std::string(name) + SeeHelp(&command);
    return;
  }
  for (const auto& [name, values] : given) {
    for (const std::string& value : values) {
      out->complaint =
          Store(*FindFlag(name, command.bit), value, &out->options);
      if (!out->complaint.empty()) return;
    }
  }
}

// One option a name in the parser, whatever the rows.
void Declare(CLI::App* app, Given* given, Options* options) {
  for (const Flag& flag : Flags()) {
    if (given->contains(flag.name)) continue;
    std::vector<std::string>& values = (*given)[flag.name];
    const std::string name = std::string(flag.name);
    if (name == "help") {
      app->add_flag("--help", options->help);
      app->add_flag("-h", options->short_help);
      continue;
    }
    std::string names = "--" + name;
    if (flag.letter != 0) names += std::string(",-") + flag.letter;
    if (name == "color") names += ",--colour";
    if (flag.value.empty()) {
      app->add_flag_callback(names, [&values] { values.emplace_back(); });
    } else {
      app->add_option(names, values)->allow_extra_args(false);
    }
  }
}

}  // namespace

Arguments ReadArguments(int argc, char** argv) {
  Arguments out;
  CLI::App app;
  app.set_help_flag("");
  app.allow_extras();
  Given given;
  Declare(&app, &given, &out.options);
  std::vector<std::string> words;
  app.add_option("words", words);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    out.complaint = std::string(e.what()) + SeeHelp(nullptr);
    return out;
  }
  if (!words.empty() && words.front() == "help") {
    words.erase(words.begin());
    out.options.help = true;
  }
  TakeCommand(&words, &out);
  out.options.version = !given["version"].empty();
  if (out.options.help || out.options.short_help || out.options.version) {
    if (!out.group.empty()) out.complaint.clear();
    return out;
  }
  for (const std::string& extra : app.remaining()) {
    if (extra == "--") continue;
    if (extra.starts_with("-:")) {  // a line of standard input
      words.push_back(extra);
      continue;
    }
    const std::string name = extra.substr(0, extra.find('='));
    out.complaint = "unknown flag " + name +
                    DidYouMean(name, Known(out.command)) + SeeHelp(out.command);
    return out;
  }
  if (!given["generate"].empty()) {
    out.complaint = Store(*FindFlag("generate", kEvery),
                          given["generate"].back(), &out.options);
    return out;
  }
  if (!out.complaint.empty() || out.command == nullptr) return out;
  StoreAll(given, &out);
  if (out.complaint.empty()) CheckOperands(words, &out);
  out.options.paths = std::move(words);
  return out;
}

}  // namespace cli
