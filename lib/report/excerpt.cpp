// Tested by tests/unit/report/excerpt_test.cpp.
#include "report/excerpt.hpp"

#include <algorithm>

#include "base/code_point.hpp"
#include "base/utf8.hpp"
#include "report/wording.hpp"

namespace framescope {
namespace {

constexpr std::string_view kMore = "\xE2\x80\xA6";
// No context is longer than this many bytes before it is cut to columns.
constexpr std::uint32_t kMostBytes = 2000;

std::string Beginning(const std::string& text, std::size_t columns, bool more) {
  if (!more && ColumnsOf(text) <= columns) return text;
  std::string_view kept = FirstColumns(text, columns > 2 ? columns - 2 : 0);
  const std::size_t space = kept.rfind(' ');
  const bool in_word = kept.size() < text.size() && text[kept.size()] != ' ';
  if (in_word && space != kept.npos && space > 0) {
    kept = kept.substr(0, space);
  }
  std::string cut(kept);
  while (!cut.empty() && cut.back() == ' ') cut.pop_back();
  return cut.append(" ").append(kMore);
}

std::string Ending(const std::string& text, std::size_t columns, bool more) {
  if (!more && ColumnsOf(text) <= columns) return text;
  std::string_view kept = LastColumns(text, columns > 2 ? columns - 2 : 0);
  const std::size_t space = kept.find(' ');
  const bool in_word =
      kept.size() < text.size() && text[text.size() - kept.size() - 1] != ' ';
  if (in_word && space != kept.npos && space + 1 < kept.size()) {
    kept = kept.substr(space + 1);
  }
  while (!kept.empty() && kept.front() == ' ') kept.remove_prefix(1);
  return std::string(kMore).append(" ").append(kept);
}

std::string TrimmedLeft(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  return text;
}

std::string TrimmedRight(std::string text) {
  text.resize(text.find_last_not_of(' ') + 1);
  return text;
}

}  // namespace

Span BlockAround(const Document& document, std::uint32_t at) {
  const auto& blocks = document.blocks;
  const auto after = std::upper_bound(
      blocks.begin(), blocks.end(), at,
      [](std::uint32_t x, const Block& block) { return x < block.begin; });
  const std::uint32_t size = static_cast<std::uint32_t>(document.text.size());
  if (after == blocks.begin() || std::prev(after)->end <= at) return {0, size};
  return {std::prev(after)->begin, std::min(std::prev(after)->end, size)};
}

Excerpt ExcerptOf(const Analysis& analysis, const Match& match,
                  std::size_t columns) {
  const std::string_view text = analysis.document.text;
  const Span block = BlockAround(analysis.document, match.span.begin);
  std::uint32_t begin = block.begin, end = std::max(block.end, match.span.end);
  if (match.span.begin - begin > kMostBytes) {
    begin = NextCodePointStart(text, match.span.begin - kMostBytes);
  }
  if (end - match.span.end > kMostBytes) {
    end = NextCodePointStart(text, match.span.end + kMostBytes);
  }
  Excerpt excerpt;
  excerpt.words = Shown(TextOf(analysis, match.span));
  const std::string before =
      TrimmedLeft(Shown(TextOf(analysis, {begin, match.span.begin})));
  const std::string after =
      TrimmedRight(Shown(TextOf(analysis, {match.span.end, end})));
  const std::size_t half = columns / 2;
  const std::size_t left =
      std::max(half, columns - std::min(columns, ColumnsOf(after)));
  excerpt.before = Ending(before, left, begin > block.begin);
  const std::size_t used = std::min(columns, ColumnsOf(excerpt.before));
  excerpt.after = Beginning(after, columns - used, end < block.end);
  return excerpt;
}

}  // namespace framescope
