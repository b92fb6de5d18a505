// Tokens: the words and sentences of a text, as every later layer sees them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/unset_vector.hpp"
#include "framescope/analyzer.hpp"
#include "unicode/type_table.hpp"

namespace framescope {

// A sentence's bytes [begin, end) and words [first_word, end_word).
struct Sentence {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t first_word = 0, end_word = 0;
  std::uint32_t block = 0;  // index of the block it lies in
};

// What a segmenter finds. Words are in order; every word lies in a sentence.
struct Segments {
  UnsetVector<Span> words;
  UnsetVector<Sentence> sentences;
  // For each block the sentences up to its end; those of earlier blocks count.
  UnsetVector<std::uint32_t> sentences_to;
};

// Hashes of each word, with which patterns tell most words from theirs
// (match/word_bytes.hpp): of its first seven bytes, and of its first four, the
// head. Codes are seven bits of each. Made by HashWords() of
// match/scan_kernel.hpp. In each row stand `kMargin` hashes of no word before
// the first and behind the last.
class WordHashes {
 public:
  static constexpr std::uint32_t kMargin = 8;
  // All of a word that is not ASCII in its first bytes: it may be any.
  static constexpr std::uint32_t kOpen = 0xFFFFFFFF;

  void Resize(std::size_t words) {
    row_ = words + 2 * kMargin;
    hashes_.resize(2 * row_);
    for (std::size_t row = 0; row < hashes_.size(); row += row_) {
      std::fill_n(hashes_.begin() + row, kMargin, 0);
      std::fill_n(hashes_.begin() + row + kMargin + words, kMargin, 0);
    }
    codes_.resize(2 * row_ + kCodesBehind);
    for (std::size_t row = 0; row < 2 * row_; row += row_) {
      std::fill_n(codes_.begin() + row, kMargin, 0);
      std::fill_n(codes_.begin() + row + kMargin + words, kMargin, 0);
    }
  }
  // How many bytes may be read from the code of any word on.
  static constexpr std::uint32_t kCodesBehind = 16;
  // By word.
  std::uint32_t* words() { return hashes_.data() + kMargin; }
  std::uint32_t* heads() { return words() + row_; }
  const std::uint32_t* words() const { return hashes_.data() + kMargin; }
  const std::uint32_t* heads() const { return words() + row_; }
  std::uint8_t* word_codes() { return codes_.data() + kMargin; }
  std::uint8_t* head_codes() { return word_codes() + row_; }
  const std::uint8_t* word_codes() const { return codes_.data() + kMargin; }
  const std::uint8_t* head_codes() const { return word_codes() + row_; }
  struct Codes {
    const std::uint8_t *words, *heads;
  };
  Codes codes() const { return {word_codes(), head_codes()}; }
  // Codes are below this.
  static constexpr std::uint32_t kCodes = 128;
  // Of short words both hashes are the same: other bits are taken.
  static std::uint8_t CodeOfWord(std::uint32_t word) {
    return static_cast<std::uint8_t>(word >> 16) % kCodes;
  }
  static std::uint8_t CodeOfHead(std::uint32_t head) {
    return static_cast<std::uint8_t>(head >> 24) % kCodes;
  }
  static constexpr std::uint8_t kOpenCode = kCodes - 1;

 private:
  std::size_t row_ = 0;
  UnsetVector<std::uint32_t> hashes_;
  UnsetVector<std::uint8_t> codes_;
};

// Stands for the type of a word that nobody has asked for yet.
inline constexpr TypeId kNoType = 0xFFFFFFFF;

// A segmented text. Borrows everything. Words get their types when they are
// asked for: most words of a text are nothing to any pattern.
struct Tokens {
  std::string_view text;
  std::span<const Span> words;
  std::span<TypeId> types;  // one for each word; kNoType until asked for
  std::span<const Sentence> sentences;
  TypeTable* table = nullptr;
  const WordHashes* hashes = nullptr;
  std::vector<std::uint32_t>* asked = nullptr;  // gets them, unless null

  TypeId type(std::uint32_t i) const {
    if (types[i] == kNoType) {
      if (asked != nullptr) asked->push_back(i);
      types[i] = table->Intern(word(i));
    }
    return types[i];
  }

  std::string_view word(std::uint32_t i) const {
    return text.substr(words[i].begin, words[i].end - words[i].begin);
  }
  std::string_view key(std::uint32_t i) const { return table->key(type(i)); }
  // The bytes between word i - 1 and word i, 0 < i < words.size().
  std::string_view gap(std::uint32_t i) const {
    return text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
  }
};

}  // namespace framescope
