// For tests: patterns found in a text, as "pattern:words".
#pragma once

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/pattern_set.hpp"
#include "match/scan_kernel.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {

using SpellingPairs = std::vector<std::pair<std::string, std::string>>;

// A text with its tokens. Not copied, for `tokens` borrows.
struct TokenisedText {
  explicit TokenisedText(std::string bytes) : text(std::move(bytes)) {
    const std::vector<Block> blocks = {
        {0, static_cast<std::uint32_t>(text.size())}};
    auto segmenter = Segmenter::Create("en-GB", "");
    EXPECT_TRUE(segmenter.value()->Segment(text, blocks, &segments).ok());
    for (const Span& word : segments.words) {
      types.push_back(table.Intern(
          std::string_view(text).substr(word.begin, word.end - word.begin)));
    }
    HashWords(FindScanKernel({}), text, segments.words, &hashes);
    tokens = {text, segments.words, types, segments.sentences, &table, &hashes};
  }
  TokenisedText(const TokenisedText&) = delete;

  std::uint32_t sentences() const {
    return static_cast<std::uint32_t>(segments.sentences.size());
  }
  std::string Words(std::uint32_t first, std::uint32_t last) const {
    return text.substr(
        segments.words[first].begin,
        segments.words[last - 1].end - segments.words[first].begin);
  }

  std::string text;
  Segments segments;
  TypeTable table;
  std::vector<TypeId> types;
  WordHashes hashes;
  Tokens tokens;
};

inline PatternSet BuildPatterns(const std::vector<std::string>& patterns,
                                const std::vector<WordClass>& classes = {},
                                const SpellingPairs& spelling = {},
                                std::string_view kernel = {},
                                bool asked = false) {
  PatternSet::Builder builder(classes, spelling, "en-GB", kernel);
  for (const std::string& pattern : patterns) {
    const auto added = builder.Add(pattern);
    EXPECT_TRUE(added.ok()) << pattern << ": " << added.status().message();
  }
  auto set = std::move(builder).Build(asked);
  EXPECT_TRUE(set.ok()) << set.status().message();
  return std::move(set).value();
}

inline std::vector<std::string> FindPatterns(
    const PatternSet& set, const std::string& text,
    PatternScratch* scratch = nullptr) {
  PatternScratch own;
  const TokenisedText in(text);
  std::vector<PatternHit> hits;
  set.Find(in.tokens, 0, in.sentences(), scratch != nullptr ? scratch : &own,
           &hits);
  std::vector<std::string> out;
  for (const PatternHit& hit : hits) {
    out.push_back(std::to_string(hit.pattern) + ":" +
                  in.Words(hit.first, hit.last));
  }
  return out;
}

// The words at which the one pattern is found.
inline std::vector<std::string> FindOne(
    const std::string& pattern, const std::string& text,
    const std::vector<WordClass>& classes = {},
    const SpellingPairs& spelling = {}) {
  std::vector<std::string> out =
      FindPatterns(BuildPatterns({pattern}, classes, spelling), text);
  for (std::string& found : out) found.erase(0, 2);
  return out;
}

}  // namespace framescope
