// HTML added to a text that is being built: for pages, e-mail and Markdown.
#pragma once

#include <string_view>

#include "document/block_builder.hpp"

namespace framescope {

// Adds the text of `html`, valid UTF-8, to `builder`; the title and notices
// go to `document`. Navigation, footers, scripts and hidden elements are left
// out. With `first_line` above 0 the lines of the file are counted from it.
void AddHtml(std::string_view html, std::uint32_t first_line,
             BlockBuilder* builder, Document* document);

}  // namespace framescope
