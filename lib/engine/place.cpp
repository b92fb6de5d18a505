// Tested by tests/unit/engine/analyzer_test.cpp.
#include "engine/place.hpp"

#include <algorithm>

#include "base/text_offsets.hpp"

namespace framescope {
std::uint32_t LineOf(const Document& document, const Block& block,
                     std::uint32_t byte) {
  if (document.line_starts.empty()) return block.line;
  const auto after = std::upper_bound(document.line_starts.begin(),
                                      document.line_starts.end(), byte);
  return static_cast<std::uint32_t>(after - document.line_starts.begin());
}

void CountOffsets(std::string_view text, std::vector<Match>* matches) {
  TextOffsets offsets(text);
  for (std::size_t i = 0; i < matches->size(); ++i) {
    Match& match = (*matches)[i];
    offsets.MoveTo(match.span.begin);
    TextOffsets end = offsets;
    end.MoveTo(match.span.end);
    match.chars = {offsets.chars(), end.chars()};
    match.utf16 = {offsets.utf16(), end.utf16()};
    const bool last = i + 1 == matches->size();
    if (!last && (*matches)[i + 1].span.begin >= match.span.end) offsets = end;
  }
}

void AddReframings(Analysis* analysis) {
  for (std::uint32_t i = 0; i < analysis->matches.size(); ++i) {
    const Match& from = analysis->matches[i];
    if (from.stance != Stance::kMovedFrom || from.pair == kNone) continue;
    if (from.repeated) continue;
    analysis->reframings.push_back({i, from.pair, from.rule});
  }
}

}  // namespace framescope
