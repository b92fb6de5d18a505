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
#include "match/word_index.hpp"

namespace framescope {

// The heads (word_bytes.hpp) of the words that an element is; `any`: of others
// too.
struct ElementHeads {
  std::vector<std::uint32_t> bytes;
  bool any = false;
};

// Filled by one thread, then immutable and shared.
class Vocabulary {
 public:
  explicit Vocabulary(Spelling spelling) : spelling_(std::move(spelling)) {}

  // The element of one word, or of any of several. Equal sets of words, after
  // spelling, give the same element.
  std::uint32_t Element(const std::vector<PatternWord>& words);

  // The key of a word and of its spelling variants. Valid until the next call.
  const std::vector<std::string>& FormsOf(const PatternWord& word);

  // Call once, after the last Element().
  void Finish();

  // Known until DropHeads().
  const ElementHeads& Heads(std::uint32_t element) const {
    return heads_[element];
  }
  void DropHeads() { heads_ = {}; }

  // Appends the elements that a word is, ascending and each once.
  void Resolve(std::string_view surface, std::string_view key,
               std::vector<std::uint32_t>* out) const;

  std::uint32_t size() const { return sets_.size(); }

 private:
  static constexpr std::uint32_t kExactBit = 0x80000000;

  Spelling spelling_;
  WordIndex folded_, exact_;
  StringIndex known_;  // keys whose forms are known, until Finish()
  std::vector<std::vector<std::string>> forms_;  // by `known_`
  std::vector<std::string> other_forms_;
  StringIndex sets_;                 // each the bytes of sorted atoms
  std::vector<ElementHeads> heads_;  // by element
  // Elements of each atom: [starts[atom], starts[atom + 1]).
  std::vector<std::uint32_t> folded_starts_, exact_starts_;
  std::vector<std::uint32_t> folded_elements_, exact_elements_;
};

}  // namespace framescope
