// The stages before matching: bytes to checked text, paragraphs, words and
// sentences; and rows out of files.
#include "corpus.hpp"
#include "document/paragraphs.hpp"
#include "document/row_reader.hpp"
#include "framescope/document.hpp"
#include "rows.hpp"
#include "unicode/encoding.hpp"
#include "unicode/segmenter.hpp"

namespace framescope::bench {
namespace {

void ValidateUtf8(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& text : Documents()) {
      benchmark::DoNotOptimize(FirstInvalidUtf8(text));
    }
  }
  Measured(state, BytesOf(Documents()));
}
BENCHMARK(ValidateUtf8)->Unit(benchmark::kMillisecond);

// The lines and paragraphs of text that stays where it is.
void Paragraphs(benchmark::State& state) {
  ParagraphFinder finder;
  std::vector<Block> blocks;
  for (auto _ : state) {
    for (const std::string& text : Documents()) {
      finder.Find(text, &blocks, nullptr);
      benchmark::DoNotOptimize(blocks.data());
    }
  }
  Measured(state, BytesOf(Documents()));
}
BENCHMARK(Paragraphs)->Unit(benchmark::kMillisecond);

// Words and sentences by each of the segmenters that this machine can run.
void Segment(benchmark::State& state, const char* kind) {
  auto segmenter = Segmenter::Create("en-GB", kind);
  if (!segmenter.ok()) {
    state.SkipWithError("not on this machine");
    return;
  }
  std::vector<Document> documents;
  for (const std::string& text : Documents()) {
    documents.push_back(PlainText(text));
  }
  Segments segments;
  for (auto _ : state) {
    for (const Document& document : documents) {
      if (!segmenter.value()
               ->Segment(document.text, document.blocks, &segments)
               .ok()) {
        state.SkipWithError("segmenting failed");
      }
    }
  }
  state.SetLabel(std::string(segmenter.value()->name()));
  Measured(state, BytesOf(Documents()));
}
BENCHMARK_CAPTURE(Segment, icu, "icu")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Segment, portable, "portable")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Segment, avx2, "avx2")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Segment, avx512, "avx512")->Unit(benchmark::kMillisecond);

// Rows of a file in memory: cut off only, which one thread does for all, or
// read to documents as well, which every thread does for itself.
void ReadRows(benchmark::State& state, bool json, bool read) {
  const std::string bytes =
      json ? JsonLines(Documents()) : CsvText(Documents());
  for (auto _ : state) {
    const auto source = MemorySource(bytes);
    const ReadOptions options;
    auto rows = json ? OpenJsonl(source.get(), options)
                     : OpenCsv(source.get(), ',', options);
    if (!rows.ok()) {
      state.SkipWithError("not built in");
      return;
    }
    const auto scratch = rows.value()->NewScratch();
    RowPacket packet;
    while (rows.value()->Cut(&packet)) {
      if (!read) continue;
      for (const RawRow& row : packet.rows) {
        if (!rows.value()->Read(packet, row, scratch.get()).ok()) {
          state.SkipWithError("a row failed");
        }
      }
    }
  }
  Measured(state, BytesOf(Documents()));
}
BENCHMARK_CAPTURE(ReadRows, jsonl_cut, true, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ReadRows, jsonl, true, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ReadRows, csv_cut, false, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ReadRows, csv, false, true)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace framescope::bench
