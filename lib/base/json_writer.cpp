// Tested by tests/unit/base/json_writer_test.cpp.
#include "base/json_writer.hpp"

#include <charconv>
#include <cmath>

#include "base/numbers.hpp"
#include "base/utf8.hpp"

namespace framescope {
namespace {

void AppendEscape(char32_t c, std::string* out) {
  constexpr char kDigits[] = "0123456789abcdef";
  switch (c) {
    case '\n':
      *out += "\\n";
      return;
    case '\r':
      *out += "\\r";
      return;
    case '\t':
      *out += "\\t";
      return;
    default:
      *out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) {
        *out += kDigits[c >> shift & 0xF];
      }
  }
}

bool IsPlain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

void AppendString(std::string_view text, std::string* out) {
  *out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && IsPlain(text[at])) ++at;
    if (at > begin) {
      out->append(text, begin, at - begin);
      continue;
    }
    const char32_t c = NextCodePoint(text, &at);
    if (c == '"' || c == '\\') {
      *out += '\\';
      *out += static_cast<char>(c);
    } else if (IsUnsafeToShow(c)) {
      AppendEscape(c, out);
    } else if (c == kReplacementCharacter) {
      AppendUtf8(c, out);
    } else {
      out->append(text, begin, at - begin);
    }
  }
  *out += '"';
}

}  // namespace

void JsonWriter::Separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (filled_.empty()) return;
  if (filled_.back()) *out_ += ',';
  filled_.back() = true;
}

JsonWriter& JsonWriter::Open(char bracket) {
  Separate();
  *out_ += bracket;
  filled_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::Close(char bracket) {
  *out_ += bracket;
  filled_.pop_back();
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  Separate();
  AppendString(key, out_);
  *out_ += ':';
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view text) {
  Separate();
  AppendString(text, out_);
  return *this;
}

JsonWriter& JsonWriter::Number(double value) {
  return Raw(std::isfinite(value) ? Shortest(value) : "null");
}

JsonWriter& JsonWriter::Integer(std::int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof(digits), value);
  return Raw({digits, static_cast<std::size_t>(end.ptr - digits)});
}

JsonWriter& JsonWriter::Raw(std::string_view json) {
  Separate();
  *out_ += json;
  return *this;
}

std::string Base64(std::string_view bytes) {
  constexpr char kDigits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t j) -> std::uint32_t {
      return i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j])
                                  : 0;
    };
    const std::uint32_t bits = byte(0) << 16 | byte(1) << 8 | byte(2);
    text += kDigits[bits >> 18];
    text += kDigits[bits >> 12 & 63];
    text += i + 1 < bytes.size() ? kDigits[bits >> 6 & 63] : '=';
    text += i + 2 < bytes.size() ? kDigits[bits & 63] : '=';
  }
  return text;
}

}  // namespace framescope
