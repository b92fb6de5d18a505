// JudgedText: marked-up sentences put through segmenter and context engine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "context/context.hpp"

namespace framescope {

// A lexicon with the five axes of the care lexicon, and one entry for each
// pole; the entry of pole p is number p in the order of PoleNames().
const Lexicon& PoleLexicon();
const std::vector<std::string>& PoleNames();

// The engine of the built-in English rules over PoleLexicon().
const ContextEngine& EnglishEngine();

// What the engine says of one marked span.
struct JudgedSpan {
  std::string text, stance, rule, cue, holder;
  int pair = -1;  // index among the marked spans
  std::string locus;
  bool counts = true;
  bool in_quotation = false;
};

// Judges the spans of `marked`, such as "She is not [a burden]{crisis}.", in
// the order of the text; `{…}` names the pole. A blank line ends a block, and a
// block that begins with "•" is an item of a list, one with "#" a heading, one
// with "|1^ " a cell in column 1 of a first row, with "|1 " of another one.
std::vector<JudgedSpan> JudgeMarked(
    std::string_view marked, BlockKind kind = BlockKind::kParagraph,
    const ContextEngine& engine = EnglishEngine());

// The stances of the marked spans, joined by spaces.
std::string Stances(std::string_view marked);

}  // namespace framescope
