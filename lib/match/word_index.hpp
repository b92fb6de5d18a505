// WordIndex: many words and globs, and which of them a given word is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/hash_table.hpp"

namespace framescope {

// Whether `word` is what `glob` describes; kAnyLetters and kOneLetter are its
// wildcards. Time: glob.size() * word.size() at worst.
bool GlobMatches(std::string_view glob, std::string_view word);

// Words are found by hash, "stem*" and "*end" by the hash of every prefix and
// suffix of a length that occurs, other globs by the first letters of their
// longest literal piece. Immutable once filled.
class WordIndex {
 public:
  // The number of `glob`, new or known.
  std::uint32_t Add(std::string_view glob);

  // Appends the numbers of all that `word` is, in no particular order.
  void Find(std::string_view word, std::vector<std::uint32_t>* out) const;

  std::uint32_t size() const { return globs_.size(); }
  std::string_view glob(std::uint32_t number) const {
    return globs_.string(number);
  }

  template <typename Archive>
  void Visit(Archive& archive) {
    archive(globs_, is_word_, stems_, ends_, anchors_, anchored_, loose_);
  }

 private:
  // Globs of one shape by their literal part.
  struct Affixes {
    StringIndex literals;
    std::vector<std::uint32_t> numbers;  // by literal
    std::vector<std::size_t> sizes;      // of literals, ascending

    void Add(std::string_view literal, std::uint32_t number);

    template <typename Archive>
    void Visit(Archive& archive) {
      archive(literals, numbers, sizes);
    }
  };

  void AddGeneral(std::string_view glob, std::uint32_t number);

  StringIndex globs_;
  std::vector<bool> is_word_;  // by number: no wildcard
  Affixes stems_, ends_;
  StringIndex anchors_;
  std::vector<std::vector<std::uint32_t>> anchored_;  // by anchor
  std::vector<std::uint32_t> loose_;                  // without a literal
};

}  // namespace framescope
