#include "report/explanation_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framescope {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

ReportContext Context() {
  Lexicon::Content content;
  content.name = "tiny";
  content.axes = {{"storm-harbour", "storm", "harbour", "", 0, true, false}};
  content.categories = {
      {"storm.wind", "W1", "Wind", 0, Pole::kNegative, false}};
  Entry entry;
  entry.pattern = "gale*";
  entry.when = "near {sea}";
  content.entries = {entry};
  Mask mask;
  mask.pattern = "gale force";
  content.masks = {mask};
  return {Lexicon(content), {{"negation.not", "“not” denies it"}}, "{}"};
}

Explanation Sample() {
  Explanation explanation;
  Analysis& analysis = explanation.analysis;
  analysis.document.text = "Not a gale.\nA gale force nine.";
  analysis.document.line_starts = {0, 12};
  analysis.sentence_spans = {{0, 11}, {12, 30}};
  Match match;
  match.span = {6, 10};
  match.stance = Stance::kNegated;
  match.rule = 0;
  match.cue = {0, 3};
  analysis.matches = {match};
  explanation.occurrences = {{{6, 10}, 0, 0, HiddenBy::kNothing, kNone, 0},
                             {{14, 18}, 0, 1, HiddenBy::kMask, 0, kNone}};
  return explanation;
}

TEST(ExplanationText, SaysWhichCueDecidedAndWhichMaskHid) {
  const std::string text = ExplanationText(Context(), Sample(), 0);
  EXPECT_THAT(text, HasSubstr("line 1: Not a gale."));
  EXPECT_THAT(text, HasSubstr("counts when: near {sea}"));
  EXPECT_THAT(text,
              HasSubstr("stance negated by rule negation.not, cue \"Not\""));
  EXPECT_THAT(text, HasSubstr("evoked, not endorsed"));
  EXPECT_THAT(text, HasSubstr("the mask gale force covers it"));
}

TEST(ExplanationText, KeepsToTheLineThatIsAskedFor) {
  const std::string text = ExplanationText(Context(), Sample(), 2);
  EXPECT_THAT(text, Not(HasSubstr("Not a gale")));
  EXPECT_THAT(text, HasSubstr("gale force"));
  EXPECT_THAT(ExplanationText(Context(), Sample(), 9),
              HasSubstr("No entry of the lexicon occurs here"));
}

TEST(ExplanationText, ShowsTheHeaviestWeightsOfASenseModel) {
  Explanation explanation = Sample();
  Occurrence& occurrence = explanation.occurrences[0];
  occurrence.match = kNone;
  occurrence.hidden = HiddenBy::kSense;
  occurrence.sense = {0.2, -1.386, {{"after=force", -2.5}, {"near=sea", 0.6}}};
  explanation.analysis.matches.clear();
  const std::string text = ExplanationText(Context(), explanation, 1);
  EXPECT_THAT(text, HasSubstr("sense model: 0.20 likely to be the frame; "
                              "weights add up to −1.39, most by after=force "
                              "−2.50, near=sea +0.60"));
  EXPECT_THAT(text, HasSubstr("not marked: the sense model takes it for "
                              "another sense"));
}

}  // namespace
}  // namespace framescope
