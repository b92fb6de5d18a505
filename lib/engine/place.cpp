// Tested by tests/unit/engine/analyzer_test.cpp.
#include "engine/place.hpp"

#include <span>

#include "unicode/text_offsets.hpp"

namespace framescope {
namespace {

void CountOffsets(const Kernel& kernel, std::string_view text,
                  std::vector<Match>* matches) {
  TextOffsets offsets(kernel, text);
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

void CountLines(std::span<const std::uint32_t> line_starts,
                std::vector<Match>* matches) {
  if (line_starts.empty()) return;
  std::uint32_t line = 0;
  for (Match& match : *matches) {
    while (line < line_starts.size() && line_starts[line] <= match.span.begin) {
      ++line;
    }
    match.line = line;
  }
}

}  // namespace

void FillPlaces(const Kernel& kernel, const Document& document,
                std::vector<Match>* matches) {
  CountOffsets(kernel, document.text, matches);
  CountLines(document.line_starts, matches);
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
