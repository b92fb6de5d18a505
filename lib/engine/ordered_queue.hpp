// OrderedQueue: work cut off an input by many threads and taken back in the
// order of the input.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

namespace framescope {

// Workers Take() pieces, which they fill from the input one thread at a time,
// and Finish() them; one consumer looks at each finished piece by Front() and
// gives its place back by Release(), and may work as well. There are `places`
// pieces, made once and used again, and no new one is filled while those inside
// weigh `max_weight` or more: memory stays bounded however slow the first piece
// or the consumer is. Work has a field `weight`, which filling sets.
template <typename Work>
class OrderedQueue {
 public:
  using Ticket = std::uint64_t;

  OrderedQueue(std::size_t places, std::uint64_t max_weight)
      : max_weight_(max_weight), slots_(places) {}

  // Waits for room and fills the next piece by `fill(Work*)`, which returns
  // false at the end of the input. Nothing at the end and after Cancel(). When
  // `fill` throws the input is at its end.
  template <typename Fill>
  std::optional<Ticket> Take(const Fill& fill) {
    std::optional<Ticket> ticket;
    while (!ticket && WaitForRoom()) ticket = TryTake(fill);
    return ticket;
  }

  // The same without waiting for room: nothing where there is none.
  template <typename Fill>
  std::optional<Ticket> TryTake(const Fill& fill) {
    const std::lock_guard one_at_a_time(input_mutex_);
    if (!HasRoom()) return std::nullopt;
    Work* work = &slots_[filled_ % slots_.size()].work;
    bool more = false;
    try {
      more = fill(work);
    } catch (...) {
      Admit(false, 0);
      throw;
    }
    const Ticket ticket = filled_;
    Admit(more, more ? work->weight : 0);
    if (!more) return std::nullopt;
    return ticket;
  }

  // The piece of a ticket: its worker's until Finish(), then the consumer's.
  Work& at(Ticket ticket) { return slots_[ticket % slots_.size()].work; }

  void Finish(Ticket ticket) {
    const std::lock_guard lock(mutex_);
    slots_[ticket % slots_.size()].finished = true;
    if (ticket == released_) finished_.notify_one();
  }

  // Whether Front() would return at once.
  bool HasFront() {
    const std::lock_guard lock(mutex_);
    return IsFrontKnown();
  }

  // Waits for the next piece in order; null at the end or after Cancel().
  Work* Front() {
    std::unique_lock lock(mutex_);
    Slot& slot = slots_[released_ % slots_.size()];
    finished_.wait(lock, [&] { return IsFrontKnown(); });
    return cancelled_ || !slot.finished ? nullptr : &slot.work;
  }

  // Gives the place of Front() back.
  void Release() {
    const std::lock_guard lock(mutex_);
    Slot& slot = slots_[released_ % slots_.size()];
    slot.finished = false;
    weight_ -= slot.work.weight;
    ++released_;
    room_.notify_one();
  }

  // Makes every call return at once.
  void Cancel() {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    room_.notify_all();
    finished_.notify_all();
  }

 private:
  struct Slot {
    Work work;
    bool finished = false;
  };

  // False at the end and after Cancel().
  bool WaitForRoom() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return IsOver() || IsRoom(); });
    return !IsOver();
  }
  bool HasRoom() {
    const std::lock_guard lock(mutex_);
    return !IsOver() && IsRoom();
  }

  void Admit(bool more, std::uint64_t weight) {
    const std::lock_guard lock(mutex_);
    if (more) {
      ++filled_;
      weight_ += weight;
      if (IsRoom()) room_.notify_one();
    } else {
      ended_ = true;
      room_.notify_all();
      finished_.notify_all();
    }
  }

  // Called with mutex_ held.
  bool IsOver() const { return cancelled_ || ended_; }
  bool IsFrontKnown() const {
    return cancelled_ || slots_[released_ % slots_.size()].finished ||
           (ended_ && released_ == filled_);
  }
  bool IsRoom() const {
    return filled_ - released_ < slots_.size() && weight_ < max_weight_;
  }

  const std::uint64_t max_weight_;
  std::mutex input_mutex_;  // held while a piece is filled
  std::mutex mutex_;        // of all below
  std::condition_variable room_, finished_;
  std::vector<Slot> slots_;
  // Pieces ever filled and ever released; those between are inside.
  Ticket filled_ = 0, released_ = 0;
  std::uint64_t weight_ = 0;  // of the pieces inside
  bool ended_ = false, cancelled_ = false;
};

}  // namespace framescope
