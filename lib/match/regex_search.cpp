// The part of a PatternSearch that looks for regular expressions.
// Tested by tests/unit/match/regex_test.cpp.
#include <algorithm>

#include "match/pattern_search.hpp"

namespace framescope {

void PatternSearch::RunRegexes(std::uint32_t sentence) {
  const Sentence& span = tokens_.sentences[sentence];
  const std::string_view bytes =
      tokens_.text.substr(span.begin, span.end - span.begin);
  for (const NumberedRegex& numbered : patterns_.regexes) {
    const Regex& regex = numbered.regex;
    if (!regex.literal().empty() && !regex.LiteralIn(bytes)) continue;
    m_.spans.clear();
    if (!regex.Find(tokens_.text, {span.begin, span.end}, &m_.spans)) {
      m_.failures.push_back({numbered.pattern, sentence});
    }
    for (const Span& found : m_.spans) Widen(found, span, numbered.pattern);
  }
}

// To whole words; what touches no word is dropped.
void PatternSearch::Widen(Span found, const Sentence& sentence,
                          std::uint32_t pattern) {
  const auto begin = tokens_.words.begin();
  const auto first = std::partition_point(
      begin + sentence.first_word, begin + sentence.end_word,
      [&](const Span& word) { return word.end <= found.begin; });
  const auto last = std::partition_point(
      first, begin + sentence.end_word,
      [&](const Span& word) { return word.begin < found.end; });
  if (first == last) return;
  m_.phrases.push_back({pattern, static_cast<std::uint32_t>(first - begin),
                        static_cast<std::uint32_t>(last - begin)});
}

}  // namespace framescope
