// Tested by tests/unit/engine/analyzer_test.cpp.
//
// The pipeline of one document: segment, intern, match, judge, place, score.
#include "framescope/analyzer.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "context/context.hpp"
#include "engine/place.hpp"
#include "engine/repeats.hpp"
#include "engine/sense_features.hpp"
#include "engine/sense_model.hpp"
#include "engine/stamp.hpp"
#include "framescope/explanation.hpp"
#include "match/matcher.hpp"
#include "score/score.hpp"
#include "unicode/encoding.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

// Types of words kept from document to document, in bytes.
constexpr std::uint64_t kTypeTableBytes = 32u << 20;

std::optional<Overlap> OverlapOf(std::string_view name) {
  if (name.empty() || name == "longest") return Overlap::kLongest;
  if (name == "key") return Overlap::kKey;
  if (name == "dictionary") return Overlap::kDictionary;
  return std::nullopt;
}

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

}  // namespace

struct Scratch::Impl {
  std::unique_ptr<Segmenter> segmenter;
  std::string segmenter_key;  // locale and kind it was made for
  TypeTable table;
  Segments segments;
  std::vector<TypeId> types;
  MatchScratch match;
  std::vector<FoundEntry> found;
  std::vector<Hidden> hidden;
  ContextScratch context;
  std::vector<Judgement> judgements;
  std::vector<bool> other_sense;  // for each of found: says the sense model
};

Scratch::Scratch() : impl_(std::make_unique<Impl>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

struct Analyzer::Impl {
  Lexicon lexicon;
  AnalyzerOptions options;
  Matcher matcher;
  std::optional<ContextEngine> context;
  std::vector<RuleInfo> rules;
  std::optional<SenseModel> sense;
  std::optional<SenseFeatures> sense_features;
  std::string stamp;

  // The whole pipeline; `occurrences` may be null.
  Result<Analysis> Run(Document document, Scratch::Impl* scratch,
                       std::vector<Occurrence>* occurrences) const;

  Status Segment(const Document& document, Scratch::Impl* scratch) const;
  Tokens Intern(const Document& document, Scratch::Impl* scratch) const;
  void Judge(const Tokens& tokens, const Document& document,
             Scratch::Impl* scratch) const;
  void DropOtherSenses(const Tokens& tokens, const Document& document,
                       Scratch::Impl* scratch) const;
  void AddMatches(const Tokens& tokens, const Repeats& repeats,
                  const Scratch::Impl& scratch, Analysis* analysis) const;
  void AddOccurrences(const Tokens& tokens, const Document& document,
                      const Scratch::Impl& scratch,
                      std::vector<Occurrence>* occurrences) const;
  void AddFailureNotices(const Tokens& tokens, const MatchScratch& scratch,
                         Document* document) const;
};

Analyzer::Analyzer(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Result<Analyzer> Analyzer::Compile(const Lexicon& lexicon,
                                   const AnalyzerOptions& options,
                                   std::vector<Diagnostic>* diagnostics) {
  AnalyzerOptions used = options;
  if (used.profile.empty()) used.profile = lexicon.content().default_profile;
  if (!used.profile.empty() &&
      std::none_of(lexicon.profiles().begin(), lexicon.profiles().end(),
                   [&](const Profile& p) { return p.name == used.profile; })) {
    std::string names;
    for (const Profile& profile : lexicon.profiles()) {
      names += (names.empty() ? "" : ", ") + profile.name;
    }
    return Status(StatusCode::kInvalidArgument,
                  "unknown profile \"" + used.profile + "\": the lexicon has " +
                      (names.empty() ? "none" : names));
  }
  Result<std::unique_ptr<Segmenter>> segmenter =
      Segmenter::Create(used.locale, used.segmenter);
  if (!segmenter.ok()) return segmenter.status();
  const std::optional<Overlap> overlap = OverlapOf(used.overlap);
  if (!overlap) {
    return Status(StatusCode::kInvalidArgument,
                  "unknown overlap \"" + used.overlap +
                      "\": there are longest, key and dictionary");
  }
  if (*overlap == Overlap::kLongest) used.overlap.clear();
  Result<Matcher> matcher = Matcher::Compile(
      lexicon, {used.profile, used.locale, used.masks, *overlap}, diagnostics);
  if (!matcher.ok()) return matcher.status();
  auto impl = std::make_shared<Impl>(
      Impl{lexicon, used, std::move(matcher).value(), {}, {}, {}, {}, ""});
  std::string rules_hash;
  if (used.stance != "none") {
    Result<ContextEngine> context =
        ContextEngine::BuiltIn(used.stance, lexicon, used.locale);
    if (!context.ok()) return context.status();
    impl->context.emplace(std::move(context).value());
    impl->rules = impl->context->rules();
    rules_hash = impl->context->hash();
  }
  impl->sense_features.emplace(impl->lexicon, impl->rules);
  if (!used.sense_model.empty()) {
    Result<SenseModel> sense = SenseModel::Load(used.sense_model);
    if (!sense.ok()) return sense.status();
    impl->sense.emplace(std::move(sense).value());
    rules_hash += impl->sense->hash();
  }
  impl->stamp = MakeStamp(lexicon, used, segmenter.value()->name(), rules_hash);
  return Analyzer(std::move(impl));
}

Status Analyzer::Impl::Segment(const Document& document,
                               Scratch::Impl* scratch) const {
  const std::string key = options.locale + '\n' + options.segmenter;
  if (!scratch->segmenter || scratch->segmenter_key != key) {
    auto made = Segmenter::Create(options.locale, options.segmenter);
    if (!made.ok()) return made.status();
    scratch->segmenter = std::move(made).value();
    scratch->segmenter_key = key;
  }
  return scratch->segmenter->Segment(document.text, document.blocks,
                                     &scratch->segments);
}

Tokens Analyzer::Impl::Intern(const Document& document,
                              Scratch::Impl* scratch) const {
  scratch->table.ClearIfLarger(kTypeTableBytes);
  scratch->types.clear();
  scratch->types.reserve(scratch->segments.words.size());
  const std::string_view text = document.text;
  for (const Span& word : scratch->segments.words) {
    scratch->types.push_back(
        scratch->table.Intern(text.substr(word.begin, word.end - word.begin)));
  }
  return {text, scratch->segments.words, scratch->types,
          scratch->segments.sentences, &scratch->table};
}

void Analyzer::Impl::Judge(const Tokens& tokens, const Document& document,
                           Scratch::Impl* scratch) const {
  scratch->judgements.clear();
  if (context) {
    context->Judge(tokens, document.blocks, scratch->found, &scratch->context,
                   &scratch->judgements);
    return;
  }
  for (const FoundEntry& found : scratch->found) {
    Judgement judgement;
    judgement.locus = lexicon.entries()[found.entry].locus;
    scratch->judgements.push_back(judgement);
  }
}

void Analyzer::Impl::DropOtherSenses(const Tokens& tokens,
                                     const Document& document,
                                     Scratch::Impl* scratch) const {
  scratch->other_sense.assign(scratch->found.size(), false);
  if (!sense) return;
  for (std::size_t i = 0; i < scratch->found.size(); ++i) {
    Judgement& judgement = scratch->judgements[i];
    if (!judgement.counts) continue;
    const auto features = sense_features->Of(tokens, document.blocks,
                                             scratch->found[i], judgement);
    if (sense->Judge(features).probability >= sense->threshold()) continue;
    judgement.counts = false;
    scratch->other_sense[i] = true;
  }
}

void Analyzer::Impl::AddMatches(const Tokens& tokens, const Repeats& repeats,
                                const Scratch::Impl& scratch,
                                Analysis* analysis) const {
  // Judged entries that do not count leave gaps in the numbering.
  std::vector<std::uint32_t> index(scratch.found.size(), kNone);
  std::uint32_t kept = 0;
  for (std::size_t i = 0; i < scratch.found.size(); ++i) {
    if (scratch.judgements[i].counts) index[i] = kept++;
  }
  analysis->matches.reserve(kept);
  for (std::size_t i = 0; i < scratch.found.size(); ++i) {
    const Judgement& judgement = scratch.judgements[i];
    if (!judgement.counts) continue;
    const FoundEntry& found = scratch.found[i];
    Match match;
    match.span = {tokens.words[found.first].begin,
                  tokens.words[found.last - 1].end};
    match.entry = found.entry;
    match.category = lexicon.entries()[found.entry].category;
    match.weight = lexicon.weight(found.entry, options.profile);
    match.stance = judgement.stance;
    match.locus = judgement.locus;
    match.in_quotation = judgement.in_quotation;
    match.sentence = found.sentence;
    match.repeated = repeats.block[tokens.sentences[found.sentence].block];
    match.cue = judgement.cue;
    match.rule = judgement.rule;
    match.holder = judgement.holder;
    match.pair = judgement.pair == kNone ? kNone : index[judgement.pair];
    analysis->matches.push_back(match);
  }
}

void Analyzer::Impl::AddOccurrences(
    const Tokens& tokens, const Document& document,
    const Scratch::Impl& scratch, std::vector<Occurrence>* occurrences) const {
  const auto add = [&](const FoundEntry& found) -> Occurrence& {
    const Span span = {tokens.words[found.first].begin,
                       tokens.words[found.last - 1].end};
    Occurrence& occurrence = occurrences->emplace_back();
    occurrence.span = span;
    occurrence.entry = found.entry;
    occurrence.sentence = found.sentence;
    return occurrence;
  };
  std::uint32_t match = 0;
  for (std::size_t i = 0; i < scratch.found.size(); ++i) {
    Occurrence& occurrence = add(scratch.found[i]);
    const Judgement& judgement = scratch.judgements[i];
    if (judgement.counts) {
      occurrence.match = match++;
    } else {
      occurrence.hidden =
          scratch.other_sense[i] ? HiddenBy::kSense : HiddenBy::kContext;
    }
    occurrence.features = sense_features->Of(tokens, document.blocks,
                                             scratch.found[i], judgement);
    if (sense && occurrence.hidden != HiddenBy::kContext) {
      occurrence.sense = sense->Judge(occurrence.features);
    }
  }
  for (const Hidden& hidden : scratch.hidden) {
    Occurrence& occurrence = add(hidden.found);
    occurrence.hidden = HiddenByOf(hidden.reason);
    occurrence.by = hidden.by;
  }
  std::stable_sort(occurrences->begin(), occurrences->end(),
                   [](const Occurrence& a, const Occurrence& b) {
                     return a.span.begin < b.span.begin;
                   });
}

// An expression that gave up on a sentence is never "no match" in silence.
void Analyzer::Impl::AddFailureNotices(const Tokens& tokens,
                                       const MatchScratch& scratch,
                                       Document* document) const {
  for (const MatchFailure& failure : scratch.failures()) {
    const std::string& pattern = failure.is_mask
                                     ? lexicon.masks()[failure.index].pattern
                                     : lexicon.entries()[failure.index].pattern;
    const Sentence& sentence = tokens.sentences[failure.sentence];
    document->notices.push_back(
        {"match.too-complex",
         "the pattern " + pattern +
             " was given up on one sentence: it took too many steps",
         document->blocks[sentence.block].line});
  }
}

Result<Analysis> Analyzer::Analyze(std::string_view text,
                                   Scratch& scratch) const {
  const std::int64_t bad = FirstInvalidUtf8(text);
  if (bad >= 0) {
    return Status(StatusCode::kEncoding,
                  "the text is not UTF-8: bad byte at offset " +
                      std::to_string(bad) + "; decode it first",
                  {bad, 0, 0});
  }
  if (text.size() > std::numeric_limits<std::uint32_t>::max() - 1) {
    return Status(StatusCode::kTooLarge, "the text is larger than 4 GiB");
  }
  return Analyze(PlainText(text), scratch);
}

Result<Analysis> Analyzer::Analyze(Document document, Scratch& scratch) const {
  return impl_->Run(std::move(document), scratch.impl_.get(), nullptr);
}

Result<Explanation> Analyzer::Explain(Document document,
                                      Scratch& scratch) const {
  Explanation explanation;
  Result<Analysis> analysis = impl_->Run(
      std::move(document), scratch.impl_.get(), &explanation.occurrences);
  if (!analysis.ok()) return analysis.status();
  explanation.analysis = std::move(analysis).value();
  return explanation;
}

Result<Analysis> Analyzer::Impl::Run(
    Document document, Scratch::Impl* scratch,
    std::vector<Occurrence>* occurrences) const {
  Scratch::Impl& work = *scratch;
  const Status segmented = Segment(document, &work);
  if (!segmented.ok()) return segmented;
  const Tokens tokens = Intern(document, &work);
  work.hidden.clear();
  matcher.Find(tokens, &work.match, &work.found,
               occurrences == nullptr ? nullptr : &work.hidden);
  Judge(tokens, document, &work);
  DropOtherSenses(tokens, document, &work);
  if (occurrences != nullptr) {
    AddOccurrences(tokens, document, work, occurrences);
  }

  Analysis analysis;
  analysis.words = static_cast<std::uint32_t>(tokens.words.size());
  analysis.sentences = static_cast<std::uint32_t>(tokens.sentences.size());
  analysis.paragraphs = static_cast<std::uint32_t>(document.blocks.size());
  analysis.sentence_spans.reserve(tokens.sentences.size());
  for (const Sentence& sentence : tokens.sentences) {
    analysis.sentence_spans.push_back({sentence.begin, sentence.end});
  }
  Repeats repeats;
  repeats.block.resize(document.blocks.size(), false);
  if (!options.count_repeats) {
    repeats = FindRepeats(tokens, document.blocks);
  }
  analysis.repeated_paragraphs = repeats.paragraphs;
  analysis.repeated_words = repeats.words;
  AddMatches(tokens, repeats, work, &analysis);
  PlaceMatches(document, tokens.sentences, &analysis);
  AddReframings(&analysis);
  AddFailureNotices(tokens, work.match, &document);
  analysis.document = std::move(document);
  Score(lexicon, &analysis);
  return analysis;
}

const Lexicon& Analyzer::lexicon() const { return impl_->lexicon; }
const AnalyzerOptions& Analyzer::options() const { return impl_->options; }
const std::vector<RuleInfo>& Analyzer::rules() const { return impl_->rules; }
const std::string& Analyzer::stamp() const { return impl_->stamp; }

}  // namespace framescope
