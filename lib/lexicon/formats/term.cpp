// Tested by tests/unit/lexicon/formats/term_test.cpp.
#include "lexicon/formats/term.hpp"

#include <algorithm>
#include <vector>

#include "base/code_point.hpp"
#include "base/utf8.hpp"

namespace framescope {
namespace {

// Of the pattern syntax; see docs/lexicon-format.md.
constexpr std::string_view kReserved = "*?~(|)[]<>{}=/\\";
constexpr std::size_t kMostBytes = 512;
constexpr std::string_view kApostropheSet = "['\xE2\x80\x99]";

bool IsAlnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}
bool IsWildcard(char c) { return c == kStar || c == kQuestion; }
// A character that a regular expression sees as part of a word.
bool IsWordByte(char c) {
  return IsAlnum(c) || c == '_' || IsWildcard(c) ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Signs beyond ASCII that are no part of a word: quotation marks, dashes,
// currencies, arrows, emoji.
bool IsSign(char32_t c) {
  if (c >= 0xA1 && c <= 0xBF) return c != 0xAA && c != 0xB5 && c != 0xBA;
  return c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c <= 0x206F) ||
         (c >= 0x20A0 && c <= 0x20CF) || (c >= 0x2190 && c <= 0x2BFF) ||
         (c >= 0x3000 && c <= 0x303F) || (c >= 0x1F000 && c <= 0x1FAFF);
}

bool BeginsWithWord(std::string_view text) {
  std::size_t at = 0;
  return IsWordByte(text.front()) && !IsSign(NextCodePoint(text, &at));
}

bool EndsWithWord(std::string_view text) {
  return BeginsWithWord(text.substr(CodePointStart(text, text.size() - 1)));
}

// Letters, digits, spaces, and hyphens and apostrophes between letters: what
// needs no closer look.
bool IsPlain(std::string_view term) {
  for (std::size_t i = 0; i < term.size(); ++i) {
    const char c = term[i];
    if (IsAlnum(c) || IsWildcard(c) || c == ' ') continue;
    const bool inside = i > 0 && i + 1 < term.size() && IsAlnum(term[i - 1]) &&
                        IsAlnum(term[i + 1]);
    if (!inside || (c != '-' && c != '\'')) return false;
  }
  return true;
}

// Only spaces, one hyphen without a space, or apostrophes.
bool IsPlainGap(std::string_view gap) {
  if (gap == "-") return true;
  for (std::size_t at = 0; at < gap.size();) {
    const char32_t c = NextCodePoint(gap, &at);
    if (c != ' ' && c != '\'' && c != 0x2018 && c != 0x2019) return false;
  }
  return true;
}

std::string Escaped(std::string_view term) {
  std::string out;
  for (const char c : term) {
    if (IsWildcard(c)) {
      out += c == kStar ? '*' : '?';
      continue;
    }
    if (kReserved.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// A wildcard at an edge takes all of the word by itself.
std::string RegexOf(std::string_view term) {
  std::string out = "/";
  if (BeginsWithWord(term) && term.front() != kStar) out += "\\b";
  for (std::size_t i = 0; i < term.size(); ++i) {
    const char c = term[i];
    if (c == ' ') {
      const bool between =
          EndsWithWord(term.substr(0, i)) && BeginsWithWord(term.substr(i + 1));
      out += between ? "\\s+" : "\\s*";
    } else if (IsWildcard(c)) {
      out += c == kStar ? "\\w*" : "\\w";
    } else if (c == '\'') {
      out += kApostropheSet;
    } else {
      if (!IsWordByte(c)) out += '\\';
      out += c;
    }
  }
  if (EndsWithWord(term) && term.back() != kStar) out += "\\b";
  return out + '/';
}

}  // namespace

std::string NormalisedTerm(std::string_view term) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < term.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(term, &at);
    if (c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F || c == '\n' ||
        c == '\r') {
      space = !out.empty();
      continue;
    }
    if (c < 0x20 || c == 0x7F || c == 0xFEFF) continue;
    if (space) out += ' ';
    space = false;
    if (c == 0x2018 || c == 0x2019) {
      out += '\'';
    } else {
      out.append(term.substr(begin, at - begin));
    }
  }
  return out;
}

TermReader::Shape TermReader::ShapeOf(std::string_view term) {
  std::string text(term);
  std::replace_if(text.begin(), text.end(), IsWildcard, 'x');
  if (!segmenter_) {
    auto made = Segmenter::Create("en-GB", "");
    if (!made.ok()) return Shape::kPunctuated;
    segmenter_ = std::move(made).value();
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::vector<Block> blocks = {{0, size}};
  segments_.words.clear();
  segments_.sentences.clear();
  if (!segmenter_->Segment(text, blocks, &segments_).ok() ||
      segments_.words.empty()) {
    return Shape::kWordless;
  }
  std::uint32_t end = 0;
  for (std::size_t i = 0; i <= segments_.words.size(); ++i) {
    const bool last = i == segments_.words.size();
    const std::uint32_t begin = last ? size : segments_.words[i].begin;
    if (!IsPlainGap(std::string_view(text).substr(end, begin - end))) {
      return Shape::kPunctuated;
    }
    if (!last) end = segments_.words[i].end;
  }
  return Shape::kPhrase;
}

TermPattern TermReader::Read(std::string_view term, const TermSyntax& syntax) {
  std::string marked = NormalisedTerm(term);
  if (syntax.star) std::replace(marked.begin(), marked.end(), '*', kStar);
  if (syntax.question) {
    std::replace(marked.begin(), marked.end(), '?', kQuestion);
  }
  marked.erase(std::unique(marked.begin(), marked.end(),
                           [](char a, char b) { return a == kStar && b == a; }),
               marked.end());
  TermPattern out;
  const Shape shape = IsPlain(marked) ? Shape::kPhrase : ShapeOf(marked);
  if (shape == Shape::kPunctuated) {
    out.pattern = RegexOf(marked);
  } else {
    out.pattern = Escaped(marked);
    if (shape == Shape::kWordless) out.unmatchable = "it holds no word";
  }
  if (out.pattern.size() > kMostBytes) {
    out.unmatchable = "it is longer than 512 bytes";
  }
  return out;
}

std::optional<std::string> TermOfRegex(std::string_view pattern) {
  if (pattern.size() < 3 || pattern.front() != '/' || pattern.back() != '/') {
    return std::nullopt;
  }
  std::string_view rest = pattern.substr(1, pattern.size() - 2);
  std::string term;
  const auto take = [&rest](std::string_view what) {
    if (!rest.starts_with(what)) return false;
    rest.remove_prefix(what.size());
    return true;
  };
  while (!rest.empty()) {
    if (take("\\b")) continue;
    if (take("\\s+") || take("\\s*")) {
      term += ' ';
    } else if (take("\\w*")) {
      term += kStar;
    } else if (take("\\w")) {
      term += kQuestion;
    } else if (take(kApostropheSet)) {
      term += '\'';
    } else if (rest[0] == '\\' && rest.size() > 1 && !IsWordByte(rest[1])) {
      term += rest[1];
      rest.remove_prefix(2);
    } else if (IsWordByte(rest[0])) {
      term += rest[0];
      rest.remove_prefix(1);
    } else {
      return std::nullopt;
    }
  }
  if (term.empty() || term.front() == ' ' || term.back() == ' ' ||
      RegexOf(term) != pattern) {
    return std::nullopt;
  }
  return term;
}

}  // namespace framescope
