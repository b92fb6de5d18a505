// Tested by tests/unit/match/word_filter_test.cpp.
#include "match/word_bytes.hpp"

namespace framescope {

std::uint64_t BytesOneByOne(std::string_view word) {
  std::uint64_t bytes = 0;
  std::size_t size = 0, at = 0;
  for (; at < word.size() && size < 8; ++size) {
    std::uint64_t next = static_cast<unsigned char>(word[at]);
    const std::string_view mark = word.substr(at, 3);
    if (mark == "\u2018" || mark == "\u2019") {
      next = '\'';
      at += mark.size();
    } else {
      ++at;
    }
    bytes |= (next | 0x20) << (8 * size);
  }
  return WithoutEnding(bytes, size);
}

}  // namespace framescope
