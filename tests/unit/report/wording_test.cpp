#include "report/wording.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "unit/report/reporting.hpp"

namespace framescope {
namespace {

using testing::ElementsAre;

TEST(Wording, EveryStanceHasWordsOfItsOwn) {
  std::set<std::string_view> words;
  for (int i = 0; i < kStances; ++i) {
    words.insert(StanceInWords(static_cast<Stance>(i)));
  }
  EXPECT_EQ(words.size(), static_cast<std::size_t>(kStances));
}

TEST(Wording, VerdictsNameThePole) {
  const Lexicon lexicon = sample::MakeLexicon();
  const Axis& axis = lexicon.axes()[0];
  EXPECT_EQ(VerdictInWords(axis, Verdict::kNegative), "leans to lack");
  EXPECT_EQ(VerdictInWords(axis, Verdict::kPositive), "leans to gift");
  EXPECT_EQ(VerdictName(Verdict::kTooLittle), "too_little");
}

TEST(Wording, FlagsAreNamedInOrder) {
  EXPECT_THAT(FlagNames(kContested | kFactual),
              ElementsAre("contested", "factual"));
  EXPECT_TRUE(FlagNames(0).empty());
}

TEST(Wording, SourcesNeedNeitherAuthorNorYear) {
  Source source;
  source.key = "own";
  EXPECT_EQ(SourceInWords(source), "own");
  source.title = "Words";
  source.year = 2019;
  EXPECT_EQ(SourceInWords(source), "Words (2019)");
}

TEST(Wording, QuietStancesTellNoWords) {
  const Analysis analysis = sample::MakeRich(sample::MakeLexicon());
  EXPECT_EQ(StanceWithCue(analysis, analysis.matches[0], false),
            "denied (“not”)");
  EXPECT_EQ(StanceWithCue(analysis, analysis.matches[0], true), "denied");
}

TEST(Wording, TermsOfLawAreNotSaidToBeHeardAsAnything) {
  const Lexicon lexicon = sample::MakeLexicon();
  EXPECT_EQ(OftenHeardAs(lexicon, sample::MakeMatch("ruin", "ruin", 2)), "");
  EXPECT_EQ(OftenHeardAs(lexicon, sample::MakeMatch("skill", "skill", 1)), "");
  EXPECT_EQ(OftenHeardAs(lexicon, sample::MakeMatch("burden", "burden", 0)),
            "Burden and cost");
}

TEST(Wording, DocumentsWithoutTitleGoByTheirPath) {
  Document document;
  EXPECT_EQ(NameOf(document, false), "text");
  document.path = "a\nb.txt";
  EXPECT_EQ(NameOf(document, false), "a b.txt");
}

}  // namespace
}  // namespace framescope
