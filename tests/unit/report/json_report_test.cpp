#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/report/reporting.hpp"

namespace framescope {
namespace {

using sample::MakeLexicon;
using sample::MakeRich;
using sample::Report;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string Json(const std::vector<Analysis>& analyses, bool quiet = false) {
  ReportOptions options;
  options.format = ReportFormat::kJson;
  options.quiet = quiet;
  return Report(options, analyses);
}

TEST(Record, OpensWithSchemaStampAndDocument) {
  EXPECT_THAT(Json({MakeRich(MakeLexicon())}),
              StartsWith(R"({"schema":"framescope.analysis/1",)"
                         R"("stamp":{"framescope":"0.1.0"},)"
                         R"("document":{"id":"reports/one.txt",)"
                         R"("path":"reports/one.txt","title":"One","bytes":95,)"
                         R"("words":19,"sentences":1,"paragraphs":1,)"
                         R"("repeated_paragraphs":0,"repeated_words":0,)"
                         R"("decoding":"utf-8"},"axes":[{"axis":"lack-gift",)"
                         R"("negative":"lack","positive":"gift","evoked":)"
                         R"({"negative":{"count":2,"weighted":6,"per_1000":)"));
}

TEST(Record, HoldsEverythingAboutAMatch) {
  EXPECT_THAT(
      Json({MakeRich(MakeLexicon())}),
      HasSubstr(
          R"({"begin":13,"end":19,"chars":[13,19],"utf16":[13,19],"line":1,)"
          R"("page":null,"sentence":0,"text":"burden","axis":"lack-gift",)"
          R"("pole":"lack","category":"lack.burden","entry":"burden*",)"
          R"("weight":3,"locus":"any","stance":"negated","evoked":true,)"
          R"("endorsed":false,"repeated":false,"in_quotation":false,)"
          R"("cue":{"begin":7,"end":10,"text":"not","rule":"negation.not"},)"
          R"("holder":null,"pair":null,)"
          R"("instead":["person who is supported","say what is needed"],)"
          R"("sources":["CARE"],"flags":[],"note":""})"));
}

TEST(Record, ReframingsAndMeasuresPointAtMatches) {
  const std::string json = Json({MakeRich(MakeLexicon())});
  EXPECT_THAT(json, HasSubstr(R"("reframings":[{"from":1,"to":2,)"
                              R"("rule":"contrast.rather-than"}])"));
  EXPECT_THAT(json, HasSubstr(R"("measures":{"problem_without_way_forward":[],)"
                              R"("buzzword_share":0.5,"missing":[]})"));
}

TEST(Record, ABalanceOfTooLittleTextIsNull) {
  EXPECT_THAT(Json({MakeRich(MakeLexicon())}),
              HasSubstr(R"("balance":null,"interval":[)"));
}

TEST(Record, QuietHoldsNoWordsOfTheText) {
  const std::string json = Json({MakeRich(MakeLexicon())}, true);
  EXPECT_THAT(json, Not(HasSubstr("\"burden\"")));
  EXPECT_THAT(json, Not(HasSubstr("rather than\"")));
  EXPECT_THAT(json, HasSubstr(R"("text":null)"));
}

TEST(Record, AFailureSaysWhatAndWhere) {
  ReportOptions options;
  options.format = ReportFormat::kJsonl;
  EXPECT_EQ(
      Report(options, {},
             {{"x", "x\xFF", Status(StatusCode::kParse, "bad", {7, 3, 0})}}),
      "{\"schema\":\"framescope.analysis/1\","
      "\"stamp\":{\"framescope\":\"0.1.0\"},"
      "\"document\":{\"id\":\"x\",\"path\":\"x\xEF\xBF\xBD\","
      "\"path_bytes\":\"eP8=\"},\"error\":{\"status\":\"E_PARSE\","
      "\"message\":\"bad\",\"line\":3,\"offset\":7}}\n");
}

TEST(Corpus, JsonLinesAreOneADocument) {
  ReportOptions options;
  options.format = ReportFormat::kJsonl;
  const std::string lines =
      Report(options, {MakeRich(MakeLexicon()), MakeRich(MakeLexicon())},
             {{"x", "x", Status(StatusCode::kIo, "gone")}}, {"pipe"});
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 4);
  EXPECT_THAT(lines, HasSubstr(R"("skipped":{"reason":"unknown format"}})"));
}

TEST(Corpus, JsonHoldsRecordsAndATotal) {
  ReportOptions options;
  options.format = ReportFormat::kJson;
  const std::string json =
      Report(options, {MakeRich(MakeLexicon()), MakeRich(MakeLexicon())},
             {{"x", "x", Status(StatusCode::kIo, "gone")}});
  EXPECT_THAT(json, StartsWith("{\"schema\":\"framescope.corpus/1\","));
  EXPECT_THAT(json, HasSubstr(R"("total":{"documents":3,"scored":2,)"
                              R"("failed":1,"skipped":0,"words":38,"axes":)"));
}

TEST(Corpus, ReceiversCanStopAReport) {
  ReportOptions options;
  options.format = ReportFormat::kJsonl;
  int calls = 0;
  const auto writer = ReportWriter::Create(sample::MakeContext(), options,
                                           [&](std::string_view) {
                                             ++calls;
                                             return false;
                                           });
  const Analysis analysis = MakeRich(MakeLexicon());
  EXPECT_TRUE(writer->Begin(false).ok());
  EXPECT_EQ(writer->Add(analysis).code(), StatusCode::kCallback);
  EXPECT_EQ(writer->Add(analysis).code(), StatusCode::kCallback);
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace framescope
