#include "stats/timeline.hpp"

#include <gtest/gtest.h>

#include "score/score.hpp"

namespace framescope {
namespace {

Analysis Dated(const std::string& key, const std::string& date,
               std::uint32_t negative, std::uint32_t positive) {
  Analysis analysis;
  analysis.words = 100;
  analysis.document.metadata = {{"other", "x"}, {key, date}};
  const Balance balance =
      MakeBalance({negative, negative, 0}, {positive, positive, 0}, 100);
  analysis.axes = {{0, balance, balance}};
  return analysis;
}

bool Reads(std::string_view text, int year, unsigned month, unsigned day) {
  const auto date = ReadDate(text);
  return date && date->year == year && date->month == month && date->day == day;
}

TEST(ReadDate, KnowsWhatPeopleAndMachinesWrite) {
  EXPECT_TRUE(Reads("2020", 2020, 0, 0));
  EXPECT_TRUE(Reads("2020-03", 2020, 3, 0));
  EXPECT_TRUE(Reads(" 2020-03-14 ", 2020, 3, 14));
  EXPECT_TRUE(Reads("2020-03-14T09:00:00Z", 2020, 3, 14));
  EXPECT_TRUE(Reads("2020-03-14 09:00", 2020, 3, 14));
  EXPECT_TRUE(Reads("Sat, 14 Mar 2020 09:00:00 +0000", 2020, 3, 14));
  EXPECT_TRUE(Reads("1 Dec 1999 10:00 GMT", 1999, 12, 1));
  EXPECT_TRUE(Reads("2020-02-29", 2020, 2, 29));
}

TEST(ReadDate, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "20", "2020-", "2020-3", "2020-13", "2020-00", "2019-02-29",
        "2020-01-32", "2020x", "20200314", "14/03/2020", "14 Mrz 2020",
        "31 Apr 2020 10:00", "last year", "14 ar  2020"}) {
    EXPECT_FALSE(ReadDate(text)) << text;
  }
}

TEST(Timeline, PutsDocumentsInPeriodsInOrder) {
  Timeline timeline(1, "", Period::kMonth);
  timeline.Add(Dated("date", "2021-02-03", 3, 1));
  timeline.Add(Dated("date", "2020-11", 1, 3));
  timeline.Add(Dated("date", "2021-02-27", 2, 2));
  timeline.Add(Dated("date", "2021", 9, 9));
  timeline.Add(Dated("dat", "2021-02-03", 9, 9));
  ASSERT_EQ(timeline.periods().size(), 2u);
  EXPECT_EQ(timeline.periods().begin()->first, "2020-11");
  EXPECT_EQ(timeline.periods().at("2021-02").documents(), 2u);
  EXPECT_EQ(timeline.periods().at("2021-02").Scores()[0].evoked.negative.count,
            5u);
  EXPECT_EQ(timeline.undated(), 2u);
}

TEST(Timeline, FieldMayBeNamed) {
  Timeline named(1, "published", Period::kDay);
  named.Add(Dated("published", "2021-02-03", 1, 1));
  named.Add(Dated("date", "2021-02-03", 1, 1));
  EXPECT_EQ(named.periods().count("2021-02-03"), 1u);
  EXPECT_EQ(named.undated(), 1u);
  Timeline created(1, "", Period::kYear);
  created.Add(Dated("created", "2021-02-03T10:00:00Z", 1, 1));
  EXPECT_EQ(created.periods().count("2021"), 1u);
}

TEST(Timeline, TrendLeavesOutPeriodsWithTooLittleText) {
  Timeline timeline(1, "", Period::kYear);
  for (std::uint32_t year = 0; year < 5; ++year) {
    timeline.Add(Dated("date", std::to_string(2000 + 2 * year), 40 - 8 * year,
                       8 + 8 * year));
  }
  timeline.Add(Dated("date", "2001", 0, 1));
  const TrendTest trend = timeline.TrendOf(0, 0);
  EXPECT_EQ(trend.points, 5u);
  EXPECT_EQ(trend.tau, 1);
  EXPECT_NEAR(trend.slope.value, 16.0 / 48 / 2, 1e-12);
}

}  // namespace
}  // namespace framescope
