// RE2: one alternation for each category, one pass for each.
#include <re2/re2.h>

#include "corpus.hpp"
#include "expressions.hpp"
#include "rows.hpp"

namespace framescope::bench {
namespace {

void Re2(benchmark::State& state) {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_max_mem(64 << 20);
  std::vector<std::unique_ptr<re2::RE2>> categories;
  for (const std::string& alternation : Alternations(BenchLexicon())) {
    categories.push_back(std::make_unique<re2::RE2>(alternation, options));
    if (!categories.back()->ok()) {
      state.SkipWithError(categories.back()->error().c_str());
      return;
    }
  }
  std::uint64_t matches = 0;
  for (auto _ : state) {
    matches = 0;
    for (const std::string& text : Documents()) {
      for (const auto& category : categories) {
        re2::StringPiece found;
        for (std::size_t at = 0; category->Match(
                 text, at, text.size(), re2::RE2::UNANCHORED, &found, 1);
             ++matches) {
          at = static_cast<std::size_t>(found.data() - text.data()) +
               found.size();
        }
      }
    }
  }
  Measured(state, BytesOf(Documents()));
  Matches(state, matches);
}
BENCHMARK(Re2)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace framescope::bench
