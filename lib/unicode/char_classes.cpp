// Tested by tests/differential/segmenter_test.cpp.
#include "unicode/char_classes.hpp"

#include <unicode/uchar.h>

#include <string>
#include <vector>

namespace framescope {
namespace {

void AppendUtf8(char32_t c, std::string* out) {
  if (c < 0x80) {
    *out += static_cast<char>(c);
  } else if (c < 0x800) {
    *out += static_cast<char>(0xC0 | c >> 6);
    *out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    *out += static_cast<char>(0xE0 | c >> 12);
    *out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    *out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// The words of short strings with `c` in them, offsets counted in characters.
Status Behaviour(char32_t c, IcuBreaks* breaks,
                 std::vector<std::uint32_t>* out) {
  constexpr std::array<std::string_view, 8> kAround = {
      "a?a", "1?1", "_?_", "!?!", "a?1", "??a", "?'a", "?,1"};
  out->clear();
  std::vector<Span> words;
  for (const std::string_view around : kAround) {
    std::string text;
    std::vector<std::uint32_t> characters;  // by byte, and the end
    for (std::uint32_t i = 0; i < around.size(); ++i) {
      AppendUtf8(around[i] == '?' ? c : static_cast<char32_t>(around[i]),
                 &text);
      characters.resize(text.size(), i);
    }
    characters.push_back(static_cast<std::uint32_t>(around.size()));
    words.clear();
    const Status status = breaks->Words(
        text, {0, static_cast<std::uint32_t>(text.size())}, &words);
    if (!status.ok()) return status;
    for (const Span& word : words) {
      out->push_back(characters[word.begin]);
      out->push_back(characters[word.end]);
    }
    out->push_back(99);
  }
  return Status();
}

SentenceRole SentenceRoleOf(char32_t c) {
  switch (
      u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK)) {
    case U_SB_OTHER:
      return SentenceRole::kOther;
    case U_SB_SP:
      return SentenceRole::kSpace;
    case U_SB_LOWER:
      return SentenceRole::kLower;
    case U_SB_UPPER:
      return SentenceRole::kUpper;
    case U_SB_OLETTER:
      return SentenceRole::kLetter;
    case U_SB_NUMERIC:
      return SentenceRole::kDigit;
    case U_SB_ATERM:
      return SentenceRole::kStop;
    case U_SB_STERM:
      return SentenceRole::kTerminator;
    case U_SB_CLOSE:
      return SentenceRole::kClose;
    case U_SB_SCONTINUE:
      return SentenceRole::kContinue;
    default:
      return c == '\n' || c == '\r' ? SentenceRole::kSpace
                                    : SentenceRole::kComplex;
  }
}

}  // namespace

Result<std::unique_ptr<const CharClasses>> LearnCharClasses(IcuBreaks* breaks) {
  struct Model {
    char32_t character;
    WordRole role;
    std::vector<std::uint32_t> behaviour;
  };
  std::vector<Model> models = {
      {'!', WordRole::kOther, {}}, {'b', WordRole::kLetter, {}},
      {'2', WordRole::kDigit, {}}, {'_', WordRole::kJoiner, {}},
      {'\'', WordRole::kMid, {}},  {',', WordRole::kMidDigit, {}}};
  for (Model& model : models) {
    const Status status = Behaviour(model.character, breaks, &model.behaviour);
    if (!status.ok()) return status;
  }
  auto classes = std::make_unique<CharClasses>();
  std::vector<std::uint32_t> behaviour;
  for (char32_t c = 0; c < kKnownCharacters; ++c) {
    if (c == 0x100) c = 0x2010;
    if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
      classes->words[c] = WordRole::kSpace;
      classes->sentences[c] = SentenceRole::kSpace;
      continue;
    }
    const Status status = Behaviour(c, breaks, &behaviour);
    if (!status.ok()) return status;
    for (const Model& model : models) {
      if (behaviour == model.behaviour) classes->words[c] = model.role;
    }
    classes->sentences[c] = SentenceRoleOf(c);
  }
  return std::unique_ptr<const CharClasses>(std::move(classes));
}

}  // namespace framescope
