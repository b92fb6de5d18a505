// MIME: the headers and parts of an e-mail (RFC 2045 to 2047).
#include "document/mime.hpp"

#include <algorithm>

#include "document/block_builder.hpp"
#include "unicode/encoding.hpp"

namespace framescope {
namespace {

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return lower;
}

std::string_view Trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// The next line with its end, taken off `rest`.
std::string_view TakeLine(std::string_view* rest) {
  const std::size_t end = rest->find('\n');
  const std::size_t size = end == rest->npos ? rest->size() : end + 1;
  const std::string_view line = rest->substr(0, size);
  rest->remove_prefix(size);
  return line;
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

int Base64Digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

std::string DecodeBase64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  unsigned value = 0;
  int bits = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int digit = Base64Digit(c);
    if (digit < 0) continue;
    value = (value << 6 | static_cast<unsigned>(digit)) & 0xFFFFFF;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(value >> bits & 0xFF);
  }
  return bytes;
}

// Quoted-printable; `word` is the form for headers, in which _ is a space.
std::string DecodeQuoted(std::string_view text, bool word) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '=') {
      bytes += word && c == '_' ? ' ' : c;
      continue;
    }
    std::size_t end = i + 1;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\r')) ++end;
    if (!word && end < text.size() && text[end] == '\n') {
      i = end;  // a soft line break
      continue;
    }
    const int high = i + 2 < text.size() ? HexDigit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : HexDigit(text[i + 2]);
    if (low < 0) {
      bytes += c;
    } else {
      bytes += static_cast<char>(high << 4 | low);
      i += 2;
    }
  }
  return bytes;
}

std::string ToUtf8(std::string_view bytes, const std::string& charset) {
  Result<Decoded> decoded = Decode(bytes, charset);
  if (!decoded.ok()) decoded = Decode(bytes, "");
  return decoded.ok() ? std::move(decoded.value().text) : std::string();
}

// Reads "=?charset?Q?text?=" at the start of `value`; 0 when it is none.
std::size_t DecodeWord(std::string_view value, std::string* text) {
  const std::size_t charset_end = value.find('?', 2);
  if (charset_end == value.npos || charset_end + 2 >= value.size()) return 0;
  if (value[charset_end + 2] != '?') return 0;
  const std::size_t begin = charset_end + 3;
  const std::size_t end = value.find("?=", begin);
  if (end == value.npos) return 0;
  const char kind = value[charset_end + 1];
  const std::string_view inner = value.substr(begin, end - begin);
  const std::string bytes = kind == 'B' || kind == 'b'
                                ? DecodeBase64(inner)
                                : DecodeQuoted(inner, true);
  *text = ToUtf8(bytes, std::string(value.substr(2, charset_end - 2)));
  return end + 2;
}

}  // namespace

std::string_view MimeHeaders::Read(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view line = TakeLine(&bytes);
    if (Trim(line).empty()) return bytes;
    if ((line[0] == ' ' || line[0] == '\t') && !headers_.empty()) {
      headers_.back().second += ' ';
      headers_.back().second += Trim(line);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos || headers_.size() >= 1000) continue;
    headers_.emplace_back(Lower(Trim(line.substr(0, colon))),
                          Trim(line.substr(colon + 1)));
  }
  return bytes;
}

std::string_view MimeHeaders::Get(std::string_view name) const {
  for (const auto& [key, value] : headers_) {
    if (key == name) return value;
  }
  return {};
}

std::string MimeType(std::string_view content_type) {
  return Lower(Trim(content_type.substr(0, content_type.find(';'))));
}

std::string MimeParameter(std::string_view value, std::string_view name) {
  std::size_t at = value.find(';');
  while (at != value.npos) {
    std::string_view rest = Trim(value.substr(at + 1));
    const std::size_t equals = rest.find('=');
    if (equals == rest.npos) return "";
    const bool found = Lower(Trim(rest.substr(0, equals))) == name;
    rest = Trim(rest.substr(equals + 1));
    const bool quoted = rest.starts_with('"');
    const std::size_t end =
        quoted ? rest.find('"', 1) : rest.find_first_of("; \t");
    if (found) {
      return std::string(
          rest.substr(quoted, end == rest.npos ? rest.npos : end - quoted));
    }
    if (end == rest.npos) return "";
    at = value.find(';',
                    static_cast<std::size_t>(rest.data() - value.data()) + end);
  }
  return "";
}

std::string DecodeTransfer(std::string_view bytes, std::string_view encoding) {
  const std::string kind = Lower(Trim(encoding));
  if (kind == "base64") return DecodeBase64(bytes);
  if (kind == "quoted-printable") return DecodeQuoted(bytes, false);
  return std::string(bytes);
}

std::string DecodeWords(std::string_view value) {
  std::string text;
  bool after_word = false;
  std::size_t i = 0;
  // Behind the last end no word is looked for, however many seem to begin.
  const std::size_t last = value.rfind("?=");
  const std::string_view words =
      value.substr(0, last == value.npos ? 0 : last + 2);
  while (i < value.size()) {
    std::string word;
    const std::size_t used =
        i < words.size() && words.substr(i).starts_with("=?")
            ? DecodeWord(words.substr(i), &word)
            : 0;
    if (used > 0) {
      // White space between two encoded words is not part of the text.
      while (after_word && text.ends_with(' ')) text.pop_back();
      text += word;
      i += used;
      after_word = true;
    } else {
      after_word = after_word && value[i] == ' ';
      text += value[i++];
    }
  }
  return FirstInvalidUtf8(text) < 0 ? OneLine(text) : OneLine(ToUtf8(text, ""));
}

std::vector<std::string_view> SplitParts(std::string_view body,
                                         const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  const char* begin = nullptr;  // of the open part
  while (!body.empty()) {
    const std::string_view line = TakeLine(&body);
    if (!line.starts_with(mark)) continue;
    const std::string_view tail = Trim(line.substr(mark.size()));
    if (!tail.empty() && tail != "--") continue;
    if (begin != nullptr) {
      parts.emplace_back(begin, static_cast<std::size_t>(line.data() - begin));
    }
    begin = tail == "--" ? nullptr : line.data() + line.size();
    if (begin == nullptr) return parts;
  }
  // A message that was cut short still has its last part.
  if (begin != nullptr) {
    parts.emplace_back(begin, static_cast<std::size_t>(body.data() - begin));
  }
  return parts;
}

}  // namespace framescope
