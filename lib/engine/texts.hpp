// Work over texts in memory, shared out to threads in packets.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/in_order.hpp"
#include "framescope/batch.hpp"

namespace framescope {

// Consecutive texts that a thread takes at a time: [begin, end).
struct Packet {
  std::size_t begin = 0, end = 0;
};

// Cuts texts into packets that are worth a thread's while.
std::vector<Packet> CutIntoPackets(std::span<const std::string_view> texts);

// The threads to use for `packets` packets when `jobs` are asked for; 0 for
// none.
std::uint32_t ThreadsFor(std::uint32_t jobs, std::size_t packets);

// Calls work(i, scratch) for each text, on the caller's thread and others, in
// no order: nobody waits for the packet of another. `work` must not throw.
// Throws std::bad_alloc when there is no memory to begin.
void ForEachText(std::span<const std::string_view> texts,
                 const TextsOptions& options,
                 const std::function<void(std::size_t, Scratch&)>& work);

// A packet under way, for RunInOrder(), and what was made of its texts.
template <typename T>
struct PacketWork {
  Packet packet;
  std::vector<T> made;
  std::uint64_t weight = 0;  // none: the texts are in memory already
};

// Makes a T of each text by make(i, scratch), on the caller's thread and
// others, and hands them to sink(i, T&) in order, on the caller's thread. When
// `sink` returns false, or any of both throws, the threads are stopped first.
// False when `sink` asked to stop.
template <typename T, typename Make, typename Sink>
bool ForEachTextInOrder(std::span<const std::string_view> texts,
                        const TextsOptions& options, const Make& make,
                        const Sink& sink) {
  const std::vector<Packet> packets = CutIntoPackets(texts);
  const std::uint32_t threads = ThreadsFor(options.jobs, packets.size());
  if (threads < 2) {  // each is handed on while it is in the cache
    const BorrowedScratch scratch(options.scratches);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      T made = make(i, scratch.get());
      if (!sink(i, made)) return false;
    }
    return true;
  }
  std::size_t next = 0;
  const auto fill = [&](PacketWork<T>* work) {
    if (next == packets.size()) return false;
    work->packet = packets[next++];
    return true;
  };
  const auto make_handler = [&] {
    return [&make,
            scratch = BorrowedScratch(options.scratches)](PacketWork<T>* work) {
      const auto [begin, end] = work->packet;
      work->made.reserve(end - begin);
      for (std::size_t i = begin; i < end; ++i) {
        work->made.push_back(make(i, scratch.get()));
      }
    };
  };
  const auto deliver = [&](PacketWork<T>* work) {
    std::size_t i = work->packet.begin;
    for (T& made : work->made) {
      if (!sink(i++, made)) return false;
    }
    work->made.clear();
    return true;
  };
  return RunInOrder<PacketWork<T>>(threads, Caller::kWorks, fill, make_handler,
                                   deliver);
}

}  // namespace framescope
