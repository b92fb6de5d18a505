// Any text, cut into blocks anywhere: all segmenters agree with ICU, and all
// validators of UTF-8 with the one that goes character by character.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "../differential/segmenters.hpp"
#include "base/code_point.hpp"

namespace {

using framescope::Block;

std::size_t FirstInvalid(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::uint32_t size = framescope::ReadUtf8(text, at).size;
    if (size == 0) break;
    at += size;
  }
  return at;
}

void CheckValidators(std::string_view text) {
  const std::size_t expected = FirstInvalid(text);
  for (const framescope::Kernel* kernel : framescope::kernels()) {
    const std::size_t valid = kernel->skip_valid(text.data(), text.size(), 0);
    // What is skipped is valid and whole; the rest is looked at by others.
    if (valid > expected) std::abort();
    if (valid < text.size() && (text[valid] & 0xC0) == 0x80 &&
        valid != expected) {
      std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static framescope::Segmenters segmenters;
  if (size < 2) return 0;
  const std::uint8_t edges = data[0], step = data[1];
  // In memory of just its size, so that a byte too many is seen.
  std::vector<char> bytes(data + 2, data + size);
  CheckValidators({bytes.data(), bytes.size()});
  const std::string_view text(bytes.data(),
                              FirstInvalid({bytes.data(), bytes.size()}));
  std::vector<char> exact(text.begin(), text.end());
  const std::string_view valid(exact.data(), exact.size());
  std::vector<Block> blocks;
  std::uint32_t begin = 0;
  for (int i = 0; i < edges % 8; ++i) {
    const auto end = framescope::CodePointStart(
        valid, static_cast<std::uint32_t>(
                   std::min<std::size_t>(valid.size(), begin + step)));
    Block block;
    block.begin = begin;
    block.end = end;
    if ((edges >> i & 1) != 0) blocks.push_back(block);
    begin = end;
  }
  Block last;
  last.begin = begin;
  last.end = static_cast<std::uint32_t>(valid.size());
  blocks.push_back(last);
  const std::string difference = segmenters.Difference(valid, blocks);
  if (!difference.empty()) {
    std::fprintf(stderr, "%s\n", difference.c_str());
    std::abort();
  }
  return 0;
}
