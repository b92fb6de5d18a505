// Tested by tests/unit/capi/capi_test.c.
#include <utility>

#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/scratch_lock.hpp"

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

Status Give(Result<Analysis> made, framescope_analysis** out) {
  if (!made.ok()) return made.status();
  auto handle = std::make_unique<framescope_analysis>();
  handle->analysis = std::move(made).value();
  FillViews(handle.get());
  *out = handle.release();
  return Status();
}

// Analyses `input`, text or a document, into a new handle.
template <typename Input>
Status AnalyzeInto(framescope_analysis** out,
                   const framescope_analyzer* analyzer,
                   framescope_scratch* scratch, const Input& input) {
  ScratchLock lock(scratch);
  if (!lock.held()) return ScratchLock::InUse();
  return Give(analyzer->analyzer.Analyze(input, lock.scratch()), out);
}

}  // namespace

void FillViews(framescope_analysis* handle) {
  handle->matches.clear();
  handle->scores.clear();
  for (const Match& match : handle->analysis.matches) {
    handle->matches.push_back(View(match));
  }
  for (const AxisScore& score : handle->analysis.axes) {
    handle->scores.push_back({View(score.evoked), View(score.endorsed)});
  }
}

}  // namespace framescope

using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_analyze(framescope_analysis** out,
                                     const framescope_analyzer* analyzer,
                                     framescope_scratch* scratch,
                                     const char* text, size_t size,
                                     framescope_error* error) {
  return Guard(error, [&] {
    if (out == nullptr) return NullArgument("out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (scratch == nullptr) return NullArgument("scratch");
    if (text == nullptr && size != 0) return NullArgument("text");
    return framescope::AnalyzeInto(out, analyzer, scratch,
                                   framescope::TextView(text, size));
  });
}

framescope_status framescope_analyze_document(
    framescope_analysis** out, const framescope_analyzer* analyzer,
    framescope_scratch* scratch, const framescope_document* document,
    framescope_error* error) {
  return Guard(error, [&] {
    if (out == nullptr) return NullArgument("out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (scratch == nullptr) return NullArgument("scratch");
    if (document == nullptr) return NullArgument("document");
    return framescope::AnalyzeInto(out, analyzer, scratch, document->document);
  });
}

void framescope_analysis_free(framescope_analysis* analysis) {
  delete analysis;
}

const char* framescope_stance_name(framescope_stance stance) {
  if (stance >= framescope::kStances) return "";
  return framescope::ToString(static_cast<framescope::Stance>(stance)).data();
}

int framescope_stance_endorsed(framescope_stance stance) {
  return stance < framescope::kStances &&
         framescope::Endorsed(static_cast<framescope::Stance>(stance));
}

uint64_t framescope_analysis_word_count(const framescope_analysis* analysis) {
  return analysis == nullptr ? 0 : analysis->analysis.words;
}

uint64_t framescope_analysis_sentence_count(
    const framescope_analysis* analysis) {
  return analysis == nullptr ? 0 : analysis->analysis.sentences;
}

const char* framescope_analysis_text(const framescope_analysis* analysis,
                                     size_t* size_out) {
  if (size_out != nullptr) {
    *size_out =
        analysis == nullptr ? 0 : analysis->analysis.document.text.size();
  }
  return analysis == nullptr ? "" : analysis->analysis.document.text.c_str();
}

const framescope_match* framescope_analysis_matches(
    const framescope_analysis* analysis, size_t* count_out) {
  if (count_out != nullptr) {
    *count_out = analysis == nullptr ? 0 : analysis->matches.size();
  }
  return analysis == nullptr ? nullptr : analysis->matches.data();
}

const framescope_axis_score* framescope_analysis_scores(
    const framescope_analysis* analysis, size_t* count_out) {
  if (count_out != nullptr) {
    *count_out = analysis == nullptr ? 0 : analysis->scores.size();
  }
  return analysis == nullptr ? nullptr : analysis->scores.data();
}

}  // extern "C"
