// Tested by tests/unit/report/trend_report_test.cpp.
#include <cmath>

#include "base/csv_writer.hpp"
#include "base/json_writer.hpp"
#include "base/numbers.hpp"
#include "report/corpus_report.hpp"
#include "report/record.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

namespace framescope {
namespace {

constexpr std::size_t kPeriodColumns = 12;
constexpr std::size_t kCountColumns = 11;
constexpr const char* kReadings[] = {"evoked", "endorsed"};
constexpr const char* kPeriods[] = {"year", "month", "day"};

const Balance& BalanceIn(const AxisScore& score, int reading) {
  return reading == 0 ? score.evoked : score.endorsed;
}

std::string BalanceCell(const Balance& balance) {
  if (balance.verdict == Verdict::kTooLittle) {
    return "  " + Left("\xE2\x80\x93", 23);
  }
  return "  " +
         Left(Signed(balance.balance, 2) + " [" + Signed(balance.low, 2) +
                  ", " + Signed(balance.high, 2) + "]",
              23);
}

// "+0.031 a year [+0.010, +0.050]; tau +0.62, p = 0.012, 9 periods".
std::string TrendInWords(const TrendTest& test) {
  if (!test.slope.known) return "too few periods to tell";
  std::string words = Signed(test.slope.value, 3) + " a year";
  if (std::isfinite(test.slope.low) && std::isfinite(test.slope.high)) {
    words += " [" + Signed(test.slope.low, 3) + ", " +
             Signed(test.slope.high, 3) + "]";
  }
  words += "; tau " + Signed(test.tau, 2) + ", p ";
  words += test.p_value < 0.001 ? "< 0.001" : "= " + Fixed(test.p_value, 3);
  return words + ", " + Grouped(test.points) + " periods";
}

std::string Trimmed(std::string line) {
  while (line.ends_with(' ')) line.pop_back();
  return line + "\n";
}

std::string Text(const Lexicon& lexicon, const ReportOptions& options,
                 const Timeline& timeline) {
  std::string out;
  for (std::size_t i = 0; i < lexicon.axes().size(); ++i) {
    const Axis& axis = lexicon.axes()[i];
    if (!axis.headline) continue;
    if (!out.empty()) out += "\n";
    const std::string& title = axis.title.empty() ? axis.name : axis.title;
    out += Painted(title, Ink::kBold, options.colour) + "\n";
    out += Trimmed(
        Left(kPeriods[static_cast<int>(timeline.period())], kPeriodColumns) +
        Right("documents", kCountColumns) + Right("words", kCountColumns) +
        "  " + Left("evoked", 23) + "  endorsed");
    for (const auto& [name, total] : timeline.periods()) {
      const AxisScore score = total.Scores()[i];
      out += Trimmed(Left(name, kPeriodColumns) +
                     Right(Grouped(total.documents()), kCountColumns) +
                     Right(Grouped(total.words()), kCountColumns) +
                     BalanceCell(score.evoked) + BalanceCell(score.endorsed));
    }
    for (int reading = 0; reading < 2; ++reading) {
      out += std::string(kReadings[reading]) + ": " +
             TrendInWords(timeline.TrendOf(i, reading)) + "\n";
    }
  }
  if (timeline.undated() > 0) {
    out += "\n" + Grouped(timeline.undated()) +
           (timeline.undated() == 1 ? " document without a date\n"
                                    : " documents without a date\n");
  }
  return out;
}

void WriteTrend(const TrendTest& test, JsonWriter* json) {
  json->BeginObject().Field("periods", test.points);
  json->Key("slope_per_year");
  test.slope.known ? json->Number(test.slope.value) : json->Null();
  json->Key("interval").BeginArray();
  json->Number(test.slope.known ? test.slope.low : std::nan(""));
  json->Number(test.slope.known ? test.slope.high : std::nan("")).EndArray();
  json->Field("tau", test.tau).Field("p_value", test.p_value).EndObject();
}

std::string Json(const ReportContext& context, const Timeline& timeline) {
  const Lexicon& lexicon = context.lexicon;
  std::string out;
  JsonWriter json(&out);
  json.BeginObject().Field("schema", "framescope.trend/1");
  json.Key("stamp").Raw(context.stamp_json.empty() ? "{}" : context.stamp_json);
  json.Field("by", kPeriods[static_cast<int>(timeline.period())]);
  json.Field("undated", timeline.undated());
  json.Key("periods").BeginArray();
  for (const auto& [name, total] : timeline.periods()) {
    json.BeginObject().Field("period", name);
    json.Field("documents", total.documents()).Field("words", total.words());
    WriteAxes(lexicon, total.Scores(), &json);
    json.EndObject();
  }
  json.EndArray().Key("trends").BeginArray();
  for (std::size_t i = 0; i < lexicon.axes().size(); ++i) {
    json.BeginObject().Field("axis", lexicon.axes()[i].name);
    for (int reading = 0; reading < 2; ++reading) {
      json.Key(kReadings[reading]);
      WriteTrend(timeline.TrendOf(i, reading), &json);
    }
    json.EndObject();
  }
  json.EndArray().EndObject();
  return out + "\n";
}

std::string Csv(const Lexicon& lexicon, const ReportOptions& options,
                const Timeline& timeline) {
  std::string out =
      "period,documents,words,axis,reading,negative,positive,"
      "negative_per_1000,positive_per_1000,balance,low,high,verdict\r\n";
  for (const auto& [name, total] : timeline.periods()) {
    for (const AxisScore& score : total.Scores()) {
      for (int reading = 0; reading < 2; ++reading) {
        const Balance& balance = BalanceIn(score, reading);
        CsvWriter csv(&out, options.csv_raw);
        csv.Text(name).Number(total.documents()).Number(total.words());
        csv.Text(lexicon.axes()[score.axis].name).Text(kReadings[reading]);
        csv.Number(balance.negative.count).Number(balance.positive.count);
        csv.Real(balance.negative.per_1000).Real(balance.positive.per_1000);
        const bool known = balance.verdict != Verdict::kTooLittle;
        known ? csv.Real(balance.balance) : csv.Empty();
        csv.Real(balance.low).Real(balance.high);
        csv.Text(VerdictName(balance.verdict));
        csv.EndRow();
      }
    }
  }
  return out;
}

}  // namespace

Result<std::string> TrendReport(const ReportContext& context,
                                const ReportOptions& options,
                                const Timeline& timeline) {
  switch (options.format) {
    case ReportFormat::kText:
      return Text(context.lexicon, options, timeline);
    case ReportFormat::kJson:
      return Json(context, timeline);
    case ReportFormat::kCsv:
      return Csv(context.lexicon, options, timeline);
    default:
      return Status(StatusCode::kInvalidArgument,
                    "a trend is written as text, json or csv");
  }
}

}  // namespace framescope
