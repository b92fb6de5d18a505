// What all rows share.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

namespace framescope::bench {

// The row that the others are compared with.
inline constexpr char kYardstick[] = "IcuWordBreakUtf16";

// Bytes and matches of one pass over the documents, for the table.
inline void Measured(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(
      bytes * static_cast<std::size_t>(state.iterations())));
}
inline void Matches(benchmark::State& state, std::uint64_t matches) {
  state.counters["matches"] = static_cast<double>(matches);
}

}  // namespace framescope::bench
