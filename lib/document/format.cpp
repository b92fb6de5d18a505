// What a file is, by its name and by its first bytes.
#include "document/format.hpp"

#include <algorithm>

namespace framescope {
namespace {

struct Ending {
  std::string_view ending;
  Format format;
};

constexpr Ending kEndings[] = {
    {"txt", Format::kTxt},     {"text", Format::kTxt},
    {"md", Format::kMarkdown}, {"markdown", Format::kMarkdown},
    {"html", Format::kHtml},   {"htm", Format::kHtml},
    {"xhtml", Format::kHtml},  {"docx", Format::kDocx},
    {"odt", Format::kOdt},     {"pdf", Format::kPdf},
    {"rtf", Format::kRtf},     {"eml", Format::kEml},
    {"csv", Format::kCsv},     {"tsv", Format::kTsv},
    {"jsonl", Format::kJsonl}, {"ndjson", Format::kJsonl}};

constexpr std::string_view kOldWord = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

// The part of the name after its last dot, in lower case; "" for none.
std::string EndingOf(std::string_view name) {
  const std::size_t slash = name.find_last_of('/');
  if (slash != name.npos) name.remove_prefix(slash + 1);
  const std::size_t dot = name.find_last_of('.');
  if (dot == name.npos) return "";
  std::string ending(name.substr(dot + 1));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return ending;
}

const char* WhatItIs(Format content) {
  switch (content) {
    case Format::kPdf:
      return "a PDF";
    case Format::kRtf:
      return "rich text (RTF)";
    case Format::kDocx:
      return "a zip archive, such as .docx and .odt are";
    default:
      return "something else";
  }
}

}  // namespace

Format FormatOfEnding(std::string_view ending) {
  for (const Ending& known : kEndings) {
    if (known.ending == ending) return known.format;
  }
  return Format::kUnknown;
}

NamedFormat FormatOfName(std::string_view name) {
  NamedFormat named;
  std::string ending = EndingOf(name);
  if (ending == "gz" || ending == "zst") {
    named.packing = ending == "gz" ? Packing::kGzip : Packing::kZstd;
    name.remove_suffix(ending.size() + 1);
    ending = EndingOf(name);
  }
  named.format = FormatOfEnding(ending);
  return named;
}

Result<Format> FormatOfOption(const std::string& option) {
  const Format format = FormatOfEnding(option);
  if (format != Format::kUnknown) return format;
  std::string list;
  for (const Ending& known : kEndings) {
    list += (list.empty() ? "" : ", ") + std::string(known.ending);
  }
  return Status(StatusCode::kInvalidArgument,
                "unknown format '" + option + "'; choose one of " + list);
}

Format FormatOfContent(std::string_view head) {
  if (head.starts_with("{\\rtf")) return Format::kRtf;
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) {
    return Format::kDocx;
  }
  if (head.starts_with("%PDF-")) return Format::kPdf;
  return Format::kUnknown;
}

bool LooksLikeJsonLines(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (!head.starts_with('{')) return false;
  const std::size_t next = head.find_first_not_of(" \t", 1);
  return next != head.npos && (head[next] == '"' || head[next] == '}');
}

Status CheckContent(Format format, std::string_view head) {
  if (head.empty()) {
    return Status(StatusCode::kNoText, "the file is empty");
  }
  if (head.starts_with(kOldWord)) {
    return Status(StatusCode::kUnsupported,
                  "is an old Word file (.doc), or a file with a password; "
                  "save it as .docx without one");
  }
  const Format content = FormatOfContent(head);
  const bool zip = format == Format::kDocx || format == Format::kOdt;
  if (zip && content != Format::kDocx) {
    return Status(StatusCode::kParse,
                  content == Format::kUnknown
                      ? "is not a zip archive, so it is damaged or no .docx "
                        "or .odt; open it and save it again"
                      : std::string("is ") + WhatItIs(content) +
                            ", not a .docx or .odt; correct its name");
  }
  // A PDF may have up to 1,024 bytes of junk before its header.
  if (format == Format::kPdf &&
      head.substr(0, 1024 + 5).find("%PDF-") == head.npos) {
    return Status(StatusCode::kParse,
                  "is not a PDF: the header %PDF- is missing");
  }
  if (format == Format::kRtf && content != Format::kRtf) {
    return Status(StatusCode::kParse,
                  "is not rich text: the header {\\rtf is missing");
  }
  if (zip || format == Format::kPdf || format == Format::kRtf) return Status();
  if (content == Format::kUnknown) return Status();
  return Status(StatusCode::kParse, std::string("is ") + WhatItIs(content) +
                                        ", not what its name says; correct "
                                        "its name or name the format");
}

bool HoldsRows(Format format) {
  return format == Format::kCsv || format == Format::kTsv ||
         format == Format::kJsonl;
}

std::string WhyUnknown(std::string_view name) {
  const std::string ending = EndingOf(name);
  if (ending == "doc") return "old Word format; save it as .docx";
  if (ending.empty()) return "unknown format: the name has no ending";
  const bool plain = std::all_of(ending.begin(), ending.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
  return plain && ending.size() <= 12 ? "unknown format ." + ending
                                      : "unknown format";
}

}  // namespace framescope
