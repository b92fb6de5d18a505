// RtfReader: rich text read group by group.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/office_text.hpp"
#include "document/rtf_words.hpp"

namespace framescope {

enum class RtfTarget : std::uint8_t {
  kText,
  kSkip,
  kInfo,
  kTitle,
  kFonts,
  kStyles
};

struct RtfParagraphState {
  int outline = -1;
  bool list = false;
  bool in_table = false;
};

// What holds inside a group and ends with it.
struct RtfGroup {
  RtfTarget target = RtfTarget::kText;
  int code_page = 1252;
  int unicode_skip = 1;
  bool hidden = false;
  bool deleted = false;
  bool note = false;
  bool box = false;
  bool first = true;  // nothing was seen in it yet
  bool starred = false;
  RtfParagraphState outer;  // of the paragraph that a note or box stands in
};

// Borrows the bytes and the document; for one thread.
class RtfReader {
 public:
  RtfReader(std::string_view rtf, Document* document)
      : rtf_(rtf), document_(*document), text_(document) {}

  Status Read();

 private:
  RtfGroup& group() { return groups_.back(); }
  Status OpenGroup();
  void CloseGroup();
  void ReadControl();
  void ReadHex();
  void ReadWord();
  void Apply(const RtfMeaning& meaning, int number, bool has_number);
  void ApplyParagraph(RtfWord word, int number, bool on);
  void ApplyTarget(RtfWord word);
  void ApplyFont(RtfWord word, int number);
  void ReadUnicode(int number);
  void AddByte(char c);
  void AddText(std::string_view utf8);
  void FlushBytes();
  void EnsureParagraph();
  void EndParagraph(bool cell);

  std::string_view rtf_;
  std::size_t at_ = 0;
  Document& document_;
  OfficeText text_;
  std::vector<RtfGroup> groups_;
  RtfParagraphState paragraph_;
  std::string bytes_;  // text that is not decoded yet
  std::string title_;
  std::map<int, int> font_pages_;
  std::map<int, int> style_outlines_;
  int font_ = 0;
  int style_ = 0;
  int default_page_ = 1252;
  int skip_ = 0;              // characters that stand in for a \u
  std::uint32_t high_ = 0;    // a high surrogate that waits for the low one
  std::vector<bool> open_;    // whether a paragraph is open, per text level
  int rows_ = 0, cells_ = 0;  // that have ended, of the table and of the row
  bool furniture_ = false;
};

}  // namespace framescope
