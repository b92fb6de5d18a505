// Tested by tests/unit/unicode/self_check_test.cpp.
#include "unicode/char_classes.hpp"

#include <array>
#include <string>
#include <vector>

#include "base/utf8.hpp"

namespace framescope {
namespace {

// The words of short strings in which `c` stands for '?', offsets counted in
// characters.
std::vector<std::uint32_t> Behaviour(char32_t c, const BreakTable& words) {
  constexpr std::array<std::string_view, 9> kAround = {
      "a?a", "1?1", "_?_", "!?!", "a?1", "??a", "?'a", "?,1", "a.?"};
  std::vector<std::uint32_t> found;
  for (const std::string_view around : kAround) {
    std::string text;
    std::vector<std::uint32_t> characters;  // by byte, and the end
    for (std::uint32_t i = 0; i < around.size(); ++i) {
      AppendUtf8(around[i] == '?' ? c : static_cast<char32_t>(around[i]),
                 &text);
      characters.resize(text.size(), i);
    }
    characters.push_back(static_cast<std::uint32_t>(around.size()));
    const auto end = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t at = 0; at < end;) {
      const BreakTable::Segment segment = words.Next(text, at, end);
      if (segment.word) {
        found.push_back(characters[at]);
        found.push_back(characters[segment.end]);
      }
      at = segment.end;
    }
    found.push_back(99);
  }
  return found;
}

// The class of each category, found when a character of it is met.
class Learner {
 public:
  Learner(const BreakTable& words, const SentenceRules& sentences)
      : words_(words), sentences_(sentences), blank_(Behaviour('!', words)) {
    const auto known = [&](char32_t like, std::uint8_t role) {
      by_category_[words.category(like)] = role;
    };
    by_category_.fill(kUnknown);
    known('a', kLetter);
    known('1', kDigit);
    known('_', kJoiner);
    known('\'', kMid);
    known('.', kMid);
    known(',', kMidDigit);
  }

  std::uint8_t ClassOf(char32_t c) {
    const std::uint8_t category = words_.category(c);
    std::uint8_t& role = by_category_[category];
    if (role == kUnknown) {
      const bool blank =
          !words_.dictionary(category) && Behaviour(c, words_) == blank_;
      role = blank ? 0 : kComplex;
    }
    return static_cast<std::uint8_t>(
        role | (sentences_.terminator(c) ? kTerminator : 0));
  }

  // The class, or complex when it is none of `allowed`.
  std::uint8_t ClassAmong(char32_t c, std::uint8_t allowed) {
    const std::uint8_t role = ClassOf(c);
    return (role & ~(allowed | kTerminator)) == 0
               ? role
               : static_cast<std::uint8_t>(kComplex | (role & kTerminator));
  }

 private:
  static constexpr std::uint8_t kUnknown = 0xFF;
  const BreakTable& words_;
  const SentenceRules& sentences_;
  std::vector<std::uint32_t> blank_;
  std::array<std::uint8_t, 256> by_category_{};
};

}  // namespace

CharClasses LearnCharClasses(const BreakTable& words,
                             const SentenceRules& sentences) {
  CharClasses classes;
  Learner learner(words, sentences);
  for (char32_t c = 0; c < 0x80; ++c) classes.ascii[c] = learner.ClassOf(c);
  for (char32_t c = 0x80; c < 0x800; ++c) {
    classes.two_bytes[c - 0x80] = learner.ClassAmong(c, kLetter);
  }
  for (char32_t c = 0x2000; c < 0x3000; ++c) {
    classes.e2[c - 0x2000] = learner.ClassAmong(c, kMid);
  }
  return classes;
}

}  // namespace framescope
