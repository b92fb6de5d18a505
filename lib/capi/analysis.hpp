// How texts become analyses, for one call and for many.
#pragma once

#include <cstddef>
#include <memory>

#include "capi/handles.hpp"
#include "framescope/status.hpp"

namespace framescope {

// Fails unless `text` can be read: no NULL with a size, not over 4 GiB.
Status CheckText(const char* text, std::size_t size);

Result<std::unique_ptr<framescope_analysis>> AnalyzeText(
    const framescope_analyzer& analyzer, const framescope_text& text,
    Scratch& scratch);

}  // namespace framescope
