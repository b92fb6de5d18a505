// Tested by tests/unit/engine/texts_test.cpp.
#include "engine/threads.hpp"

#include <algorithm>
#include <system_error>

namespace framescope {
namespace {

constexpr std::uint32_t kMostThreads = 256;

}  // namespace

std::uint32_t ThreadsFor(std::uint32_t jobs) {
  return std::clamp(jobs != 0 ? jobs : std::thread::hardware_concurrency(), 1u,
                    kMostThreads);
}

std::size_t Threads::Start(std::size_t count,
                           const std::function<void()>& body) {
  threads_.reserve(count);
  while (threads_.size() < count) {
    try {
      threads_.emplace_back(body);
    } catch (const std::system_error&) {
      break;
    }
  }
  return threads_.size();
}

void Threads::Join() {
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

}  // namespace framescope
