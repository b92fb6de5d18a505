// How a lexicon that was read becomes a handle.
#pragma once

#include <string>
#include <vector>

#include "framescope/framescope.h"
#include "framescope/lexicon.hpp"

namespace framescope {

// Hands `made` over, after its findings.
Status GiveLexicon(Result<Lexicon> made,
                   const std::vector<Diagnostic>& findings,
                   framescope_diagnostic_fn diagnostic, void* payload,
                   framescope_lexicon** out);

}  // namespace framescope
