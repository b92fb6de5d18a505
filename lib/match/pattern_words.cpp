// Tested by tests/unit/match/pattern_test.cpp.
#include "match/pattern_words.hpp"

#include <algorithm>

#include "base/code_point.hpp"
#include "match/pattern_set.hpp"
#include "unicode/fold.hpp"

namespace framescope {
namespace {

bool IsWildcard(char c) { return c == kAnyLetters || c == kOneLetter; }

bool IsPlain(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return IsAsciiLetter(c) || IsWildcard(c); });
}

std::string FoldPieces(std::string_view bytes, bool exact_case) {
  std::string folded;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = at;
    while (end < bytes.size() && !IsWildcard(bytes[end])) ++end;
    const std::string_view piece = bytes.substr(at, end - at);
    if (!piece.empty())
      folded += exact_case ? FoldExact(piece) : FoldCase(piece);
    if (end < bytes.size()) folded += bytes[end++];
    at = end;
  }
  if (!IsWildcard(folded.back())) {
    folded.resize(WithoutPossessive(folded).size());
  }
  return folded;
}

Status BadGap(const PatternPiece& piece, Span gap) {
  const std::string shown = piece.bytes.substr(gap.begin, gap.end - gap.begin);
  Status status(StatusCode::kParse,
                "no phrase runs through \"" + shown +
                    "\"; leave it out, or use a regular expression",
                {static_cast<std::int64_t>(piece.offsets[gap.begin])});
  return status;
}

}  // namespace

Status AppendWords(const PatternPiece& piece, bool exact_case,
                   Segmenter* segmenter, std::vector<PatternWord>* out) {
  if (IsPlain(piece.bytes)) {
    out->push_back({FoldPieces(piece.bytes, exact_case), exact_case});
    return Status();
  }
  std::string text = piece.bytes;
  std::replace_if(text.begin(), text.end(), IsWildcard, 'x');
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::vector<Block> blocks = {{0, size}};
  Segments segments;
  Status status = segmenter->Segment(text, blocks, &segments);
  if (!status.ok()) return status;
  std::uint32_t end = 0;
  for (std::size_t i = 0; i <= segments.words.size(); ++i) {
    const bool last = i == segments.words.size();
    const Span gap{end, last ? size : segments.words[i].begin};
    const std::string_view bytes =
        std::string_view(text).substr(gap.begin, gap.end - gap.begin);
    if (!PhraseRunsThrough(bytes)) return BadGap(piece, gap);
    if (last) break;
    const Span word = segments.words[i];
    out->push_back({FoldPieces(std::string_view(piece.bytes)
                                   .substr(word.begin, word.end - word.begin),
                               exact_case),
                    exact_case});
    end = word.end;
  }
  if (!segments.words.empty()) return Status();
  return Status(StatusCode::kParse, "\"" + text + "\" holds no word",
                {static_cast<std::int64_t>(piece.offsets[0])});
}

}  // namespace framescope
