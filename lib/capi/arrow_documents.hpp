// One row for each document.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "capi/arrow_texts.hpp"
#include "capi/handles.hpp"

namespace framescope {

// Counts the texts and makes their batch; of no texts, its type.
Result<std::shared_ptr<const ArrowColumn>> DocumentRows(
    const framescope_analyzer& analyzer, const ArrowTexts& texts,
    const std::optional<ArrowPlace>& id, std::uint32_t jobs);

// A name as a column's: with _ for what is no letter or digit.
std::string ColumnName(std::string_view name);

// The names of poles as columns', negative and positive of each axis in turn;
// those that several axes have begin with their axis.
std::vector<std::string> PoleColumnNames(const Lexicon& lexicon);

}  // namespace framescope
