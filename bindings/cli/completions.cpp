// Completions for bash, zsh and fish, made from the table.
#include "help.hpp"

namespace cli {
namespace {

// What comes first and second on the command line.
std::vector<std::string> Heads() {
  std::vector<std::string> heads;
  for (const Command& command : Commands()) {
    const std::string head(Split(command.name)[0]);
    if (heads.empty() || heads.back() != head) heads.push_back(head);
  }
  return heads;
}

std::string Tails(std::string_view head) {
  std::string tails;
  for (const Command& command : Commands()) {
    const auto parts = Split(command.name);
    if (parts.size() < 2 || parts[0] != head) continue;
    tails += (tails.empty() ? "" : " ") + std::string(parts[1]);
  }
  return tails;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

std::string FlagWords(std::uint32_t command) {
  std::string words;
  for (const Flag& flag : Flags()) {
    if ((flag.commands & command) == 0) continue;
    words += (words.empty() ? "--" : " --") + std::string(flag.name);
    if (flag.letter != 0) words += std::string(" -") + flag.letter;
  }
  return words;
}

// The values to offer; empty for a flag that takes the name of a file.
std::string Offered(const Flag& flag) {
  return std::string(flag.choices.empty() ? flag.offers : flag.choices);
}

// In single quotes of a shell.
std::string Quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

// For zsh, where brackets and colons in a description have a meaning.
std::string ZshText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string ZshFlag(const Flag& flag) {
  std::string value;
  if (!flag.value.empty()) {
    value = ":" + ZshText(flag.value) + ":";
    value += Offered(flag).empty() ? "_files" : "(" + Offered(flag) + ")";
  }
  const std::string tail = "[" + ZshText(flag.brief) + "]" + value;
  std::string out =
      "      " + Quoted("*--" + std::string(flag.name) + tail) + "\n";
  if (flag.letter != 0) {
    out += "      " + Quoted(std::string("*-") + flag.letter + tail) + "\n";
  }
  return out;
}

}  // namespace

std::string BashCompletions() {
  std::string out =
      "# bash completions of framescope, made by framescope --generate bash.\n"
      "_framescope() {\n"
      "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  local command='' word i\n"
      "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
      "    word=${COMP_WORDS[i]}\n"
      "    case \"$command:$word\" in\n";
  std::string heads, tails;
  for (const std::string& head : Heads()) {
    heads += (heads.empty() ? ":" : "|:") + head;
  }
  out += "      " + heads + ") command=$word ;;\n";
  for (const std::string& head : Heads()) {
    const std::string of_head = Tails(head);
    for (const std::string_view tail : Split(of_head)) {
      tails += (tails.empty() ? "" : "|") + head + ":" + std::string(tail);
    }
  }
  out +=
      "      " + tails + ") command=\"$command $word\" ;;\n    esac\n  done\n";
  out += "  case \"$command:$prev\" in\n";
  for (const Command& command : Commands()) {
    for (const Flag& flag : Flags()) {
      if ((flag.commands & command.bit) == 0 || flag.value.empty()) continue;
      std::string pattern =
          "'" + std::string(command.name) + "':--" + std::string(flag.name);
      if (flag.letter != 0) {
        pattern += "|'" + std::string(command.name) + "':-" + flag.letter;
      }
      out += "    " + pattern + ") ";
      out += Offered(flag).empty() ? "COMPREPLY=($(compgen -f -- \"$cur\"))"
                                   : "COMPREPLY=($(compgen -W '" +
                                         Offered(flag) + "' -- \"$cur\"))";
      out += "; return ;;\n";
    }
  }
  out += "    *:--generate) COMPREPLY=($(compgen -W '" +
         std::string(FindFlag("generate", kEvery)->choices) +
         "' -- \"$cur\")); return ;;\n  esac\n  case \"$command\" in\n";
  for (const Command& command : Commands()) {
    out += "    '" + std::string(command.name) + "') word='" +
           FlagWords(command.bit) + "' ;;\n";
  }
  for (const std::string& head : Heads()) {
    if (Tails(head).empty()) continue;
    out += "    " + head + ") COMPREPLY=($(compgen -W '" + Tails(head) +
           "' -- \"$cur\")); return ;;\n";
  }
  out += "    *) COMPREPLY=($(compgen -W '" + Joined(Heads()) +
         " --help -h --version -V --generate' -- \"$cur\")); return ;;\n"
         "  esac\n"
         "  if [[ $cur == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$word\" -- \"$cur\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -f -- \"$cur\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _framescope framescope\n";
  return out;
}

std::string ZshCompletions() {
  std::string out =
      "#compdef framescope\n"
      "# zsh completions of framescope, made by framescope --generate zsh.\n"
      "_framescope() {\n"
      "  local command='' word i\n"
      "  for ((i = 2; i < CURRENT; ++i)); do\n"
      "    word=${words[i]}\n"
      "    case \"$command:$word\" in\n";
  std::string heads;
  for (const std::string& head : Heads()) {
    heads += (heads.empty() ? ":" : "|:") + head;
  }
  out += "      " + heads + ") command=$word ;;\n";
  for (const std::string& head : Heads()) {
    const std::string tails = Tails(head);
    for (const std::string_view tail : Split(tails)) {
      out += "      " + head + ":" + std::string(tail) + ") command='" + head +
             " " + std::string(tail) + "' ;;\n";
    }
  }
  out += "    esac\n  done\n  case \"$command\" in\n";
  for (const Command& command : Commands()) {
    out += "    '" + std::string(command.name) + "') _arguments \\\n";
    for (const Flag& flag : Flags()) {
      if ((flag.commands & command.bit) == 0) continue;
      std::string row = ZshFlag(flag);
      for (std::size_t at = row.find('\n'); at != row.npos;
           at = row.find('\n', at + 3)) {
        row.replace(at, 1, " \\\n");
      }
      out += row;
    }
    out += "      '*:file:_files' ;;\n";
  }
  for (const std::string& head : Heads()) {
    if (Tails(head).empty()) continue;
    out += "    " + head + ") _values command " + Tails(head) + " ;;\n";
  }
  out +=
      "    *) _arguments '--help[Show help]' '--version[Show versions]' "
      "'--generate[Write completions]:KIND:(" +
      std::string(FindFlag("generate", kEvery)->choices) +
      ")' \\\n      '*:command:(" + Joined(Heads()) +
      ")' ;;\n  esac\n}\n"
      "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n"
      "  _framescope \"$@\"\n"
      "else\n"
      "  compdef _framescope framescope\n"
      "fi\n";
  return out;
}

std::string FishCompletions() {
  std::string out =
      "# fish completions of framescope, made by framescope --generate fish.\n";
  const std::string none = "not __fish_seen_subcommand_from " + Joined(Heads());
  for (const std::string& head : Heads()) {
    std::string_view brief = "Look after lexicons";
    for (const Command& command : Commands()) {
      if (command.name == head) brief = command.brief;
    }
    out += "complete -c framescope -f -n " + Quoted(none) + " -a " + head +
           " -d " + Quoted(brief) + "\n";
  }
  for (const Command& command : Commands()) {
    const auto parts = Split(command.name);
    std::string seen = "__fish_seen_subcommand_from " + std::string(parts[0]);
    if (parts.size() > 1) {
      out += "complete -c framescope -f -n " +
             Quoted(seen + "; and not __fish_seen_subcommand_from " +
                    Tails(parts[0])) +
             " -a " + std::string(parts[1]) + " -d " + Quoted(command.brief) +
             "\n";
      seen += "; and __fish_seen_subcommand_from " + std::string(parts[1]);
    }
    for (const Flag& flag : Flags()) {
      if ((flag.commands & command.bit) == 0) continue;
      out += "complete -c framescope -n " + Quoted(seen) + " -l " +
             std::string(flag.name);
      if (flag.letter != 0) out += std::string(" -s ") + flag.letter;
      if (!flag.value.empty()) {
        out +=
            Offered(flag).empty() ? " -r" : " -x -a " + Quoted(Offered(flag));
      }
      out += " -d " + Quoted(flag.brief) + "\n";
    }
  }
  for (const Flag& flag : Flags()) {
    if (flag.commands != kEvery || flag.category != "Other") continue;
    out += "complete -c framescope -n " + Quoted(none) + " -l " +
           std::string(flag.name);
    if (flag.letter != 0) out += std::string(" -s ") + flag.letter;
    if (!flag.choices.empty()) out += " -x -a " + Quoted(flag.choices);
    out += " -d " + Quoted(flag.brief) + "\n";
  }
  return out;
}

}  // namespace cli
