// Tested by tests/unit/engine/analyzer_test.cpp.
#include "engine/analysis_builder.hpp"

#include <algorithm>
#include <string>

#include "engine/place.hpp"
#include "score/score.hpp"

namespace framescope {
namespace {

HiddenBy HiddenByOf(Hidden::Reason reason) {
  switch (reason) {
    case Hidden::Reason::kCondition:
      return HiddenBy::kCondition;
    case Hidden::Reason::kMask:
      return HiddenBy::kMask;
    case Hidden::Reason::kOverlap:
      return HiddenBy::kOverlap;
    case Hidden::Reason::kCompany:
      return HiddenBy::kCompany;
  }
  return HiddenBy::kNothing;
}

Span SpanOf(const Tokens& tokens, const FoundEntry& found) {
  return {tokens.words[found.first].begin, tokens.words[found.last - 1].end};
}

}  // namespace

AnalysisBuilder::AnalysisBuilder(const CompiledAnalyzer& analyzer,
                                 AnalysisMemory* memory, Analysis* analysis,
                                 std::vector<Occurrence>* occurrences)
    : analyzer_(analyzer),
      m_(*memory),
      analysis_(*analysis),
      occurrences_(occurrences) {}

void AnalysisBuilder::Add(const Window& window) {
  std::vector<Span>& spans = analysis_.sentence_spans;
  std::size_t next = spans.size();
  spans.resize(next + window.tokens.sentences.size());
  for (const Sentence& sentence : window.tokens.sentences) {
    spans[next++] = {sentence.begin, sentence.end};
  }
  if (occurrences_ != nullptr) AddOccurrences(window);
  AddMatches(window);
  AddFailures(window);
}

// Judged entries that do not count leave gaps in the numbering. Returns the
// number of matches with those of this window.
std::uint32_t AnalysisBuilder::NumberMatches() {
  m_.match_index.assign(m_.found.size(), kNone);
  auto kept = static_cast<std::uint32_t>(analysis_.matches.size());
  for (std::size_t i = 0; i < m_.found.size(); ++i) {
    if (m_.judgements[i].counts) m_.match_index[i] = kept++;
  }
  return kept;
}

void AnalysisBuilder::AddMatches(const Window& window) {
  analysis_.matches.resize(NumberMatches());
  for (std::size_t i = 0; i < m_.found.size(); ++i) {
    if (m_.match_index[i] == kNone) continue;
    const Judgement& judgement = m_.judgements[i];
    const FoundEntry& found = m_.found[i];
    const Worth& worth = analyzer_.scoring.worths[found.entry];
    const std::uint32_t block = window.tokens.sentences[found.sentence].block;
    Match& match = analysis_.matches[m_.match_index[i]];
    match.span = SpanOf(window.tokens, found);
    match.entry = found.entry;
    match.category = worth.category;
    match.weight = worth.weight;
    match.stance = judgement.stance;
    match.locus = judgement.locus;
    match.in_quotation = judgement.in_quotation;
    match.sentence = window.first_sentence + found.sentence;
    match.line = window.blocks[block].line;
    match.page = window.blocks[block].page;
    match.repeated = m_.IsRepeated(block);
    match.cue = judgement.cue;
    match.rule = judgement.rule;
    match.holder = judgement.holder;
    if (judgement.pair != kNone) match.pair = m_.match_index[judgement.pair];
  }
}

Occurrence& AnalysisBuilder::AddOccurrence(const Window& window,
                                           const FoundEntry& found) {
  Occurrence& occurrence = occurrences_->emplace_back();
  occurrence.span = SpanOf(window.tokens, found);
  occurrence.entry = found.entry;
  occurrence.sentence = window.first_sentence + found.sentence;
  return occurrence;
}

void AnalysisBuilder::AddOccurrences(const Window& window) {
  const auto first = static_cast<std::ptrdiff_t>(occurrences_->size());
  auto match = static_cast<std::uint32_t>(analysis_.matches.size());
  for (std::size_t i = 0; i < m_.found.size(); ++i) {
    Occurrence& occurrence = AddOccurrence(window, m_.found[i]);
    const Judgement& judgement = m_.judgements[i];
    if (judgement.counts) {
      occurrence.match = match++;
    } else {
      const bool by_sense = analyzer_.sense && m_.other_sense[i];
      occurrence.hidden = by_sense ? HiddenBy::kSense : HiddenBy::kContext;
    }
    occurrence.features = analyzer_.sense_features->Of(
        window.tokens, window.blocks, m_.found[i], judgement);
    if (analyzer_.sense && occurrence.hidden != HiddenBy::kContext) {
      occurrence.sense = analyzer_.sense->Judge(occurrence.features);
    }
  }
  for (const Hidden& hidden : m_.hidden) {
    Occurrence& occurrence = AddOccurrence(window, hidden.found);
    occurrence.hidden = HiddenByOf(hidden.reason);
    occurrence.by = hidden.by;
  }
  std::stable_sort(occurrences_->begin() + first, occurrences_->end(),
                   [](const Occurrence& a, const Occurrence& b) {
                     return a.span.begin < b.span.begin;
                   });
}

// An expression that gave up on a sentence is never "no match" in silence.
void AnalysisBuilder::AddFailures(const Window& window) {
  const Lexicon& lexicon = analyzer_.lexicon;
  for (const MatchFailure& failure : m_.match.failures()) {
    const std::string& pattern = failure.is_mask
                                     ? lexicon.masks()[failure.index].pattern
                                     : lexicon.entries()[failure.index].pattern;
    const Sentence& sentence = window.tokens.sentences[failure.sentence];
    analysis_.document.notices.push_back(
        {"match.too-complex",
         "the pattern " + pattern +
             " was given up on one sentence: it took too many steps",
         window.blocks[sentence.block].line});
  }
}

void AnalysisBuilder::Finish(const WindowWalk& walk) {
  analysis_.words = walk.words();
  analysis_.sentences = walk.sentences();
  analysis_.paragraphs =
      static_cast<std::uint32_t>(analysis_.document.blocks.size());
  analysis_.repeated_paragraphs = walk.repeated_paragraphs();
  analysis_.repeated_words = walk.repeated_words();
  FillPlaces(*analyzer_.kernel, analysis_.document, &analysis_.matches);
  AddReframings(&analysis_);
  Score(analyzer_.scoring, &m_.tally, &analysis_);
}

}  // namespace framescope
