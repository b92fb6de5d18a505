// BreakTable: ICU's own compiled break rules, run over UTF-8.
//
// ICU hands out the state table that its iterators run over UTF-16. Running it
// over UTF-8 gives the same boundaries, and it tells which characters no rule
// can tell apart: those of one category. The layout of the table is ICU's own
// affair, so any other than the one known here is refused.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/code_point.hpp"
#include "framescope/status.hpp"

struct UCPTrie;

namespace framescope {

// Immutable after the calls of Merge; threads may share it.
class BreakTable {
 public:
  static constexpr std::uint8_t kStop = 0, kStart = 1;     // states
  static constexpr std::uint8_t kAtEnd = 1, kAtBegin = 2;  // categories

  // Reads what IcuBreaks::BinaryRules returns. Fails with kUnsupported when it
  // is not of the known layout, looks ahead by '/' rules, or is too large.
  // Costs about 50 microseconds.
  static Result<BreakTable> Read(std::vector<std::uint8_t> rules);

  // Gives `c` < kLow the category of `like`.
  void Merge(char32_t c, char32_t like) { low_[c] = category(like); }

  std::uint8_t category(char32_t c) const {
    return c < kLow ? low_[c] : Look(c);
  }
  std::uint32_t categories() const { return categories_; }
  std::uint32_t states() const {
    return static_cast<std::uint32_t>(accepting_.size());
  }
  // Whether words of this category are found by a dictionary, not by rules.
  bool dictionary(std::uint8_t category) const {
    return category >= dictionary_;
  }
  std::uint8_t next(std::uint8_t state, std::uint8_t category) const {
    return next_[state * categories_ + category];
  }
  bool accepting(std::uint8_t state) const { return accepting_[state] != 0; }
  // The state before the first character.
  std::uint8_t first() const { return first_; }

  struct Segment {
    std::uint32_t end = 0;
    bool word = false;        // has a rule status
    bool dictionary = false;  // a character of a dictionary script was read
    bool malformed = false;   // the text is not UTF-8
  };
  // The segment that begins at `begin` of text[0, end), begin < end. Linear.
  Segment Next(std::string_view text, std::uint32_t begin,
               std::uint32_t end) const;

 private:
  static constexpr char32_t kLow = 0x3000;
  struct CloseTrie {
    void operator()(UCPTrie* trie) const;
  };
  BreakTable() = default;
  std::uint8_t Look(char32_t c) const;
  Status ReadStates(std::uint32_t offset, std::uint32_t statuses);
  Status ReadCategories(std::uint32_t offset, std::uint32_t size);

  std::vector<std::uint8_t> rules_;  // holds the trie's data
  std::unique_ptr<UCPTrie, CloseTrie> trie_;
  std::array<std::uint8_t, kLow> low_{};  // categories
  std::uint32_t categories_ = 0, dictionary_ = 0;
  std::uint8_t first_ = kStart;
  std::vector<std::uint8_t> next_;  // [state * categories + category]
  std::vector<std::uint8_t> accepting_, word_;  // by state
};

}  // namespace framescope
