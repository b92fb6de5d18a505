// Tokens: the words and sentences of a text, as every later layer sees them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

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

  TypeId type(std::uint32_t i) const {
    if (types[i] == kNoType) types[i] = table->Intern(word(i));
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
