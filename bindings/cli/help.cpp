#include "help.hpp"

#include <framescope/framescope.h>

namespace cli {
namespace {

constexpr std::string_view kTagline =
    "Tells how a text frames the people it is about.";
constexpr std::string_view kPrivacy =
    "Nothing leaves this machine: no network, no telemetry, no configuration "
    "file.";

// A heading of the manual and paragraphs under it: a term, and its text.
struct Topic {
  std::string_view title;
  std::vector<std::pair<std::string_view, std::string_view>> terms;
};

const std::vector<Topic>& Topics() {
  static const std::vector<Topic> topics = {
      {"Exit status",
       {{"0", "Done."},
        {"1",
         "A question was answered with no: lexicon check found an error, "
         "or more marks than --fail-over allows."},
        {"2",
         "An error; also when some documents failed and the rest was "
         "done."}}},
      {"Environment",
       {{"FRAMESCOPE_LEXICON_PATH",
         "Folders, separated by colons, in which --lexicon looks for names."},
        {"FRAMESCOPE_SEGMENTER", "As --segmenter, which beats it."},
        {"NO_COLOR", "Not empty: no colours, unless --color asks for them."},
        {"TERM", "dumb: no colours, unless --color asks for them."}}}};
  return topics;
}

// Code points: what the table holds is one column wide.
std::size_t Width(std::string_view text) {
  std::size_t width = 0;
  for (const char c : text)
    width += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return width;
}

// `text` in lines, each behind `indent` spaces; the first behind `used`.
std::string Wrapped(std::string_view text, std::size_t used, std::size_t indent,
                    std::size_t columns = 79) {
  std::string out;
  std::size_t column = used;
  bool fresh = true;
  for (const std::string_view word : Split(text)) {
    if (!fresh && column + 1 + Width(word) > columns) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (!fresh) {
      out += ' ';
      ++column;
    }
    out += word;
    column += Width(word);
    fresh = false;
  }
  return out + "\n";
}

// "-o, --output FILE".
std::string Names(const Flag& flag) {
  std::string names =
      flag.letter == 0 ? "    " : std::string("-") + flag.letter + ", ";
  names += "--" + std::string(flag.name);
  if (!flag.value.empty()) names += " " + std::string(flag.value);
  return names;
}

std::string Row(std::string_view left, std::string_view right,
                std::size_t column) {
  std::string row = "  " + std::string(left);
  const std::size_t used = Width(row);
  if (used + 2 > column) {
    row += "\n" + std::string(column, ' ');
  } else {
    row.append(column - used, ' ');
  }
  return row + Wrapped(right, column, column);
}

std::string Examples(std::string_view examples) {
  std::string out = "Examples:\n";
  for (const std::string_view line : Split(examples, '\n')) {
    out += "  " + std::string(line) + "\n";
  }
  return out + "\n";
}

std::string CommandList(std::string_view group) {
  std::string out = "Commands:\n";
  for (const Command& command : Commands()) {
    if (command.name.starts_with(group)) {
      out += Row(command.name, command.brief, 20);
    }
  }
  return out + "\n";
}

std::string More(const Flag& flag) {
  std::string more(flag.more);
  if (!flag.choices.empty() && !flag.value.empty()) {
    std::string list;
    for (const std::string_view choice : Split(flag.choices)) {
      list += (list.empty() ? "" : ", ") + std::string(choice);
    }
    more += (more.empty() ? "One of " : " One of ") + list + ".";
  }
  return more;
}

// The flags of the commands `bits` by category; those of kEvery alone when
// `common`.
std::string FlagList(std::uint32_t bits, bool common, bool whole) {
  std::string out;
  std::string_view category;
  for (const Flag& flag : Flags()) {
    if ((flag.commands & bits) == 0) continue;
    if (common && flag.commands != kEvery) continue;
    if (flag.category != category) {
      out += (out.empty() ? "" : "\n") + std::string(flag.category) + ":\n";
      category = flag.category;
    }
    if (!whole) {
      out += Row(Names(flag), flag.brief, 28);
      continue;
    }
    out += "  " + Names(flag) + "\n" + std::string(10, ' ');
    const std::string text = std::string(flag.brief) + ". " + More(flag);
    out += Wrapped(text, 10, 10);
  }
  return out;
}

std::string TopicText() {
  std::string out;
  for (const Topic& topic : Topics()) {
    out += "\n" + std::string(topic.title) + ":\n";
    for (const auto& [term, text] : topic.terms) out += Row(term, text, 28);
  }
  return out;
}

std::string Usage(const Command& command) {
  std::string usage = "framescope " + std::string(command.name) + " [FLAGS]";
  if (!command.operands.empty()) usage += " " + std::string(command.operands);
  return usage;
}

constexpr std::string_view kFileNote =
    "FILE is a file, a folder, or - for standard input; -- ends the flags.";

// Text for man(7): dashes that can be copied, dots for an ellipsis.
std::string Roff(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("…")) {
      out += "...";
      i += 2;
    } else if (text[i] == '\\') {
      out += "\\e";
    } else {
      out += text[i] == '-' ? std::string("\\-") : std::string(1, text[i]);
    }
  }
  return out;
}

// A paragraph, in lines that do not begin as requests do.
std::string RoffLines(std::string_view text) {
  std::string out;
  const std::string wrapped = Wrapped(text, 0, 0, 70);
  for (const std::string_view line : Split(wrapped, '\n')) {
    const bool request = line.starts_with('.') || line.starts_with('\'');
    out += (request ? "\\&" : "") + Roff(line) + "\n";
  }
  return out;
}

std::string Upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return out;
}

std::string ManualFlags() {
  std::string out;
  std::string_view category;
  for (const Flag& flag : Flags()) {
    if (flag.category != category) {
      out += ".SS " + std::string(flag.category) + "\n";
      category = flag.category;
    }
    out += ".TP\n\\fB";
    if (flag.letter != 0)
      out += std::string("\\-") + flag.letter + "\\fR, \\fB";
    out += "\\-\\-" + Roff(flag.name) + "\\fR";
    if (!flag.value.empty()) out += " \\fI" + Roff(flag.value) + "\\fR";
    out += "\n" + RoffLines(std::string(flag.brief) + ". " + More(flag));
    if (flag.commands == kEvery) continue;
    std::string commands;
    for (const Command& command : Commands()) {
      if ((flag.commands & command.bit) == 0) continue;
      commands += (commands.empty() ? "" : ", ") + std::string(command.name);
    }
    out += RoffLines("(Of " + commands + ".)");
  }
  return out;
}

}  // namespace

std::string Help(bool whole) {
  std::string out =
      "framescope COMMAND [FLAGS] [FILE…]\n" + std::string(kTagline) + "\n\n";
  out += Examples(Commands()[0].examples);
  out += CommandList("");
  out += FlagList(kEvery, true, whole);
  if (whole) out += TopicText();
  std::string end = "framescope COMMAND -h tells more, --help all. ";
  if (!whole) end += "Exit status: 0 done, 1 a check said no, 2 an error. ";
  return out + "\n" + Wrapped(end + std::string(kPrivacy), 0, 0);
}

std::string GroupHelp(std::string_view group, bool whole) {
  return "framescope " + std::string(group) + " COMMAND [FLAGS]\n\n" +
         CommandList(group) + FlagList(kEvery, true, whole) +
         (whole ? TopicText() : "");
}

std::string CommandHelp(const Command& command, bool whole) {
  std::string out =
      Usage(command) + "\n" + std::string(command.brief) + ".\n\n";
  out += Examples(command.examples);
  if (whole && !command.more.empty()) out += Wrapped(command.more, 0, 0) + "\n";
  if ((command.bit & kReads) != 0) out += std::string(kFileNote) + "\n\n";
  out += FlagList(command.bit, false, whole);
  if (whole) out += TopicText();
  return out;
}

std::string ManualPage() {
  std::string out = ".\\\" Made by framescope --generate man.\n";
  out += ".TH FRAMESCOPE 1 " + std::string(kReleaseDate) + " \"framescope " +
         framescope_version_string() + "\" \"User Commands\"\n";
  out +=
      ".SH NAME\nframescope \\- tells how a text frames the people it is "
      "about\n.SH SYNOPSIS\n";
  bool first = true;
  for (const Command& command : Commands()) {
    out += (first ? "" : ".br\n") + std::string(".B framescope ") +
           Roff(command.name) + "\n[\\fIFLAGS\\fR]";
    if (!command.operands.empty()) out += " " + Roff(command.operands);
    out += "\n";
    first = false;
  }
  out += ".SH DESCRIPTION\n" + RoffLines(kFileNote) +
         "Results go to standard output, talk goes to standard error.\n" +
         RoffLines(kPrivacy) + ".SH COMMANDS\n";
  for (const Command& command : Commands()) {
    out += ".TP\n.B " + Roff(command.name) + "\n" +
           RoffLines(std::string(command.brief) + ". " +
                     std::string(command.more));
  }
  out += ".SH OPTIONS\nFlags may stand before or after the command.\n" +
         ManualFlags();
  for (const Topic& topic : Topics()) {
    out += ".SH " + Upper(topic.title) + "\n";
    for (const auto& [term, text] : topic.terms) {
      out += ".TP\n.B " + Roff(term) + "\n" + RoffLines(text);
    }
  }
  out += ".SH EXAMPLES\n";
  for (const Command& command : Commands()) {
    out += (command.bit == kScore ? "" : ".PP\n") + Roff(command.brief) +
           ":\n.PP\n.RS 4\n.nf\n";
    for (const std::string_view line : Split(command.examples, '\n')) {
      out += Roff(line) + "\n";
    }
    out += ".fi\n.RE\n";
  }
  return out;
}

}  // namespace cli
