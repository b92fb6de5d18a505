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
                                 Document* document,
                                 std::vector<Occurrence>* occurrences)
    : analyzer_(analyzer), document_(*document), occurrences_(occurrences) {}

void AnalysisBuilder::Add(const Window& window, const AnalysisMemory& memory) {
  std::vector<Span>& spans = analysis_.sentence_spans;
  std::size_t next = spans.size();
  spans.resize(next + window.tokens.sentences.size());
  for (const Sentence& sentence : window.tokens.sentences) {
    spans[next++] = {sentence.begin, sentence.end};
  }
  if (occurrences_ != nullptr) AddOccurrences(window, memory);
  AddMatches(window, memory);
  AddFailures(window, memory);
}

void AnalysisBuilder::AddMatches(const Window& window,
                                 const AnalysisMemory& memory) {
  // Judged entries that do not count leave gaps in the numbering.
  index_.assign(memory.found.size(), kNone);
  auto kept = static_cast<std::uint32_t>(analysis_.matches.size());
  for (std::size_t i = 0; i < memory.found.size(); ++i) {
    if (memory.judgements[i].counts) index_[i] = kept++;
  }
  const Lexicon& lexicon = analyzer_.lexicon;
  for (std::size_t i = 0; i < memory.found.size(); ++i) {
    const Judgement& judgement = memory.judgements[i];
    if (!judgement.counts) continue;
    const FoundEntry& found = memory.found[i];
    const std::uint32_t block = window.tokens.sentences[found.sentence].block;
    Match match;
    match.span = SpanOf(window.tokens, found);
    match.entry = found.entry;
    match.category = lexicon.entries()[found.entry].category;
    match.weight = lexicon.weight(found.entry, analyzer_.options.profile);
    match.stance = judgement.stance;
    match.locus = judgement.locus;
    match.in_quotation = judgement.in_quotation;
    match.sentence = window.first_sentence + found.sentence;
    match.line = LineOf(document_, window.blocks[block], match.span.begin);
    match.page = window.blocks[block].page;
    match.repeated = memory.repeated[block];
    match.cue = judgement.cue;
    match.rule = judgement.rule;
    match.holder = judgement.holder;
    match.pair = judgement.pair == kNone ? kNone : index_[judgement.pair];
    analysis_.matches.push_back(match);
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

void AnalysisBuilder::AddOccurrences(const Window& window,
                                     const AnalysisMemory& memory) {
  const auto first = static_cast<std::ptrdiff_t>(occurrences_->size());
  auto match = static_cast<std::uint32_t>(analysis_.matches.size());
  for (std::size_t i = 0; i < memory.found.size(); ++i) {
    Occurrence& occurrence = AddOccurrence(window, memory.found[i]);
    const Judgement& judgement = memory.judgements[i];
    if (judgement.counts) {
      occurrence.match = match++;
    } else {
      const bool by_sense = analyzer_.sense && memory.other_sense[i];
      occurrence.hidden = by_sense ? HiddenBy::kSense : HiddenBy::kContext;
    }
    occurrence.features = analyzer_.sense_features->Of(
        window.tokens, window.blocks, memory.found[i], judgement);
    if (analyzer_.sense && occurrence.hidden != HiddenBy::kContext) {
      occurrence.sense = analyzer_.sense->Judge(occurrence.features);
    }
  }
  for (const Hidden& hidden : memory.hidden) {
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
void AnalysisBuilder::AddFailures(const Window& window,
                                  const AnalysisMemory& memory) {
  const Lexicon& lexicon = analyzer_.lexicon;
  for (const MatchFailure& failure : memory.match.failures()) {
    const std::string& pattern = failure.is_mask
                                     ? lexicon.masks()[failure.index].pattern
                                     : lexicon.entries()[failure.index].pattern;
    const Sentence& sentence = window.tokens.sentences[failure.sentence];
    document_.notices.push_back(
        {"match.too-complex",
         "the pattern " + pattern +
             " was given up on one sentence: it took too many steps",
         window.blocks[sentence.block].line});
  }
}

Analysis AnalysisBuilder::Finish(const WindowWalk& walk) && {
  analysis_.words = walk.words();
  analysis_.sentences = walk.sentences();
  analysis_.paragraphs = static_cast<std::uint32_t>(document_.blocks.size());
  analysis_.repeated_paragraphs = walk.repeated_paragraphs();
  analysis_.repeated_words = walk.repeated_words();
  CountOffsets(document_.text, &analysis_.matches);
  AddReframings(&analysis_);
  analysis_.document = std::move(document_);
  Score(analyzer_.lexicon, &analysis_);
  return std::move(analysis_);
}

}  // namespace framescope
