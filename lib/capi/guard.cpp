// Tested by tests/unit/capi/capi_test.c.
#include "capi/guard.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "base/code_point.hpp"

namespace framescope {
namespace {

#define FRAMESCOPE_SAME(cpp, c) \
  static_assert(static_cast<framescope_status>(StatusCode::cpp) == (c))
FRAMESCOPE_SAME(kOk, FRAMESCOPE_OK);
FRAMESCOPE_SAME(kInvalidArgument, FRAMESCOPE_E_INVALID_ARGUMENT);
FRAMESCOPE_SAME(kNoMemory, FRAMESCOPE_E_NO_MEMORY);
FRAMESCOPE_SAME(kIo, FRAMESCOPE_E_IO);
FRAMESCOPE_SAME(kParse, FRAMESCOPE_E_PARSE);
FRAMESCOPE_SAME(kEncoding, FRAMESCOPE_E_ENCODING);
FRAMESCOPE_SAME(kUnsupported, FRAMESCOPE_E_UNSUPPORTED);
FRAMESCOPE_SAME(kTooLarge, FRAMESCOPE_E_TOO_LARGE);
FRAMESCOPE_SAME(kCallback, FRAMESCOPE_E_CALLBACK);
FRAMESCOPE_SAME(kInternal, FRAMESCOPE_E_INTERNAL);
FRAMESCOPE_SAME(kNoText, FRAMESCOPE_E_NO_TEXT);
#undef FRAMESCOPE_SAME

// The most bytes of `text` that fit into `room` without cutting a character.
std::size_t WholeCharacters(std::string_view text, std::size_t room) {
  return CodePointStart(text, std::min(room, text.size()));
}

}  // namespace

framescope_status Fail(StatusCode code, std::string_view message,
                       const SourceLocation& where, framescope_error* error) {
  const auto status = static_cast<framescope_status>(code);
  if (error == nullptr || error->struct_size < sizeof(std::uint32_t)) {
    return status;
  }
  framescope_error full = FRAMESCOPE_ERROR_INIT;
  full.struct_size = error->struct_size;
  full.status = status;
  full.offset = where.offset;
  full.line = where.line;
  full.column = where.column;
  const std::size_t known =
      std::min<std::size_t>(error->struct_size, sizeof full);
  const std::size_t before = offsetof(framescope_error, message);
  if (known > before) {
    const std::size_t size = WholeCharacters(message, known - before - 1);
    std::memcpy(full.message, message.data(), size);
    full.message[size] = '\0';
  }
  std::memcpy(error, &full, known);
  return status;
}

framescope_status Fail(const Status& status, framescope_error* error) {
  return Fail(status.code(), status.message(), status.where(), error);
}

}  // namespace framescope

extern "C" const char* framescope_status_name(framescope_status status) {
  if (status > FRAMESCOPE_OK || status < FRAMESCOPE_E_NO_TEXT) {
    return "E_UNKNOWN";
  }
  return framescope::StatusName(static_cast<framescope::StatusCode>(status))
      .data();
}
