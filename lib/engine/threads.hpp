// Threads: as many as were asked for and the machine gives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace framescope {

// The threads that `jobs` asks for: 0 means one for each core; 256 at most.
std::uint32_t ThreadsFor(std::uint32_t jobs);

// Threads that are joined at the end, whatever ends the scope.
class Threads {
 public:
  ~Threads() { Join(); }

  // Starts `count` threads over `body`, which must not throw, or fewer when the
  // machine gives no more. Returns how many it started.
  std::size_t Start(std::size_t count, const std::function<void()>& body);
  void Join();

 private:
  std::vector<std::thread> threads_;
};

}  // namespace framescope
