// The first bytes of words, as filters compare them.
//
// A word is read as eight bytes in a register, with bit 5 set in each (which
// makes ASCII letters lower-case) and zeros behind its end. The first four are
// its head. Curly apostrophes read as straight ones, so that "don’t" is ASCII.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "match/pattern.hpp"

namespace framescope {

inline constexpr std::uint64_t kLower = 0x2020202020202020;
inline constexpr std::uint64_t kNotAscii = 0x8080808080808080;
inline constexpr std::size_t kHead = 4;  // bytes
inline constexpr std::uint64_t kHeadBytes = 0xFFFFFFFF;
// What is compared of a word at most.
inline constexpr std::uint64_t kSeven = 0x00FFFFFFFFFFFFFF;

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

// The bytes of a word that is not ASCII at its beginning, with ' for curly
// apostrophes.
std::uint64_t BytesWithApostrophes(std::string_view word);

// Of a word that has eight bytes of `text` from its beginning on.
inline std::uint64_t BytesInside(std::string_view text, Span word) {
  const std::uint32_t size = std::min<std::uint32_t>(word.end - word.begin, 8);
  const std::uint64_t bytes =
      (ReadBytes(text.data() + word.begin, 8) | kLower) & kFirst[size];
  if ((bytes & kNotAscii) == 0) [[likely]] return bytes;
  return BytesWithApostrophes(text.substr(word.begin, word.end - word.begin));
}

inline std::uint64_t BytesOf(std::string_view text, Span word) {
  if (word.begin + 8 <= text.size()) return BytesInside(text, word);
  const std::string_view bytes =
      text.substr(word.begin, word.end - word.begin);
  return BytesWithApostrophes(bytes);
}

// Factors of hashes that a vector of 64-bit lanes can multiply with.
inline constexpr std::uint64_t kLowFactor = 0x9E3779B1;
inline constexpr std::uint64_t kHighFactor = 0xC2B2AE3D;

// Of the head; the low 32 bits are good.
inline std::uint64_t HashOfHead(std::uint64_t bytes) {
  const std::uint64_t hash = (bytes & kHeadBytes) * kLowFactor;
  return hash ^ hash >> 32;
}
// Of the first seven bytes.
inline std::uint64_t HashOfWord(std::uint64_t bytes) {
  const std::uint64_t hash = (bytes & kHeadBytes) * kLowFactor +
                             ((bytes & kSeven) >> 32) * kHighFactor;
  return hash ^ hash >> 32;
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

// Calls `add` with the first `size` bytes of words, and those bytes and each
// byte that can follow them: the end of the word, or one with bit 5 set.
template <typename Add>
void ForEachNext(std::uint64_t bytes, std::size_t size, const Add& add) {
  add(bytes);
  for (std::uint64_t next = 0x20; next < 0x80; ++next) {
    if ((next & 0x20) != 0) add(bytes | next << (8 * size));
  }
}

// The first bytes of the words that a key of PatternWord describes: the seven
// of `words`, which say all or nearly all of a word, and the four of `heads`,
// for stems. None of a word that is not ASCII.
struct FirstBytes {
  std::vector<std::uint64_t> words;
  std::vector<std::uint32_t> heads;
  bool any = false;  // more than can be named
};

inline void AppendFirstBytes(std::string_view glob, FirstBytes* out) {
  const std::string_view stem = StemOf(glob);
  const std::string_view first = stem.substr(0, 7);
  if (!IsAscii(first)) return;
  const std::uint64_t bytes =
      (ReadBytes(first.data(), first.size()) | kLower) & kFirst[first.size()];
  if (first.size() == 7) {
    out->words.push_back(bytes);
  } else if (stem.size() == glob.size()) {
    ForEachForm(stem, [out](std::uint64_t form) {
      out->words.push_back(form & kSeven);
    });
  } else if (stem.size() >= kHead) {
    out->heads.push_back(static_cast<std::uint32_t>(bytes));
  } else if (stem.size() + 1 == kHead) {
    ForEachNext(bytes, 3, [out](std::uint64_t head) {
      out->heads.push_back(static_cast<std::uint32_t>(head));
    });
  } else {
    out->any = true;
  }
}

}  // namespace framescope
