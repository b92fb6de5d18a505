// Tested by tests/unit/capi/capi_test.c.
//
// Analyses as callers see them: views of the frozen layouts.
#include <string>

#include "capi/guard.hpp"
#include "capi/handles.hpp"

namespace framescope {
namespace {

#define FRAMESCOPE_SAME(cpp, c) \
  static_assert(static_cast<framescope_stance>(Stance::cpp) == (c))
FRAMESCOPE_SAME(kUsed, FRAMESCOPE_STANCE_USED);
FRAMESCOPE_SAME(kNegated, FRAMESCOPE_STANCE_NEGATED);
FRAMESCOPE_SAME(kMovedFrom, FRAMESCOPE_STANCE_MOVED_FROM);
FRAMESCOPE_SAME(kMovedTo, FRAMESCOPE_STANCE_MOVED_TO);
FRAMESCOPE_SAME(kReported, FRAMESCOPE_STANCE_REPORTED);
FRAMESCOPE_SAME(kRejected, FRAMESCOPE_STANCE_REJECTED);
FRAMESCOPE_SAME(kRecommended, FRAMESCOPE_STANCE_RECOMMENDED);
FRAMESCOPE_SAME(kSupposed, FRAMESCOPE_STANCE_SUPPOSED);
FRAMESCOPE_SAME(kMentioned, FRAMESCOPE_STANCE_MENTIONED);
#undef FRAMESCOPE_SAME

framescope_match View(const Match& match) {
  framescope_match view = {};
  view.begin = match.span.begin;
  view.end = match.span.end;
  view.char_begin = match.chars.begin;
  view.char_end = match.chars.end;
  view.utf16_begin = match.utf16.begin;
  view.utf16_end = match.utf16.end;
  view.cue_begin = match.cue.begin;
  view.cue_end = match.cue.end;
  view.holder_begin = match.holder.begin;
  view.holder_end = match.holder.end;
  view.entry = match.entry;
  view.category = match.category;
  view.weight = match.weight;
  view.stance = static_cast<framescope_stance>(match.stance);
  view.locus = static_cast<std::uint32_t>(match.locus);
  view.sentence = match.sentence;
  view.line = match.line;
  view.page = match.page;
  view.rule = match.rule;
  view.pair = match.pair;
  if (match.repeated) view.flags |= FRAMESCOPE_MATCH_REPEATED;
  if (match.in_quotation) view.flags |= FRAMESCOPE_MATCH_QUOTED;
  return view;
}

}  // namespace

framescope_balance View(const Balance& balance) {
  return {balance.negative.count,
          balance.positive.count,
          balance.negative.weighted,
          balance.positive.weighted,
          balance.negative.per_1000,
          balance.positive.per_1000,
          balance.balance,
          balance.low,
          balance.high,
          balance.log_ratio,
          balance.log_ratio_error,
          static_cast<framescope_verdict>(balance.verdict),
          0};
}

void FillViews(framescope_analysis* handle) {
  const Analysis& analysis = handle->analysis;
  handle->matches.clear();
  handle->scores.clear();
  handle->categories.clear();
  handle->reframings.clear();
  handle->matches.reserve(analysis.matches.size());
  for (const Match& match : analysis.matches) {
    handle->matches.push_back(View(match));
  }
  for (const AxisScore& score : analysis.axes) {
    handle->scores.push_back({View(score.evoked), View(score.endorsed)});
  }
  for (const CategoryCount& count : analysis.categories) {
    handle->categories.push_back({count.evoked, count.endorsed});
  }
  for (const Reframing& reframing : analysis.reframings) {
    handle->reframings.push_back(
        {reframing.from, reframing.to, reframing.rule, 0});
  }
}

}  // namespace framescope

using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

namespace {

// A vector of views as pointer and count; nothing for NULL.
template <typename View>
const View* Borrow(const framescope_analysis* analysis,
                   std::vector<View> framescope_analysis::*views,
                   size_t* count_out) {
  if (count_out != nullptr) {
    *count_out = analysis == nullptr ? 0 : (analysis->*views).size();
  }
  return analysis == nullptr ? nullptr : (analysis->*views).data();
}

}  // namespace

extern "C" {

const char* framescope_stance_name(framescope_stance stance) {
  if (stance >= framescope::kStances) return "";
  return framescope::ToString(static_cast<framescope::Stance>(stance)).data();
}

int framescope_stance_endorsed(framescope_stance stance) {
  return stance < framescope::kStances &&
         framescope::Endorsed(static_cast<framescope::Stance>(stance));
}

void framescope_analysis_extent(framescope_extent* out,
                                const framescope_analysis* analysis) {
  if (out == nullptr) return;
  *out = analysis == nullptr ? framescope_extent{}
                             : framescope::ExtentOf(analysis->analysis);
}

uint64_t framescope_analysis_word_count(const framescope_analysis* analysis) {
  return analysis == nullptr ? 0 : analysis->analysis.words;
}

uint64_t framescope_analysis_sentence_count(
    const framescope_analysis* analysis) {
  return analysis == nullptr ? 0 : analysis->analysis.sentences;
}

framescope_status framescope_analysis_sentence(
    framescope_span* out, const framescope_analysis* analysis, size_t index) {
  return Guard(nullptr, [&]() -> Status {
    if (out == nullptr || analysis == nullptr) return NullArgument("argument");
    const auto& sentences = analysis->analysis.sentence_spans;
    if (index >= sentences.size()) {
      return framescope::OutOfRange("sentence", index, sentences.size());
    }
    *out = {sentences[index].begin, sentences[index].end};
    return Status();
  });
}

const char* framescope_analysis_text(const framescope_analysis* analysis,
                                     size_t* size_out) {
  return framescope_document_text(framescope_analysis_document(analysis),
                                  size_out);
}

const framescope_document* framescope_analysis_document(
    const framescope_analysis* analysis) {
  return analysis == nullptr ? nullptr : &analysis->document;
}

const framescope_match* framescope_analysis_matches(
    const framescope_analysis* analysis, size_t* count_out) {
  return Borrow(analysis, &framescope_analysis::matches, count_out);
}

const framescope_axis_score* framescope_analysis_scores(
    const framescope_analysis* analysis, size_t* count_out) {
  return Borrow(analysis, &framescope_analysis::scores, count_out);
}

const framescope_category_count* framescope_analysis_categories(
    const framescope_analysis* analysis, size_t* count_out) {
  return Borrow(analysis, &framescope_analysis::categories, count_out);
}

double framescope_analysis_category_score(const framescope_analysis* analysis,
                                          size_t category) {
  if (analysis == nullptr) return 0;
  const auto& categories = analysis->analysis.categories;
  return category < categories.size() ? categories[category].weighted : 0;
}

const framescope_reframing* framescope_analysis_reframings(
    const framescope_analysis* analysis, size_t* count_out) {
  return Borrow(analysis, &framescope_analysis::reframings, count_out);
}

void framescope_analysis_measures(framescope_measures* out,
                                  const framescope_analysis* analysis) {
  if (out == nullptr) return;
  *out = framescope_measures{};
  if (analysis == nullptr) return;
  const framescope::Measures& measures = analysis->analysis.measures;
  *out = {measures.buzzword_share, measures.problem_without_way_forward.data(),
          measures.problem_without_way_forward.size(), measures.missing.data(),
          measures.missing.size()};
}

}  // extern "C"
