// SentenceScanner: sentence boundaries found by looking at the terminators of
// a text only.
//
// Between terminators ICU's sentence rules know one thing: whether the last
// character was a letter with a case. So the rules are run from each terminator
// on, and only until they are back in that state.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/code_point.hpp"
#include "framescope/document.hpp"
#include "unicode/break_table.hpp"

namespace framescope {

// The sentence rules, with line breaks as spaces. Immutable.
class SentenceRules {
 public:
  // Nothing when the rules are not as said above.
  static std::optional<SentenceRules> Make(const BreakTable* table);

  // Whether a character may end a sentence.
  bool terminator(char32_t c) const {
    return effects_[table_->category(c)] == Effect::kEnds;
  }

  static constexpr std::uint32_t kLook = 16;
  static constexpr std::uint32_t kGoesOn = 0xFFFFFFFF;
  // What the terminator at `text`, with kLook bytes from it on, means by its
  // looks alone: how far on a boundary is, kGoesOn, or 0 when the rules have to
  // say. Looks are: a quotation mark or bracket or none, one blank, another
  // mark or none, a letter. Takes no branch.
  static std::uint32_t ByLooks(const char* text);
  // Whether `text`, which begins with a terminator, holds nothing after it but
  // one mark or none: what follows text is a boundary, and nothing before.
  static bool EndsByLooks(std::string_view text);

  // The boundary that the terminator at `at` leads to, in a sentence that
  // begins at `begin` of text[0, end). False, with *boundary the place up to
  // which no terminator can lead to one, when the sentence goes on.
  bool BoundaryAfter(std::string_view text, std::uint32_t begin,
                     std::uint32_t at, std::uint32_t end,
                     std::uint32_t* boundary) const;

 private:
  // The bytes of the mark at `text`, if one of " ' ( ) or of the curly
  // quotation marks U+2018, U+2019, U+201C and U+201D stands there; or 0.
  static std::uint32_t MarkLength(const char* text) {
    const char c = text[0];
    const bool straight = (c == '"') | (c == '\'') | (c == '(') | (c == ')');
    const bool curly = (c == '\xE2') & (text[1] == '\x80') &
                       ((text[2] & ~0x05) == ('\x98' & ~0x05));
    return std::uint32_t{straight} + 3 * std::uint32_t{curly};
  }
  static bool IsFrom(char first, char c) {  // one of 26 letters
    return static_cast<unsigned char>(c - first) < 26;
  }
  enum class Effect : std::uint8_t { kOther, kCased, kIgnored, kEnds };
  explicit SentenceRules(const BreakTable* table) : table_(table) {}
  bool ReadEffects();
  bool ReturnsAsSaid() const;
  bool LooksAreRight() const;
  bool LookIsRight(std::string_view text, std::size_t answer) const;
  bool Run(std::uint8_t state, std::string_view text, std::uint32_t at,
           std::uint32_t* boundary) const;
  std::uint8_t StateBefore(std::string_view text, std::uint32_t begin,
                           std::uint32_t at) const;

  const BreakTable* table_;
  std::uint8_t other_ = 0, cased_ = 0;  // the states inside a sentence
  std::array<Effect, 256> effects_{};   // by category
};

inline std::uint32_t SentenceRules::ByLooks(const char* text) {
  const bool stop = text[0] == '.';
  const bool asks = (text[0] == '!') | (text[0] == '?');
  const char* at = text + 1;
  at += MarkLength(at);
  const bool blank = (at[0] == ' ') | (at[0] == '\n');
  const bool fixed_blank = (at[0] == '\xC2') & (at[1] == '\xA0');
  at += blank + 2 * fixed_blank;
  const char letter = at[MarkLength(at)];
  const bool capital = IsFrom('A', letter), small = IsFrom('a', letter);
  const bool parted = blank | fixed_blank;
  const bool boundary =
      parted & ((stop & capital) | (asks & (capital | small)));
  const bool goes_on =
      stop & ((parted & small) | IsFrom('a', text[1]) | IsAsciiDigit(text[1]));
  const auto length = static_cast<std::uint32_t>(at - text);
  return boundary ? length : goes_on ? kGoesOn : 0;
}

inline bool SentenceRules::EndsByLooks(std::string_view text) {
  if (text[0] != '.' && text[0] != '!' && text[0] != '?') return false;
  if (text.size() == 1) return true;
  const char mark[] = {text[1], text.size() > 2 ? text[2] : ' ',
                       text.size() > 3 ? text[3] : ' '};
  return text.size() == 1 + MarkLength(mark);
}

// Belongs to one thread.
class SentenceScanner {
 public:
  explicit SentenceScanner(const SentenceRules* rules) : rules_(rules) {}

  // Begins with a run of ascending blocks. The boundaries of each, its end
  // included, are appended to `boundaries`.
  void Start(std::string_view text, std::span<const Block> blocks,
             std::vector<std::uint32_t>* boundaries);
  // Takes the terminators up to `end`, ascending; others may be among them.
  void Take(std::span<const std::uint32_t> terminators, std::uint32_t end);

 private:
  void Open();
  void Close();
  void Emit(std::uint32_t boundary);

  const SentenceRules* rules_;
  std::string_view text_;
  std::span<const Block> blocks_;  // the current one and those that follow
  std::vector<std::uint32_t>* boundaries_ = nullptr;
  std::uint32_t begin_ = 0;  // of the sentence
  std::uint32_t skip_ = 0;   // terminators before it are dealt with
};

}  // namespace framescope
