// Boost.Regex: one alternation for each category, on a slice of the text: it
// is far too slow for all of it.
#include <boost/regex.hpp>

#include "corpus.hpp"
#include "expressions.hpp"
#include "rows.hpp"

namespace framescope::bench {
namespace {

constexpr std::size_t kSlice = 100'000;

void BoostRegexSlice(benchmark::State& state) {
  std::vector<boost::regex> categories;
  for (const std::string& alternation : Alternations(BenchLexicon())) {
    categories.emplace_back(alternation, boost::regex::icase);
  }
  std::size_t bytes = 0;
  for (auto _ : state) {
    bytes = 0;
    std::uint64_t matches = 0;
    for (const std::string& text : Documents()) {
      if (bytes >= kSlice) break;
      bytes += text.size();
      for (const boost::regex& category : categories) {
        boost::sregex_iterator found(text.begin(), text.end(), category), none;
        for (; found != none; ++found) ++matches;
      }
    }
    benchmark::DoNotOptimize(matches);
  }
  Measured(state, bytes);
}
BENCHMARK(BoostRegexSlice)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace framescope::bench
