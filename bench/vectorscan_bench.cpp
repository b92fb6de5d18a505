// Vectorscan: all expressions in one automaton, every end reported.
#include <hs/hs.h>

#include "corpus.hpp"
#include "expressions.hpp"
#include "rows.hpp"

namespace framescope::bench {
namespace {

void Vectorscan(benchmark::State& state) {
  std::vector<std::string> expressions;
  for (const auto& [category, list] : Expressions(BenchLexicon())) {
    expressions.insert(expressions.end(), list.begin(), list.end());
  }
  std::vector<const char*> texts;
  std::vector<unsigned> flags, ids;
  for (const std::string& expression : expressions) {
    texts.push_back(expression.c_str());
    flags.push_back(HS_FLAG_CASELESS);
    ids.push_back(static_cast<unsigned>(ids.size()));
  }
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_multi(texts.data(), flags.data(), ids.data(),
                       static_cast<unsigned>(texts.size()), HS_MODE_BLOCK,
                       nullptr, &database, &error) != HS_SUCCESS) {
    state.SkipWithError(error->message);
    hs_free_compile_error(error);
    return;
  }
  hs_scratch_t* scratch = nullptr;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) {
    state.SkipWithError("no scratch");
    hs_free_database(database);
    return;
  }
  std::uint64_t matches = 0;
  const auto count = [](unsigned, unsigned long long, unsigned long long,
                        unsigned, void* sum) {
    ++*static_cast<std::uint64_t*>(sum);
    return 0;
  };
  for (auto _ : state) {
    matches = 0;
    for (const std::string& text : Documents()) {
      hs_scan(database, text.data(), static_cast<unsigned>(text.size()), 0,
              scratch, count, &matches);
    }
  }
  hs_free_scratch(scratch);
  hs_free_database(database);
  Measured(state, BytesOf(Documents()));
  Matches(state, matches);
}
BENCHMARK(Vectorscan)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace framescope::bench
