// A small lexicon and analyses made by hand, for tests of scores and reports.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/lexicon.hpp"
#include "score/score.hpp"

namespace framescope::sample {

// Two axes: "lack-gift" (poles lack, gift) and "storm-harbour", whose positive
// pole is a way forward. Entry i has category i.
inline Lexicon MakeLexicon() {
  Lexicon::Content content;
  content.name = "sample";
  content.version = "1";
  content.axes = {
      {"lack-gift", "lack", "gift", "Lack or gift", 0, true, false},
      {"storm-harbour", "storm", "harbour", "Storm or harbour", 0, true, true}};
  content.categories = {
      {"lack.burden", "L1", "Burden and cost", 0, Pole::kNegative, false},
      {"gift.skill", "G1", "Skills and talents", 0, Pole::kPositive, true},
      {"storm.ruin", "S1", "Ruin", 1, Pole::kNegative, false},
      {"harbour.plan", "H1", "A plan", 1, Pole::kPositive, true},
      {"plain.word", "", "No axis", kNone, Pole::kNegative, false}};
  content.sources = {{"CARE", "A guide to words", "A. Writer",
                      "https://example.org/guide", "read", 2020}};
  content.entries.resize(5);
  const char* patterns[] = {"burden*", "skill*", "ruin*", "plan*", "word*"};
  for (std::uint32_t i = 0; i < 5; ++i) {
    content.entries[i].pattern = patterns[i];
    content.entries[i].category = i;
  }
  content.entries[0].instead = {"person who is supported",
                                "say what is needed"};
  content.entries[0].sources = {0};
  content.entries[0].weight = 3;
  content.entries[1].flags = kBuzzword;
  content.entries[2].flags = kStatutory;
  content.entries[2].note = "a term of the Ruins Act";
  return Lexicon(std::move(content));
}

// A match of entry `entry` at the first `words` in the text from `from` on.
inline Match MakeMatch(const std::string& text, std::string_view words,
                       std::uint32_t entry, Stance stance = Stance::kUsed,
                       std::size_t from = 0) {
  const std::size_t at = text.find(words, from);
  Match match;
  match.span = {static_cast<std::uint32_t>(at),
                static_cast<std::uint32_t>(at + words.size())};
  match.chars = match.utf16 = match.span;
  match.entry = match.category = entry;
  match.weight = entry == 0 ? 3 : 2;
  match.stance = stance;
  return match;
}

inline Span SpanOf(const std::string& text, std::string_view words) {
  const std::size_t at = text.find(words);
  return {static_cast<std::uint32_t>(at),
          static_cast<std::uint32_t>(at + words.size())};
}

// An analysis of `text`, one block and one sentence, with scores.
inline Analysis MakeAnalysis(const Lexicon& lexicon, std::string text,
                             std::vector<Match> matches, std::uint32_t words) {
  Analysis analysis;
  const std::uint32_t size = static_cast<std::uint32_t>(text.size());
  analysis.document.id = analysis.document.path = "reports/one.txt";
  analysis.document.title = "One";
  analysis.document.text = std::move(text);
  analysis.document.blocks = {{0, size, 1, 0, BlockKind::kParagraph, 0}};
  analysis.sentence_spans = {{0, size}};
  analysis.words = words;
  analysis.sentences = analysis.paragraphs = 1;
  analysis.matches = std::move(matches);
  Score(lexicon, &analysis);
  return analysis;
}

}  // namespace framescope::sample
