// RunInOrder: work done by many threads, handed on as if by one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>

#include "engine/ordered_queue.hpp"
#include "engine/threads.hpp"

namespace framescope {

// Source bytes that may be under way for each thread. A whole file over this
// is let in alone.
inline constexpr std::uint64_t kWeightPerThread = 4 << 20;

// Pieces that may be under way, done and waiting their turn included.
inline std::size_t PlacesFor(std::uint32_t threads) { return 2 * threads + 1; }

// Threads that work on a queue. Cancels it and waits for them, however the
// block is left.
template <typename Work>
class Workers {
 public:
  explicit Workers(OrderedQueue<Work>* queue) : queue_(queue) {}
  ~Workers() { Join(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // Runs `body` on `count` threads, or on fewer when the machine gives no more;
  // returns on how many. What it throws cancels the queue and is kept for
  // Stop().
  template <typename Body>
  std::size_t Start(std::size_t count, const Body& body) {
    return threads_.Start(count, [this, body] {
      try {
        body();
      } catch (...) {
        const std::lock_guard lock(mutex_);
        thrown_ = std::current_exception();
        queue_->Cancel();
      }
    });
  }

  // Cancels the queue, waits for the threads and throws what one of them threw.
  void Stop() {
    Join();
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  void Join() {
    queue_->Cancel();
    threads_.Join();
  }

  OrderedQueue<Work>* queue_;
  std::mutex mutex_;
  std::exception_ptr thrown_;  // guarded by mutex_ until the threads are joined
  Threads threads_;
};

// What the calling thread does while others work.
enum class Caller : std::uint8_t {
  kWorks,    // as the others, while nothing is to be handed on
  kDelivers  // it only hands on: an input that makes whoever reads it wait must
             // not hold up what is finished
};

// Delivers what is finished, in order; while nothing is, calls `work_once()` as
// long as it returns true. Returns false when `deliver` did.
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

// RunInOrder() on the calling thread alone.
template <typename Work, typename Fill, typename MakeHandler, typename Deliver>
bool RunAlone(const Fill& fill, const MakeHandler& make_handler,
              const Deliver& deliver) {
  auto handle = make_handler();
  Work work;
  while (fill(&work)) {
    handle(&work);
    if (!deliver(&work)) return false;
  }
  return true;
}

// Processes an input in pieces on several threads and delivers them in order.
// `fill(Work*)` cuts the next piece, one thread at a time, and returns false at
// the end. Each thread that takes pieces makes a handler of its own by
// `make_handler()` and calls it with them. `deliver(Work*)` gets the finished
// pieces in the order of filling, on the calling thread; when it returns false
// the run stops and RunInOrder() returns false. `caller` says whether the
// calling thread takes pieces too; with one thread it does everything. What any
// of the functions throws stops the run and is thrown to the caller.
template <typename Work, typename Fill, typename MakeHandler, typename Deliver>
bool RunInOrder(std::uint32_t threads, Caller caller, const Fill& fill,
                const MakeHandler& make_handler, const Deliver& deliver) {
  if (threads < 2) return RunAlone<Work>(fill, make_handler, deliver);
  OrderedQueue<Work> queue(PlacesFor(threads), threads * kWeightPerThread);
  Workers<Work> workers(&queue);
  const auto work_on = [&](auto& handle, std::uint64_t ticket) {
    handle(&queue.at(ticket));
    queue.Finish(ticket);
  };
  const bool works = caller == Caller::kWorks;
  const std::size_t others = workers.Start(works ? threads - 1 : threads, [&] {
    auto handle = make_handler();
    while (const auto ticket = queue.Take(fill)) work_on(handle, *ticket);
  });
  if (others == 0) return RunAlone<Work>(fill, make_handler, deliver);
  bool goes_on = true;
  if (works) {
    auto handle = make_handler();
    const auto work_once = [&] {
      const auto ticket = queue.TryTake(fill);
      if (ticket) work_on(handle, *ticket);
      return ticket.has_value();
    };
    goes_on = DeliverAll(&queue, work_once, deliver);
  } else {
    goes_on = DeliverAll(
        &queue, [] { return false; }, deliver);
  }
  workers.Stop();
  return goes_on;
}

}  // namespace framescope
