// Both gears over the same documents; small documents; large lexicons; many
// threads.
#include "corpus.hpp"
#include "framescope/analyzer.hpp"
#include "framescope/batch.hpp"
#include "rows.hpp"

namespace framescope::bench {
namespace {

AnalyzerOptions With(const char* segmenter, const char* stance) {
  AnalyzerOptions options;
  options.segmenter = segmenter;
  options.stance = stance;
  return options;
}

const Lexicon& BuiltIn() {
  static const Lexicon lexicon = Lexicon::BuiltIn().value();
  return lexicon;
}

std::uint64_t Sum(const std::vector<CategoryCount>& categories) {
  std::uint64_t sum = 0;
  for (const CategoryCount& category : categories) sum += category.evoked;
  return sum;
}

void Count(benchmark::State& state, const char* segmenter) {
  auto analyzer = Analyzer::Compile(BenchLexicon(), With(segmenter, "none"));
  if (!analyzer.ok()) {
    state.SkipWithError("not on this machine");
    return;
  }
  Scratch scratch;
  std::uint64_t matches = 0;
  for (auto _ : state) {
    matches = 0;
    for (const std::string& text : Documents()) {
      matches += Sum(analyzer.value().Count(text, scratch).value().categories);
    }
  }
  Measured(state, BytesOf(Documents()));
  Matches(state, matches);
}

void AnalyzeAll(benchmark::State& state, const Lexicon& lexicon,
                const AnalyzerOptions& options) {
  auto analyzer = Analyzer::Compile(lexicon, options);
  if (!analyzer.ok()) {
    state.SkipWithError("not on this machine");
    return;
  }
  Scratch scratch;
  std::uint64_t matches = 0;
  for (auto _ : state) {
    matches = 0;
    for (const std::string& text : Documents()) {
      matches += analyzer.value().Analyze(text, scratch).value().matches.size();
    }
  }
  Measured(state, BytesOf(Documents()));
  Matches(state, matches);
}

// The same matches with their places; nothing is judged.
void Positions(benchmark::State& state, const char* segmenter) {
  AnalyzeAll(state, BenchLexicon(), With(segmenter, "none"));
}

// The built-in lexicon with its five axes.
void Analyze(benchmark::State& state, const char* segmenter,
             const char* stance) {
  AnalyzeAll(state, BuiltIn(), With(segmenter, stance));
}

#define FRAMESCOPE_EACH_SEGMENTER(row, ...)                               \
  BENCHMARK_CAPTURE(row, fastest, "" __VA_OPT__(, ) __VA_ARGS__)          \
      ->Unit(benchmark::kMillisecond);                                    \
  BENCHMARK_CAPTURE(row, avx2, "avx2" __VA_OPT__(, ) __VA_ARGS__)         \
      ->Unit(benchmark::kMillisecond);                                    \
  BENCHMARK_CAPTURE(row, portable, "portable" __VA_OPT__(, ) __VA_ARGS__) \
      ->Unit(benchmark::kMillisecond)

FRAMESCOPE_EACH_SEGMENTER(Count);
FRAMESCOPE_EACH_SEGMENTER(Positions);
FRAMESCOPE_EACH_SEGMENTER(Analyze, "en");
BENCHMARK_CAPTURE(Analyze, without_stance, "", "none")
    ->Unit(benchmark::kMillisecond);

void CountBuiltIn(benchmark::State& state) {
  const Analyzer analyzer = Analyzer::Compile(BuiltIn()).value();
  Scratch scratch;
  for (auto _ : state) {
    for (const std::string& text : Documents()) {
      benchmark::DoNotOptimize(analyzer.Count(text, scratch).ok());
    }
  }
  Measured(state, BytesOf(Documents()));
}
BENCHMARK(CountBuiltIn)->Unit(benchmark::kMillisecond);

void CountSmallDocuments(benchmark::State& state) {
  const Analyzer analyzer =
      Analyzer::Compile(BenchLexicon(), With("", "none")).value();
  Scratch scratch;
  for (auto _ : state) {
    for (const std::string& text : SmallDocuments()) {
      benchmark::DoNotOptimize(analyzer.Count(text, scratch).ok());
    }
  }
  Measured(state, BytesOf(SmallDocuments()));
}
BENCHMARK(CountSmallDocuments)->Unit(benchmark::kMillisecond);

void AnalyzeSmallDocuments(benchmark::State& state) {
  const Analyzer analyzer = Analyzer::Compile(BuiltIn()).value();
  Scratch scratch;
  for (auto _ : state) {
    for (const std::string& text : SmallDocuments()) {
      benchmark::DoNotOptimize(analyzer.Analyze(text, scratch).ok());
    }
  }
  Measured(state, BytesOf(SmallDocuments()));
}
BENCHMARK(AnalyzeSmallDocuments)->Unit(benchmark::kMillisecond);

// Made lexicons of so many entries.
void CountMadeLexicon(benchmark::State& state) {
  const Lexicon lexicon = MadeLexicon(static_cast<std::size_t>(state.range(0)));
  const auto analyzer = Analyzer::Compile(lexicon, With("", "none"));
  if (!analyzer.ok()) {
    state.SkipWithError(analyzer.status().message().c_str());
    return;
  }
  Scratch scratch;
  std::uint64_t matches = 0;
  for (auto _ : state) {
    matches = 0;
    for (const std::string& text : Documents()) {
      matches += Sum(analyzer.value().Count(text, scratch).value().categories);
    }
  }
  Measured(state, BytesOf(Documents()));
  Matches(state, matches);
}
BENCHMARK(CountMadeLexicon)
    ->Arg(500)
    ->Arg(5'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);

// A file of rows, read and analysed by so many threads; by the clock. It holds
// the documents several times over: in a long run, starting threads and meeting
// words for the first time count for little.
void BatchJsonl(benchmark::State& state) {
  constexpr std::size_t kTimes = 8;
  const Analyzer analyzer = Analyzer::Compile(BuiltIn()).value();
  std::string rows;
  for (std::size_t i = 0; i < kTimes; ++i) rows += JsonLines(Documents());
  const TemporaryFile file(".jsonl", rows);
  BatchOptions options;
  options.jobs = static_cast<std::uint32_t>(state.range(0));
  for (auto _ : state) {
    const Status status = RunBatch(analyzer, {file.path()}, options,
                                   [](BatchItem&) { return true; });
    if (!status.ok()) state.SkipWithError("stopped");
  }
  Measured(state, kTimes * BytesOf(Documents()));
}
BENCHMARK(BatchJsonl)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void ReadLexicon(benchmark::State& state) {
  const Lexicon::NativeFiles files = BuiltIn().ToNative();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        Lexicon::Parse("care", files.toml, files.entries, files.masks).ok());
  }
}
BENCHMARK(ReadLexicon)->Unit(benchmark::kMillisecond);

void BuiltInLexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Lexicon::BuiltIn().ok());
}
BENCHMARK(BuiltInLexicon)->Unit(benchmark::kMillisecond);

void BuiltInAnalyzer(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(Analyzer::Compile(BuiltIn()).ok());
  }
}
BENCHMARK(BuiltInAnalyzer)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace framescope::bench
