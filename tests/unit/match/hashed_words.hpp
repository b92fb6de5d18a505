// For tests: words with their hashes, and all kernels that make and read them.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "match/scan_kernel.hpp"
#include "match/word_bytes.hpp"
#include "unicode/kernel.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

inline std::vector<const ScanKernel*> AllScanKernels() {
  std::vector<const ScanKernel*> all;
  for (const Kernel* kernel : kernels()) {
    all.push_back(&FindScanKernel(kernel->name));
  }
  return all;
}

// What the words begin with that these keys of PatternWord describe.
inline FirstBytes FirstBytesOf(const std::vector<std::string>& globs) {
  FirstBytes first;
  for (const std::string& glob : globs) AppendFirstBytes(glob, &first);
  return first;
}

// Words as they stand between spaces.
inline std::vector<Span> CutAtSpaces(const std::string& text) {
  std::vector<Span> words;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ') continue;
    if (i == 0 || text[i - 1] == ' ') words.push_back({i, i});
    words.back().end = i + 1;
  }
  return words;
}

// A text with its words and their hashes, but without types and sentences. Not
// copied, for `tokens` borrows.
struct HashedWords {
  HashedWords(std::string bytes, std::vector<Span> spans)
      : text(std::move(bytes)), words(std::move(spans)) {
    HashWords(FindScanKernel({}), text, words, &hashes);
    tokens = {text, words, {}, {}, nullptr, &hashes};
  }
  explicit HashedWords(const std::string& bytes)
      : HashedWords(bytes, CutAtSpaces(bytes)) {}
  HashedWords(const HashedWords&) = delete;

  std::uint32_t size() const {
    return static_cast<std::uint32_t>(words.size());
  }

  std::string text;
  std::vector<Span> words;
  WordHashes hashes;
  Tokens tokens;
};

}  // namespace framescope
