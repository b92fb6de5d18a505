// Contained: one text among many that fails alone.
#pragma once

#include <exception>
#include <new>

#include "framescope/analyzer.hpp"
#include "framescope/status.hpp"

namespace framescope {

// Runs `body`, which returns a Result or Status; what it throws becomes a
// failure, and the scratch is made anew.
template <typename Body>
auto Contained(Scratch& scratch, const Body& body) -> decltype(body()) {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    scratch = Scratch();
    return Status(StatusCode::kNoMemory, "not enough memory for it");
  } catch (const std::exception& e) {
    scratch = Scratch();
    return Status(StatusCode::kInternal, e.what());
  }
}

}  // namespace framescope
