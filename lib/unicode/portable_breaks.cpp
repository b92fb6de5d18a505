// Tested by tests/differential/segmenter_test.cpp.
#include "unicode/portable_breaks.hpp"

#include "base/code_point.hpp"

namespace framescope {
namespace {

constexpr std::uint32_t kNotKnown = 0xFFFFFFFF;

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// The end of the ASCII letters from `at` on.
std::uint32_t SkipLetters(std::string_view text, std::uint32_t at,
                          std::uint32_t end) {
  while (at < end && IsAsciiLetter(text[at])) ++at;
  return at;
}

bool IsWordRole(WordRole role) {
  return role == WordRole::kLetter || role == WordRole::kDigit ||
         role == WordRole::kJoiner;
}

bool EndsSentence(SentenceRole role) {
  return role == SentenceRole::kStop || role == SentenceRole::kTerminator;
}

bool IsCased(SentenceRole role) {
  return role == SentenceRole::kLower || role == SentenceRole::kUpper;
}

}  // namespace

// Appends the words from `*at` to the next white space, to which `*at` moves.
// False when a complex character stands in between.
bool PortableBreaks::Stretch(std::string_view text, std::uint32_t* at,
                             std::uint32_t end, std::vector<Span>* out) const {
  std::uint32_t i = *at;
  const auto read = [&](std::uint32_t where, std::uint32_t* next) {
    if (where >= end) {
      *next = where;
      return WordRole::kSpace;
    }
    const auto byte = static_cast<unsigned char>(text[where]);
    if (byte < 0x80) {
      *next = where + 1;
      return classes_->words[byte];
    }
    const CodePoint c = ReadUtf8(text, where);
    *next = where + c.size;
    return c.size == 0 ? WordRole::kComplex : classes_->word(c.value);
  };
  std::uint32_t next = i;
  for (WordRole role = read(i, &next); role != WordRole::kSpace;) {
    if (role == WordRole::kComplex) return false;
    if (!IsWordRole(role)) {
      i = next;
      role = read(i, &next);
      continue;
    }
    const std::uint32_t begin = i;
    bool lone_joiner = role == WordRole::kJoiner;
    WordRole last = role;
    while (true) {
      i = next;
      role = read(i, &next);
      if (IsWordRole(role)) {
        lone_joiner = false;
        last = role;
        if (role == WordRole::kLetter) next = SkipLetters(text, next, end);
        continue;
      }
      const bool mid = role == WordRole::kMid || (role == WordRole::kMidDigit &&
                                                  last == WordRole::kDigit);
      if (!mid || last == WordRole::kJoiner) break;
      std::uint32_t after_next = next;
      if (read(next, &after_next) != last) break;
      next = after_next;
    }
    if (!lone_joiner) out->push_back({begin, i});
  }
  *at = i;
  return true;
}

Status PortableBreaks::Words(std::string_view text, Span stretch,
                             std::vector<Span>* out) {
  for (std::uint32_t at = stretch.begin; at < stretch.end;) {
    if (IsSpace(text[at])) {
      ++at;
      continue;
    }
    const std::size_t before = out->size();
    const std::uint32_t begin = at;
    if (Stretch(text, &at, stretch.end, out)) continue;
    out->resize(before);
    while (at < stretch.end && !IsSpace(text[at])) ++at;
    const Status status = icu_words_->Words(text, {begin, at}, out);
    if (!status.ok()) return status;
  }
  return Status();
}

PortableBreaks::Char PortableBreaks::At(std::string_view text,
                                        std::uint32_t at) const {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {classes_->sentences[byte], at + 1};
  const CodePoint c = ReadUtf8(text, at);
  return {classes_->sentence(c.value), at + c.size};
}

// The boundary after the sentence that begins at `begin`, by rules SB6 to SB11
// of UAX #29, or kNotKnown when a complex character comes before it.
std::uint32_t PortableBreaks::NextSentence(std::string_view text,
                                           std::uint32_t begin,
                                           std::uint32_t end) const {
  SentenceRole before = SentenceRole::kOther;
  for (std::uint32_t at = begin; at < end;) {
    const Char c = At(text, at);
    if (c.role == SentenceRole::kComplex) return kNotKnown;
    at = c.next;
    if (!EndsSentence(c.role)) {
      before = c.role;
      continue;
    }
    const bool stop = c.role == SentenceRole::kStop;
    const auto role = [&](std::uint32_t where) {
      return where < end ? At(text, where).role : SentenceRole::kOther;
    };
    const SentenceRole first = role(at);
    const bool inside =
        stop && (first == SentenceRole::kDigit ||
                 (first == SentenceRole::kUpper && IsCased(before)));
    before = c.role;
    if (inside) continue;
    while (at < end && role(at) == SentenceRole::kClose) at = At(text, at).next;
    while (at < end && role(at) == SentenceRole::kSpace) at = At(text, at).next;
    if (at >= end) return end;
    before = SentenceRole::kOther;
    if (role(at) == SentenceRole::kContinue || EndsSentence(role(at))) continue;
    std::uint32_t ahead = at;
    SentenceRole seen = role(ahead);
    while (stop && ahead < end && seen != SentenceRole::kComplex &&
           seen != SentenceRole::kLetter && !IsCased(seen) &&
           !EndsSentence(seen)) {
      ahead = At(text, ahead).next;
      seen = role(ahead);
    }
    if (seen == SentenceRole::kComplex) return kNotKnown;
    if (stop && ahead < end && seen == SentenceRole::kLower) continue;
    return at;
  }
  return end;
}

Status PortableBreaks::Sentences(std::string_view text, Span stretch,
                                 std::vector<std::uint32_t>* out) {
  for (std::uint32_t at = stretch.begin; at < stretch.end;) {
    std::uint32_t next = NextSentence(text, at, stretch.end);
    if (next == kNotKnown) {
      const Status status =
          icu_sentences_->NextSentence(text, {at, stretch.end}, &next);
      if (!status.ok()) return status;
    }
    out->push_back(next);
    at = next;
  }
  return Status();
}

}  // namespace framescope
