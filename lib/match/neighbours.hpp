// Neighbours: a set of words, one of which must stand near another word.
//
// They are known by codes of seven bits each (WordHashes), so that a vector
// asks for all words around one at once. A word that shares its codes with one
// that is wanted is taken for it.
//
// Tested by tests/unit/match/neighbours_test.cpp.
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>

#include "match/word_bytes.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Places around a word, as bits of a number: bit 7 + d stands for the word d
// behind it, bit 8 - d for the one d before, d from 1 to 8.
struct Places {
  static constexpr std::uint32_t kReach = 8;  // words

  static constexpr std::uint32_t Of(bool after, std::uint32_t distance) {
    return 1u << (after ? kReach - 1 + distance : kReach - distance);
  }
  // The words from `least` to `most` away on one side.
  static constexpr std::uint32_t Between(bool after, std::uint32_t least,
                                         std::uint32_t most) {
    std::uint32_t places = 0;
    for (std::uint32_t d = least; d <= most; ++d) places |= Of(after, d);
    return places;
  }
  // Whether holds(offset) is true at any: how far behind the word it is. All
  // are looked at: where to stop is hard for a processor to guess.
  template <typename Holds>
  static bool Any(std::uint32_t places, const Holds& holds) {
    bool any = false;
    for (; places != 0; places &= places - 1) {
      const int bit = std::countr_zero(places);
      any |= holds(bit - (bit < int{kReach} ? int{kReach} : int{kReach} - 1));
    }
    return any;
  }
};

// Some of the codes. Where the bit of one lies is what a shuffle of 16 bytes
// takes: its low four bits are the byte, the others the bit.
struct CodeSet {
  std::array<std::uint8_t, WordHashes::kCodes / 8> bits = {};

  void Add(std::uint8_t code) {
    bits[code & 15] |= static_cast<std::uint8_t>(1u << (code >> 4));
  }
  void Add(const CodeSet& others) {
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= others.bits[i];
  }
  bool Holds(std::uint8_t code) const {
    return (bits[code & 15] >> (code >> 4) & 1) != 0;
  }
};

// Words by two codes each, which a vector reads at once.
struct NeighbourWords {
  CodeSet heads, words;

  // What is not ASCII may be any.
  NeighbourWords() {
    heads.Add(WordHashes::kOpenCode);
    words.Add(WordHashes::kOpenCode);
  }
  explicit NeighbourWords(const FirstBytes& first) : NeighbourWords() {
    Add(first);
  }
  void Add(const FirstBytes& first) {
    for (const std::uint64_t word : first.words) {
      heads.Add(WordHashes::CodeOfHead(HashOfHead(word)));
      words.Add(WordHashes::CodeOfWord(HashOfWord(word)));
    }
    for (const std::uint32_t head : first.heads) {
      heads.Add(WordHashes::CodeOfHead(HashOfHead(head)));
    }
    if (first.any) heads.bits.fill(0xFF);
    // Of a head, the rest of the word may be any.
    if (first.any || !first.heads.empty()) words.bits.fill(0xFF);
  }

  void Add(const NeighbourWords& others) {
    heads.Add(others.heads);
    words.Add(others.words);
  }

  // Whether a word may be one of them: never false for one that is.
  bool MayBe(WordHashes::Codes codes, std::ptrdiff_t word) const {
    const bool head = heads.Holds(codes.heads[word]);
    const bool whole = words.Holds(codes.words[word]);
    return head & whole;
  }
  // Whether one may stand at a place around a word.
  bool MayStand(WordHashes::Codes codes, std::uint32_t word,
                std::uint32_t places) const {
    return Places::Any(places, [&](int offset) {
      return MayBe(codes, std::ptrdiff_t{word} + offset);
    });
  }
};

// Words that are wanted near another.
struct Neighbours {
  // Where one is wanted. None: the other is wanted wherever it stands.
  std::uint32_t places = 0;
  NeighbourWords of;

  // Adds what begins with `first`.
  void Add(const FirstBytes& first) { of.Add(first); }
  // Adds others, wanted at their places.
  void Add(const Neighbours& others) {
    of.Add(others.of);
    places |= others.places;
  }

  // Whether one may stand there: never false where one does.
  bool MayStand(WordHashes::Codes codes, std::uint32_t word) const {
    return of.MayStand(codes, word, places);
  }
};

// What is needed near a word: one of NeighbourWords, which are told by a
// number, at one of these places.
struct Need {
  std::uint32_t set = 0;
  std::uint32_t places = 0;  // none: nothing is needed
  friend auto operator<=>(const Need&, const Need&) = default;
};

// All that one pattern needs, the least likely first; behind that, nothing.
inline constexpr std::size_t kMostNeeds = 2;
using Needs = std::array<Need, kMostNeeds>;

// What an anchor leads to once its needs are met, by numbers that are its
// finder's own: a state of each automaton and a list of guards. One line of the
// cache; the words of the first need are part of it, since most leads are ruled
// out by them.
struct alignas(64) Lead {
  NeighbourWords first;
  Needs needs;
  std::uint32_t forward = 0, backward = 0, guards = 0;
};

}  // namespace framescope
