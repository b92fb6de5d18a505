// The gate before Boost.Regex: which expressions are let through.
#pragma once

#include <string>
#include <string_view>

#include "framescope/status.hpp"

namespace framescope {

struct RegexSyntax {
  Status status;        // kParse with the offset of what is not allowed
  std::string literal;  // see Regex::literal()
};

// Linear in `source`.
RegexSyntax CheckRegex(std::string_view source);

}  // namespace framescope
