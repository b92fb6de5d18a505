// Runs the rows and prints their table; --write puts it into README.md too.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstring>
#include <vector>

#include "table.hpp"

int main(int argc, char** argv) {
  bool write = false;
  std::string command = "./dev bench";
  std::vector<char*> arguments;
  for (int i = 0; i < argc; ++i) {
    if (std::strcmp(argv[i], "--write") == 0) {
      write = true;
      continue;
    }
    if (i > 0) command += std::string(" ") + argv[i];
    arguments.push_back(argv[i]);
  }
  // Given first, so that the caller's own come after and win.
  char repetitions[] = "--benchmark_repetitions=5";
  char medians[] = "--benchmark_report_aggregates_only=true";
  char shortest[] = "--benchmark_min_time=0.2";
  arguments.insert(arguments.begin() + 1, {repetitions, medians, shortest});
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
  framescope::bench::Table table;
  benchmark::RunSpecifiedBenchmarks(&table);
  const std::string markdown = table.Markdown(command);
  std::printf("\n%s", markdown.c_str());
  if (write &&
      !framescope::bench::WriteBetweenMarkers(
          FRAMESCOPE_SOURCE_DIR "/bench/README.md", "table", markdown)) {
    std::fprintf(stderr, "bench/README.md could not be written\n");
    return 1;
  }
  return 0;
}
