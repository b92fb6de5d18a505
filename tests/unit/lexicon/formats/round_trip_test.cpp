// What is written reads back; what a format cannot hold is listed.
#include <algorithm>

#include "read_lexicon.hpp"

namespace framescope {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;

// Weights, hierarchy, titles, codes, notes, punctuation, an emoticon.
ReadLexicon Rich() {
  return ReadAs(
      "rich.json",
      "{\"categories\": [{\"name\": \"A\", \"title\": \"First\"},"
      "{\"name\": \"A.B\", \"title\": \"Second & last\","
      " \"code\": \"#00FF00\"}],"
      "\"entries\": [{\"term\": \"help*\", \"category\": \"A\"},"
      "{\"term\": \"social care\", \"category\": \"A\", \"weight\": 2.5},"
      "{\"term\": \"24/7\", \"category\": \"A.B\", \"note\": \"often\"},"
      "{\"term\": \"isn't\", \"category\": \"A.B\", \"weight\": -1},"
      "{\"term\": \"c++\", \"category\": \"A.B\"},"
      "{\"term\": \":)\", \"category\": \"A.B\"},"
      "{\"term\": \"help*\", \"category\": \"A.B\"}]}");
}

std::vector<std::string> CodesOf(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> codes;
  for (const Diagnostic& finding : findings) codes.push_back(finding.code);
  return codes;
}

std::vector<std::string> WithoutScores(std::vector<std::string> lines) {
  for (std::string& line : lines) {
    const std::size_t star = line.find(" *");
    if (star == line.npos) continue;
    line.erase(star, line.find(' ', star + 1) - star);
  }
  return lines;
}

class RoundTrip : public testing::TestWithParam<const char*> {};

TEST_P(RoundTrip, EveryEntryComesBack) {
  const std::string format = GetParam();
  const ReadLexicon rich = Rich();
  ASSERT_TRUE(rich.ok()) << rich.error;
  std::vector<Diagnostic> lost;
  const Result<std::string> written = rich.lexicon.ToForeign(format, &lost);
  ASSERT_TRUE(written.ok()) << written.status().message();
  LexiconReadOptions options;
  options.format = format;
  std::vector<Diagnostic> findings;
  const auto back =
      Lexicon::ParseForeign("back", written.value(), options, &findings);
  ASSERT_TRUE(back.ok()) << back.status().message() << written.value();
  const std::vector<std::string> codes = CodesOf(lost);
  const bool weights = std::count(codes.begin(), codes.end(), "weights-lost");
  EXPECT_THAT(EntriesOf(back.value()),
              UnorderedElementsAreArray(weights ? WithoutScores(rich.entries)
                                                : rich.entries))
      << written.value();
  for (const std::string& code : CodesOf(findings)) {
    EXPECT_EQ(code, "unmatchable") << written.value();
  }
  // A second turn gives the same bytes.
  EXPECT_EQ(back.value().ToForeign(format).value(), written.value());
}

INSTANTIATE_TEST_SUITE_P(Formats, RoundTrip,
                         testing::Values("liwc", "dicx", "yaml", "wordstat",
                                         "yoshikoder", "lexicoder", "csv",
                                         "tsv", "json"));

TEST(Written, TitlesAndNotesSurviveWhereTheFormatHoldsThem) {
  const ReadLexicon rich = Rich();
  std::vector<Diagnostic> lost;
  (void)rich.lexicon.ToForeign("yoshikoder", &lost);
  EXPECT_THAT(CodesOf(lost), ElementsAre("codes-lost"));
  lost.clear();
  (void)rich.lexicon.ToForeign("json", &lost);
  EXPECT_THAT(lost, IsEmpty());
  lost.clear();
  (void)rich.lexicon.ToForeign("yaml", &lost);
  EXPECT_THAT(CodesOf(lost), ElementsAre("weights-lost", "notes-lost",
                                         "titles-lost", "codes-lost"));
}

TEST(Written, PatternsAreWrittenOutOrListed) {
  const auto lexicon = Lexicon::Parse(
      "mine",
      "name = \"mine\"\nversion = \"1\"\n[[category]]\nname = \"A\"\n"
      "[classes]\nperson = [\"adult*\", \"people\"]\n",
      "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
      "sources\tdate\tnote\n"
      "(broken|failing) [care] system\tA\t2\n"
      "vulnerable {person}\tA\t2\n"
      "co~production\tA\t2\n"
      "cut <0-3> services\tA\t2\n"
      "/a+b/\tA\t2\n"
      "=LAC\tA\t2\n"
      "own voice\tA\t2\tperson\t\t\tnear {person}\n",
      "");
  ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
  std::vector<Diagnostic> lost;
  const Result<std::string> written = lexicon.value().ToForeign("liwc", &lost);
  ASSERT_TRUE(written.ok());
  EXPECT_EQ(written.value(),
            "%\n1\tA\n%\nbroken system\t1\nbroken care system\t1\n"
            "failing system\t1\nfailing care system\t1\n"
            "vulnerable adult*\t1\nvulnerable people\t1\nco-production\t1\n"
            "co production\t1\ncoproduction\t1\nLAC\t1\nown voice\t1\n");
  EXPECT_THAT(CodesOf(lost), ElementsAre("left-out", "left-out", "case-lost",
                                         "condition-lost", "loci-lost"));
}

TEST(Written, LiwcNumbersEveryLineOfItsLegend) {
  const ReadLexicon read = ReadAs(
      "a.dic", "%\n1\tcare.virtue\n2\tcare.vice\n3\tA\n\t4\tB\n%\na\t1\t4\n");
  EXPECT_EQ(read.lexicon.ToForeign("liwc").value(),
            "%\n1\tcare.virtue\n2\tcare.vice\n3\tA\n\t4\tB\n%\na\t1\t4\n");
}

TEST(Written, AFormatThatIsOnlyReadIsRefused) {
  EXPECT_FALSE(Rich().lexicon.ToForeign("vader").ok());
  EXPECT_FALSE(Rich().lexicon.ToForeign("word").ok());
}

}  // namespace
}  // namespace framescope
