// PushQueue: work handed to threads and taken back in the order it came.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>

namespace framescope {

// One producer pushes, any number of workers take and finish, one consumer
// pops finished work in the order of the pushes. At most `limit` pieces are
// inside at once, so that memory stays bounded however slow the first piece
// is. Close() ends the input; Cancel() makes every call return at once.
template <typename Work>
class PushQueue {
 public:
  explicit PushQueue(std::size_t limit) : limit_(limit) {}

  // Waits for room. False after Cancel().
  bool Push(std::unique_ptr<Work> work) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return cancelled_ || slots_.size() < limit_; });
    if (cancelled_) return false;
    slots_.push_back({std::move(work), State::kWaiting});
    waiting_.notify_one();
    return true;
  }

  void Close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    waiting_.notify_all();
    finished_.notify_all();
  }

  void Cancel() {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    room_.notify_all();
    waiting_.notify_all();
    finished_.notify_all();
  }

  // The oldest piece that nobody has taken; null when there will be none. The
  // piece stays owned by the queue until it is popped.
  Work* Take() {
    std::unique_lock lock(mutex_);
    while (true) {
      if (cancelled_) return nullptr;
      for (Slot& slot : slots_) {
        if (slot.state != State::kWaiting) continue;
        slot.state = State::kTaken;
        return slot.work.get();
      }
      if (closed_) return nullptr;
      waiting_.wait(lock);
    }
  }

  void Finish(const Work* work) {
    const std::lock_guard lock(mutex_);
    for (Slot& slot : slots_) {
      if (slot.work.get() == work) slot.state = State::kFinished;
    }
    finished_.notify_all();
  }

  // The next finished piece in order; null at the end or after Cancel().
  std::unique_ptr<Work> Pop() {
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [&] {
      return cancelled_ || (closed_ && slots_.empty()) ||
             (!slots_.empty() && slots_.front().state == State::kFinished);
    });
    if (cancelled_ || slots_.empty()) return nullptr;
    std::unique_ptr<Work> work = std::move(slots_.front().work);
    slots_.pop_front();
    room_.notify_one();
    return work;
  }

 private:
  enum class State { kWaiting, kTaken, kFinished };
  struct Slot {
    std::unique_ptr<Work> work;
    State state;
  };

  const std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable room_, waiting_, finished_;
  std::deque<Slot> slots_;
  bool closed_ = false, cancelled_ = false;
};

}  // namespace framescope
