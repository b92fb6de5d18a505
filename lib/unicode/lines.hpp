// Lines of UTF-8 text: where they end and how wide they are; and quotation
// marks.
#pragma once

#include <cstddef>
#include <string_view>

namespace framescope {

struct Kernel;

// The first offset >= `at` where a line of valid UTF-8 ends: at LF, VT, FF, CR,
// U+0085, U+2028 or U+2029; text.size() if there is none. Sets *characters to
// the number of those passed over. Reads some 64 bytes at a time; linear in
// what it passes over. All kernels find the same.
std::size_t FindLineEnd(const Kernel& kernel, std::string_view text,
                        std::size_t at, std::size_t* characters);

// The first offset >= `at` of `text` with a straight quotation mark, or with a
// byte that may begin another one (C2 or E2); text.size() if there is none.
std::size_t FindQuote(std::string_view text, std::size_t at);

}  // namespace framescope
