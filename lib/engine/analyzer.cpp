// Tested by tests/unit/engine/analyzer_test.cpp.
#include "framescope/analyzer.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "document/paragraphs.hpp"
#include "engine/analysis_builder.hpp"
#include "engine/precompiled.hpp"
#include "engine/stamp.hpp"
#include "engine/window.hpp"
#include "framescope/explanation.hpp"
#include "score/match_tally.hpp"
#include "unicode/encoding.hpp"
#include "unicode/kernel.hpp"

namespace framescope {
namespace {

std::optional<Overlap> OverlapOf(std::string_view name) {
  if (name.empty() || name == "longest") return Overlap::kLongest;
  if (name == "key") return Overlap::kKey;
  if (name == "dictionary") return Overlap::kDictionary;
  return std::nullopt;
}

Status CheckText(const Kernel& kernel, std::string_view text) {
  const std::int64_t bad = FirstInvalidUtf8(kernel, text);
  if (bad >= 0) {
    return Status(StatusCode::kEncoding,
                  "the text is not UTF-8: bad byte at offset " +
                      std::to_string(bad) + "; decode it first",
                  {bad, 0, 0});
  }
  if (text.size() > std::numeric_limits<std::uint32_t>::max() - 1) {
    return Status(StatusCode::kTooLarge, "the text is larger than 4 GiB");
  }
  return Status();
}

// Counts what was found in the window just read.
void AddCounts(const AnalysisMemory& memory, MatchTally* tally) {
  const bool judged = !memory.judgements.empty();
  for (std::size_t i = 0; i < memory.found.size(); ++i) {
    const FoundEntry& found = memory.found[i];
    if (judged && !memory.judgements[i].counts) continue;
    if (memory.IsRepeated(memory.segments.sentences[found.sentence].block)) {
      continue;
    }
    tally->Add(found.entry,
               judged ? memory.judgements[i].stance : Stance::kUsed);
  }
}

}  // namespace

struct Scratch::Impl : AnalysisMemory {};

Scratch::Scratch() : impl_(std::make_unique<Impl>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

struct Analyzer::Impl : CompiledAnalyzer {
  // Adds to the document that `analysis` holds all that is found in it.
  Status Run(AnalysisMemory* memory, std::vector<Occurrence>* occurrences,
             Analysis* analysis) const;
  Result<Counts> Count(std::string_view text, std::span<const Block> blocks,
                       AnalysisMemory* memory) const;
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
      lexicon,
      {used.profile, used.locale, used.masks, *overlap,
       std::string(segmenter.value()->name()), PrecompiledPatterns()},
      diagnostics);
  if (!matcher.ok()) return matcher.status();
  const Kernel* kernel = FindKernel(segmenter.value()->name());
  const std::string kind = kernel != nullptr ? kernel->name : "icu";
  if (kernel == nullptr) kernel = kernels().front();
  auto impl = std::make_shared<Impl>(Impl{{lexicon,
                                           used,
                                           kind,
                                           kernel,
                                           &FindScanKernel(kernel->name),
                                           std::move(matcher).value(),
                                           ScoringTable(lexicon, used.profile),
                                           {},
                                           {},
                                           {},
                                           {},
                                           ""}});
  std::string rules_hash;
  if (used.stance != "none") {
    Result<ContextEngine> context = ContextEngine::BuiltIn(
        used.stance, lexicon, used.locale, PrecompiledStance());
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

Status Analyzer::Impl::Run(AnalysisMemory* memory,
                           std::vector<Occurrence>* occurrences,
                           Analysis* analysis) const {
  AnalysisBuilder builder(*this, memory, analysis, occurrences);
  WindowWalk walk(*this, analysis->document.text, analysis->document.blocks,
                  occurrences != nullptr ? Gear::kExplain : Gear::kAnalyze,
                  memory);
  while (walk.Next()) builder.Add(walk.window());
  if (walk.status().ok()) builder.Finish(walk);
  return walk.status();
}

// Results are made where the caller has them: to move an Analysis, with all its
// strings and vectors, would cost a short document more than its scores.
Result<Analysis> Analyzer::Analyze(std::string_view text,
                                   Scratch& scratch) const {
  Result<Analysis> result(std::in_place);
  Status status = CheckText(*impl_->kernel, text);
  if (status.ok()) {
    Document& document = result.value().document;
    document.text = text;
    ParagraphFinder& paragraphs = scratch.impl_->paragraphs;
    paragraphs.Use(impl_->kernel);
    ReadPlainText(&paragraphs, &document);
    status = impl_->Run(scratch.impl_.get(), nullptr, &result.value());
  }
  if (!status.ok()) result = std::move(status);
  return result;
}

Result<Analysis> Analyzer::Analyze(Document document, Scratch& scratch) const {
  Result<Analysis> result(std::in_place);
  result.value().document = std::move(document);
  Status status = impl_->Run(scratch.impl_.get(), nullptr, &result.value());
  if (!status.ok()) result = std::move(status);
  return result;
}

Result<Explanation> Analyzer::Explain(Document document,
                                      Scratch& scratch) const {
  Result<Explanation> result(std::in_place);
  Explanation& explanation = result.value();
  explanation.analysis.document = std::move(document);
  Status status = impl_->Run(scratch.impl_.get(), &explanation.occurrences,
                             &explanation.analysis);
  if (!status.ok()) result = std::move(status);
  return result;
}

Result<Counts> Analyzer::Count(std::string_view text, Scratch& scratch) const {
  if (Status status = CheckText(*impl_->kernel, text); !status.ok())
    return status;
  AnalysisMemory& memory = *scratch.impl_;
  memory.paragraphs.Use(impl_->kernel);
  memory.paragraphs.Find(text, &memory.blocks, nullptr);
  return impl_->Count(text, memory.blocks, &memory);
}

Result<Counts> Analyzer::Count(const Document& document,
                               Scratch& scratch) const {
  return impl_->Count(document.text, document.blocks, scratch.impl_.get());
}

Result<Counts> Analyzer::Impl::Count(std::string_view text,
                                     std::span<const Block> blocks,
                                     AnalysisMemory* memory) const {
  MatchTally& tally = memory->tally;
  tally.Begin(scoring);
  WindowWalk walk(*this, text, blocks, Gear::kCount, memory);
  while (walk.Next()) AddCounts(*memory, &tally);
  if (!walk.status().ok()) return walk.status();
  Counts counts;
  counts.words = walk.words();
  counts.sentences = walk.sentences();
  counts.paragraphs = static_cast<std::uint32_t>(blocks.size());
  counts.repeated_paragraphs = walk.repeated_paragraphs();
  counts.repeated_words = walk.repeated_words();
  counts.axes = tally.Axes(counts.words - counts.repeated_words);
  counts.categories = tally.TakeCategories();
  return counts;
}

const Lexicon& Analyzer::lexicon() const { return impl_->lexicon; }
const AnalyzerOptions& Analyzer::options() const { return impl_->options; }
const std::vector<RuleInfo>& Analyzer::rules() const { return impl_->rules; }
const std::string& Analyzer::stamp() const { return impl_->stamp; }

}  // namespace framescope
