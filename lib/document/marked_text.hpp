// Marked-up text: sentences with the answers written in, as people code them.
//
//   # "no longer" denies what was so.
//   She is no longer [a burden]{crisis moved_from}.
//
// docs/evaluation.md has the format for people who write it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/status.hpp"

namespace framescope {

// Words that carry a frame, as a coder sees it.
struct Mark {
  Span span;         // bytes of the case's text
  std::string pole;  // "deficit"
  Stance stance = Stance::kUsed;
  std::uint32_t pair = 0;  // equal numbers are two sides of a contrast; 0: none
  std::string holder;      // whose words; empty: not said
};

// One case: a sentence or a few, without their markup.
struct MarkedCase {
  std::string text;
  std::vector<Mark> marks;
  std::string reason;      // the comment lines above it
  std::string known_miss;  // why framescope does not get it right yet
  std::int32_t line = 0;   // of its first line
};

// Reads all cases of a file. What is malformed goes to `diagnostics` with line
// and column, and the status names the first; `name` stands for the file.
Result<std::vector<MarkedCase>> ReadMarkedText(
    const std::string& name, std::string_view text,
    std::vector<Diagnostic>* diagnostics);

// The stance of a name such as "moved_from"; false when there is none.
bool StanceOf(std::string_view name, Stance* stance);

}  // namespace framescope
