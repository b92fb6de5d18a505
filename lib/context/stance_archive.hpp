// Stance rules as bytes, and back: TOML takes longer to read than most texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "context/stance_rules.hpp"

namespace framescope {

// The rules behind their label; empty when a pattern of theirs cannot be
// written (PatternSet::Write).
std::string WriteStanceArchive(const StanceRules& rules);

// The rules of an archive. None when it is of another label, or not whole.
std::optional<StanceRules> ReadStanceArchive(std::string_view archive,
                                             std::string_view label);

}  // namespace framescope
