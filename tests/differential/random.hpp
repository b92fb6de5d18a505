// Random input with a printed seed, the same on every machine.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace framescope {

// SplitMix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint32_t Below(std::uint32_t n) {
    state_ += 0x9E3779B97F4A7C15ull;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return static_cast<std::uint32_t>(((z ^ (z >> 31)) >> 32) * n >> 32);
  }
  template <typename T>
  const T& Of(const std::vector<T>& items) {
    return items[Below(static_cast<std::uint32_t>(items.size()))];
  }

 private:
  std::uint64_t state_;
};

// FRAMESCOPE_TEST_ITERATIONS, or `usual`.
inline int Iterations(int usual) {
  const char* wanted = std::getenv("FRAMESCOPE_TEST_ITERATIONS");
  return wanted != nullptr ? std::atoi(wanted) : usual;
}

}  // namespace framescope
