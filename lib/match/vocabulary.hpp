// Vocabulary: the elements of all patterns, and which of them a word is.
//
// An element is what one place of a pattern asks of one word: a word with its
// spelling variants, a glob, or a class. An automaton steps on elements.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/hash_table.hpp"
#include "match/pattern.hpp"
#include "match/spelling.hpp"
#include "match/word_bytes.hpp"
#include "match/word_index.hpp"

namespace framescope {

// Filled by one thread, then immutable and shared.
class Vocabulary {
 public:
  explicit Vocabulary(Spelling spelling) : spelling_(std::move(spelling)) {}

  // The number of a word: equal words have the same. Numbers of folded words
  // and of words in exact case are told apart by a bit.
  std::uint32_t Word(const PatternWord& word);
  static bool IsExact(std::uint32_t word) { return (word & kExactBit) != 0; }
  static std::uint32_t IndexOf(std::uint32_t word) { return word & ~kExactBit; }
  // Its key, with wildcards. Valid until the next word is added.
  std::string_view Key(std::uint32_t word) const {
    return (IsExact(word) ? exact_ : folded_).glob(IndexOf(word));
  }

  // Appends the word and its spelling variants.
  void AppendForms(std::uint32_t word, std::vector<std::uint32_t>* forms);

  // The element of any of several words; uses them up. Equal sets of words,
  // after spelling, give the same element.
  std::uint32_t Element(std::vector<std::uint32_t>* words);

  // Call once, after the last Element().
  void Finish();

  // Of the words that an element is. Known until DropWords().
  FirstBytes FirstBytesOf(std::uint32_t element) const;
  void DropWords() { sets_ = {}; }

  // Appends the elements that a word is, ascending and each once.
  void Resolve(std::string_view surface, std::string_view key,
               std::vector<std::uint32_t>* out) const;

  // How many elements there are, once it is finished.
  std::uint32_t size() const { return size_; }

  // Of a finished vocabulary.
  template <typename Archive>
  void Visit(Archive& archive) {
    archive(folded_, exact_, size_, folded_starts_, exact_starts_,
            folded_elements_, exact_elements_);
  }

 private:
  static constexpr std::uint32_t kExactBit = 0x80000000;

  Spelling spelling_;
  WordIndex folded_, exact_;
  // Until Finish(): by folded word, whether it has variants: kUnasked, kNone or
  // the index in `variants_` where their count and they stand.
  static constexpr std::uint32_t kUnasked = 0xFFFFFFFE;
  std::vector<std::uint32_t> variants_of_, variants_;
  std::vector<std::uint32_t> elements_of_;  // by folded word alone, or kNone
  std::uint32_t size_ = 0;
  // By element: the bytes of its sorted words, until DropWords().
  StringIndex sets_;
  // Elements of each atom: [starts[atom], starts[atom + 1]).
  std::vector<std::uint32_t> folded_starts_, exact_starts_;
  std::vector<std::uint32_t> folded_elements_, exact_elements_;
};

}  // namespace framescope
