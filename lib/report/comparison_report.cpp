// Tested by tests/unit/report/comparison_report_test.cpp.
#include <algorithm>
#include <cmath>

#include "base/csv_writer.hpp"
#include "base/json_writer.hpp"
#include "base/numbers.hpp"
#include "base/utf8.hpp"
#include "report/corpus_report.hpp"
#include "report/record.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

namespace framescope {
namespace {

constexpr std::size_t kNameColumns = 34;
constexpr std::size_t kFigureColumns = 9;
constexpr const char* kReadings[] = {"evoked", "endorsed"};

// An entry that occurs in one of the sets at least.
struct Key {
  std::uint32_t entry = 0;
  double g2 = 0;
  Estimate log_ratio;
};

const Balance& BalanceIn(const AxisScore& score, int reading) {
  return reading == 0 ? score.evoked : score.endorsed;
}

class Comparison {
 public:
  Comparison(const ReportContext& context, const ReportOptions& options,
             const CorpusCounts& a, const CorpusCounts& b)
      : context_(context),
        lexicon_(context.lexicon),
        options_(options),
        a_(a),
        b_(b),
        scores_a_(a.total().Scores()),
        scores_b_(b.total().Scores()) {
    FindKeys();
  }

  std::string Text(std::size_t most);
  std::string Json();
  std::string Csv();

 private:
  // By how much they differ, those of A first; ties by their order in the
  // lexicon.
  void FindKeys() {
    const double words_a = static_cast<double>(a_.total().words());
    const double words_b = static_cast<double>(b_.total().words());
    for (std::uint32_t i = 0; i < lexicon_.entries().size(); ++i) {
      const RateSums& a = a_.entry(i);
      const RateSums& b = b_.entry(i);
      if (a.count + b.count == 0) continue;
      keys_.push_back({i,
                       SignedG2(static_cast<double>(a.count),
                                static_cast<double>(b.count), words_a, words_b),
                       LogRatio(RateRatio(a, a_, b, b_))});
    }
    std::stable_sort(keys_.begin(), keys_.end(),
                     [](const Key& x, const Key& y) { return x.g2 > y.g2; });
  }

  Estimate Difference(std::size_t axis, int reading) const {
    return BalanceDifference(BalanceIn(scores_a_[axis], reading),
                             BalanceIn(scores_b_[axis], reading));
  }
  Estimate Ratio(std::size_t axis, int reading, Pole pole) const {
    return RateRatio(a_.pole(axis, reading, pole), a_,
                     b_.pole(axis, reading, pole), b_);
  }
  double Per1000(const RateSums& sums, const CorpusCounts& set) const {
    const double words = static_cast<double>(set.total().words());
    return words > 0 ? 1000.0 * static_cast<double>(sums.count) / words : 0;
  }

  std::string Bold(std::string_view text) const {
    return Painted(text, Ink::kBold, options_.colour);
  }
  void AppendAxis(std::size_t axis);
  void AppendRate(std::size_t axis, int reading, Pole pole);
  void AppendKeys(std::string_view title, const std::vector<const Key*>& keys);
  void WriteEstimate(std::string_view key, const Estimate& estimate,
                     JsonWriter* json) const;
  void WriteSet(std::string_view key, const CorpusCounts& set,
                const std::vector<AxisScore>& scores, JsonWriter* json) const;
  void WriteKey(const Key& key, JsonWriter* json) const;

  const ReportContext& context_;
  const Lexicon& lexicon_;
  const ReportOptions& options_;
  const CorpusCounts &a_, &b_;
  const std::vector<AxisScore> scores_a_, scores_b_;
  std::vector<Key> keys_;
  std::string out_;
};

std::string Interval(const Estimate& estimate, int decimals, bool with_sign) {
  const auto figure = [&](double x) {
    return with_sign ? Signed(x, decimals) : Fixed(x, decimals);
  };
  return "[" + figure(estimate.low) + ", " + figure(estimate.high) + "]";
}

std::string BalanceFigure(const Balance& balance) {
  const bool known = balance.verdict != Verdict::kTooLittle;
  return Right(known ? Signed(balance.balance, 2) : "\xE2\x80\x93",
               kFigureColumns);
}

void Comparison::AppendAxis(std::size_t i) {
  const Axis& axis = lexicon_.axes()[i];
  out_ += "\n" + Bold(axis.title.empty() ? axis.name : axis.title) + "\n";
  for (int reading = 0; reading < 2; ++reading) {
    out_ +=
        Left("  " + std::string(kReadings[reading]) + " balance", kNameColumns);
    out_ += BalanceFigure(BalanceIn(scores_a_[i], reading));
    out_ += BalanceFigure(BalanceIn(scores_b_[i], reading));
    const Estimate difference = Difference(i, reading);
    if (!difference.known) {
      out_ += "   too little text to tell\n";
    } else {
      out_ += Right(Signed(difference.value, 2), kFigureColumns) + "  " +
              Interval(difference, 2, true);
      const bool lower = difference.high < 0;
      if (lower || difference.low > 0) {
        out_ += "  A leans more to " + (lower ? axis.negative : axis.positive);
      }
      out_ += "\n";
    }
    AppendRate(i, reading, Pole::kNegative);
    AppendRate(i, reading, Pole::kPositive);
  }
}

void Comparison::AppendRate(std::size_t i, int reading, Pole pole) {
  const Axis& axis = lexicon_.axes()[i];
  const std::string& name =
      pole == Pole::kNegative ? axis.negative : axis.positive;
  out_ += Left("    " + name + " per 1,000 words", kNameColumns);
  out_ +=
      Right(Fixed(Per1000(a_.pole(i, reading, pole), a_), 2), kFigureColumns);
  out_ +=
      Right(Fixed(Per1000(b_.pole(i, reading, pole), b_), 2), kFigureColumns);
  const Estimate ratio = Ratio(i, reading, pole);
  if (ratio.known) {
    out_ += Right("\xC3\x97" + Fixed(ratio.value, 2), kFigureColumns) + "  " +
            Interval(ratio, 2, false);
  }
  out_ += "\n";
}

void Comparison::AppendKeys(std::string_view title,
                            const std::vector<const Key*>& keys) {
  if (keys.empty()) return;
  out_ += "\n" +
          Bold(Left(title, kNameColumns) + Right("A", kFigureColumns) +
               Right("B", kFigureColumns) + Right("log2", kFigureColumns) +
               "  95 % interval" + Right("G\xC2\xB2", kFigureColumns)) +
          "\n";
  for (const Key* key : keys) {
    const std::string& pattern = lexicon_.entries()[key->entry].pattern;
    out_ += "  " + Left(Shown(pattern), kNameColumns - 2);
    out_ += Right(Grouped(a_.entry(key->entry).count), kFigureColumns);
    out_ += Right(Grouped(b_.entry(key->entry).count), kFigureColumns);
    out_ += Right(Signed(key->log_ratio.value, 2), kFigureColumns) + "  " +
            Left(Interval(key->log_ratio, 2, true), 15);
    out_ += Right(Fixed(std::abs(key->g2), 2), kFigureColumns - 2) + "\n";
  }
}

std::string Comparison::Text(std::size_t most) {
  const auto told = [](const CorpusCounts& set) {
    const std::uint64_t documents = set.total().documents();
    return Grouped(documents) +
           (documents == 1 ? " document, " : " documents, ") +
           Grouped(set.total().words()) + " words";
  };
  out_ += "A: " + told(a_) + "\nB: " + told(b_) + "\n\n";
  out_ += Bold(Left("", kNameColumns) + Right("A", kFigureColumns) +
               Right("B", kFigureColumns) +
               Right("A \xE2\x88\x92 B", kFigureColumns) + "  95 % interval") +
          "\n";
  for (std::size_t i = 0; i < lexicon_.axes().size(); ++i) AppendAxis(i);
  std::vector<const Key*> in_a, in_b;
  for (const Key& key : keys_) {
    if (key.g2 > 0 && in_a.size() < most) in_a.push_back(&key);
  }
  for (auto key = keys_.rbegin(); key != keys_.rend(); ++key) {
    if (key->g2 < 0 && in_b.size() < most) in_b.push_back(&*key);
  }
  AppendKeys("More frequent in A", in_a);
  AppendKeys("More frequent in B", in_b);
  out_ +=
      "\nRates are compared by their ratio (\xC3\x97). Entries by evoked "
      "marks; "
      "G\xC2\xB2 without correction:\nabove 3.84 one entry alone would be told "
      "apart at 5 %, above 15.13 at 0.01 %.\n";
  return std::move(out_);
}

void Comparison::WriteEstimate(std::string_view key, const Estimate& estimate,
                               JsonWriter* json) const {
  json->Key(key);
  if (!estimate.known) {
    json->Null();
    return;
  }
  json->BeginObject().Field("value", estimate.value);
  json->Key("interval").BeginArray();
  json->Number(estimate.low).Number(estimate.high).EndArray().EndObject();
}

void Comparison::WriteSet(std::string_view key, const CorpusCounts& set,
                          const std::vector<AxisScore>& scores,
                          JsonWriter* json) const {
  json->Key(key).BeginObject();
  json->Field("documents", set.total().documents());
  json->Field("words", set.total().words());
  WriteAxes(lexicon_, scores, json);
  json->EndObject();
}

void Comparison::WriteKey(const Key& key, JsonWriter* json) const {
  const RateSums& a = a_.entry(key.entry);
  const RateSums& b = b_.entry(key.entry);
  const Entry& entry = lexicon_.entries()[key.entry];
  json->BeginObject().Field("entry", entry.pattern);
  json->Field("category", lexicon_.categories()[entry.category].name);
  json->Field("a", a.count).Field("b", b.count);
  json->Field("a_documents", a.documents).Field("b_documents", b.documents);
  json->Field("a_per_1000", Per1000(a, a_));
  json->Field("b_per_1000", Per1000(b, b_));
  WriteEstimate("log_ratio", key.log_ratio, json);
  json->Field("g2", key.g2).EndObject();
}

std::string Comparison::Json() {
  JsonWriter json(&out_);
  json.BeginObject().Field("schema", "framescope.comparison/1");
  json.Key("stamp").Raw(context_.stamp_json.empty() ? "{}"
                                                    : context_.stamp_json);
  WriteSet("a", a_, scores_a_, &json);
  WriteSet("b", b_, scores_b_, &json);
  json.Key("differences").BeginArray();
  for (std::size_t i = 0; i < lexicon_.axes().size(); ++i) {
    json.BeginObject().Field("axis", lexicon_.axes()[i].name);
    for (int reading = 0; reading < 2; ++reading) {
      json.Key(kReadings[reading]).BeginObject();
      WriteEstimate("balance", Difference(i, reading), &json);
      WriteEstimate("negative_ratio", Ratio(i, reading, Pole::kNegative),
                    &json);
      WriteEstimate("positive_ratio", Ratio(i, reading, Pole::kPositive),
                    &json);
      json.EndObject();
    }
    json.EndObject();
  }
  json.EndArray().Key("entries").BeginArray();
  for (const Key& key : keys_) WriteKey(key, &json);
  json.EndArray().EndObject();
  return std::move(out_.append("\n"));
}

std::string Comparison::Csv() {
  out_ +=
      "entry,category,a,b,a_documents,b_documents,a_per_1000,b_per_1000,"
      "log_ratio,low,high,g2\r\n";
  for (const Key& key : keys_) {
    const RateSums& a = a_.entry(key.entry);
    const RateSums& b = b_.entry(key.entry);
    const Entry& entry = lexicon_.entries()[key.entry];
    CsvWriter csv(&out_, options_.csv_raw);
    csv.Text(entry.pattern).Text(lexicon_.categories()[entry.category].name);
    csv.Number(a.count).Number(b.count);
    csv.Number(a.documents).Number(b.documents);
    csv.Real(Per1000(a, a_)).Real(Per1000(b, b_));
    csv.Real(key.log_ratio.value).Real(key.log_ratio.low);
    csv.Real(key.log_ratio.high).Real(key.g2);
    csv.EndRow();
  }
  return std::move(out_);
}

}  // namespace

Result<std::string> ComparisonReport(const ReportContext& context,
                                     const ReportOptions& options,
                                     const CorpusCounts (&sets)[2],
                                     std::size_t most) {
  Comparison comparison(context, options, sets[0], sets[1]);
  switch (options.format) {
    case ReportFormat::kText:
      return comparison.Text(most);
    case ReportFormat::kJson:
      return comparison.Json();
    case ReportFormat::kCsv:
      return comparison.Csv();
    default:
      return Status(StatusCode::kInvalidArgument,
                    "a comparison is written as text, json or csv");
  }
}

}  // namespace framescope
