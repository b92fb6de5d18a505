// Tested by tests/unit/lexicon/formats/broken_files_test.cpp.
#include "lexicon/formats/formats.hpp"

#include <algorithm>

#include "lexicon/formats/text_lines.hpp"
#include "lexicon/tsv.hpp"
#include "unicode/encoding.hpp"

namespace framescope {
namespace {

constexpr TermSyntax kStarOnly = {true, false};
constexpr TermSyntax kGlob = {true, true};

//                   syntax     patt.  weight hier.  title  code   note
constexpr FormatLimits kLiwcLimits = {kStarOnly, false, false, true,
                                      true,      false, false, false};
constexpr FormatLimits kDicxLimits = {kStarOnly, false, true,  false,
                                      false,     false, false, false};
constexpr FormatLimits kYamlLimits = {kGlob, false, false, true,
                                      false, false, false, false};
constexpr FormatLimits kWordStatLimits = {kGlob, false, true,  true,
                                          false, false, false, false};
constexpr FormatLimits kYoshikoderLimits = {kStarOnly, false, true, true,
                                            true,      false, true, false};
constexpr FormatLimits kLexicoderLimits = {kGlob, false, false, false,
                                           false, false, false, false};
constexpr FormatLimits kTableLimits = {kGlob, true,  true, true,
                                       false, false, true, false};
constexpr FormatLimits kJsonLimits = {kGlob, true, true, true,
                                      true,  true, true, false};

constexpr ForeignFormat kFormats[] = {
    {"liwc", ".dic", ReadLiwc, WriteLiwc, kLiwcLimits},
    {"dicx", ".dicx", ReadDicx, WriteDicx, kDicxLimits},
    {"yaml", ".yml .yaml", ReadYaml, WriteYaml, kYamlLimits},
    {"wordstat", ".cat", ReadWordStat, WriteWordStat, kWordStatLimits},
    {"yoshikoder", ".ykd .lcd", ReadYoshikoder, WriteYoshikoder,
     kYoshikoderLimits},
    {"lexicoder", ".lc3", ReadLexicoder, WriteLexicoder, kLexicoderLimits},
    {"csv", ".csv", ReadCsv, WriteCsv, kTableLimits},
    {"tsv", ".tsv .txt", ReadTsv, WriteTsv, kTableLimits},
    {"json", ".json", ReadJson, WriteJson, kJsonLimits},
    {"empath", ".tsv .txt", ReadEmpath, nullptr, {}},
    {"vader", ".tsv .txt", ReadVader, nullptr, {}}};

std::string EndingOf(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == path.npos || path.find('/', dot) != path.npos) return "";
  std::string ending(path.substr(dot));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return ending;
}

bool HasEnding(const ForeignFormat& format, const std::string& ending) {
  const std::vector<std::string_view> endings =
      SplitTrimmed(format.endings, ' ');
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

// Which of the formats with tabs: a table has a header, VADER a number in the
// second cell.
std::string_view FormatOfTabs(std::string_view text) {
  TextLines lines(text);
  while (lines.Next()) {
    const std::vector<std::string_view> cells =
        SplitTrimmed(lines.line(), '\t');
    if (cells.empty()) continue;
    if (cells[0] == "%") return "liwc";
    double number = 0;
    for (const std::string_view cell : cells) {
      if (cell == "category" || cell == "Category") return "tsv";
    }
    if (cells.size() > 1 && ReadNumber(cells[1], &number)) return "vader";
    return "empath";
  }
  return "tsv";
}

}  // namespace

std::span<const ForeignFormat> ForeignFormats() { return kFormats; }

void ReadForeign(const ForeignFormat& format, std::string_view bytes,
                 LexiconBuilder* builder) {
  const Result<Decoded> decoded = Decode(bytes, "");
  if (!decoded.ok()) {
    builder->findings().Error(0, 0, "encoding", decoded.status().message());
    return;
  }
  const Decoded& text = decoded.value();
  if (text.replaced > 0) {
    const std::string_view before =
        bytes.substr(0, static_cast<std::size_t>(text.first_replaced));
    builder->Warn(static_cast<std::int32_t>(
                      std::count(before.begin(), before.end(), '\n')) +
                      1,
                  0, "encoding",
                  "the file is not valid " + text.encoding + ": " +
                      std::to_string(text.replaced) +
                      " characters could not be read");
  } else if (text.encoding != "utf-8") {
    builder->findings().Note(0, 0, "encoding",
                             "the file is read as " + text.encoding);
  }
  format.read(text.text, builder);
  if (builder->content().categories.empty() &&
      !HasErrors(builder->findings().findings())) {
    builder->findings().Error(1, 1, "no-categories",
                              "the file holds no category");
  }
}

const ForeignFormat* LexiconFormatNamed(std::string_view name) {
  for (const ForeignFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const ForeignFormat* LexiconFormatOfFile(std::string_view path,
                                         std::string_view text) {
  const std::string ending = EndingOf(path);
  if (ending == ".tsv" || ending == ".txt") {
    return LexiconFormatNamed(FormatOfTabs(text));
  }
  for (const ForeignFormat& format : kFormats) {
    if (HasEnding(format, ending)) return &format;
  }
  return nullptr;
}

std::string FormatNames(bool written) {
  std::string names = "native";
  for (const ForeignFormat& format : kFormats) {
    if (written && format.write == nullptr) continue;
    names += ", " + std::string(format.name);
  }
  return names;
}

}  // namespace framescope
