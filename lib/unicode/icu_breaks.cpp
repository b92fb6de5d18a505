// Tested by tests/unit/unicode/icu_breaks_test.cpp.
#include "unicode/icu_breaks.hpp"

#include <unicode/ubrk.h>
#include <unicode/uloc.h>

#include <algorithm>

#include "base/code_point.hpp"

namespace framescope {
namespace {

constexpr std::uint32_t kLongest = 16u << 20;
constexpr std::uint32_t kFirstSentence = 512;

bool IsAlnum(char c) { return IsAsciiLetter(c) || IsAsciiDigit(c); }

// Whether every word ends before `at` and none depends on what lies beyond.
bool IsWordCut(std::string_view text, std::uint32_t at) {
  return text[at] == ' ' && IsAlnum(text[at - 1]) && IsAlnum(text[at + 1]);
}

std::uint32_t WordWindowEnd(std::string_view text, std::uint32_t begin,
                            std::uint32_t end, std::uint32_t window) {
  if (end - begin <= window) return end;
  for (std::uint32_t at = begin + window; at > begin + window / 2; --at) {
    if (at + 1 < end && IsWordCut(text, at)) return at;
  }
  const std::uint32_t last = std::min(end - 1, begin + kLongest);
  for (std::uint32_t at = begin + window; at < last; ++at) {
    if (IsWordCut(text, at)) return at;
  }
  return end - begin <= kLongest ? end : CodePointStart(text, begin + kLongest);
}

bool IsLineBreak(char32_t c) {
  return c == 0x0A || c == 0x0D || c == 0x85 || c == 0x2028;
}

// The offset of the last ASCII letter of [begin, end), or `begin`.
std::uint32_t LastLetter(std::string_view text, std::uint32_t begin,
                         std::uint32_t end) {
  while (end > begin + 1 && !IsAsciiLetter(text[end - 1])) --end;
  return end - 1;
}

Status IcuError(const char* what, UErrorCode error) {
  return Status(StatusCode::kInternal,
                std::string(what) + ": " + u_errorName(error));
}

}  // namespace

Result<std::unique_ptr<IcuBreaks>> IcuBreaks::Open(Kind kind,
                                                   const std::string& locale) {
  UErrorCode error = U_ZERO_ERROR;
  char id[ULOC_FULLNAME_CAPACITY];
  std::int32_t parsed = 0;
  uloc_forLanguageTag(locale.c_str(), id, sizeof id, &parsed, &error);
  if (U_FAILURE(error) || parsed != static_cast<std::int32_t>(locale.size())) {
    return Status(StatusCode::kInvalidArgument,
                  "\"" + locale + "\" is no locale; use one such as \"en-GB\"");
  }
  error = U_ZERO_ERROR;
  UBreakIterator* iterator = ubrk_open(
      kind == Kind::kWords ? UBRK_WORD : UBRK_SENTENCE, id, nullptr, 0, &error);
  if (U_FAILURE(error)) return IcuError("ICU has no break rules", error);
  return std::unique_ptr<IcuBreaks>(new IcuBreaks(iterator));
}

IcuBreaks::~IcuBreaks() { ubrk_close(iterator_); }

std::vector<std::uint8_t> IcuBreaks::BinaryRules() const {
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t size = ubrk_getBinaryRules(iterator_, nullptr, 0, &error);
  if (U_FAILURE(error) || size <= 0) return {};
  std::vector<std::uint8_t> rules(static_cast<std::size_t>(size));
  ubrk_getBinaryRules(iterator_, rules.data(), size, &error);
  if (U_FAILURE(error)) return {};
  return rules;
}

Status IcuBreaks::Load(std::string_view text, std::uint32_t begin,
                       std::uint32_t end, bool breaks_as_spaces) {
  units_.resize(end - begin);
  offsets_.resize(end - begin + 1);
  std::size_t size = 0;
  for (std::uint32_t at = begin; at < end;) {
    CodePoint c = ReadUtf8(text, at);
    if (c.size == 0) {
      return Status(StatusCode::kEncoding, "the text is not UTF-8",
                    {static_cast<std::int64_t>(at)});
    }
    if (breaks_as_spaces && IsLineBreak(c.value)) c.value = U' ';
    offsets_[size] = at;
    if (c.value < 0x10000) {
      units_[size++] = static_cast<char16_t>(c.value);
    } else {
      units_[size++] = static_cast<char16_t>(0xD7C0 + (c.value >> 10));
      offsets_[size] = at;
      units_[size++] = static_cast<char16_t>(0xDC00 | (c.value & 0x3FF));
    }
    at += c.size;
  }
  offsets_[size] = end;
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(iterator_, reinterpret_cast<const UChar*>(units_.data()),
               static_cast<std::int32_t>(size), &error);
  return U_FAILURE(error) ? IcuError("ICU cannot read a text", error)
                          : Status();
}

Status IcuBreaks::Words(std::string_view text, Span stretch,
                        UnsetVector<Span>* out) {
  for (std::uint32_t begin = stretch.begin; begin < stretch.end;) {
    const std::uint32_t end = WordWindowEnd(text, begin, stretch.end, window_);
    if (Status status = Load(text, begin, end, false); !status.ok()) {
      return status;
    }
    std::int32_t from = ubrk_first(iterator_);
    for (std::int32_t to = ubrk_next(iterator_); to != UBRK_DONE;
         to = ubrk_next(iterator_)) {
      if (ubrk_getRuleStatus(iterator_) != UBRK_WORD_NONE) {
        out->push_back({offsets_[static_cast<std::size_t>(from)],
                        offsets_[static_cast<std::size_t>(to)]});
      }
      from = to;
    }
    begin = end;
  }
  return Status();
}

Status IcuBreaks::Sentences(std::string_view text, Span stretch,
                            std::vector<std::uint32_t>* out) {
  std::uint32_t window = window_;
  for (std::uint32_t begin = stretch.begin; begin < stretch.end;) {
    const bool last = stretch.end - begin <= window;
    const std::uint32_t end =
        last ? stretch.end : CodePointStart(text, begin + window);
    if (Status status = Load(text, begin, end, true); !status.ok()) {
      return status;
    }
    const std::uint32_t certain = last ? end : LastLetter(text, begin, end);
    const std::uint32_t before = begin;
    ubrk_first(iterator_);
    for (std::int32_t to = ubrk_next(iterator_); to != UBRK_DONE;
         to = ubrk_next(iterator_)) {
      const std::uint32_t boundary = offsets_[static_cast<std::size_t>(to)];
      if (boundary > certain) break;
      out->push_back(boundary);
      begin = boundary;
    }
    if (begin != before) {
      window = window_;
    } else if (window >= kLongest) {
      out->push_back(end);
      begin = end;
    } else {
      window *= 2;
    }
  }
  return Status();
}

Status IcuBreaks::NextSentence(std::string_view text, Span stretch,
                               std::uint32_t* boundary) {
  for (std::uint32_t window = kFirstSentence;; window *= 2) {
    const bool last = stretch.end - stretch.begin <= window;
    const std::uint32_t end =
        last ? stretch.end : CodePointStart(text, stretch.begin + window);
    if (Status status = Load(text, stretch.begin, end, true); !status.ok()) {
      return status;
    }
    ubrk_first(iterator_);
    const std::int32_t next = ubrk_next(iterator_);
    *boundary =
        next == UBRK_DONE ? end : offsets_[static_cast<std::size_t>(next)];
    if (last || *boundary <= LastLetter(text, stretch.begin, end) ||
        window >= kLongest) {
      return Status();
    }
  }
}

}  // namespace framescope
