// Tested by tests/unit/stats/timeline_test.cpp.
#include "stats/timeline.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace framescope {
namespace {

// Takes a number of exactly `digits` digits off the front.
std::optional<unsigned> TakeNumber(std::string_view* text, std::size_t digits) {
  unsigned number = 0;
  if (text->size() < digits) return std::nullopt;
  const char* const end = text->data() + digits;
  const auto read = std::from_chars(text->data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  text->remove_prefix(digits);
  return number;
}

bool Exists(const Date& date) {
  if (date.month == 0) return true;
  const std::chrono::year_month_day day{
      std::chrono::year(date.year), std::chrono::month(date.month),
      std::chrono::day(date.day == 0 ? 1 : date.day)};
  return day.ok();
}

std::optional<Date> ReadIsoDate(std::string_view text) {
  Date date;
  const auto year = TakeNumber(&text, 4);
  if (!year) return std::nullopt;
  date.year = static_cast<int>(*year);
  for (unsigned* part : {&date.month, &date.day}) {
    if (text.empty()) return date;
    if (text.front() != '-') return std::nullopt;
    text.remove_prefix(1);
    const auto number = TakeNumber(&text, 2);
    if (!number || *number == 0) return std::nullopt;
    *part = *number;
  }
  if (!text.empty() && text.front() != 'T' && text.front() != ' ') {
    return std::nullopt;
  }
  return date;
}

// "Sat, 14 Mar 2020 09:00:00 +0000"; the day of the week may be missing.
std::optional<Date> ReadLetterDate(std::string_view text) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const std::size_t comma = text.find(',');
  if (comma != text.npos) text.remove_prefix(comma + 1);
  while (text.starts_with(' ')) text.remove_prefix(1);
  const std::size_t space = text.find(' ');
  if (space == text.npos || space > 2) return std::nullopt;
  const auto day = TakeNumber(&text, space);
  if (!day || text.size() < 9) return std::nullopt;
  const std::size_t month = kMonths.find(text.substr(1, 3));
  if (month == kMonths.npos || month % 3 != 0 || text[4] != ' ') {
    return std::nullopt;
  }
  text.remove_prefix(5);
  const auto year = TakeNumber(&text, 4);
  if (!year || *day == 0) return std::nullopt;
  return Date{static_cast<int>(*year), static_cast<unsigned>(month / 3 + 1),
              *day};
}

const std::string* FieldOf(const Document& document, std::string_view name) {
  for (const auto& [key, value] : document.metadata) {
    if (key == name) return &value;
  }
  return nullptr;
}

// When a period begins, in years; from where they are counted does not matter.
double TimeOf(const std::string& period) {
  constexpr double kDaysOfYear = 365.2425;
  const Date date = ReadDate(period).value_or(Date{});
  if (date.month == 0) return date.year;
  if (date.day == 0) return date.year + (date.month - 1) / 12.0;
  const std::chrono::sys_days days = std::chrono::year_month_day{
      std::chrono::year(date.year), std::chrono::month(date.month),
      std::chrono::day(date.day)};
  return static_cast<double>(days.time_since_epoch().count()) / kDaysOfYear;
}

}  // namespace

std::optional<Date> ReadDate(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  std::optional<Date> date = ReadIsoDate(text);
  if (!date) date = ReadLetterDate(text);
  if (date && !Exists(*date)) return std::nullopt;
  return date;
}

Timeline::Timeline(std::size_t axes, std::string field, Period period)
    : axes_(axes), field_(std::move(field)), period_(period) {}

std::optional<std::string> Timeline::PeriodOf(const Document& document) const {
  const std::string* text = FieldOf(document, field_.empty() ? "date" : field_);
  if (text == nullptr && field_.empty()) text = FieldOf(document, "created");
  if (text == nullptr) return std::nullopt;
  const std::optional<Date> date = ReadDate(*text);
  if (!date) return std::nullopt;
  char name[32];
  switch (period_) {
    case Period::kYear:
      std::snprintf(name, sizeof name, "%04d", date->year);
      return name;
    case Period::kMonth:
      if (date->month == 0) return std::nullopt;
      std::snprintf(name, sizeof name, "%04d-%02u", date->year, date->month);
      return name;
    case Period::kDay:
      break;
  }
  if (date->day == 0) return std::nullopt;
  std::snprintf(name, sizeof name, "%04d-%02u-%02u", date->year, date->month,
                date->day);
  return name;
}

void Timeline::Add(const Analysis& analysis) {
  const std::optional<std::string> name = PeriodOf(analysis.document);
  if (!name) {
    ++undated_;
    return;
  }
  periods_.try_emplace(*name, axes_).first->second.Add(analysis);
}

TrendTest Timeline::TrendOf(std::size_t axis, int reading) const {
  std::vector<Point> points;
  for (const auto& [name, total] : periods_) {
    const AxisScore score = total.Scores()[axis];
    const Balance& balance = reading == 0 ? score.evoked : score.endorsed;
    if (balance.verdict == Verdict::kTooLittle) continue;
    points.push_back({TimeOf(name), balance.balance});
  }
  return TestTrend(points);
}

}  // namespace framescope
