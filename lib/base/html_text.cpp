// Tested by tests/unit/base/html_text_test.cpp.
#include "base/html_text.hpp"

#include "base/utf8.hpp"

namespace framescope {

void AppendHtml(std::string_view text, std::string* out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, &at);
    switch (c) {
      case '&':
        *out += "&amp;";
        break;
      case '<':
        *out += "&lt;";
        break;
      case '>':
        *out += "&gt;";
        break;
      case '"':
        *out += "&quot;";
        break;
      case '\'':
        *out += "&#39;";
        break;
      case '\t':
      case '\n':
      case '\r':
      case 0x2028:
        *out += c == '\t' ? '\t' : c == '\r' ? ' ' : '\n';
        break;
      case kReplacementCharacter:
        AppendUtf8(c, out);
        break;
      default:
        IsUnsafeToShow(c) ? out->append(Shown(text.substr(begin, at - begin)))
                          : out->append(text, begin, at - begin);
    }
  }
}

std::string Html(std::string_view text) {
  std::string html;
  AppendHtml(text, &html);
  return html;
}

}  // namespace framescope
