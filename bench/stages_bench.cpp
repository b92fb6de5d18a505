// What each stage costs, side by side with ICU's word break alone.
//
// Ratios between rows of one run are what counts: bytes_per_second of a row
// over that of IcuWordBreakUtf16.
#include <benchmark/benchmark.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include <memory>

#include "corpus.hpp"
#include "framescope/analyzer.hpp"
#include "match/matcher.hpp"
#include "unicode/segmenter.hpp"
#include "unicode/type_table.hpp"

namespace framescope::bench {
namespace {

std::size_t Bytes() {
  std::size_t bytes = 0;
  for (const std::string& text : Documents()) bytes += text.size();
  return bytes;
}

void SetBytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(
      Bytes() * static_cast<std::size_t>(state.iterations())));
  state.SetLabel(RealProse() ? "real prose" : "made prose");
}

// ICU's word iterator over UTF-16 that is there already: the yardstick.
void IcuWordBreakUtf16(benchmark::State& state) {
  std::vector<std::u16string> texts;
  for (const std::string& text : Documents()) {
    std::u16string wide(text.size(), u'\0');
    std::int32_t size = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &size,
                  text.data(), static_cast<std::int32_t>(text.size()), &status);
    wide.resize(static_cast<std::size_t>(size));
    texts.push_back(std::move(wide));
  }
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator* words = ubrk_open(UBRK_WORD, "en_GB", nullptr, 0, &status);
  for (auto _ : state) {
    std::int64_t count = 0;
    for (const std::u16string& text : texts) {
      ubrk_setText(words, text.data(), static_cast<std::int32_t>(text.size()),
                   &status);
      ubrk_first(words);
      while (ubrk_next(words) != UBRK_DONE) {
        count += ubrk_getRuleStatus(words) != UBRK_WORD_NONE;
      }
    }
    benchmark::DoNotOptimize(count);
  }
  ubrk_close(words);
  SetBytes(state);
}
BENCHMARK(IcuWordBreakUtf16)->Unit(benchmark::kMillisecond);

void Segment(benchmark::State& state, const char* kind) {
  const auto segmenter = Segmenter::Create("en-GB", kind).value();
  Segments segments;
  for (auto _ : state) {
    for (const std::string& text : Documents()) {
      const Document document = PlainText(text);
      if (!segmenter->Segment(document.text, document.blocks, &segments).ok()) {
        state.SkipWithError("segmenting failed");
      }
    }
  }
  SetBytes(state);
}
BENCHMARK_CAPTURE(Segment, icu, "icu")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Segment, fastest, "")->Unit(benchmark::kMillisecond);

void SegmentInternMatch(benchmark::State& state) {
  const auto segmenter = Segmenter::Create("en-GB", "").value();
  const Matcher matcher = Matcher::Compile(BenchLexicon(), {}, nullptr).value();
  TypeTable table;
  MatchScratch scratch;
  Segments segments;
  std::vector<TypeId> types;
  std::vector<FoundEntry> found;
  for (auto _ : state) {
    for (const std::string& text : Documents()) {
      const Document document = PlainText(text);
      if (!segmenter->Segment(document.text, document.blocks, &segments).ok()) {
        state.SkipWithError("segmenting failed");
      }
      types.clear();
      for (const Span& word : segments.words) {
        types.push_back(table.Intern(
            std::string_view(text).substr(word.begin, word.end - word.begin)));
      }
      matcher.Find({text, segments.words, types, segments.sentences, &table},
                   &scratch, &found);
      benchmark::DoNotOptimize(found.data());
    }
  }
  SetBytes(state);
}
BENCHMARK(SegmentInternMatch)->Unit(benchmark::kMillisecond);

void Analyze(benchmark::State& state, const char* stance) {
  AnalyzerOptions options;
  options.stance = stance;
  const Analyzer analyzer =
      Analyzer::Compile(Lexicon::BuiltIn().value(), options).value();
  Scratch scratch;
  for (auto _ : state) {
    for (const std::string& text : Documents()) {
      benchmark::DoNotOptimize(analyzer.Analyze(text, scratch).ok());
    }
  }
  SetBytes(state);
}
BENCHMARK_CAPTURE(Analyze, built_in, "en")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Analyze, without_stance, "none")
    ->Unit(benchmark::kMillisecond);

void ReadLexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Lexicon::BuiltIn().ok());
}
BENCHMARK(ReadLexicon)->Unit(benchmark::kMillisecond);

void CompileLexicon(benchmark::State& state) {
  const Lexicon lexicon = Lexicon::BuiltIn().value();
  for (auto _ : state) {
    benchmark::DoNotOptimize(Analyzer::Compile(lexicon).ok());
  }
}
BENCHMARK(CompileLexicon)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace framescope::bench
