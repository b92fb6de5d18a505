// Tested by tests/unit/unicode/fold_test.cpp.
#include "unicode/fold.hpp"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/code_point.hpp"

namespace framescope {
namespace {

constexpr std::array<std::string_view, 13> kContractions = {
    "he's",    "here's", "how's",  "it's",    "let's", "she's", "that's",
    "there's", "what's", "when's", "where's", "who's", "why's"};

// Folds words of ASCII, letters of Latin-1 and curly apostrophes, which no
// character of them changes for another. False when there are others.
bool FoldPlain(std::string_view word, bool keeps_case, std::string* folded) {
  folded->resize(word.size());
  char* to = folded->data();
  for (std::size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    const std::size_t left = word.size() - i;
    if (byte < 0x80) {
      const bool upper = !keeps_case && byte >= 'A' && byte <= 'Z';
      *to++ = static_cast<char>(byte + (upper ? 0x20 : 0));
      ++i;
    } else if (byte == 0xC3 && left >= 2 && (word[i + 1] & 0xC0) == 0x80 &&
               word[i + 1] != '\x9F') {
      const auto low = static_cast<unsigned char>(word[i + 1]);
      const bool upper = !keeps_case && low < 0xA0 && low != 0x97;
      *to++ = '\xC3';
      *to++ = static_cast<char>(low + (upper ? 0x20 : 0));
      i += 2;
    } else if (left >= 3 && (word.substr(i, 3) == "\u2019" ||
                             word.substr(i, 3) == "\u2018")) {
      *to++ = '\'';
      i += 3;
    } else {
      return false;
    }
  }
  folded->resize(static_cast<std::size_t>(to - folded->data()));
  return true;
}

std::u16string ToUtf16(std::string_view text) {
  std::u16string units(text.size(), u'\0');
  std::int32_t size = 0;
  UErrorCode error = U_ZERO_ERROR;
  u_strFromUTF8WithSub(
      units.data(), static_cast<std::int32_t>(units.size()), &size, text.data(),
      static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &error);
  units.resize(static_cast<std::size_t>(size));
  return units;
}

std::string ToUtf8(std::u16string_view units) {
  std::string text(units.size() * 3, '\0');
  std::int32_t size = 0;
  UErrorCode error = U_ZERO_ERROR;
  u_strToUTF8WithSub(text.data(), static_cast<std::int32_t>(text.size()), &size,
                     units.data(), static_cast<std::int32_t>(units.size()),
                     0xFFFD, nullptr, &error);
  text.resize(static_cast<std::size_t>(size));
  return text;
}

bool IsApostrophe(char16_t unit) {
  return unit == 0x2018 || unit == 0x2019 || unit == 0x201B || unit == 0x02BC ||
         unit == 0xFF07;
}

std::string Normalise(const UNormalizer2* normalizer, std::string_view word) {
  const std::u16string units = ToUtf16(word);
  std::u16string folded(units.size() * 4 + 16, u'\0');
  for (int attempt = 0; attempt < 2; ++attempt) {
    UErrorCode error = U_ZERO_ERROR;
    const std::int32_t size = unorm2_normalize(
        normalizer, units.data(), static_cast<std::int32_t>(units.size()),
        folded.data(), static_cast<std::int32_t>(folded.size()), &error);
    folded.resize(static_cast<std::size_t>(std::max(size, 0)));
    if (U_SUCCESS(error)) break;
  }
  for (char16_t& unit : folded) {
    if (IsApostrophe(unit)) unit = u'\'';
  }
  return ToUtf8(folded);
}

const UNormalizer2* CaseFolder() {
  UErrorCode error = U_ZERO_ERROR;
  return unorm2_getNFKCCasefoldInstance(&error);
}

const UNormalizer2* Composer() {
  UErrorCode error = U_ZERO_ERROR;
  return unorm2_getNFKCInstance(&error);
}

}  // namespace

std::string FoldCase(std::string_view word) {
  std::string folded;
  if (FoldPlain(word, false, &folded)) return folded;
  return Normalise(CaseFolder(), word);
}

std::string FoldExact(std::string_view word) {
  std::string folded;
  if (FoldPlain(word, true, &folded)) return folded;
  return Normalise(Composer(), word);
}

std::string_view WithoutPossessive(std::string_view folded) {
  if (folded.size() < 3) return folded;
  const std::string_view tail = folded.substr(folded.size() - 2);
  if (tail == "s'" || tail == "S'") return folded.substr(0, folded.size() - 1);
  if (tail != "'s" && tail != "'S") return folded;
  const std::string lower = FoldCase(folded);
  const bool contraction = std::binary_search(
      kContractions.begin(), kContractions.end(), std::string_view(lower));
  return contraction ? folded : folded.substr(0, folded.size() - 2);
}

std::string FoldKey(std::string_view word) {
  std::string folded = FoldCase(word);
  folded.resize(WithoutPossessive(folded).size());
  return folded;
}

std::string FoldExactKey(std::string_view word) {
  std::string folded = FoldExact(word);
  folded.resize(WithoutPossessive(folded).size());
  return folded;
}

}  // namespace framescope
