// The first bytes of words, as filters compare them.
//
// A word is read as eight bytes in a register, with bit 5 set in each (which
// makes ASCII letters lower-case) and zeros behind its end. The first four are
// its head.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "framescope/analyzer.hpp"
#include "match/pattern.hpp"

namespace framescope {

inline constexpr std::uint64_t kLower = 0x2020202020202020;
inline constexpr std::uint64_t kNotAscii = 0x8080808080808080;
inline constexpr std::size_t kHead = 4;  // bytes

// Masks of the first n bytes.
inline constexpr std::array<std::uint64_t, 9> kFirst = {0,
                                                        0xFF,
                                                        0xFFFF,
                                                        0xFFFFFF,
                                                        0xFFFFFFFF,
                                                        0xFFFFFFFFFF,
                                                        0xFFFFFFFFFFFF,
                                                        0xFFFFFFFFFFFFFF,
                                                        ~std::uint64_t{0}};

inline std::uint64_t ReadBytes(const char* data, std::size_t size) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, data, size);
  return bytes;
}

inline std::uint64_t BytesOf(std::string_view text, Span word) {
  const std::uint32_t size = std::min<std::uint32_t>(word.end - word.begin, 8);
  const std::uint64_t bytes = word.begin + 8 <= text.size()
                                  ? ReadBytes(text.data() + word.begin, 8)
                                  : ReadBytes(text.data() + word.begin, size);
  return (bytes | kLower) & kFirst[size];
}

inline std::uint32_t HashOfHead(std::uint64_t bytes) {
  return static_cast<std::uint32_t>(bytes) * 0x9E3779B1u;
}

inline bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) > 0; });
}

// What stands before the first wildcard of a key of PatternWord.
inline std::string_view StemOf(std::string_view glob) {
  const auto wildcard = std::find_if(glob.begin(), glob.end(), [](char c) {
    return c == kAnyLetters || c == kOneLetter;
  });
  return glob.substr(0, static_cast<std::size_t>(wildcard - glob.begin()));
}

// Calls `add` with the bytes of `key`, of less than seven letters, alone and
// with each possessive ending that may follow it in the text: 's, or ' after s.
template <typename Add>
void ForEachForm(std::string_view key, const Add& add) {
  const std::size_t size = key.size();
  const std::uint64_t value =
      (ReadBytes(key.data(), size) | kLower) & kFirst[size];
  const std::uint64_t apostrophe = std::uint64_t{'\''} << (8 * size);
  const std::uint64_t letter = std::uint64_t{'s'} << (8 * size) << 8;
  add(value);
  add(value | apostrophe | letter);
  if (key.back() == 's') add(value | apostrophe);
}

// Calls `add` with the bytes of each head that a word described by `glob` can
// have in a text, unless the word is not ASCII. Returns false when they are too
// many to name.
template <typename Add>
bool ForEachHead(std::string_view glob, const Add& add) {
  const std::string_view stem = StemOf(glob);
  const std::string_view head = stem.substr(0, kHead);
  if (!IsAscii(head)) return true;
  if (head.size() == kHead) {
    add(ReadBytes(head.data(), kHead) | kLower);
    return true;
  }
  if (stem.size() < glob.size() || stem.empty()) return false;
  ForEachForm(stem, add);
  return true;
}

}  // namespace framescope
