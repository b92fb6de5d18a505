// One code point of UTF-8 at a time.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace framescope {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // bytes; 0: not valid UTF-8
};

// Whether a byte goes on with a code point that began before it.
inline bool IsTrail(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Reads the code point at `at` < text.size().
inline CodePoint ReadUtf8(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(text[at + i]);
  };
  const auto trail = [&](std::size_t i) {
    return at + i < text.size() && IsTrail(text[at + i]);
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && trail(1)) {
    return {(lead & 0x1F) << 6 | (byte(1) & 0x3Fu), 2};
  }
  if ((lead & 0xF0) == 0xE0 && trail(1) && trail(2)) {
    const char32_t value =
        (lead & 0x0F) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    if (value >= 0x800 && !surrogate) return {value, 3};
    return {};
  }
  if (lead >= 0xF0 && lead < 0xF5 && trail(1) && trail(2) && trail(3)) {
    const char32_t value = (lead & 0x07) << 18 | (byte(1) & 0x3Fu) << 12 |
                           (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu);
    if (value >= 0x10000 && value < 0x110000) return {value, 4};
  }
  return {};
}

// The start of the code point that the byte at `at` belongs to.
template <std::unsigned_integral Offset>
Offset CodePointStart(std::string_view text, Offset at) {
  while (at > 0 && at < text.size() && IsTrail(text[at])) --at;
  return at;
}

// The first start of a code point at `at` or behind it, or the end.
template <std::unsigned_integral Offset>
Offset NextCodePointStart(std::string_view text, Offset at) {
  while (at < text.size() && IsTrail(text[at])) ++at;
  return at;
}

// How many code points `text` has, which must be UTF-8.
inline std::size_t CountCodePoints(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return !IsTrail(c); }));
}

// The column, from 1, of the byte at `at`, or of the end where it lies behind.
inline std::int32_t ColumnAt(std::string_view line, std::size_t at) {
  return 1 + static_cast<std::int32_t>(CountCodePoints(line.substr(0, at)));
}

inline bool IsAsciiLetter(char c) {
  return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}
inline bool IsAsciiDigit(char c) {
  return static_cast<unsigned char>(c - '0') < 10;
}

}  // namespace framescope
