// The commands compare and trend: many documents in, one table out.
#include <set>
#include <string>
#include <utility>

#include "run.hpp"

namespace cli {
namespace {

using Comparison =
    std::unique_ptr<framescope_comparison, Freer<framescope_comparison_free>>;
using Trend = std::unique_ptr<framescope_trend, Freer<framescope_trend_free>>;

framescope_report_format FormatOf(const Options& options) {
  if (options.format == "json") return FRAMESCOPE_REPORT_JSON;
  return options.format == "csv" ? FRAMESCOPE_REPORT_CSV
                                 : FRAMESCOPE_REPORT_TEXT;
}

// Looks out for the field that --date-column names. A document without a date
// is counted as such; a field that no document has is a slip of the pen.
class DateField {
 public:
  explicit DateField(std::string name) : name_(std::move(name)) {}

  void See(const framescope_item& item) {
    if (name_.empty() || item.outcome != FRAMESCOPE_SCORED) return;
    const framescope_document* const document =
        framescope_analysis_document(item.analysis);
    const std::size_t count = framescope_document_property_count(document);
    for (std::size_t i = 0; i < count && !found_; ++i) {
      framescope_property property;
      if (framescope_document_property(&property, document, i) !=
          FRAMESCOPE_OK) {
        continue;
      }
      found_ = name_ == property.name;
      if (seen_.size() < kMost) seen_.insert(property.name);
    }
    if (path_.empty()) path_ = item.path;
  }

  // What is wrong with the name; "" when nothing is.
  std::string Complaint() const {
    if (name_.empty() || found_ || path_.empty()) return "";
    std::string list;
    for (const std::string& one : seen_) {
      list += (list.empty() ? "'" : ", '") + one + "'";
    }
    return path_ + ": no column, key or field '" + name_ + "'" +
           (list.empty()
                ? "; there is none that could hold a date"
                : "; there are: " + list + ". Choose one with --date-column");
  }

 private:
  static constexpr std::size_t kMost = 30;

  std::string name_, path_;
  std::set<std::string> seen_;
  bool found_ = false;
};

}  // namespace

int RunCompare(const Options& options) {
  const auto paths = InputPaths(options);
  if (!paths) return kError;
  if (options.against.empty()) {
    Complain(
        "compare: name the other set with --against FILE (see framescope "
        "compare --help)");
    return kError;
  }
  const Lexicon lexicon = LoadLexicon(options);
  if (!lexicon) return kError;
  const Analyzer analyzer = MakeAnalyzer(*lexicon, options);
  Run run(options);
  if (!analyzer || !run.ok()) return kError;
  framescope_comparison* made = nullptr;
  framescope_status status =
      framescope_comparison_new(&made, analyzer.get(), &run.error);
  const Comparison comparison(made);
  for (std::uint32_t set = 0; set < 2 && status == FRAMESCOPE_OK; ++set) {
    status = run.Read(*analyzer, set == 0 ? *paths : options.against,
                      [&](const framescope_item* item, auto* error) {
                        return framescope_comparison_add(comparison.get(), set,
                                                         item, error);
                      });
  }
  if (status == FRAMESCOPE_OK) {
    const auto used = ReportOptions(options, FormatOf(options));
    status = framescope_comparison_write(comparison.get(), &used, options.top,
                                         Run::Write, &run, &run.error);
  }
  return run.End(status);
}

int RunTrend(const Options& options) {
  const auto paths = InputPaths(options);
  if (!paths) return kError;
  const Lexicon lexicon = LoadLexicon(options);
  if (!lexicon) return kError;
  const Analyzer analyzer = MakeAnalyzer(*lexicon, options);
  Run run(options);
  if (!analyzer || !run.ok()) return kError;
  framescope_trend* made = nullptr;
  framescope_status status =
      framescope_trend_new(&made, analyzer.get(), options.date_column.c_str(),
                           options.by.c_str(), &run.error);
  const Trend trend(made);
  DateField field(options.date_column);
  if (status == FRAMESCOPE_OK) {
    status = run.Read(*analyzer, *paths,
                      [&](const framescope_item* item, auto* error) {
                        field.See(*item);
                        return framescope_trend_add(trend.get(), item, error);
                      });
  }
  if (status == FRAMESCOPE_OK && !field.Complaint().empty()) {
    Complain(field.Complaint());
    return kError;
  }
  if (status == FRAMESCOPE_OK) {
    const auto used = ReportOptions(options, FormatOf(options));
    status = framescope_trend_write(trend.get(), &used, Run::Write, &run,
                                    &run.error);
  }
  return run.End(status);
}

}  // namespace cli
