// Tested by tests/unit/base/utf8_test.cpp.
#include "base/utf8.hpp"

#include <algorithm>
#include <iterator>

#include "base/code_point.hpp"

namespace framescope {
namespace {

struct Range {
  char32_t first, last;
};

constexpr Range kNoWidth[] = {
    {0x300, 0x36F},    {0x483, 0x489},   {0x591, 0x5BD},   {0x610, 0x61A},
    {0x64B, 0x65F},    {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2069},
    {0x20D0, 0x20F0},  {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
    {0x1F3FB, 0x1F3FF}};
constexpr Range kWide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE4F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F3FA},
    {0x1F400, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD}};

template <std::size_t n>
bool Among(const Range (&ranges)[n], char32_t c) {
  const Range* found =
      std::lower_bound(ranges, ranges + n, c,
                       [](const Range& r, char32_t x) { return r.last < x; });
  return found != std::end(ranges) && found->first <= c;
}

bool IsSpace(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 ||
         c == 0x2028 || c == 0x2029 || c == 0x202F;
}

}  // namespace

char32_t NextCodePoint(std::string_view text, std::size_t* at) {
  const CodePoint c = ReadUtf8(text, *at);
  *at += c.size == 0 ? 1 : c.size;
  return c.size == 0 ? kReplacementCharacter : c.value;
}

bool IsValidUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (NextCodePoint(text, &at) == kReplacementCharacter && at - begin != 3) {
      return false;
    }
  }
  return true;
}

void AppendUtf8(char32_t c, std::string* out) {
  const auto put = [&](char32_t byte) { *out += static_cast<char>(byte); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

bool IsUnsafeToShow(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200E ||
         c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

int ColumnsOf(char32_t c) {
  if (c < 0x300) return 1;
  if (Among(kNoWidth, c)) return 0;
  return Among(kWide, c) ? 2 : 1;
}

std::size_t ColumnsOf(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    columns += static_cast<std::size_t>(ColumnsOf(NextCodePoint(text, &at)));
  }
  return columns;
}

std::string Shown(std::string_view text) {
  std::string shown;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (IsSpace(c)) {
      space = true;
      continue;
    }
    if (space) shown += ' ';
    space = false;
    if (!IsUnsafeToShow(c)) {
      AppendUtf8(c, &shown);
      continue;
    }
    constexpr char kDigits[] = "0123456789abcdef";
    shown += "\\u{";
    for (int shift = c > 0xFF ? 12 : 4; shift >= 0; shift -= 4) {
      shown += kDigits[c >> shift & 0xF];
    }
    shown += '}';
  }
  if (space) shown += ' ';
  return shown;
}

std::string_view FirstColumns(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    used += static_cast<std::size_t>(ColumnsOf(NextCodePoint(text, &at)));
    if (used > columns) return text.substr(0, begin);
  }
  return text;
}

std::string_view LastColumns(std::string_view text, std::size_t columns) {
  std::size_t total = ColumnsOf(text), at = 0;
  while (total > columns && at < text.size()) {
    total -= static_cast<std::size_t>(ColumnsOf(NextCodePoint(text, &at)));
  }
  return text.substr(at);
}

}  // namespace framescope
