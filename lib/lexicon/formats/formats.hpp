// The formats of lexicons other than our own, one file each in this folder.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "framescope/lexicon.hpp"
#include "lexicon/finding_list.hpp"
#include "lexicon/formats/lexicon_builder.hpp"
#include "lexicon/formats/term_table.hpp"

namespace framescope {

// Readers get valid UTF-8 without a byte order mark. Errors mean that the
// file cannot be used, warnings that a line is not as it should be, notes that
// something is kept in another form.
void ReadLiwc(std::string_view text, LexiconBuilder* builder);
void ReadDicx(std::string_view text, LexiconBuilder* builder);
void ReadYaml(std::string_view text, LexiconBuilder* builder);
void ReadWordStat(std::string_view text, LexiconBuilder* builder);
void ReadYoshikoder(std::string_view text, LexiconBuilder* builder);
void ReadLexicoder(std::string_view text, LexiconBuilder* builder);
void ReadCsv(std::string_view text, LexiconBuilder* builder);
void ReadTsv(std::string_view text, LexiconBuilder* builder);
void ReadJson(std::string_view text, LexiconBuilder* builder);
void ReadEmpath(std::string_view text, LexiconBuilder* builder);
void ReadVader(std::string_view text, LexiconBuilder* builder);

std::string WriteLiwc(const TermTable& table);
std::string WriteDicx(const TermTable& table);
std::string WriteYaml(const TermTable& table);
std::string WriteWordStat(const TermTable& table);
std::string WriteYoshikoder(const TermTable& table);
std::string WriteLexicoder(const TermTable& table);
std::string WriteCsv(const TermTable& table);
std::string WriteTsv(const TermTable& table);
std::string WriteJson(const TermTable& table);

// A format by its name, with what it can hold.
struct ForeignFormat {
  std::string_view name;     // "liwc"
  std::string_view endings;  // ".dic .txt"
  void (*read)(std::string_view, LexiconBuilder*);
  std::string (*write)(const TermTable&);  // null: is only read
  FormatLimits limits;
};

std::span<const ForeignFormat> ForeignFormats();

// Decodes `bytes` and reads them. A lexicon without a category is an error.
void ReadForeign(const ForeignFormat& format, std::string_view bytes,
                 LexiconBuilder* builder);

// The format of this name; null when there is none.
const ForeignFormat* LexiconFormatNamed(std::string_view name);

// The format by the ending of `path`, and for endings that several formats
// share by the first lines of `text`. Null when it is not known.
const ForeignFormat* LexiconFormatOfFile(std::string_view path,
                                         std::string_view text);

// "csv, dicx, …"
std::string FormatNames(bool written);

}  // namespace framescope
