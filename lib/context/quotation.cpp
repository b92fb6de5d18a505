// Quotations: the scanner.
#include "context/quotation.hpp"

#include <algorithm>

#include "base/code_point.hpp"
#include "unicode/lines.hpp"

namespace framescope {
namespace {

enum Kind : std::uint8_t { kCurlyDouble, kCurlySingle, kDouble, kSingle };

// The neighbours of a mark, as far as a mark needs to know them.
enum class Side : std::uint8_t { kOpenAir, kLetter, kDigit, kPunctuation };

Side SideOf(char c) {
  if (IsAsciiLetter(c)) return Side::kLetter;
  if (IsAsciiDigit(c)) return Side::kDigit;
  if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '(' || c == '[' ||
      c == '{' || c == '/' || c == '-') {
    return Side::kOpenAir;
  }
  return Side::kPunctuation;
}

// A look at the bytes on either side of [at, at + size) within [begin, end).
struct Mark {
  Side before = Side::kOpenAir, after = Side::kOpenAir;

  Mark(std::string_view text, std::uint32_t begin, std::uint32_t end,
       std::uint32_t at, std::uint32_t size) {
    if (at > begin) before = Before(text, begin, at);
    if (at + size < end) after = After(text, at + size, end);
  }

  // Letters beyond ASCII count as letters; general punctuation (U+2000 to
  // U+206F) is a dash, a space or another mark and leaves room for a mark.
  static Side Before(std::string_view text, std::uint32_t begin,
                     std::uint32_t at) {
    const auto c = static_cast<unsigned char>(text[at - 1]);
    if (c < 0x80) return SideOf(text[at - 1]);
    if (at >= begin + 3 && text[at - 3] == '\xE2' && text[at - 2] == '\x80') {
      if (c == 0x99 || c == 0x9D || c == 0xA6) return Side::kPunctuation;
      return Side::kOpenAir;
    }
    if (at >= begin + 2 && text[at - 2] == '\xC2' && c == 0xA0) {
      return Side::kOpenAir;
    }
    return Side::kLetter;
  }
  static Side After(std::string_view text, std::uint32_t at,
                    std::uint32_t end) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return SideOf(text[at]);
    if (at + 2 < end && c == 0xE2 && text[at + 1] == '\x80') {
      const auto last = static_cast<unsigned char>(text[at + 2]);
      if (last == 0x98 || last == 0x9C) return Side::kLetter;
      return Side::kOpenAir;
    }
    if (c == 0xC2) return Side::kOpenAir;
    return Side::kLetter;
  }

  bool AgainstWord() const {
    return after == Side::kLetter || after == Side::kDigit;
  }
  bool InsideWord() const {
    return (before == Side::kLetter || before == Side::kDigit) && AgainstWord();
  }
};

// A straight mark that can only end a quotation, begun in another paragraph.
bool ClosesOnly(const Mark& mark) {
  return mark.after == Side::kOpenAir &&
         (mark.before == Side::kLetter || mark.before == Side::kPunctuation);
}

// "the carers’ patience": a plural possessive, when a better closing mark is
// to come before the next opening one.
bool IsPluralPossessive(std::string_view text, std::uint32_t at,
                        std::uint32_t size, std::uint32_t end) {
  if (at == 0 || (text[at - 1] != 's' && text[at - 1] != 'S')) return false;
  const std::uint32_t next = at + size;
  if (next + 1 >= end || text[next] != ' ' || !IsAsciiLetter(text[next + 1])) {
    return false;
  }
  constexpr std::uint32_t kLook = 200;
  const std::uint32_t limit = std::min(end, next + kLook);
  for (std::uint32_t i = next; i + size <= limit; ++i) {
    const char c = text[i];
    if (size == 3 && i + 3 <= limit && c == '\xE2' && text[i + 1] == '\x80' &&
        text[i + 2] == '\x98') {
      return false;
    }
    if (text.compare(i, size, text.substr(at, size)) != 0) continue;
    const Mark mark(text, 0, end, i, size);
    if (size == 1 && mark.before == Side::kOpenAir) return false;
    if (!mark.InsideWord() && mark.before != Side::kOpenAir) return true;
  }
  return false;
}

}  // namespace

void QuotationMap::Clear() {
  found_.clear();
  changes_.clear();
  open_.clear();
}

void QuotationMap::Close(std::uint8_t kind, std::uint32_t end) {
  if (open_count_[kind] == 0) return;
  while (open_.back().kind != kind) {
    --open_count_[open_.back().kind];
    open_.pop_back();
  }
  --open_count_[kind];
  if (open_.back().begin < end) {
    found_.push_back({{open_.back().begin, end}, kNone, false});
  }
  open_.pop_back();
}

void QuotationMap::CloseUnopened(std::uint32_t begin, std::uint32_t end) {
  open_.clear();
  std::fill(std::begin(open_count_), std::end(open_count_), 0);
  found_.push_back({{begin, end}, kNone, true});
}

// The outermost curly mark that is still open, or a straight one that leads in
// the block.
void QuotationMap::CloseOpen(std::uint32_t begin, std::uint32_t end) {
  for (const Opened& open : open_) {
    const bool leads = open.kind == kDouble && open.begin == begin + 1;
    if (open.kind != kCurlyDouble && !leads) continue;
    if (open.begin < end) found_.push_back({{open.begin, end}, kNone, true});
    return;
  }
}

void QuotationMap::Open(std::uint8_t kind, std::uint32_t begin) {
  open_.push_back({begin, kind});
  ++open_count_[kind];
}

void QuotationMap::ReadDouble(const Stretch& in, std::uint32_t at) {
  const Mark mark(in.text, in.begin, in.end, at, 1);
  const bool inches = mark.before == Side::kDigit && !open_count_[kDouble];
  if (open_count_[kDouble] && mark.before != Side::kOpenAir) {
    Close(kDouble, at);
  } else if (!inches && mark.after != Side::kOpenAir &&
             mark.before != Side::kLetter) {
    Open(kDouble, at + 1);
  } else if (open_count_[kDouble]) {
    Close(kDouble, at);
  } else if (open_count_[kCurlyDouble] && mark.before != Side::kOpenAir) {
    Close(kCurlyDouble, at);
  } else if (!seen_double_ && ClosesOnly(mark)) {
    CloseUnopened(in.begin, at);
  }
  seen_double_ = true;
}

void QuotationMap::ReadSingle(const Stretch& in, std::uint32_t at) {
  const Mark mark(in.text, in.begin, in.end, at, 1);
  if (mark.InsideWord()) return;
  const bool apart =
      mark.before == Side::kOpenAir || mark.before == Side::kPunctuation;
  if (apart && mark.after == Side::kLetter) {
    if (mark.before == Side::kOpenAir || !open_count_[kSingle]) {
      Open(kSingle, at + 1);
    } else {
      Close(kSingle, at);
    }
  } else if (mark.before != Side::kOpenAir && open_count_[kSingle] &&
             !IsPluralPossessive(in.text, at, 1, in.end)) {
    Close(kSingle, at);
  }
}

// A mark U+20xx, of which `last` is the last byte.
void QuotationMap::ReadCurly(const Stretch& in, std::uint32_t at,
                             unsigned char last) {
  const Mark mark(in.text, in.begin, in.end, at, 3);
  switch (last) {
    case 0x9C:
      Open(kCurlyDouble, at + 3);
      seen_double_ = true;
      break;
    case 0x9D:
      if (!seen_double_ && in.begin < at) CloseUnopened(in.begin, at);
      Close(open_count_[kCurlyDouble] ? kCurlyDouble : kDouble, at);
      seen_double_ = true;
      break;
    case 0x98:
      if (!mark.InsideWord()) Open(kCurlySingle, at + 3);
      break;
    case 0x99:
      if (open_count_[kCurlySingle] && !mark.InsideWord() &&
          mark.before != Side::kOpenAir &&
          !IsPluralPossessive(in.text, at, 3, in.end)) {
        Close(kCurlySingle, at);
      }
      break;
    default:
      break;
  }
}

void QuotationMap::Add(std::string_view text, std::uint32_t begin,
                       std::uint32_t end) {
  const std::uint32_t first = size();
  const Stretch in{text, begin, end};
  open_.clear();
  std::fill(std::begin(open_count_), std::end(open_count_), 0);
  seen_double_ = false;
  const std::string_view stretch = text.substr(0, end);
  const auto next = [stretch](std::size_t at) {
    return static_cast<std::uint32_t>(FindQuote(stretch, at));
  };
  for (std::uint32_t i = next(begin); i < end; i = next(i + 1)) {
    const char c = text[i];
    if (c == '"') {
      ReadDouble(in, i);
    } else if (c == '\'') {
      ReadSingle(in, i);
    } else if (c == '\xE2' && i + 2 < end && text[i + 1] == '\x80') {
      ReadCurly(in, i, static_cast<unsigned char>(text[i + 2]));
      i += 2;
    } else if (c == '\xC2' && i + 1 < end) {
      if (text[i + 1] == '\xAB') Open(kCurlyDouble, i + 2);
      if (text[i + 1] == '\xBB') Close(kCurlyDouble, i);
      ++i;
    }
  }
  CloseOpen(begin, end);
  Link(first);
}

void QuotationMap::Link(std::uint32_t first) {
  std::sort(found_.begin() + first, found_.end(),
            [](const Quotation& a, const Quotation& b) {
              return a.inside.begin < b.inside.begin;
            });
  std::uint32_t innermost = kNone;
  const auto leave = [&](std::uint32_t at) {
    while (innermost != kNone && found_[innermost].inside.end <= at) {
      const std::uint32_t end = found_[innermost].inside.end;
      innermost = found_[innermost].parent;
      changes_.push_back({end, innermost});
    }
  };
  for (std::uint32_t i = first; i < size(); ++i) {
    leave(found_[i].inside.begin);
    found_[i].parent = innermost;
    innermost = i;
    changes_.push_back({found_[i].inside.begin, i});
  }
  leave(kNone);
}

std::uint32_t QuotationMap::At(std::uint32_t byte) const {
  const auto after = std::upper_bound(
      changes_.begin(), changes_.end(), byte,
      [](std::uint32_t at, const Change& change) { return at < change.at; });
  return after == changes_.begin() ? kNone : (after - 1)->innermost;
}

}  // namespace framescope
