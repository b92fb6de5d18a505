// HtmlTokens: HTML cut into tags and text, as browsers cut it.
//
// Text extraction needs no tree, and parsers that build one, or collect the
// attributes of a tag, are quadratic on hostile input. This cut is linear.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace framescope {

struct HtmlToken {
  enum class Kind : std::uint8_t { kText, kStart, kEnd };
  Kind kind = Kind::kText;
  std::string name;             // of a tag, in lower case
  std::string_view attributes;  // of a start tag, as written
  std::string_view text;        // of a text, with its character references
  bool self_closing = false;
};

// Borrows the text; for one thread.
class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view html) : html_(html) {}

  // Makes the next token; false at the end. Comments, doctypes and the
  // contents of script, style and the like are passed over.
  bool Next(HtmlToken* token);

  // Where the text of the last token begins in the input.
  std::size_t begin() const { return begin_; }

 private:
  bool PassMarkup();
  bool ReadTag(HtmlToken* token);
  void PassRawText(const std::string& name);

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

// The value of an attribute, or an empty string; linear in `attributes`.
std::string HtmlAttribute(std::string_view attributes, std::string_view name);
bool HasHtmlAttribute(std::string_view attributes, std::string_view name);

// `text` with its character references (&amp; &#8217; &eacute;) decoded.
// Unknown ones stay as they are.
std::string DecodeHtmlReferences(std::string_view text);

// The code point of a named reference without & and ;, or 0.
std::uint32_t HtmlEntity(std::string_view name);

// Appends the character of a number that somebody wrote as UTF-8; U+FFFD for
// numbers that are none.
void AppendCharacter(std::uint32_t number, std::string* text);

}  // namespace framescope
