// Tested by tests/unit/capi/arrow_test.c.
#include "capi/arrow_scorer.hpp"

#include <cstddef>

#include "capi/arrow_documents.hpp"
#include "capi/guard.hpp"

namespace framescope {

ArrowRequest RequestOf(const framescope_arrow_options* options) {
  ArrowRequest request;
  request.names.text = "text";
  if (FRAMESCOPE_HAS_FIELD(options, jobs)) request.jobs = options->jobs;
  if (FRAMESCOPE_HAS_FIELD(options, text_column) &&
      options->text_column != nullptr) {
    request.names.text = options->text_column;
  }
  if (FRAMESCOPE_HAS_FIELD(options, id_column)) {
    request.names.id = OrEmpty(options->id_column);
  }
  if (FRAMESCOPE_HAS_FIELD(options, first_document)) {
    request.first_document = options->first_document;
  }
  return request;
}

Result<ArrowScorer> ArrowScorer::Open(const framescope_analyzer& analyzer,
                                      ArrowRows rows,
                                      const ArrowRequest& request,
                                      const ArrowSchema& schema) {
  const auto places = FindColumns(schema, request.names);
  if (!places.ok()) return places.status();
  return ArrowScorer(analyzer, rows, request, places.value());
}

Result<std::shared_ptr<const ArrowColumn>> ArrowScorer::Rows(
    const ArrowTexts& texts) const {
  if (rows_ == ArrowRows::kDocuments) {
    return DocumentRows(analyzer_, texts, places_.id, request_.jobs);
  }
  return MatchRows(analyzer_, *dictionaries_, texts, places_.id, request_.jobs);
}

Result<std::shared_ptr<const ArrowColumn>> ArrowScorer::Type() const {
  return Rows({});
}

Result<std::shared_ptr<const ArrowColumn>> ArrowScorer::Score(
    const ArrowArray& array) {
  const auto texts = ReadTexts(array, places_, request_.first_document);
  if (!texts.ok()) return texts.status();
  auto rows = Rows(texts.value());
  if (rows.ok()) request_.first_document += texts.value().size();
  return rows;
}

}  // namespace framescope
