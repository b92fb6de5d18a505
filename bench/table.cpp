#include "table.hpp"

#include <sys/utsname.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <thread>

#include "corpus.hpp"
#include "rows.hpp"
#include "unicode/segmenter.hpp"

namespace framescope::bench {
namespace {

std::string Processor() {
  std::ifstream file("/proc/cpuinfo");
  std::string line;
  while (std::getline(file, line)) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with("model name") && colon != line.npos) {
      return line.substr(colon + 2);
    }
  }
  return "unknown processor";
}

std::string Today() {
  const std::time_t now = std::time(nullptr);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", std::gmtime(&now));
  return text;
}

std::string Number(const char* format, double value) {
  char text[32];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

// Three figures are as many as a run on a shared machine has.
std::string Figure(double value) {
  return Number(value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
}

}  // namespace

void Table::ReportRuns(const std::vector<Run>& runs) {
  ConsoleReporter::ReportRuns(runs);
  for (const Run& run : runs) {
    const bool median = run.run_type == Run::RT_Aggregate
                            ? run.aggregate_name == "median"
                            : run.repetitions == 1;
    if (run.error_occurred || !median) continue;
    Row row;
    row.name = run.run_name.function_name;
    if (!run.run_name.args.empty()) row.name += "/" + run.run_name.args;
    row.label = run.report_label;
    const bool by_clock = run.run_name.time_type == "real_time" ||
                          run.run_name.time_type == "manual_time";
    row.milliseconds =
        by_clock ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime();
    if (const auto found = run.counters.find("bytes_per_second");
        found != run.counters.end()) {
      row.bytes_per_second = found->second;
    }
    if (const auto found = run.counters.find("matches");
        found != run.counters.end()) {
      row.matches = found->second;
    }
    rows_.push_back(std::move(row));
  }
}

std::string Table::Heading(const std::string& command) const {
  std::ostringstream out;
  out << Today() << ", " << Processor() << ", "
      << std::thread::hardware_concurrency() << " cores, "
      <<
#if defined(__clang__)
      "clang " __clang_version__
#else
      "g++ " << __VERSION__
#endif
      << ", ICU " << IcuVersion() << ", "
      << Number("%.1f", static_cast<double>(BytesOf(Documents())) / 1e6)
      << " MB of " << (RealProse() ? "prose" : "made prose") << ".\n`"
      << command << "`\n\n";
  return out.str();
}

std::string Table::Markdown(const std::string& command) const {
  double yardstick = 0;
  for (const Row& row : rows_) {
    if (row.name == kYardstick) yardstick = row.bytes_per_second;
  }
  std::ostringstream out;
  out << Heading(command)
      << "| row | MB/s | to ICU's words | matches |\n"
         "| --- | ---: | ---: | ---: |\n";
  for (const Row& row : rows_) {
    if (row.bytes_per_second <= 0) continue;
    out << "| " << row.name << (row.label.empty() ? "" : " (" + row.label + ")")
        << " | " << Figure(row.bytes_per_second / 1e6) << " | "
        << (yardstick > 0 ? Figure(row.bytes_per_second / yardstick) : "")
        << " | " << (row.matches >= 0 ? Number("%.0f", row.matches) : "")
        << " |\n";
  }
  out << "\n| row | ms |\n| --- | ---: |\n";
  for (const Row& row : rows_) {
    if (row.bytes_per_second > 0) continue;
    out << "| " << row.name << " | " << Figure(row.milliseconds) << " |\n";
  }
  return out.str();
}

bool WriteBetweenMarkers(const std::string& path, const std::string& marker,
                         const std::string& text) {
  std::stringstream read;
  read << std::ifstream(path).rdbuf();
  const std::string all = read.str();
  const std::string begin = "<!-- " + marker + " -->\n";
  const std::string end = "<!-- end of " + marker + " -->\n";
  const std::size_t from = all.find(begin);
  const std::size_t to = all.find(end);
  if (from == all.npos || to == all.npos || to < from) return false;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << all.substr(0, from + begin.size()) << text << all.substr(to);
  return out.good();
}

}  // namespace framescope::bench
