// The first bytes of words, as filters know them, and their hashes.
//
// A word is read as eight bytes in a register, with bit 5 set in each (which
// makes ASCII letters lower-case) and zeros behind its end. The first four are
// its head. Curly apostrophes read as straight ones, and possessive endings are
// left off, so that "GP’s" and "gp" are alike.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "match/pattern.hpp"

namespace framescope {

inline constexpr std::uint64_t kLower = 0x2020202020202020;
inline constexpr std::uint64_t kNotAscii = 0x8080808080808080;
inline constexpr std::size_t kHead = 4;  // bytes
inline constexpr std::uint64_t kHeadBytes = 0xFFFFFFFF;
// What is hashed of a word at most.
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

// Up to eight bytes, the first of which is the lowest.
inline std::uint64_t ReadBytes(const char* data, std::size_t size) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, data, size);
  if constexpr (std::endian::native == std::endian::big) {
    bytes = __builtin_bswap64(bytes);
  }
  return bytes;
}

inline constexpr std::uint64_t kEnding = '\'' | 's' << 8;

// The bytes without a possessive ending, of a word of so many bytes. Those of
// contractions ("it's") go too, and so do those of words that go on behind the
// eighth byte, for that may be a mark that is not seen.
inline std::uint64_t WithoutEnding(std::uint64_t bytes, std::size_t size) {
  const std::size_t used = std::min<std::size_t>(size, 8);
  if (used < 3 || bytes >> (8 * (used - 2)) != kEnding) return bytes;
  return bytes & kFirst[used - 2];
}

// BytesOf() a word that is not ASCII at its beginning, or at the end of a text.
std::uint64_t BytesOneByOne(std::string_view word);

// Of a word that has eight bytes of `text` from its beginning on.
inline std::uint64_t BytesInside(std::string_view text, Span word) {
  const std::size_t length = word.end - word.begin;
  const std::uint64_t bytes =
      (ReadBytes(text.data() + word.begin, 8) | kLower) &
      kFirst[std::min<std::size_t>(length, 8)];
  if ((bytes & kNotAscii) == 0) [[likely]]
    return WithoutEnding(bytes, length);
  return BytesOneByOne(text.substr(word.begin, length));
}

// The end of those of the words spans[first, end) that have eight bytes of
// `text` from their beginning on.
inline std::uint32_t EndInside(std::string_view text,
                               std::span<const Span> spans, std::uint32_t first,
                               std::uint32_t end) {
  while (end > first && spans[end - 1].begin + std::size_t{8} > text.size()) {
    --end;
  }
  return end;
}

inline std::uint64_t BytesOf(std::string_view text, Span word) {
  if (word.begin + std::size_t{8} <= text.size())
    return BytesInside(text, word);
  return BytesOneByOne(text.substr(word.begin, word.end - word.begin));
}

// Hashes are made in 32 bits, of which a vector holds most.
inline constexpr std::uint32_t kLowFactor = 0x9E3779B1;
inline constexpr std::uint32_t kHighFactor = 0xC2B2AE3D;
inline constexpr int kHashShift = 15;

inline std::uint32_t FoldHash(std::uint32_t hash) {
  return hash ^ hash >> kHashShift;
}
inline std::uint32_t HashOfHead(std::uint64_t bytes) {
  return FoldHash(static_cast<std::uint32_t>(bytes) * kLowFactor);
}
// The bytes that have this hash.
inline std::uint32_t HeadOfHash(std::uint32_t hash) {
  constexpr std::uint32_t kInverse = 0x0E8B2F51;
  static_assert(kInverse * kLowFactor == 1);
  return (hash ^ hash >> kHashShift ^ hash >> 2 * kHashShift) * kInverse;
}
// Of the first seven bytes.
inline std::uint32_t HashOfWord(std::uint64_t bytes) {
  const auto high = static_cast<std::uint32_t>((bytes & kSeven) >> 32);
  return FoldHash(static_cast<std::uint32_t>(bytes) * kLowFactor +
                  high * kHighFactor);
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

// What the first bytes of a word that a key of PatternWord describes are known
// to be: `size` of them; of a `whole` word there are no others. Where some such
// words lose an ending, they are as the whole word `stripped`.
struct KeyBytes {
  std::uint64_t bytes = 0, stripped = 0;
  std::size_t size = 0;
  bool whole = false;
  bool may_lose_ending = false;
};

KeyBytes BytesOfKey(std::string_view glob);

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

  std::size_t size() const { return words.size() + heads.size(); }
};

void AppendFirstBytes(std::string_view glob, FirstBytes* out);

}  // namespace framescope
