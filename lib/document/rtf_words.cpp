// The control words of rich text (RTF) that matter to its text.
#include "document/rtf_words.hpp"

namespace framescope {
namespace {

struct Entry {
  std::string_view word;
  RtfMeaning meaning;
};

constexpr Entry kWords[] = {{"emdash", {RtfWord::kCharacter, "\u2014"}},
                            {"endash", {RtfWord::kCharacter, "\u2013"}},
                            {"lquote", {RtfWord::kCharacter, "\u2018"}},
                            {"rquote", {RtfWord::kCharacter, "\u2019"}},
                            {"ldblquote", {RtfWord::kCharacter, "\u201C"}},
                            {"rdblquote", {RtfWord::kCharacter, "\u201D"}},
                            {"bullet", {RtfWord::kCharacter, "\u2022"}},
                            {"tab", {RtfWord::kCharacter, " "}},
                            {"emspace", {RtfWord::kCharacter, " "}},
                            {"enspace", {RtfWord::kCharacter, " "}},
                            {"par", {RtfWord::kParagraph, ""}},
                            {"sect", {RtfWord::kParagraph, ""}},
                            {"row", {RtfWord::kRow, ""}},
                            {"nestrow", {RtfWord::kParagraph, ""}},
                            {"cell", {RtfWord::kCell, ""}},
                            {"nestcell", {RtfWord::kParagraph, ""}},
                            {"line", {RtfWord::kLine, ""}},
                            {"page", {RtfWord::kParagraph, ""}},
                            {"pard", {RtfWord::kPlainParagraph, ""}},
                            {"outlinelevel", {RtfWord::kOutline, ""}},
                            {"s", {RtfWord::kStyle, ""}},
                            {"ls", {RtfWord::kList, ""}},
                            {"listtext", {RtfWord::kListText, ""}},
                            {"pntext", {RtfWord::kListText, ""}},
                            {"intbl", {RtfWord::kInTable, ""}},
                            {"v", {RtfWord::kHidden, ""}},
                            {"deleted", {RtfWord::kDeleted, ""}},
                            {"plain", {RtfWord::kPlain, ""}},
                            {"u", {RtfWord::kUnicode, ""}},
                            {"uc", {RtfWord::kUnicodeSkip, ""}},
                            {"f", {RtfWord::kFont, ""}},
                            {"fcharset", {RtfWord::kFontCharset, ""}},
                            {"ansicpg", {RtfWord::kCodePage, ""}},
                            {"mac", {RtfWord::kMac, ""}},
                            {"bin", {RtfWord::kBinary, ""}},
                            {"fonttbl", {RtfWord::kFontTable, ""}},
                            {"stylesheet", {RtfWord::kStyleSheet, ""}},
                            {"info", {RtfWord::kInfo, ""}},
                            {"title", {RtfWord::kTitle, ""}},
                            {"footnote", {RtfWord::kNote, ""}},
                            {"shptxt", {RtfWord::kTextBox, ""}},
                            {"header", {RtfWord::kFurniture, ""}},
                            {"headerl", {RtfWord::kFurniture, ""}},
                            {"headerr", {RtfWord::kFurniture, ""}},
                            {"headerf", {RtfWord::kFurniture, ""}},
                            {"footer", {RtfWord::kFurniture, ""}},
                            {"footerl", {RtfWord::kFurniture, ""}},
                            {"footerr", {RtfWord::kFurniture, ""}},
                            {"footerf", {RtfWord::kFurniture, ""}},
                            {"colortbl", {RtfWord::kSkip, ""}},
                            {"pict", {RtfWord::kSkip, ""}},
                            {"objdata", {RtfWord::kSkip, ""}},
                            {"fldinst", {RtfWord::kSkip, ""}},
                            {"listtable", {RtfWord::kSkip, ""}},
                            {"listoverridetable", {RtfWord::kSkip, ""}},
                            {"annotation", {RtfWord::kSkip, ""}},
                            {"atnid", {RtfWord::kSkip, ""}},
                            {"atnauthor", {RtfWord::kSkip, ""}},
                            {"shpinst", {RtfWord::kSkip, ""}},
                            {"nonshppict", {RtfWord::kSkip, ""}},
                            {"filetbl", {RtfWord::kSkip, ""}},
                            {"revtbl", {RtfWord::kSkip, ""}},
                            {"xe", {RtfWord::kSkip, ""}},
                            {"tc", {RtfWord::kSkip, ""}}};

}  // namespace

RtfMeaning FindRtfWord(std::string_view word) {
  for (const Entry& entry : kWords) {
    if (entry.word == word) return entry.meaning;
  }
  return {};
}

int CodePageOfCharset(int charset) {
  struct Pair {
    int charset, page;
  };
  constexpr Pair kPairs[] = {{0, 1252},   {77, 10000}, {128, 932},  {129, 949},
                             {134, 936},  {136, 950},  {161, 1253}, {162, 1254},
                             {163, 1258}, {177, 1255}, {178, 1256}, {186, 1257},
                             {204, 1251}, {222, 874},  {238, 1250}};
  for (const Pair& pair : kPairs) {
    if (pair.charset == charset) return pair.page;
  }
  return 0;
}

}  // namespace framescope
