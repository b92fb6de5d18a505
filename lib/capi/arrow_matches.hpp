// One row for each match.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "capi/arrow_texts.hpp"
#include "capi/handles.hpp"

namespace framescope {

// The strings that matches name by their index: made once, shared by all
// batches.
struct ArrowDictionaries {
  explicit ArrowDictionaries(const Analyzer& analyzer);

  std::shared_ptr<const ArrowColumn> axes, poles, categories, entries, stances,
      loci, rules;
};

// Analyses the texts and makes their batch; of no texts, its type.
Result<std::shared_ptr<const ArrowColumn>> MatchRows(
    const framescope_analyzer& analyzer, const ArrowDictionaries& dictionaries,
    const ArrowTexts& texts, const std::optional<ArrowPlace>& id,
    std::uint32_t jobs);

}  // namespace framescope
