// The table of a run, as it stands in README.md.
#pragma once

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace framescope::bench {

// Prints what the library prints, and keeps the medians.
class Table : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override;

  // Markdown, with the ratio of each row to the yardstick of the same run.
  std::string Markdown(const std::string& command) const;

 private:
  struct Row {
    std::string name, label;
    double milliseconds = 0;
    double bytes_per_second = 0;  // 0: the row reads no text
    double matches = -1;          // -1: it counts none
  };
  std::string Heading(const std::string& command) const;

  std::vector<Row> rows_;
};

// Replaces what lies between the two marker lines of the file. False when it
// has none.
bool WriteBetweenMarkers(const std::string& path, const std::string& marker,
                         const std::string& text);

}  // namespace framescope::bench
