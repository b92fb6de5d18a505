// Tested by tests/unit/capi/arrow_test.c.
//
// Arrow arrays in and out, all at once. Streams: arrow_stream.cpp.
#include "capi/arrow_column.hpp"
#include "capi/arrow_scorer.hpp"
#include "capi/guard.hpp"

namespace framescope {
namespace {

framescope_status ScoreArray(ArrowSchema* schema_out, ArrowArray* array_out,
                             const framescope_analyzer* analyzer,
                             const ArrowSchema* schema, const ArrowArray* texts,
                             ArrowRows rows,
                             const framescope_arrow_options* options,
                             framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (schema_out == nullptr) return NullArgument("schema_out");
    if (array_out == nullptr) return NullArgument("array_out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (schema == nullptr) return NullArgument("schema");
    if (texts == nullptr) return NullArgument("texts");
    auto scorer =
        ArrowScorer::Open(*analyzer, rows, RequestOf(options), *schema);
    if (!scorer.ok()) return scorer.status();
    auto scored = scorer.value().Score(*texts);
    if (!scored.ok()) return scored.status();
    ArrowArray array;
    ExportArray(scored.value(), &array);
    try {
      ExportSchema(*scored.value(), schema_out);
    } catch (...) {
      array.release(&array);
      throw;
    }
    *array_out = array;
    return Status();
  });
}

}  // namespace
}  // namespace framescope

extern "C" {

framescope_status framescope_arrow_documents(
    struct ArrowSchema* schema_out, struct ArrowArray* array_out,
    const framescope_analyzer* analyzer, const struct ArrowSchema* schema,
    const struct ArrowArray* texts, const framescope_arrow_options* options,
    framescope_error* error) {
  return framescope::ScoreArray(schema_out, array_out, analyzer, schema, texts,
                                framescope::ArrowRows::kDocuments, options,
                                error);
}

framescope_status framescope_arrow_matches(
    struct ArrowSchema* schema_out, struct ArrowArray* array_out,
    const framescope_analyzer* analyzer, const struct ArrowSchema* schema,
    const struct ArrowArray* texts, const framescope_arrow_options* options,
    framescope_error* error) {
  return framescope::ScoreArray(schema_out, array_out, analyzer, schema, texts,
                                framescope::ArrowRows::kMatches, options,
                                error);
}

}  // extern "C"
