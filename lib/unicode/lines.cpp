// Tested by tests/unit/unicode/lines_test.cpp.
#include "unicode/lines.hpp"

#include "unicode/kernel.hpp"

namespace framescope {

std::size_t FindLineEnd(std::string_view text, std::size_t at) {
  const auto find_break = kernels().front()->find_break;
  for (; at < text.size(); ++at) {
    at = find_break(text.data(), text.size(), at);
    if (at == text.size()) break;
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return at;
    if (c == 0x85) {
      if (at >= 1 && text[at - 1] == '\xC2') return at - 1;
    } else if (at >= 2 && text[at - 1] == '\x80' && text[at - 2] == '\xE2') {
      return at - 2;
    }
  }
  return text.size();
}

std::size_t FindQuote(std::string_view text, std::size_t at) {
  return kernels().front()->find_quote(text.data(), text.size(), at);
}

std::size_t CountCharacters(std::string_view text) {
  return text.size() -
         kernels().front()->count_trails(text.data(), text.size());
}

}  // namespace framescope
