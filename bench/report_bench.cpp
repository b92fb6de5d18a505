// Writing the records of analysed documents, which one thread does for all.
#include "corpus.hpp"
#include "framescope/analyzer.hpp"
#include "framescope/report.hpp"
#include "rows.hpp"

namespace framescope::bench {
namespace {

void WriteReport(benchmark::State& state, ReportFormat format) {
  const Analyzer analyzer =
      Analyzer::Compile(Lexicon::BuiltIn().value()).value();
  Scratch scratch;
  std::vector<Analysis> analyses;
  for (const std::string& text : Documents()) {
    analyses.push_back(analyzer.Analyze(text, scratch).value());
  }
  ReportOptions options;
  options.format = format;
  for (auto _ : state) {
    std::size_t bytes = 0;
    const auto writer = ReportWriter::Create(
        {analyzer.lexicon(), analyzer.rules(), analyzer.stamp()}, options,
        [&](std::string_view piece) {
          bytes += piece.size();
          return true;
        });
    bool ok = writer->Begin(false).ok();
    for (const Analysis& analysis : analyses) {
      ok = ok && writer->Add(analysis).ok();
    }
    if (!ok || !writer->End().ok()) state.SkipWithError("not written");
    benchmark::DoNotOptimize(bytes);
  }
  Measured(state, BytesOf(Documents()));
}
BENCHMARK_CAPTURE(WriteReport, jsonl, ReportFormat::kJsonl)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(WriteReport, csv, ReportFormat::kCsv)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace framescope::bench
