// The form of a word under which it is matched.
#pragma once

#include <string>
#include <string_view>

namespace framescope {

// NFKC case-folded with every apostrophe as '; soft hyphens and other
// characters without a shape vanish. Linear.
std::string FoldCase(std::string_view word);

// The same without the case-folding, for words looked for in exact case.
std::string FoldExact(std::string_view word);

// Cuts a possessive ending ('s, or ' after s) from a folded word, but leaves
// contractions such as "it's" whole.
std::string_view WithoutPossessive(std::string_view folded);

// What TypeTable keeps as the key: FoldCase, then WithoutPossessive.
std::string FoldKey(std::string_view word);

// The same in exact case.
std::string FoldExactKey(std::string_view word);

}  // namespace framescope
