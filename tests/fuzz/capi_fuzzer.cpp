// Any bytes through the C API: as text both gears agree on; as a column of
// strings that Arrow lays out in two ways, from a slice of it; as a total.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "framescope/framescope.h"

namespace {

void Must(bool sound) {
  if (!sound) std::abort();
}

const framescope_analyzer* TheAnalyzer() {
  static framescope_analyzer* const analyzer = [] {
    framescope_lexicon* lexicon = nullptr;
    framescope_analyzer* made = nullptr;
    Must(framescope_lexicon_new_builtin(&lexicon, nullptr) == FRAMESCOPE_OK);
    Must(framescope_analyzer_new(&made, lexicon, nullptr, nullptr, nullptr,
                                 nullptr) == FRAMESCOPE_OK);
    framescope_lexicon_free(lexicon);
    return made;
  }();
  return analyzer;
}

framescope_scratch* TheScratch() {
  static framescope_scratch* const scratch = [] {
    framescope_scratch* made = nullptr;
    Must(framescope_scratch_new(&made, nullptr) == FRAMESCOPE_OK);
    return made;
  }();
  return scratch;
}

void BothGears(const char* text, std::size_t size) {
  const framescope_analyzer* analyzer = TheAnalyzer();
  framescope_analysis* analysis = nullptr;
  std::vector<framescope_axis_count> axes(
      framescope_lexicon_axis_count(framescope_analyzer_lexicon(analyzer)));
  framescope_extent extent = {}, counted = {};
  framescope_counts out = FRAMESCOPE_COUNTS_INIT;
  out.axes = axes.data();
  out.axis_count = axes.size();
  out.extents = &counted;
  const framescope_status status = framescope_analyze(
      &analysis, analyzer, TheScratch(), text, size, nullptr);
  Must(framescope_count(&out, analyzer, TheScratch(), text, size, nullptr) ==
       status);
  if (status != FRAMESCOPE_OK) return;
  framescope_analysis_extent(&extent, analysis);
  Must(std::memcmp(&extent, &counted, sizeof extent) == 0);
  std::size_t count = 0;
  const framescope_axis_score* scores =
      framescope_analysis_scores(analysis, &count);
  Must(count == axes.size());
  for (std::size_t i = 0; i < count; ++i) {
    Must(scores[i].evoked.negative_count == axes[i].evoked.negative);
    Must(scores[i].endorsed.positive_count == axes[i].endorsed.positive);
  }
  framescope_analysis_free(analysis);
}

// The bytes cut where they hold a NUL, as a column that begins at its second
// string.
void Column(const char* format, const char* text, std::size_t size) {
  std::vector<std::int32_t> ends = {0};
  for (std::size_t i = 0; i < size; ++i) {
    if (text[i] == 0) ends.push_back(static_cast<std::int32_t>(i));
  }
  ends.push_back(static_cast<std::int32_t>(size));
  const std::vector<std::int64_t> large(ends.begin(), ends.end());
  const void* buffers[3] = {nullptr, ends.data(), text};
  if (format[0] == 'U') buffers[1] = large.data();
  ArrowSchema schema = {}, schema_out = {};
  ArrowArray array = {}, rows = {};
  schema.format = format;
  schema.release = [](ArrowSchema* self) { self->release = nullptr; };
  array.offset = ends.size() > 2 ? 1 : 0;
  array.length = static_cast<std::int64_t>(ends.size()) - 1 - array.offset;
  array.n_buffers = 3;
  array.buffers = buffers;
  array.release = [](ArrowArray* self) { self->release = nullptr; };
  Must(framescope_arrow_matches(&schema_out, &rows, TheAnalyzer(), &schema,
                                &array, nullptr, nullptr) == FRAMESCOPE_OK);
  schema_out.release(&schema_out);
  rows.release(&rows);
  Must(framescope_arrow_documents(&schema_out, &rows, TheAnalyzer(), &schema,
                                  &array, nullptr, nullptr) == FRAMESCOPE_OK);
  Must(rows.length == array.length);
  schema_out.release(&schema_out);
  rows.release(&rows);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const char* text = reinterpret_cast<const char*>(data);
  BothGears(text, size);
  if (size > 0) Column("u", text, size);
  if (size > 0) Column("U", text, size);
  framescope_total* total = nullptr;
  const framescope_status status =
      framescope_total_read(&total, TheAnalyzer(), text, size, nullptr);
  Must((status == FRAMESCOPE_OK) == (total != nullptr));
  framescope_total_free(total);
  return 0;
}
