// What HTML elements do to the text in them.
#pragma once

#include <cstdint>
#include <string_view>

namespace framescope {

enum class HtmlRole : std::uint8_t {
  kInline,
  kBlock,
  kHeading,
  kItem,
  kCell,
  kQuotation,
  kCode,
  kFurniture,  // navigation and footers: left out, their words counted
  kHidden
};

// By its name, in lower case; one that is not known is inline.
HtmlRole HtmlRoleOf(std::string_view name);

// Whether it never holds anything, and so has no end tag.
bool IsVoidElement(std::string_view name);

// Whether its attributes keep it from being shown.
bool IsHiddenByAttribute(std::string_view attributes);

}  // namespace framescope
