// Tested by tests/unit/lexicon/toml_text_test.cpp.
#include "lexicon/toml_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/code_point.hpp"

namespace framescope {
namespace {

// The end of the string that begins with the quotation mark at `at`; one that
// is not closed ends with its line, or else with the text. Keys are never
// longer than a line.
std::size_t EndOfString(std::string_view toml, std::size_t at, bool is_key) {
  const char mark = toml[at];
  const std::string_view thrice = mark == '"' ? "\"\"\"" : "'''";
  const bool is_long = !is_key && toml.substr(at).starts_with(thrice);
  const std::size_t width = is_long ? 3 : 1;
  for (std::size_t i = at + width; i < toml.size(); ++i) {
    if (toml[i] == '\\' && mark == '"') {
      ++i;
    } else if (toml[i] == '\n' && !is_long) {
      return i;
    } else if (toml.substr(i).starts_with(thrice.substr(0, width))) {
      return i + width;
    }
  }
  return toml.size();
}

TomlPlace PlaceAt(std::string_view toml, std::size_t at) {
  const std::string_view before = toml.substr(0, at);
  const std::size_t line = before.rfind('\n') + 1;  // 0 where there is none
  return {static_cast<std::int32_t>(
              1 + std::count(before.begin(), before.end(), '\n')),
          ColumnAt(before.substr(line), at - line)};
}

// Walks over TOML as toml++ does: keys, values, strings and comments. Of what
// is no TOML it sees at least as little as strings as toml++ does.
class Walk {
 public:
  explicit Walk(std::string_view toml) : toml_(toml) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (toml.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  }

  // The offset of the first character beyond ASCII that is bare, or the end.
  std::size_t Find() {
    while (at_ < toml_.size() && Step()) {
    }
    return std::min(at_, toml_.size());
  }

 private:
  // False where it stands at such a character.
  bool Step() {
    const char c = toml_[at_];
    if (c == '#') {
      at_ = toml_.find('\n', at_);
      return true;
    }
    if ((c == '"' || c == '\'') && may_begin_) {
      at_ = EndOfString(toml_, at_, !in_value_);
      may_begin_ = false;
      return true;
    }
    if (!IsMark(c)) return PassBare();
    ++at_;
    PassMark(c);
    return true;
  }

  static bool IsMark(char c) {
    return std::string_view(" \t\r\n=.,[]{}").find(c) != std::string_view::npos;
  }

  // Over a bare key, or over a bare value, of which all but what ends it is
  // part, quotation marks too.
  bool PassBare() {
    const std::string_view ends = in_value_ ? " \t\r\n,]}#" : " \t\r\n,]}#=.[{";
    for (; at_ < toml_.size(); ++at_) {
      const char c = toml_[at_];
      if ((c & 0x80) != 0) return false;
      if (ends.find(c) != std::string_view::npos) break;
    }
    may_begin_ = false;
    return true;
  }

  void PassMark(char c) {
    if (c == ' ' || c == '\t') return;
    if (c == '\r' || c == '\n') {
      if (open_.empty()) in_value_ = false;
    } else if (c == '=') {
      may_begin_ = !in_value_;
      in_value_ = true;
      return;
    } else if (c == '{' || (c == '[' && in_value_)) {
      open_ += c;
      in_value_ = c == '[';
    } else if (c == ']' || c == '}') {
      if (!open_.empty()) open_.pop_back();
      in_value_ = in_value_ || c == '}';
      may_begin_ = false;
      return;
    } else if (c == ',') {
      in_value_ = open_.empty() || open_.back() == '[';
    }
    may_begin_ = c != '.' || !in_value_;
  }

  std::string_view toml_;
  std::size_t at_ = 0;
  std::string open_;       // brackets
  bool in_value_ = false;  // behind "="
  bool may_begin_ = true;  // a quotation mark begins a string here
};

}  // namespace

std::optional<TomlPlace> FindBareCharacter(std::string_view toml) {
  const std::size_t at = Walk(toml).Find();
  if (at == toml.size()) return std::nullopt;
  return PlaceAt(toml, at);
}

}  // namespace framescope
