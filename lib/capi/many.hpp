// Texts of a caller's memory on several threads.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "capi/count.hpp"
#include "engine/texts.hpp"
#include "framescope/framescope.h"

namespace framescope {

// The texts as the engine cuts them into packets; only their sizes count.
std::vector<std::string_view> SizesOf(std::span<const framescope_text> texts);

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

// Counts texts into columns. Failed texts have rows of zeros; `failed`, when
// given, is called with the reason, on any thread.
void CountTexts(const framescope_counts& columns,
                const framescope_analyzer& analyzer,
                std::span<const framescope_text> texts, std::uint32_t jobs,
                const std::function<void(std::size_t, const Status&)>& failed);

}  // namespace framescope
