// The texts of one Arrow array, with the columns that lead back to them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "capi/arrow_column.hpp"
#include "capi/arrow_input.hpp"
#include "framescope/framescope.h"
#include "framescope/status.hpp"

namespace framescope {

// Texts where they lie in the array: nothing is copied. A null is an empty
// text, and marked.
struct ArrowTexts {
  std::vector<framescope_text> texts;
  std::vector<bool> nulls;
  std::optional<ArrowReader> ids;
  std::uint64_t first_document = 0;

  std::size_t size() const { return texts.size(); }
};

Result<ArrowTexts> ReadTexts(const ArrowArray& array, const ArrowPlaces& places,
                             std::uint64_t first_document);

// The columns "document" and, when there are ids, "id".
class ArrowKeys {
 public:
  explicit ArrowKeys(const std::optional<ArrowPlace>& id);

  Status Add(const ArrowTexts& texts, std::size_t index);
  void MoveTo(std::vector<ArrowColumn>* columns) &&;

 private:
  ArrowColumn document_;
  std::optional<ArrowColumn> id_;
};

// Columns as the children of one struct. kTooLarge when one overflowed.
Result<std::shared_ptr<const ArrowColumn>> MakeBatch(
    std::vector<ArrowColumn> columns);

}  // namespace framescope
