// HTML cut into tags and text, as browsers cut it.
#include "document/html_tokens.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace framescope {
namespace {

bool IsAlpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool EqualsLower(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return Lower(a) == b; });
}

bool IsRawText(std::string_view name) {
  for (std::string_view raw : {"script", "style", "textarea", "iframe",
                               "noembed", "noframes", "xmp"}) {
    if (name == raw) return true;
  }
  return false;
}

// Walks the attributes; calls visit(name, value) until it returns false.
template <typename Visitor>
void EachAttribute(std::string_view text, Visitor visit) {
  std::size_t i = 0;
  const auto pass = [&](auto want) {
    const std::size_t begin = i;
    while (i < text.size() && want(text[i])) ++i;
    return text.substr(begin, i - begin);
  };
  while (i < text.size()) {
    pass([](char c) { return IsSpace(c) || c == '/'; });
    const std::string_view name =
        pass([](char c) { return !IsSpace(c) && c != '/' && c != '='; });
    pass(IsSpace);
    std::string_view value;
    if (i < text.size() && text[i] == '=') {
      ++i;
      pass(IsSpace);
      const char quote = i < text.size() ? text[i] : ' ';
      if (quote == '"' || quote == '\'') {
        ++i;
        value = pass([quote](char c) { return c != quote; });
        if (i < text.size()) ++i;
      } else {
        value = pass([](char c) { return !IsSpace(c); });
      }
    }
    if (!name.empty() && !visit(name, value)) return;
  }
}

}  // namespace

bool HasHtmlAttribute(std::string_view attributes, std::string_view name) {
  bool found = false;
  EachAttribute(attributes, [&](std::string_view n, std::string_view) {
    found = EqualsLower(n, name);
    return !found;
  });
  return found;
}

std::string HtmlAttribute(std::string_view attributes, std::string_view name) {
  std::string found;
  EachAttribute(attributes, [&](std::string_view n, std::string_view value) {
    if (!EqualsLower(n, name)) return true;
    found = DecodeHtmlReferences(value);
    return false;
  });
  return found;
}

bool HtmlTokens::Next(HtmlToken* token) {
  while (at_ < html_.size()) {
    if (html_[at_] == '<') {
      if (PassMarkup()) continue;
      if (ReadTag(token)) return true;
    }
    // A '<' that opens nothing is text.
    begin_ = at_;
    at_ = std::min(html_.find('<', at_ + 1), html_.size());
    token->kind = HtmlToken::Kind::kText;
    token->text = html_.substr(begin_, at_ - begin_);
    return true;
  }
  return false;
}

// Passes over a comment, a doctype or a processing instruction.
bool HtmlTokens::PassMarkup() {
  const std::string_view rest = html_.substr(at_);
  if (rest.size() < 2) return false;
  if (rest.starts_with("<!--")) {
    // "<!-->" is a whole comment.
    const std::size_t end = html_.find("-->", at_ + 2);
    at_ = end == html_.npos ? html_.size() : end + 3;
    return true;
  }
  const bool end_of_nothing =
      rest[1] == '/' && (rest.size() < 3 || !IsAlpha(rest[2]));
  if (rest[1] != '!' && rest[1] != '?' && !end_of_nothing) return false;
  const std::size_t end = html_.find('>', at_);
  at_ = end == html_.npos ? html_.size() : end + 1;
  return true;
}

bool HtmlTokens::ReadTag(HtmlToken* token) {
  std::size_t i = at_ + 1;
  const bool closing = i < html_.size() && html_[i] == '/';
  if (closing) ++i;
  if (i >= html_.size() || !IsAlpha(html_[i])) return false;
  token->name.clear();
  for (; i < html_.size() && !IsSpace(html_[i]) && html_[i] != '>' &&
         html_[i] != '/';
       ++i) {
    if (token->name.size() < 64) token->name += Lower(html_[i]);
  }
  const std::size_t begin = i;
  // A quote counts only where a value may begin, after '='.
  for (char quote = 0, last = 0; i < html_.size(); ++i) {
    const char c = html_[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      break;
    } else if ((c == '"' || c == '\'') && last == '=') {
      quote = c;
    }
    if (!IsSpace(c)) last = c;
  }
  token->kind = closing ? HtmlToken::Kind::kEnd : HtmlToken::Kind::kStart;
  token->attributes = html_.substr(begin, i - begin);
  token->self_closing = token->attributes.ends_with('/') && i < html_.size();
  at_ = std::min(i + 1, html_.size());
  if (!closing && IsRawText(token->name)) PassRawText(token->name);
  return true;
}

// Passes over text up to the end tag of `name`, in which no tag counts.
void HtmlTokens::PassRawText(const std::string& name) {
  while (at_ < html_.size()) {
    at_ = std::min(html_.find("</", at_), html_.size());
    const std::string_view found =
        html_.substr(std::min(at_ + 2, html_.size()), name.size());
    if (EqualsLower(found, name)) return;
    at_ = std::min(at_ + 2, html_.size());
  }
}

void AppendCharacter(std::uint32_t number, std::string* text) {
  const bool none =
      number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000);
  AppendUtf8(none ? kReplacementCharacter : char32_t{number}, text);
}

}  // namespace framescope
