// Reports: analyses written for people and for programs.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/status.hpp"

namespace framescope {

enum class ReportFormat : std::uint8_t {
  kText,
  kJson,
  kJsonl,
  kCsv,
  kHtml,
  kLint,            // what could be worded otherwise, as compilers write
  kSarif,           // the same as SARIF 2.1.0
  kConcordance,     // marks in their context, aligned
  kConcordanceCsv,  // the same, one mark a row
};

struct ReportOptions {
  ReportFormat format = ReportFormat::kText;
  bool colour = false;       // text: ANSI colours
  bool quiet = false;        // numbers only, none of the document's words
  std::uint32_t width = 80;  // text: columns
  bool csv_raw = false;      // do not defuse spreadsheet formulas
};

// Receives a report piece by piece. Return false to stop.
using WriteFn = std::function<bool(std::string_view)>;

// What a report needs to know besides the analyses: that of the Analyzer which
// made them.
struct ReportContext {
  Lexicon lexicon;
  std::vector<RuleInfo> rules;
  std::string stamp_json;  // Analyzer::stamp()
};

// A document that could not be analysed.
struct Failure {
  std::string id, path;
  Status status;
};

// Writes a report of many documents in the order of the calls: Begin, then
// Add or AddFailure or AddSkipped for each document, then End, which writes
// the corpus total. For one document, text and html are the full report; for
// more they are one line each (`single` tells). Belongs to one thread.
// Every call fails with kCallback when `write` returned false.
class ReportWriter {
 public:
  virtual ~ReportWriter() = default;
  // Before Begin(): leave out all but marks of this pole, category (with those
  // below it) or stance; several of a kind widen it. Lint, SARIF and
  // concordances heed it. Fails with kInvalidArgument for an unknown name.
  virtual Status Only(const std::string& name) = 0;
  virtual Status Begin(bool single) = 0;
  virtual Status Add(const Analysis& analysis) = 0;
  virtual Status AddFailure(const Failure& failure) = 0;
  virtual Status AddSkipped(const std::string& path,
                            const std::string& reason) = 0;
  virtual Status End() = 0;

  static std::unique_ptr<ReportWriter> Create(ReportContext context,
                                              const ReportOptions& options,
                                              WriteFn write);
};

}  // namespace framescope
