// ArrowScorer: arrays of texts in, batches of rows out.
#pragma once

#include <cstdint>
#include <memory>

#include "capi/arrow_column.hpp"
#include "capi/arrow_input.hpp"
#include "capi/arrow_matches.hpp"
#include "capi/handles.hpp"
#include "framescope/status.hpp"

namespace framescope {

enum class ArrowRows : std::uint8_t { kDocuments, kMatches };

// What a caller asks for.
struct ArrowRequest {
  ArrowNames names;
  std::uint32_t jobs = 0;
  std::uint64_t first_document = 0;
};

ArrowRequest RequestOf(const framescope_arrow_options* options);

// Makes batches of rows, one after another, over columns of the same type.
// Shares what it needs of the analyzer, which may be freed before it. Belongs
// to one thread at a time.
class ArrowScorer {
 public:
  static Result<ArrowScorer> Open(const framescope_analyzer& analyzer,
                                  ArrowRows rows, const ArrowRequest& request,
                                  const ArrowSchema& schema);

  // The type of all batches: one without rows.
  Result<std::shared_ptr<const ArrowColumn>> Type() const;
  // The rows of one array of texts. Cost: that of their analysis.
  Result<std::shared_ptr<const ArrowColumn>> Score(const ArrowArray& texts);

 private:
  ArrowScorer(const framescope_analyzer& analyzer, ArrowRows rows,
              const ArrowRequest& request, const ArrowPlaces& places)
      : analyzer_(analyzer),
        rows_(rows),
        request_(request),
        places_(places),
        dictionaries_(
            std::make_shared<const ArrowDictionaries>(analyzer.analyzer)) {}

  Result<std::shared_ptr<const ArrowColumn>> Rows(
      const ArrowTexts& texts) const;

  framescope_analyzer analyzer_;
  ArrowRows rows_;
  ArrowRequest request_;
  ArrowPlaces places_;
  std::shared_ptr<const ArrowDictionaries> dictionaries_;
};

}  // namespace framescope
