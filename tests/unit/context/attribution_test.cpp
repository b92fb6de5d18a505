// Reported speech, quotation marks and holders.
#include <gtest/gtest.h>

#include "unit/context/judged_text.hpp"

namespace framescope {
namespace {

void ExpectReported(std::string_view marked, std::string_view holder) {
  const auto judged = JudgeMarked(marked);
  SCOPED_TRACE(marked);
  EXPECT_EQ(judged[0].stance, "reported");
  EXPECT_EQ(judged[0].holder, holder);
}

TEST(Attribution, NamesTheHolder) {
  ExpectReported("The minister said that care is in [crisis]{crisis}.",
                 "The minister");
  ExpectReported("According to the regulator, care is in [crisis]{crisis}.",
                 "the regulator");
  ExpectReported("Care is in [crisis]{crisis}, the committee says.",
                 "the committee");
  ExpectReported(
      "“Care is in a deep [crisis]{crisis},” said Councillor Bright.",
      "Councillor Bright");
  ExpectReported("“Care is in a deep [crisis]{crisis}.” – Lena, Wick Street",
                 "Lena");
}

TEST(Attribution, AuthorsSpeakForThemselves) {
  EXPECT_EQ(Stances("I have often said that care is in [crisis]{crisis}."),
            "used");
  EXPECT_EQ(Stances("We say that care is in [crisis]{crisis}."), "used");
}

TEST(Attribution, DocumentsSpeakForTheirAuthors) {
  EXPECT_EQ(Stances("This report argues that care is in [crisis]{crisis}."),
            "used");
  EXPECT_EQ(Stances("Our charity believes that care is in [crisis]{crisis}."),
            "used");
  ExpectReported("Their report argues that care is in [crisis]{crisis}.",
                 "Their report");
}

TEST(Attribution, SpeakerMayBeInterrupted) {
  ExpectReported(
      "Ms Bright, when she came to us, said there was a [crisis]{crisis}.", "");
}

TEST(Attribution, UsualNarrativeIsItsOwnHolder) {
  const auto judged = JudgeMarked(
      "The dominant narrative paints it as a [safety net]{crisis}.");
  EXPECT_EQ(judged[0].stance, "rejected");
  EXPECT_EQ(judged[0].holder, "The dominant narrative");
}

TEST(Attribution, QuotedBehindAColonOrInTheCourseOfASentenceIsReported) {
  EXPECT_EQ(Stances("The plan was to build “a safety net for [crisis]{crisis} "
                    "and more” by May."),
            "reported");
  EXPECT_EQ(Stances("Here is a line from Jo: “I live with a [crisis]{crisis} "
                    "each day.”"),
            "reported");
}

TEST(Attribution, NeighbouringQuotationNamesTheSpeaker) {
  EXPECT_EQ(Stances("“We do need some help now,” said Lena. “It is a deep "
                    "[crisis]{crisis} for us.”"),
            "reported");
}

TEST(Attribution, AuthorsWordsAfterTheSpeakerAreUsed) {
  EXPECT_EQ(Stances("“Do come in,” said Abdul, a [talented]{strengths} man."),
            "used");
  EXPECT_EQ(
      Stances("In a [broken system]{crisis}, a nurse told us: “Go home.”"),
      "used");
}

TEST(Attribution, SpeechThatHasNotTakenPlaceReportsNothing) {
  EXPECT_EQ(Stances("Letters should speak of the [whole person]{human}."),
            "recommended");
}

TEST(Quotation, RunsAcrossSentences) {
  const auto judged = JudgeMarked(
      "“They closed the ward. It was [a scandal]{crisis},” said Mrs Petrov.");
  EXPECT_EQ(judged[0].stance, "reported");
  EXPECT_EQ(judged[0].holder, "Mrs Petrov");
  EXPECT_TRUE(judged[0].in_quotation);
}

TEST(Quotation, CueInsideIsNearerThanTheSpeaker) {
  EXPECT_EQ(Stances("“I am not [a burden]{crisis} on you,” said Ted."),
            "negated");
  EXPECT_EQ(Stances("“We moved from [crisis]{crisis} to [hope]{springboard},” "
                    "said Ted."),
            "moved_from moved_to");
}

TEST(Quotation, WhatASpeakerAsksForIsNotAskedForByTheAuthor) {
  EXPECT_EQ(Stances("“We should share [power]{agency} now,” said Ted."),
            "reported");
  EXPECT_EQ(Stances("Ted is right: we should share [power]{agency} now."),
            "recommended");
}

TEST(Verdict, ThatAgreesMakesItTheAuthorsOwn) {
  const auto judged = JudgeMarked(
      "Ted said that care is in [crisis]{crisis}. And he is right.");
  EXPECT_EQ(judged[0].stance, "used");
  EXPECT_EQ(judged[0].rule, "verdict.agrees");
  EXPECT_EQ(Stances("Ted said that care is in [crisis]{crisis}. We would not "
                    "agree."),
            "reported");
  EXPECT_EQ(Stances("He is right. Ted said that care is in [crisis]{crisis}."),
            "reported");
}

TEST(Quotation, CueInsideGovernsNothingOutside) {
  EXPECT_EQ(Stances("“We will never give up on it,” and the [crisis]{crisis} "
                    "is here."),
            "used");
}

TEST(Quotation, LongWithNobodyNamedIsReported) {
  EXPECT_EQ(Stances("“Our town has always had a lot of [strengths]{strengths} "
                    "in it.”"),
            "reported");
}

TEST(Quotation, IsMarkedAsSuch) {
  const auto judged = JudgeMarked(
      "“I always saw a lot of [strengths]{strengths} in our town.”");
  EXPECT_EQ(judged[0].stance, "reported");
  EXPECT_TRUE(judged[0].in_quotation);
  EXPECT_EQ(judged[0].rule, "quotation.unattributed");
}

TEST(Quotation, BlockOfQuotationIsReported) {
  const auto judged =
      JudgeMarked("We had real [strengths]{strengths}.", BlockKind::kQuotation);
  EXPECT_EQ(judged[0].stance, "reported");
  EXPECT_TRUE(judged[0].in_quotation);
}

TEST(Quotation, ApostrophesOpenNothing) {
  EXPECT_EQ(Stances("The carers’ [resilience]{strengths} and the residents’ "
                    "patience got us through."),
            "used");
  EXPECT_EQ(Stances("In the ’80s the [crisis]{crisis} wasn't ours."), "used");
}

TEST(Quotation, MeasuresAndNamesAreNotScareQuotes) {
  EXPECT_EQ(Stances("A 6\" step and a [talented]{strengths} man with a 9\" "
                    "rail."),
            "used");
  EXPECT_EQ(Stances("They run “The [Springboard]{springboard}” on Fridays."),
            "used");
}

TEST(Mention, WordsAreDiscussedAsWords) {
  EXPECT_EQ(Stances("The word ‘[sufferer]{deficit}’ is on page six."),
            "mentioned");
  EXPECT_EQ(Stances("The terms ‘[sufferer]{deficit}’, ‘[victim]{deficit}’ and "
                    "‘[case]{depersonalised}’ are on page six."),
            "mentioned mentioned mentioned");
  EXPECT_EQ(Stances("[Co-production]{agency} means planning together."),
            "mentioned");
}

TEST(Question, AsksAndDoesNotSay) {
  EXPECT_EQ(Stances("Is the [system broken]{crisis}?"), "supposed");
  EXPECT_EQ(Stances("Do forms call people [hard to reach]{deficit}?"),
            "supposed");
  EXPECT_EQ(Stances("The hall is in [ruins]{crisis}. What now?"), "used");
  EXPECT_EQ(Stances("See example.org/?page=4 for the [hope]{springboard}."),
            "used");
}

TEST(Question, DenialAtItsHeadMeansWhatItNames) {
  EXPECT_EQ(Stances("Don’t we all want [belonging]{springboard}?"), "used");
}

TEST(Question, TagAsksForTheClauseBeforeIt) {
  EXPECT_EQ(Stances("Our plans are [open]{agency}, aren’t they?"), "supposed");
  EXPECT_EQ(Stances("They are not really [open]{agency}, are they?"),
            "negated");
}

TEST(Condition, ReachesToTheComma) {
  EXPECT_EQ(Stances("If the market [collapses]{crisis}, they must move."),
            "supposed");
  EXPECT_EQ(Stances("If you go, ask about her [strengths]{strengths}."),
            "used");
}

TEST(Attribution, WhatIsDeniedToBeSaidIsDenied) {
  EXPECT_EQ(Stances("Nobody here thinks of Ted as a [burden]{crisis}."),
            "negated");
  EXPECT_EQ(Stances("Those who do not cope are seen as a [burden]{crisis}."),
            "reported");
}

}  // namespace
}  // namespace framescope
