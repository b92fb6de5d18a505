// PatternFacts: what compiling asks about the words, groups and classes of
// patterns, each answered once.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "match/hash_table.hpp"
#include "match/pattern.hpp"
#include "match/vocabulary.hpp"
#include "match/word_frequency.hpp"

namespace framescope {

// The direction in which the words of a pattern are read.
enum class Reading : std::uint8_t { kForward, kBackward };

// Numbers of words (Vocabulary::Word).
using WordNumbers = std::vector<std::uint32_t>;

// What a place of a pattern matches.
struct NodeFacts {
  // A frequency of this much: any word, or no word at all.
  static constexpr std::uint64_t kAny =
      std::numeric_limits<std::uint64_t>::max();

  std::uint32_t least = 0, most = 0;  // words
  // How often in a million words its rarest words, one for each alternative,
  // are expected.
  std::uint64_t frequency = kAny;
  // The same of the words that come first, by Reading.
  std::array<std::uint64_t, 2> first = {kAny, kAny};
};

// Nodes of patterns in a row, borrowed from their trees.
struct RowNode {
  const PatternNode* node = nullptr;
  NodeFacts facts;
};
using NodeRow = std::vector<RowNode>;

// Used by one thread while patterns are compiled. Borrows the vocabulary.
class PatternFacts {
 public:
  explicit PatternFacts(Vocabulary* vocabulary) : vocabulary_(*vocabulary) {}

  // Adds a phrase to a class, new or known. It holds no class and no gap.
  void AddToClass(std::string_view name, PatternSequence phrase);
  bool HasClass(std::string_view name) const {
    return class_names_.Find(name) != kNone;
  }

  // Gives the words and classes of `sequence` their numbers; every class must
  // be known. Everything below is about numbered nodes.
  void Number(PatternSequence* sequence);

  // The alternatives of a group or class.
  const std::vector<PatternSequence>& AlternativesOf(
      const PatternNode& node) const {
    return node.kind == PatternNode::Kind::kClass
               ? classes_[node.number].phrases
               : node.alternatives;
  }

  NodeFacts Of(const PatternNode& node);

  // Appends the words of which one comes first in whatever `node` matches.
  // Only for nodes of which `first` is known.
  void AppendFirstWords(const PatternNode& node, Reading reading,
                        WordNumbers* words);

  // Fills `*first` with the first bytes of those words and of their spellings.
  void FindFirstBytes(const PatternNode& node, Reading reading,
                      FirstBytes* first);

  // The element of the single words of a word, group or class; kNone when all
  // its alternatives are phrases.
  std::uint32_t ElementOf(const PatternNode& node);

 private:
  struct Class {
    std::vector<PatternSequence> phrases;
    bool known = false;  // facts and element are
    NodeFacts facts;
    std::uint32_t element = kNone;
  };

  NodeFacts OfAlternatives(const std::vector<PatternSequence>& alternatives,
                           bool optional);
  NodeFacts OfPhrase(const PatternSequence& phrase);
  const Class& Known(const PatternNode& node);
  std::uint64_t PerMillion(std::uint32_t word);
  std::uint32_t ElementOfWords(
      const std::vector<PatternSequence>& alternatives);

  Vocabulary& vocabulary_;
  StringIndex class_names_;
  std::vector<Class> classes_;  // by number of the name
  // By number of a word, folded and exact; kUnknown until asked.
  std::array<std::vector<std::uint32_t>, 2> per_million_;
  WordNumbers words_;  // of one element
  WordNumbers first_words_, forms_;
};

// Whether `sequence` is one word.
inline bool IsWord(const PatternSequence& sequence) {
  return sequence.size() == 1 && sequence[0].kind == PatternNode::Kind::kWord;
}

}  // namespace framescope
