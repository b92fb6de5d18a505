// Tested by tests/unit/unicode/lines_test.cpp.
#include "unicode/lines.hpp"

#include "unicode/kernel.hpp"

namespace framescope {

std::size_t FindLineEnd(const Kernel& kernel, std::string_view text,
                        std::size_t at, std::size_t* characters) {
  const std::size_t begin = at;
  std::size_t trails = 0;
  const auto found = [&](std::size_t end) {
    *characters = end - begin - trails;
    return end;
  };
  for (; at < text.size(); ++at) {
    at = kernel.find_break(text.data(), text.size(), at, &trails);
    if (at == text.size()) break;
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return found(at);
    if (c == 0x85) {
      if (at >= 1 && text[at - 1] == '\xC2') return found(at - 1);
    } else if (at >= 2 && text[at - 1] == '\x80' && text[at - 2] == '\xE2') {
      --trails;  // the second byte of the break
      return found(at - 2);
    }
    ++trails;
  }
  return found(text.size());
}

std::size_t FindQuote(std::string_view text, std::size_t at) {
  return kernels().front()->find_quote(text.data(), text.size(), at);
}

}  // namespace framescope
