// Tested by tests/unit/engine/analyzer_test.cpp.
#include "engine/place.hpp"

#include <algorithm>

#include "base/text_offsets.hpp"

namespace framescope {
namespace {

// A byte offset and the two places that its other units go to.
struct Wanted {
  std::uint32_t byte;
  std::uint32_t* chars;
  std::uint32_t* utf16;
};

}  // namespace

std::uint32_t LineOf(const Document& document, const Block& block,
                     std::uint32_t byte) {
  if (document.line_starts.empty()) return block.line;
  const auto after = std::upper_bound(document.line_starts.begin(),
                                      document.line_starts.end(), byte);
  return static_cast<std::uint32_t>(after - document.line_starts.begin());
}

void CountOffsets(std::string_view text, std::vector<Match>* matches) {
  std::vector<Wanted> wanted;
  wanted.reserve(2 * matches->size());
  for (Match& match : *matches) {
    wanted.push_back(
        {match.span.begin, &match.chars.begin, &match.utf16.begin});
    wanted.push_back({match.span.end, &match.chars.end, &match.utf16.end});
  }
  std::sort(wanted.begin(), wanted.end(),
            [](const Wanted& a, const Wanted& b) { return a.byte < b.byte; });
  TextOffsets offsets(text);
  for (const Wanted& want : wanted) {
    offsets.MoveTo(want.byte);
    *want.chars = offsets.chars();
    *want.utf16 = offsets.utf16();
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
