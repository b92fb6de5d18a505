// What can be told from one line of plain text.
#include "document/line.hpp"

#include <algorithm>

#include "base/code_point.hpp"
#include "document/block_builder.hpp"

namespace framescope {
namespace {

constexpr std::string_view kBullets[] = {
    "\u2022", "\u25E6", "\u25AA", "\u2023", "\u25CF", "\u25A0", "\u00B7",
    "\u2713", "\u27A2", "\u25CB", "\u2043", "\uF0B7", "\uF0A7"};

bool IsBlank(char c) { return c == ' ' || c == '\t'; }
bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }

char32_t FirstCharacter(std::string_view text) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) & 0x3F : 0;
  };
  const char32_t lead = text.empty() ? 0 : static_cast<unsigned char>(text[0]);
  if (lead < 0xC0) return lead;
  if (lead < 0xE0) return (lead & 0x1F) << 6 | byte(1);
  if (lead < 0xF0) return (lead & 0x0F) << 12 | byte(1) << 6 | byte(2);
  return 0x10000;
}

// The case of letters of European scripts, as far as line breaks need it.
LineStart CaseOf(char32_t c) {
  const auto in = [c](char32_t low, char32_t high) {
    return c >= low && c <= high;
  };
  if (in('a', 'z') || (in(0xDF, 0xFF) && c != 0xF7) || in(0x3B1, 0x3CE) ||
      in(0x430, 0x45F)) {
    return LineStart::kLower;
  }
  if (in('A', 'Z') || (in(0xC0, 0xDE) && c != 0xD7) || in(0x391, 0x3AB) ||
      in(0x400, 0x42F)) {
    return LineStart::kUpper;
  }
  if (in(0x100, 0x137) || in(0x14A, 0x177)) {
    return c % 2 ? LineStart::kLower : LineStart::kUpper;
  }
  return LineStart::kOther;
}

// The bytes of an opening mark at the start of `text`, or 0.
std::size_t OpenerLength(std::string_view text) {
  if (text.empty()) return 0;
  switch (static_cast<unsigned char>(text[0])) {
    case '"':
    case '\'':
    case '(':
    case '[':
    case '*':
    case '_':
      return 1;
    case 0xC2:
      return text.starts_with("\u00AB") ? 2 : 0;
    case 0xE2:
      return text.starts_with("\u2018") || text.starts_with("\u201C") ? 3 : 0;
    default:
      return 0;
  }
}

// The bytes of a sign that is used for bullets only, or 0.
std::size_t BulletLength(std::string_view text) {
  if (text.empty() || (text[0] & 0x80) == 0) return 0;
  for (const std::string_view bullet : kBullets) {
    if (text.starts_with(bullet)) return bullet.size();
  }
  return 0;
}

std::size_t DashLength(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == '-' || text[0] == '*' || text[0] == '+') return 1;
  return text.starts_with("\u2013") || text.starts_with("\u2014") ? 3 : 0;
}

// "12." "3)" "(a)" "b)": bytes of the number with its sign, or 0.
std::size_t NumberLength(std::string_view text) {
  std::size_t i = 0;
  const bool bracket = !text.empty() && text[0] == '(';
  if (bracket) ++i;
  const std::size_t first = i;
  while (i < text.size() && i - first < 3 && IsAsciiDigit(text[i])) ++i;
  const bool digits = i > first;
  if (!digits && i < text.size() && IsAsciiLower(text[i])) ++i;
  if (i == first || i >= text.size()) return 0;
  if (text[i] == ')') return i + 1;
  return digits && !bracket && text[i] == '.' ? i + 1 : 0;
}

LineStart StartOf(std::string_view text) {
  while (const std::size_t opener = OpenerLength(text)) {
    text.remove_prefix(opener);
  }
  return CaseOf(FirstCharacter(text));
}

std::size_t MarkerLength(std::string_view text, bool* sure) {
  std::size_t length = BulletLength(text);
  *sure = length > 0;
  if (length == 0) {
    length = DashLength(text);
    if (length == 0) length = NumberLength(text);
    const bool spaced =
        length > 0 && length < text.size() && IsBlank(text[length]);
    if (!spaced) return 0;
  }
  while (length < text.size() && IsBlank(text[length])) ++length;
  return length < text.size() ? length : 0;
}

}  // namespace

void LookAtStart(Line* line) {
  const std::string_view text = line->text;
  // Nearly all lines begin with a letter that is no marker.
  if (IsAsciiUpper(text[0]) ||
      (IsAsciiLower(text[0]) && (text.size() == 1 || text[1] != ')'))) {
    line->start = IsAsciiUpper(text[0]) ? LineStart::kUpper : LineStart::kLower;
    line->marker = 0;
    line->sure_marker = false;
    return;
  }
  line->start = StartOf(text);
  line->marker =
      static_cast<std::uint32_t>(MarkerLength(text, &line->sure_marker));
}

std::uint32_t FirstWord(const Line& line) {
  const std::string_view text = line.text;
  const std::size_t end = text.find_first_of(" \t", line.marker);
  return static_cast<std::uint32_t>(CountCodePoints(text.substr(0, end)));
}

bool HoldsSentenceEnd(const Line& line) {
  const std::string_view text = line.text;
  for (std::size_t i = 3; i + 2 < text.size(); ++i) {
    if (text[i] != ' ' || !EndsSentence(text.substr(0, i))) continue;
    if (text[i - 1] == ':' || text[i - 1] == ';') continue;
    // A capital before the stop is an initial: "J. Smith".
    if (text[i - 1] == '.' && IsAsciiUpper(text[i - 2])) continue;
    const std::string_view rest = text.substr(text.find_first_not_of(' ', i));
    if (StartOf(rest) == LineStart::kUpper) return true;
  }
  return false;
}

bool HasWord(std::string_view text) {
  constexpr std::string_view kDots[] = {"\u2026", "\u2013", "\u2014", "\u2022"};
  while (!text.empty()) {
    const char c = text[0];
    if (IsAsciiDigit(c) || IsAsciiLower(c) || IsAsciiUpper(c)) return true;
    std::size_t skip = 1;
    if (c & 0x80) {
      skip = 0;
      for (std::string_view dot : kDots) {
        if (text.starts_with(dot)) skip = dot.size();
      }
      if (skip == 0) return true;
    }
    text.remove_prefix(skip);
  }
  return false;
}

}  // namespace framescope
