// RunInOrder: work done by many threads, handed on as if by one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

#include "engine/ordered_queue.hpp"

namespace framescope {

// The threads that `jobs` asks for; 0 means one for each core.
inline std::uint32_t ThreadsFor(std::uint32_t jobs) {
  return std::clamp(jobs != 0 ? jobs : std::thread::hardware_concurrency(), 1u,
                    256u);
}

// Source bytes that may be under way for each thread. A whole file over this
// is let in alone.
inline constexpr std::uint64_t kWeightPerThread = 4 << 20;

// Pieces that may be under way, done and waiting their turn included.
inline std::size_t PlacesFor(std::uint32_t threads) { return 2 * threads + 1; }

// Cancels the queue and waits for the threads, however the block is left.
template <typename Work>
class Workers {
 public:
  explicit Workers(OrderedQueue<Work>* queue) : queue_(queue) {}
  ~Workers() {
    queue_->Cancel();
    for (std::thread& thread : threads_) thread.join();
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False when the system has no thread to give.
  template <typename Body>
  bool Start(const Body& body) {
    try {
      threads_.emplace_back(body);
    } catch (const std::system_error&) {
      return false;
    }
    return true;
  }
  bool empty() const { return threads_.empty(); }

 private:
  OrderedQueue<Work>* queue_;
  std::vector<std::thread> threads_;
};

// What the calling thread does while others work.
enum class Caller : std::uint8_t {
  kWorks,    // as the others, while nothing is to be handed on
  kDelivers  // it only hands on: an input that makes whoever reads it wait must
             // not hold up what is finished
};

// Hands on what is finished, in order; while nothing is, calls `work_once()` as
// long as it returns true. False when `deliver` was.
template <typename Work, typename WorkOnce, typename Deliver>
bool DeliverAll(OrderedQueue<Work>* queue, const WorkOnce& work_once,
                const Deliver& deliver) {
  for (;;) {
    while (!queue->HasFront() && work_once()) {
    }
    Work* const work = queue->Front();
    if (work == nullptr) return true;
    if (!deliver(work)) return false;
    queue->Release();
  }
}

// Cuts the input into pieces by `fill(Work*)`, one thread at a time, until it
// returns false; calls on `threads` threads, of which the calling one is one if
// it works, the function that `make_handler()` makes for each with every piece;
// and passes the pieces to `deliver(Work*)` in the order of filling, on the
// calling thread. With one thread all is done on the calling thread. Returns
// false when `deliver` did, which stops the run. Neither `fill` nor the handler
// may throw.
template <typename Work, typename Fill, typename MakeHandler, typename Deliver>
bool RunInOrder(std::uint32_t threads, Caller caller, const Fill& fill,
                const MakeHandler& make_handler, const Deliver& deliver) {
  if (threads > 1) {
    OrderedQueue<Work> queue(PlacesFor(threads), threads * kWeightPerThread);
    Workers<Work> workers(&queue);
    const auto body = [&] {
      auto handle = make_handler();
      while (const auto ticket = queue.Take(fill)) {
        handle(&queue.at(*ticket));
        queue.Finish(*ticket);
      }
    };
    const bool works = caller == Caller::kWorks;
    for (std::uint32_t i = works ? 1 : 0; i < threads && workers.Start(body);
         ++i) {
    }
    if (!workers.empty()) {
      auto handle = make_handler();
      const auto work_once = [&] {
        const auto ticket = works ? queue.TryTake(fill) : std::nullopt;
        if (!ticket) return false;
        handle(&queue.at(*ticket));
        queue.Finish(*ticket);
        return true;
      };
      return DeliverAll(&queue, work_once, deliver);
    }
  }
  auto handle = make_handler();
  Work work;
  while (fill(&work)) {
    handle(&work);
    if (!deliver(&work)) return false;
  }
  return true;
}

}  // namespace framescope
