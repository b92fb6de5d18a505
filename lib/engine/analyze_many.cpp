// Texts in memory, analysed on all cores.
// Tested by tests/unit/engine/analyze_many_test.cpp.
#include <algorithm>
#include <new>
#include <utility>
#include <vector>

#include "engine/in_order.hpp"
#include "framescope/batch.hpp"

namespace framescope {
namespace {

// Small texts travel together: handing over a piece costs more than a short
// text does.
constexpr std::size_t kPieceTexts = 64;
constexpr std::size_t kPieceBytes = 256 << 10;

struct Texts {
  std::size_t first = 0, size = 0;
  std::uint64_t weight = 0;
  std::vector<Result<Analysis>> results;
};

Result<Analysis> AnalyzeText(const Analyzer& analyzer, std::string_view text,
                             Scratch* scratch) {
  try {
    return analyzer.Analyze(text, *scratch);
  } catch (const std::bad_alloc&) {
    *scratch = Scratch();
    return Status(StatusCode::kNoMemory, "not enough memory for the text");
  }
}

}  // namespace

Status AnalyzeMany(const Analyzer& analyzer,
                   std::span<const std::string_view> texts, std::uint32_t jobs,
                   const AnalysisSink& sink) {
  std::size_t next = 0;
  const auto fill = [&](Texts* piece) {
    piece->first = next;
    piece->weight = 0;
    for (; next < texts.size() && next - piece->first < kPieceTexts &&
           piece->weight < kPieceBytes;
         ++next) {
      piece->weight += texts[next].size();
    }
    piece->size = next - piece->first;
    return piece->size > 0;
  };
  const auto make_handler = [&] {
    return [&, scratch = Scratch()](Texts* piece) mutable {
      piece->results.clear();
      for (std::size_t i = 0; i < piece->size; ++i) {
        piece->results.push_back(
            AnalyzeText(analyzer, texts[piece->first + i], &scratch));
      }
    };
  };
  const auto deliver = [&](Texts* piece) {
    for (std::size_t i = 0; i < piece->size; ++i) {
      if (!sink(piece->first + i, piece->results[i])) return false;
    }
    piece->results.clear();
    return true;
  };
  const auto threads = static_cast<std::uint32_t>(std::min<std::size_t>(
      ThreadsFor(jobs), std::max<std::size_t>(texts.size(), 1)));
  if (RunInOrder<Texts>(threads, fill, make_handler, deliver)) return Status();
  return Status(StatusCode::kCallback, "stopped by the caller");
}

}  // namespace framescope
