// Text of strangers made safe to stand in an HTML page.
#pragma once

#include <string>
#include <string_view>

namespace framescope {

// Appends `text` with & < > " ' escaped, so that it may stand as text or in a
// quoted attribute. White space stays; controls and marks that turn the
// direction of text are shown as \u{..}; bytes that are not UTF-8 are U+FFFD.
void AppendHtml(std::string_view text, std::string* out);
std::string Html(std::string_view text);

}  // namespace framescope
