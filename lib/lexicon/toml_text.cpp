// Tested by tests/unit/lexicon/toml_text_test.cpp.
#include "lexicon/toml_text.hpp"

#include <algorithm>
#include <cstddef>

#include "base/code_point.hpp"

namespace framescope {
namespace {

// Whether a quotation mark at `at` may begin a string there; others are faults
// that toml++ meets.
bool MayBeginString(std::string_view toml, std::size_t at) {
  while (at > 0 && (toml[at - 1] == ' ' || toml[at - 1] == '\t')) --at;
  return at == 0 || std::string_view("=,[{.\n\r\xBF").find(toml[at - 1]) !=
                        std::string_view::npos;
}

// The end of the string that begins with the quotation mark at `at`; one that
// is not closed ends with its line, or else with the text.
std::size_t EndOfString(std::string_view toml, std::size_t at) {
  const char mark = toml[at];
  const std::string_view thrice = mark == '"' ? "\"\"\"" : "'''";
  const bool is_long = toml.substr(at).starts_with(thrice);
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
  const auto characters =
      std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line),
                    before.end(), [](char c) { return !IsTrail(c); });
  return {static_cast<std::int32_t>(
              1 + std::count(before.begin(), before.end(), '\n')),
          static_cast<std::int32_t>(1 + characters)};
}

}  // namespace

std::optional<TomlPlace> FindBareCharacter(std::string_view toml) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::size_t at = toml.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  while (at < toml.size()) {
    const char c = toml[at];
    if (c == '#') {
      at = std::min(toml.find('\n', at), toml.size());
    } else if ((c == '"' || c == '\'') && MayBeginString(toml, at)) {
      at = EndOfString(toml, at);
    } else if ((c & 0x80) != 0) {
      return PlaceAt(toml, at);
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

}  // namespace framescope
