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

KeyBytes BytesOfKey(std::string_view glob) {
  const std::string_view stem = StemOf(glob);
  KeyBytes key;
  key.size = std::min<std::size_t>(stem.size(), 8);
  key.bytes = (ReadBytes(stem.data(), key.size) | kLower) & kFirst[key.size];
  key.whole = stem.size() == glob.size();
  std::uint64_t longest = key.bytes;
  std::size_t size = key.size;
  const auto last = [&longest, &size] { return longest >> (8 * (size - 1)); };
  // An s with a mark is no s, but its first byte in a text is; and a stem may
  // go on with one.
  if (size == 8 && (longest & kNotAscii) != 0) {
    longest = (longest & kFirst[7]) | std::uint64_t{'s'} << 56;
  } else if (!key.whole && size > 0 && size < 8 && last() == '\'') {
    longest |= std::uint64_t{'s'} << (8 * size);
    ++size;
  }
  key.stripped = WithoutEnding(longest, size);
  key.may_lose_ending = key.stripped != longest;
  return key;
}

void AppendFirstBytes(std::string_view glob, FirstBytes* out) {
  if (!IsAscii(StemOf(glob).substr(0, 7))) return;
  const KeyBytes key = BytesOfKey(glob);
  if (key.may_lose_ending) out->words.push_back(key.stripped);
  if (key.whole || key.size >= 7) {
    out->words.push_back(key.bytes & kSeven);
  } else if (key.size >= kHead) {
    out->heads.push_back(static_cast<std::uint32_t>(key.bytes));
  } else if (key.size + 1 == kHead) {
    ForEachNext(key.bytes, 3, [out](std::uint64_t head) {
      out->heads.push_back(static_cast<std::uint32_t>(head));
    });
  } else {
    out->any = true;
  }
}

}  // namespace framescope
