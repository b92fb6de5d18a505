// What segmentation costs by each kernel, beside ICU's word break alone over
// UTF-16, in one run: the ratio of their bytes_per_second is what counts.
#include <benchmark/benchmark.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <string>
#include <vector>

#include "corpus.hpp"
#include "framescope/document.hpp"
#include "unicode/encoding.hpp"
#include "unicode/kernel.hpp"
#include "unicode/segmenter.hpp"

namespace framescope::bench {
namespace {

// Nanoseconds of a dependent addition, which takes one cycle: what a cycle
// takes right now.
double Cycle() {
  constexpr int kAdditions = 4'000'000;
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    timespec begin, end;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
    std::uint64_t sum = 0;
    for (int i = 0; i < kAdditions / 4; ++i) {
      for (int k = 0; k < 4; ++k) {
        sum += 1;
        asm volatile("" : "+r"(sum));
      }
    }
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
    const double seconds = static_cast<double>(end.tv_sec - begin.tv_sec);
    const double rest = static_cast<double>(end.tv_nsec - begin.tv_nsec);
    best = std::min(best, (seconds * 1e9 + rest) / kAdditions);
  }
  return best;
}

const std::vector<Document>& Texts() {
  static const std::vector<Document> documents = [] {
    std::vector<Document> made;
    for (const std::string& text : Documents()) made.push_back(PlainText(text));
    return made;
  }();
  return documents;
}

void Report(benchmark::State& state) {
  std::size_t bytes = 0;
  for (const Document& document : Texts()) bytes += document.text.size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) *
                          static_cast<std::int64_t>(state.iterations()));
  // The inverse of a rate: cycles a byte at the speed of this moment.
  state.counters["cycles_per_byte"] =
      benchmark::Counter(static_cast<double>(bytes) * Cycle() * 1e-9,
                         benchmark::Counter::kIsIterationInvariantRate |
                             benchmark::Counter::kInvert);
  state.SetLabel(RealProse() ? "real prose" : "made prose");
}

void IcuWords(benchmark::State& state) {
  std::vector<std::u16string> texts;
  UErrorCode error = U_ZERO_ERROR;
  for (const Document& document : Texts()) {
    std::u16string wide(document.text.size(), u'\0');
    std::int32_t size = 0;
    u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &size,
                  document.text.data(),
                  static_cast<std::int32_t>(document.text.size()), &error);
    wide.resize(static_cast<std::size_t>(size));
    texts.push_back(std::move(wide));
  }
  UBreakIterator* words = ubrk_open(UBRK_WORD, "en_GB", nullptr, 0, &error);
  for (auto _ : state) {
    std::int64_t count = 0;
    for (const std::u16string& text : texts) {
      ubrk_setText(words, text.data(), static_cast<std::int32_t>(text.size()),
                   &error);
      ubrk_first(words);
      while (ubrk_next(words) != UBRK_DONE) {
        count += ubrk_getRuleStatus(words) != UBRK_WORD_NONE;
      }
    }
    benchmark::DoNotOptimize(count);
  }
  ubrk_close(words);
  Report(state);
}
BENCHMARK(IcuWords)->Unit(benchmark::kMillisecond);

// Words and sentences, written out.
void SegmentBy(benchmark::State& state, const std::string& kind) {
  const auto segmenter = Segmenter::Create("en-GB", kind).value();
  Segments segments;
  for (auto _ : state) {
    for (const Document& document : Texts()) {
      if (!segmenter->Segment(document.text, document.blocks, &segments).ok()) {
        state.SkipWithError("segmenting failed");
      }
      benchmark::DoNotOptimize(segments.words.data());
    }
  }
  Report(state);
}

void FirstInvalid(benchmark::State& state) {
  for (auto _ : state) {
    for (const Document& document : Texts()) {
      benchmark::DoNotOptimize(FirstInvalidUtf8(document.text));
    }
  }
  Report(state);
}
BENCHMARK(FirstInvalid)->Unit(benchmark::kMillisecond);

// A document of a line or two, for what a call costs.
void SmallDocument(benchmark::State& state, const std::string& kind) {
  const auto segmenter = Segmenter::Create("en-GB", kind).value();
  const std::string& text = Documents().front();
  const Block block{
      0, static_cast<std::uint32_t>(std::min<std::size_t>(200, text.size()))};
  Segments segments;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        segmenter->Segment(text, {&block, 1}, &segments).ok());
  }
}

const bool kRegistered = [] {
  std::vector<std::string> kinds = {"icu"};
  for (const Kernel* kernel : kernels()) kinds.emplace_back(kernel->name);
  for (const std::string& kind : kinds) {
    benchmark::RegisterBenchmark(("Segment/" + kind).c_str(), SegmentBy, kind)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(("Small/" + kind).c_str(), SmallDocument,
                                 kind);
  }
  return true;
}();

}  // namespace
}  // namespace framescope::bench
