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

#include "base/unset_vector.hpp"
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
  // What a byte looks like. A blank and a mark stand for their sizes.
  enum Look : std::uint8_t {
    kBlank = 1,
    kMark = 2,  // " ' ( )
    kCapital = 4,
    kSmall = 8,
    kDigit = 16,
    kStop = 32,
    kAsks = 64
  };
  struct Looks {
    std::uint8_t of[256] = {};
    constexpr Looks();
    std::uint32_t at(const char* text) const {
      return of[static_cast<unsigned char>(*text)];
    }
  };
  static const Looks kLooks;

  // The bytes of the mark at `text`, whose first byte looks like `look`: one of
  // those above or of the curly quotation marks U+2018, U+2019, U+201C and
  // U+201D; or 0. Reads four bytes.
  static std::uint32_t MarkLength(const char* text, std::uint32_t look) {
    const auto byte = [text](int i) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    const std::uint32_t three = byte(0) | byte(1) << 8 | (byte(2) & ~5u) << 16;
    return (look / kMark & 1) + (three == 0x9880E2 ? 3 : 0);
  }
  enum class Effect : std::uint8_t { kOther, kCased, kIgnored, kEnds };
  explicit SentenceRules(const BreakTable* table) : table_(table) {}
  bool ReadEffects();
  bool ReturnsAsSaid() const;
  bool LooksAreAlike() const;
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

constexpr SentenceRules::Looks::Looks() {
  for (int i = 0; i < 26; ++i) {
    of['A' + i] = kCapital;
    of['a' + i] = kSmall;
  }
  for (int i = '0'; i <= '9'; ++i) of[i] = kDigit;
  const auto set = [this](std::string_view characters, auto look) {
    for (const char c : characters) of[static_cast<unsigned char>(c)] = look;
  };
  set(" \n", kBlank);
  set("\"'()", kMark);
  set(".", kStop);
  set("!?", kAsks);
}

inline constexpr SentenceRules::Looks SentenceRules::kLooks;

inline std::uint32_t SentenceRules::ByLooks(const char* text) {
  const std::uint32_t end = kLooks.at(text), next = kLooks.at(text + 1);
  const std::uint32_t after = kLooks.at(text + 2);
  // Two of three are a full stop, a blank and a capital.
  if ((end == kStop) & (next == kBlank) & (after == kCapital)) return 2;
  const char* at = text + 1;
  at += MarkLength(at, next);
  const bool fixed_blank = (at[0] == '\xC2') & (at[1] == '\xA0');
  const std::uint32_t blank =
      (kLooks.at(at) & kBlank) + 2 * std::uint32_t{fixed_blank};
  at += blank;
  const std::uint32_t letter = kLooks.at(at + MarkLength(at, kLooks.at(at)));
  const bool parted = blank != 0;
  const bool stop = (end & kStop) != 0, asks = (end & kAsks) != 0;
  const bool boundary =
      parted & ((stop & ((letter & kCapital) != 0)) |
                (asks & ((letter & (kCapital | kSmall)) != 0)));
  const bool goes_on = stop & ((parted & ((letter & kSmall) != 0)) |
                               ((next & (kSmall | kDigit)) != 0));
  const auto all_if = [](bool yes) { return 0u - std::uint32_t{yes}; };
  const auto length = static_cast<std::uint32_t>(at - text);
  return (length & all_if(boundary)) |
         (kGoesOn & all_if(goes_on) & ~all_if(boundary));
}

inline bool SentenceRules::EndsByLooks(std::string_view text) {
  if ((kLooks.at(text.data()) & (kStop | kAsks)) == 0) return false;
  char mark[] = {' ', ' ', ' ', ' '};
  for (std::size_t i = 1; i < text.size() && i < 4; ++i) mark[i - 1] = text[i];
  return text.size() == 1 ||
         text.size() == 1 + MarkLength(mark, kLooks.at(mark));
}

// Belongs to one thread.
class SentenceScanner {
 public:
  explicit SentenceScanner(const SentenceRules* rules) : rules_(rules) {}

  // Begins with a run of ascending blocks. The boundaries of each, its end
  // included, are appended to `boundaries`.
  void Start(std::string_view text, std::span<const Block> blocks,
             UnsetVector<std::uint32_t>* boundaries);
  // Takes the terminators up to `end`, ascending; others may be among them.
  void Take(std::span<const std::uint32_t> terminators, std::uint32_t end);

 private:
  void Open();
  void Close();
  void Emit(std::uint32_t boundary);
  std::size_t TakeOfBlock(std::span<const std::uint32_t> terminators);

  const SentenceRules* rules_;
  std::string_view text_;
  std::span<const Block> blocks_;  // the current one and those that follow
  UnsetVector<std::uint32_t>* boundaries_ = nullptr;
  std::uint32_t begin_ = 0;  // of the sentence
  std::uint32_t skip_ = 0;   // terminators before it are dealt with
};

}  // namespace framescope
