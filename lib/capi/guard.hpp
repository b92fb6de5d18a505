// Guard: where failures of every kind become statuses of the C API.
#pragma once

#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "framescope/framescope.h"
#include "framescope/status.hpp"

namespace framescope {

// Writes as much of the details as the caller's `error` has room for. Returns
// the status code.
framescope_status Fail(StatusCode code, std::string_view message,
                       const SourceLocation& where, framescope_error* error);
framescope_status Fail(const Status& status, framescope_error* error);

// Runs `body`, which returns a Status, and turns whatever comes of it into a
// framescope_status.
template <typename Body>
framescope_status Guard(framescope_error* error, Body body) noexcept {
  try {
    const Status status = body();
    return status.ok() ? static_cast<framescope_status>(FRAMESCOPE_OK)
                       : Fail(status, error);
  } catch (const std::bad_alloc&) {
    return Fail(StatusCode::kNoMemory, "out of memory", {}, error);
  } catch (const std::exception& e) {
    return Fail(StatusCode::kInternal, e.what(), {}, error);
  } catch (...) {
    return Fail(StatusCode::kInternal, "unknown exception", {}, error);
  }
}

inline Status NullArgument(const char* name) {
  return Status(StatusCode::kInvalidArgument,
                std::string(name) + " must not be NULL");
}

inline Status OutOfRange(const char* what, std::size_t index,
                         std::size_t count) {
  return Status(StatusCode::kInvalidArgument,
                std::string(what) + " " + std::to_string(index) +
                    " is out of range: there are " + std::to_string(count));
}

// Text as pointer and count; NULL stands for no text.
inline std::string_view TextView(const char* data, std::size_t size) {
  return data == nullptr ? std::string_view() : std::string_view(data, size);
}

inline std::string OrEmpty(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

// True when the caller's struct is new enough to hold `field`, so that older
// callers get defaults for what they do not know.
#define FRAMESCOPE_HAS_FIELD(pointer, field)                            \
  ((pointer) != nullptr &&                                              \
   (pointer)->struct_size >=                                            \
       offsetof(std::remove_reference_t<decltype(*(pointer))>, field) + \
           sizeof((pointer)->field))

}  // namespace framescope
