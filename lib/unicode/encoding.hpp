// Bytes of any encoding to valid UTF-8, with a report of what was done.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "framescope/status.hpp"

namespace framescope {

struct Kernel;

struct Decoded {
  std::string text;                  // valid UTF-8 without byte order mark
  std::string encoding;              // "utf-8", "utf-16le", "windows-1252" …
  std::uint64_t replaced = 0;        // malformed sequences that became U+FFFD
  std::int64_t first_replaced = -1;  // offset in the bytes of the first, or -1
};

// Decodes `bytes`. Without `encoding`: byte order mark, else UTF-16 by the
// parity of NUL bytes, else UTF-8 if valid or nearly so, else Windows-1252.
// Fails with kUnsupported when ICU does not know `encoding`.
Result<Decoded> Decode(std::string_view bytes, const std::string& encoding);

// The offset of the first byte that is not valid UTF-8, or -1. All kernels find
// the same; without one, the fastest looks.
std::int64_t FirstInvalidUtf8(std::string_view text);
std::int64_t FirstInvalidUtf8(const Kernel& kernel, std::string_view text);

}  // namespace framescope
