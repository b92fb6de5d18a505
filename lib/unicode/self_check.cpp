// Tested by tests/unit/unicode/self_check_test.cpp.
#include "unicode/self_check.hpp"

#include <array>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "unicode/bitmap_segmenter.hpp"
#include "unicode/icu_segmenter.hpp"

namespace framescope {
namespace {

// Every character of the tables, 64 bytes for every 16.
std::string EveryCharacter() {
  std::string text;
  const auto add = [&text](char32_t c) {
    AppendUtf8(c, &text);
    text.append((4 - text.size() % 4) % 4, ' ');
  };
  for (char32_t c = 0; c < 0x800; ++c) add(c);
  for (char32_t c = 0x2000; c < 0x3000; ++c) add(c);
  return text;
}

// The masks of text of EveryCharacter by the classes alone: characters stand
// apart, so that only letters, digits and pairs of joiners make words.
std::string CheckTables(const BreakRules& rules, const Kernel& kernel) {
  const CharClasses& classes = rules.kernel.classes;
  const std::string text = EveryCharacter();
  TextMasks masks(text.size() / 64 + 2);
  kernel.classify(rules.kernel, text.data(), text.size(), text.size(), &masks);
  for (std::size_t at = 0; at < text.size(); at += 4) {
    const CodePoint c = ReadUtf8(text, at);
    const CharClass role = classes.Of(c.value);
    const auto bit = [at](const TextMasks::Words& words) {
      return words[at / 64] >> (at % 64) & 1;
    };
    const bool complex = bit(masks.complex);
    const bool as_said =
        bit(masks.starts) == ((role & (kLetter | kDigit)) != 0) &&
        bit(masks.terminators) == ((role & kTerminator) != 0) &&
        (role & kComplex) == 0;
    if (!complex && !as_said) {
      return "character " + std::to_string(c.value) + " is read wrongly";
    }
  }
  return "";
}

// Strings in which characters meet each other, apart from the next string.
std::string Meetings() {
  std::string text;
  constexpr std::array<std::string_view, 8> kAround = {
      "a?a", "1?1", "_?_", "?", "a?1", "?'a", "?.A", "a? A"};
  const auto meet = [&](char32_t c) {
    for (const std::string_view around : kAround) {
      for (const char kind : around) {
        AppendUtf8(kind == '?' ? c : static_cast<char32_t>(kind), &text);
      }
      text += ' ';
    }
  };
  for (char32_t c = 1; c < 0x100; ++c) meet(c);
  for (char32_t c = 0x2010; c < 0x2030; ++c) meet(c);
  // Accents, other scripts, symbols; none that needs a dictionary.
  for (const char32_t c : {0x17F, 0x2B0, 0x300, 0x3B1, 0x5D0, 0x627, 0x915,
                           0x200B, 0x200D, 0x2060, 0x20AC, 0x2122, 0x25CF,
                           0x2E3A, 0xFB01, 0xFE0F, 0xFEFF, 0x1F1E6, 0x1F600}) {
    meet(c);
  }
  constexpr std::string_view kKinds = "aB1_'.,!)";
  for (const char a : kKinds) {
    for (const char b : kKinds) {
      for (const char c : kKinds) {
        for (const char d : {'a', '1'}) text += {a, b, c, d, ' '};
      }
    }
  }
  return text;
}

bool Same(const Sentence& a, const Sentence& b) {
  return a.begin == b.begin && a.end == b.end && a.first_word == b.first_word &&
         a.end_word == b.end_word;
}

std::string CheckSegments(const BreakRules& rules, const Kernel& kernel,
                          const std::string& locale) {
  const std::string text = Meetings();
  const std::vector<Block> blocks = {
      {0, static_cast<std::uint32_t>(text.size())}};
  auto icu = IcuSegmenter::Open(locale, "icu");
  if (!icu.ok()) return icu.status().message();
  Segments expected, found;
  BitmapSegmenter fast(&rules, &kernel, locale);
  if (!icu.value()->Segment(text, blocks, &expected).ok() ||
      !fast.Segment(text, blocks, &found).ok()) {
    return "segmenting fails";
  }
  if (!std::equal(found.words.begin(), found.words.end(),
                  expected.words.begin(), expected.words.end())) {
    return "words differ";
  }
  if (!std::equal(found.sentences.begin(), found.sentences.end(),
                  expected.sentences.begin(), expected.sentences.end(), Same)) {
    return "sentences differ";
  }
  return "";
}

struct Checked {
  std::unique_ptr<const BreakRules> rules;
  Status status;
};

Checked LearnAndCheck(const std::string& locale, const Kernel& kernel) {
  auto learnt = LearnBreakRules(locale);
  if (!learnt.ok()) {
    if (learnt.status().code() == StatusCode::kInvalidArgument) {
      return {nullptr, learnt.status()};
    }
    return {nullptr, Status(StatusCode::kUnsupported, "rules not known")};
  }
  if (!CheckKernel(*learnt.value(), kernel, locale).empty()) {
    return {nullptr, Status(StatusCode::kUnsupported, "self-check failed")};
  }
  return {std::move(learnt).value(), Status()};
}

}  // namespace

std::string CheckKernel(const BreakRules& rules, const Kernel& kernel,
                        const std::string& locale) {
  const std::string fault = CheckTables(rules, kernel);
  return fault.empty() ? CheckSegments(rules, kernel, locale) : fault;
}

Result<const BreakRules*> CheckedBreakRules(const std::string& locale,
                                            const Kernel& kernel) {
  static std::mutex mutex;
  static std::map<std::pair<std::string, const Kernel*>, Checked> known;
  const std::lock_guard lock(mutex);
  const auto key = std::make_pair(locale, &kernel);
  auto found = known.find(key);
  if (found == known.end()) {
    found = known.emplace(key, LearnAndCheck(locale, kernel)).first;
  }
  if (!found->second.status.ok()) return found->second.status;
  return found->second.rules.get();
}

}  // namespace framescope
