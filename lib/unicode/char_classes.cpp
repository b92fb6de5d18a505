// Tested by tests/unit/unicode/self_check_test.cpp.
#include "unicode/char_classes.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"

namespace framescope {
namespace {

// The words of `around` with `c` for '?': their begins and ends, counted in
// characters.
std::vector<std::uint32_t> WordsOf(std::string_view around, char32_t c,
                                   const BreakTable& words) {
  std::vector<std::uint32_t> found;
  std::string text;
  std::vector<std::uint32_t> characters;  // by byte, and the end
  for (std::uint32_t i = 0; i < around.size(); ++i) {
    AppendUtf8(around[i] == '?' ? c : static_cast<char32_t>(around[i]), &text);
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
  return found;
}

// Where words are when `c` stands among characters of all classes.
std::vector<std::vector<std::uint32_t>> Behaviour(char32_t c,
                                                  const BreakTable& words) {
  std::vector<std::vector<std::uint32_t>> found;
  for (const std::string_view around :
       {"a?a", "1?1", "_?_", "!?!", "a?1", "??a", "?'a", "?,1", "a.?"}) {
    found.push_back(WordsOf(around, c, words));
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

  CharClass ClassOf(char32_t c) {
    const std::uint8_t category = words_.category(c);
    CharClass& role = by_category_[category];
    if (role == kUnknown) {
      const bool blank =
          !words_.dictionary(category) && Behaviour(c, words_) == blank_;
      role = blank ? 0 : kComplex;
      if (!blank && IsIgnored(c)) role |= kIgnored;
    }
    return static_cast<std::uint8_t>(
        role | (sentences_.terminator(c) ? kTerminator : 0));
  }

  // The class, or complex when it is none of `allowed`.
  CharClass ClassAmong(char32_t c, CharClass allowed) {
    const CharClass role = ClassOf(c);
    if ((role & ~(allowed | kTerminator)) == 0) return role;
    constexpr CharClass kKept = kTerminator | kIgnored;
    return static_cast<CharClass>(kComplex | (role & kKept));
  }

 private:
  // Only characters that no rule tells from the word joiner are tried, because
  // the strings do not show what other rules hold for accents and the like.
  bool IsIgnored(char32_t c) const {
    using Words = std::vector<std::uint32_t>;
    return words_.category(c) == words_.category(0x2060) &&
           WordsOf("a?a", c) == Words{0, 3} &&
           WordsOf("1?a", c) == Words{0, 3} &&
           WordsOf("a?!", c) == Words{0, 2} &&
           WordsOf("1?!", c) == Words{0, 2} &&
           WordsOf("!?a", c) == Words{2, 3} &&
           WordsOf("!?1", c) == Words{2, 3} && WordsOf("!?!", c).empty();
  }
  std::vector<std::uint32_t> WordsOf(std::string_view around,
                                     char32_t c) const {
    return framescope::WordsOf(around, c, words_);
  }

  static constexpr std::uint8_t kUnknown = 0xFF;
  const BreakTable& words_;
  const SentenceRules& sentences_;
  std::vector<std::vector<std::uint32_t>> blank_;
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
