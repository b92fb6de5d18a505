// Tested by tests/unit/match/word_index_test.cpp.
#include "match/spelling.hpp"

#include <algorithm>
#include <array>

#include "match/pattern.hpp"
#include "unicode/fold.hpp"

namespace framescope {
namespace {

constexpr std::array<std::string_view, 14> kEndings = {
    "",   "d",  "s",   "r",   "rs",   "e",     "ed",
    "es", "er", "ers", "ing", "ings", "ation", "ations"};
constexpr std::array<std::string_view, 10> kMoreEndings = {
    "able", "al",    "ally", "ational", "ationally",
    "ful",  "fully", "less", "ism",     "ist"};
constexpr std::size_t kStem = 3;

bool IsEnding(std::string_view tail) {
  return std::find(kEndings.begin(), kEndings.end(), tail) != kEndings.end() ||
         std::find(kMoreEndings.begin(), kMoreEndings.end(), tail) !=
             kMoreEndings.end();
}

// A bit for each letter that occurs.
std::uint32_t LettersOf(std::string_view text) {
  std::uint32_t letters = 0;
  for (const char c : text) letters |= 1u << (c & 31);
  return letters;
}

bool EndsWithGlob(std::string_view key) {
  return !key.empty() && key.back() == kAnyLetters;
}

}  // namespace

Spelling::Spelling(std::span<const std::pair<std::string, std::string>> pairs) {
  const auto add = [this](const std::string& from, const std::string& to) {
    Pair pair;
    pair.ending = !from.empty() && from[0] == '-';
    const std::size_t skip = pair.ending ? 1 : 0;
    pair.from = FoldCase(std::string_view(from).substr(skip));
    pair.to = FoldCase(std::string_view(to).substr(skip));
    if (pair.ending && !pair.from.empty() && !pair.to.empty() &&
        pair.from.back() == 'e' && pair.to.back() == 'e') {
      pair.from.pop_back();
      pair.to.pop_back();
    }
    pair.letters = LettersOf(pair.from);
    if (pair.from.empty()) return;
    auto& of = pair.ending ? endings_ : beginnings_[Bucket(pair.from)];
    of.push_back(pair);
  };
  for (const auto& [british, american] : pairs) {
    add(british, american);
    add(american, british);
  }
}

std::vector<std::string> Spelling::Variants(const std::string& key) const {
  std::vector<std::string> variants = {key};
  const auto add = [&variants](std::string variant) {
    if (std::find(variants.begin(), variants.end(), variant) ==
        variants.end()) {
      variants.push_back(std::move(variant));
    }
  };
  const std::uint32_t others = ~LettersOf(key);
  for (const Pair& pair : beginnings_[Bucket(key)]) {
    if ((pair.letters & others) != 0 || !key.starts_with(pair.from)) continue;
    add(std::string(key).replace(0, pair.from.size(), pair.to));
  }
  for (const Pair& pair : endings_) {
    if ((pair.letters & others) != 0) continue;
    const std::size_t at = key.rfind(pair.from);
    if (at == std::string::npos || at < kStem) continue;
    std::string_view tail = std::string_view(key).substr(at + pair.from.size());
    const bool glob = EndsWithGlob(tail);
    if (glob) tail.remove_suffix(1);
    if (!IsEnding(tail) ||
        (!glob && tail.empty() && (pair.from == "is" || pair.from == "iz"))) {
      continue;
    }
    add(std::string(key).replace(at, pair.from.size(), pair.to));
  }
  return variants;
}

}  // namespace framescope
