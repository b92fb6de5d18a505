// Texts of a caller's memory on several threads.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "capi/count.hpp"
#include "engine/texts.hpp"
#include "framescope/framescope.h"

namespace framescope {

// The texts as the engine cuts them into packets; only their sizes count.
std::vector<std::string_view> SizesOf(std::span<const framescope_text> texts);

// Counts texts into columns. Failed texts have rows of zeros; `failed`, when
// given, is called with the reason, on any thread.
void CountTexts(const framescope_counts& columns,
                const framescope_analyzer& analyzer,
                std::span<const framescope_text> texts, std::uint32_t jobs,
                const std::function<void(std::size_t, const Status&)>& failed);

}  // namespace framescope
