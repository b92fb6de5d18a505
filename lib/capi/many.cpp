// Tested by tests/unit/capi/many_test.c.
#include "capi/many.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <new>

#include "capi/analysis.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "engine/contained.hpp"

namespace framescope {
namespace {

using Made = Result<std::unique_ptr<framescope_analysis>>;

Made AnalyzeContained(const framescope_analyzer& analyzer,
                      const framescope_text& text, Scratch& scratch) {
  return Contained(scratch,
                   [&] { return AnalyzeText(analyzer, text, scratch); });
}

TextsOptions OptionsOf(const framescope_analyzer& analyzer,
                       const framescope_many_options* options) {
  TextsOptions used;
  if (FRAMESCOPE_HAS_FIELD(options, jobs)) used.jobs = options->jobs;
  used.scratches = analyzer.scratches.get();
  return used;
}

Status CheckMany(const framescope_analyzer* analyzer,
                 const framescope_text* texts, std::size_t count) {
  if (analyzer == nullptr) return NullArgument("analyzer");
  if (texts == nullptr && count != 0) return NullArgument("texts");
  return Status();
}

Status AnalyzeInOrder(const framescope_analyzer& analyzer,
                      std::span<const framescope_text> texts,
                      const TextsOptions& options, framescope_result_fn result,
                      void* payload) {
  const bool finished = ForEachTextInOrder<Made>(
      SizesOf(texts), options,
      [&](std::size_t i, Scratch& scratch) {
        return AnalyzeContained(analyzer, texts[i], scratch);
      },
      [&](std::size_t i, Made& made) {
        if (made.ok()) {
          return result(payload, i, made.value().get(), nullptr) == 0;
        }
        framescope_error why = FRAMESCOPE_ERROR_INIT;
        Fail(made.status(), &why);
        return result(payload, i, nullptr, &why) == 0;
      });
  if (finished) return Status();
  return Status(StatusCode::kCallback, "stopped by the caller");
}

// The caller's array of errors, whose structs may be smaller than ours.
class ErrorArray {
 public:
  explicit ErrorArray(framescope_error* errors)
      : first_(reinterpret_cast<char*>(errors)),
        stride_(errors == nullptr ? 0 : errors->struct_size) {}

  Status Check() const {
    if (first_ == nullptr ||
        (stride_ != 0 && stride_ % alignof(framescope_error) == 0)) {
      return Status();
    }
    return Status(StatusCode::kInvalidArgument,
                  "errors: struct_size is not set");
  }

  void Set(std::size_t index, const Status& status) const {
    if (first_ == nullptr) return;
    Fail(status, reinterpret_cast<framescope_error*>(first_ + index * stride_));
  }

 private:
  char* first_;
  std::size_t stride_;
};

}  // namespace

std::vector<std::string_view> SizesOf(std::span<const framescope_text> texts) {
  std::vector<std::string_view> sizes;
  sizes.reserve(texts.size());
  for (const framescope_text& text : texts) {
    sizes.push_back(CheckText(text.data, text.size).ok()
                        ? TextView(text.data, text.size)
                        : std::string_view());
  }
  return sizes;
}

void CountTexts(const framescope_counts& columns,
                const framescope_analyzer& analyzer,
                std::span<const framescope_text> texts, std::uint32_t jobs,
                const std::function<void(std::size_t, const Status&)>& failed) {
  ForEachText(SizesOf(texts), {jobs, analyzer.scratches.get()},
              [&](std::size_t i, Scratch& scratch) noexcept {
                const framescope_counts row = RowOf(columns, i);
                const Status status = Contained(scratch, [&] {
                  return CountInto(row, analyzer.analyzer, scratch, texts[i]);
                });
                if (status.ok()) return;
                ClearRow(row, static_cast<framescope_status>(status.code()));
                if (failed) failed(i, status);
              });
}

}  // namespace framescope

using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_analyze_many(
    const framescope_analyzer* analyzer, const framescope_text* texts,
    size_t count, const framescope_many_options* options,
    framescope_result_fn result, void* payload, framescope_error* error) {
  return Guard(error, [&]() -> Status {
    const Status sound = framescope::CheckMany(analyzer, texts, count);
    if (!sound.ok()) return sound;
    if (result == nullptr) return NullArgument("result");
    return framescope::AnalyzeInOrder(*analyzer, {texts, count},
                                      framescope::OptionsOf(*analyzer, options),
                                      result, payload);
  });
}

framescope_status framescope_analyze_all(framescope_analysis** out,
                                         framescope_error* errors,
                                         const framescope_analyzer* analyzer,
                                         const framescope_text* texts,
                                         size_t count,
                                         const framescope_many_options* options,
                                         framescope_error* error) {
  return Guard(error, [&]() -> Status {
    const Status sound = framescope::CheckMany(analyzer, texts, count);
    if (!sound.ok()) return sound;
    if (count == 0) return Status();
    if (out == nullptr) return NullArgument("out");
    const framescope::ErrorArray reasons(errors);
    const Status strided = reasons.Check();
    if (!strided.ok()) return strided;
    std::vector<std::unique_ptr<framescope_analysis>> made(count);
    framescope::ForEachText(framescope::SizesOf({texts, count}),
                            framescope::OptionsOf(*analyzer, options),
                            [&](std::size_t i, framescope::Scratch& scratch) {
                              auto one = framescope::AnalyzeContained(
                                  *analyzer, texts[i], scratch);
                              if (one.ok()) {
                                made[i] = std::move(one).value();
                              } else {
                                reasons.Set(i, one.status());
                              }
                            });
    for (std::size_t i = 0; i < count; ++i) out[i] = made[i].release();
    return Status();
  });
}

framescope_status framescope_count_many(const framescope_counts* out,
                                        const framescope_analyzer* analyzer,
                                        const framescope_text* texts,
                                        size_t count,
                                        const framescope_many_options* options,
                                        framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    const Status sound = framescope::CheckMany(analyzer, texts, count);
    if (!sound.ok()) return sound;
    const framescope_counts columns = framescope::CountsOf(out);
    const Status shaped =
        framescope::CheckCounts(columns, analyzer->analyzer.lexicon());
    if (!shaped.ok()) return shaped;
    framescope::CountTexts(columns, *analyzer, {texts, count},
                           framescope::OptionsOf(*analyzer, options).jobs,
                           nullptr);
    return Status();
  });
}

}  // extern "C"
