// Tested by tests/unit/capi/capi_test.c.
#include <algorithm>

#include "capi/guard.hpp"

namespace framescope {
namespace {

Status CheckOffsets(const std::uint64_t* offsets, std::size_t count,
                    std::size_t size) {
  for (std::size_t i = 0; i < count; ++i) {
    const bool ordered = i == 0 || offsets[i - 1] <= offsets[i];
    if (ordered && offsets[i] <= size) continue;
    return Status(StatusCode::kInvalidArgument,
                  "offset " + std::to_string(i) +
                      (ordered ? " lies behind the text"
                               : " is smaller than the one before"));
  }
  return Status();
}

// The units that begin with this byte of UTF-8.
std::uint64_t UnitsOf(unsigned char byte, framescope_unit unit) {
  if ((byte & 0xC0) == 0x80) return 0;
  return unit == FRAMESCOPE_UNIT_UTF16 && byte >= 0xF0 ? 2 : 1;
}

void Convert(std::uint64_t* out, std::string_view text,
             const std::uint64_t* offsets, std::size_t count,
             framescope_unit unit) {
  std::uint64_t units = 0, byte = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t wanted = offsets[i];  // `out` may be `offsets`
    for (; byte < wanted; ++byte) {
      units += UnitsOf(static_cast<unsigned char>(text[byte]), unit);
    }
    out[i] = units;
  }
}

}  // namespace
}  // namespace framescope

extern "C" framescope_status framescope_convert_offsets(
    uint64_t* out, const char* text, size_t size, const uint64_t* offsets,
    size_t count, framescope_unit unit, framescope_error* error) {
  using namespace framescope;
  return Guard(error, [&]() -> Status {
    if (text == nullptr && size != 0) return NullArgument("text");
    if (count == 0) return Status();
    if (out == nullptr) return NullArgument("out");
    if (offsets == nullptr) return NullArgument("offsets");
    if (unit > FRAMESCOPE_UNIT_UTF16) {
      return Status(StatusCode::kInvalidArgument,
                    "unknown unit " + std::to_string(unit));
    }
    const Status sound = CheckOffsets(offsets, count, size);
    if (!sound.ok()) return sound;
    Convert(out, TextView(text, size), offsets, count, unit);
    return Status();
  });
}
