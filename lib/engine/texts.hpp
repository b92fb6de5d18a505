// Work over texts in memory, shared out to threads in packets.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <new>
#include <span>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "framescope/batch.hpp"

namespace framescope {

// Consecutive texts that a thread takes at a time: [begin, end).
struct Packet {
  std::size_t begin = 0, end = 0;
};

// Cuts texts into packets that are worth a thread's while.
std::vector<Packet> CutIntoPackets(std::span<const std::string_view> texts);

// The threads to use for `packets` packets when `jobs` are asked for.
std::size_t ThreadsFor(std::uint32_t jobs, std::size_t packets);

// Threads that are joined at the end, whatever ends the scope. Runs with fewer
// of them when the machine gives no more.
class Threads {
 public:
  ~Threads() { Join(); }
  // Starts up to `count` threads over `body`, which must not throw. Returns
  // how many there are.
  std::size_t Start(std::size_t count, const std::function<void()>& body);
  void Join();

 private:
  std::vector<std::thread> threads_;
};

// Calls work(i, scratch) for each text, on the caller's thread and others, in
// no order. `work` must not throw. Throws std::bad_alloc when there is no
// memory to begin.
void ForEachText(std::span<const std::string_view> texts,
                 const TextsOptions& options,
                 const std::function<void(std::size_t, Scratch&)>& work);

// Results of packets on their way to one reader, who wants them in order. At
// most `limit` packets are between a worker and the reader.
template <typename T>
class OrderedResults {
 public:
  OrderedResults(std::size_t packets, std::size_t limit)
      : packets_(packets), limit_(limit) {}

  // The next packet to work on, or the number of packets when there is none.
  std::size_t Claim() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] {
      return cancelled_ || claimed_ == packets_ || claimed_ < read_ + limit_;
    });
    return cancelled_ || claimed_ == packets_ ? packets_ : claimed_++;
  }

  // Puts what `make` returns; when there is no memory for it, tells the reader.
  template <typename Make>
  void Put(std::size_t packet, const Make& make) {
    try {
      std::vector<T> results = make();
      const std::lock_guard lock(mutex_);
      done_.emplace(packet, std::move(results));
      ready_.notify_one();
    } catch (const std::bad_alloc&) {
      Fail();
    }
  }

  // Tells the reader that a worker has no memory.
  void Fail() {
    const std::lock_guard lock(mutex_);
    no_memory_ = true;
    ready_.notify_one();
  }

  // Waits for the results of the next packet. Throws std::bad_alloc when a
  // worker had no memory for its results.
  std::vector<T> Next() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return no_memory_ || done_.contains(read_); });
    if (no_memory_) throw std::bad_alloc();
    std::vector<T> results = std::move(done_.extract(read_++).mapped());
    room_.notify_all();
    return results;
  }

  void Cancel() {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    room_.notify_all();
  }

 private:
  const std::size_t packets_, limit_;
  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::map<std::size_t, std::vector<T>> done_;
  std::size_t claimed_ = 0, read_ = 0;
  bool cancelled_ = false, no_memory_ = false;
};

template <typename T>
struct CancelAtEnd {
  OrderedResults<T>* results;
  ~CancelAtEnd() { results->Cancel(); }
};

// Makes a T of each text and hands them to `sink` in order, on the caller's
// thread. `make` must not throw; when `sink` returns false or throws, the
// threads are stopped first. False when `sink` asked to stop.
template <typename T, typename Make, typename Sink>
bool ForEachTextInOrder(std::span<const std::string_view> texts,
                        const TextsOptions& options, const Make& make,
                        const Sink& sink) {
  const std::vector<Packet> packets = CutIntoPackets(texts);
  const std::size_t wanted = ThreadsFor(options.jobs, packets.size());
  OrderedResults<T> results(packets.size(), 2 * wanted + 1);
  Threads threads;
  const CancelAtEnd<T> cancel{&results};  // before the threads are joined
  const auto work = [&](std::size_t packet, Scratch& scratch) {
    std::vector<T> made;
    made.reserve(packets[packet].end - packets[packet].begin);
    for (std::size_t i = packets[packet].begin; i < packets[packet].end; ++i) {
      made.push_back(make(i, scratch));
    }
    return made;
  };
  const std::size_t started =
      wanted < 2 ? 0 : threads.Start(wanted, [&]() noexcept {
        try {
          const BorrowedScratch scratch(options.scratches);
          for (std::size_t packet = results.Claim(); packet < packets.size();
               packet = results.Claim()) {
            results.Put(packet, [&] { return work(packet, scratch.get()); });
          }
        } catch (const std::bad_alloc&) {
          results.Fail();
        }
      });
  if (started == 0) {
    const BorrowedScratch scratch(options.scratches);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      T made = make(i, scratch.get());
      if (!sink(i, made)) return false;
    }
    return true;
  }
  for (const Packet& packet : packets) {
    std::vector<T> made = results.Next();
    for (std::size_t i = 0; i < made.size(); ++i) {
      if (!sink(packet.begin + i, made[i])) return false;
    }
  }
  return true;
}

}  // namespace framescope
